import { Parser } from 'htmlparser2';
import type { RawItem } from './item.ts';

/** Addresses that one sitemap may hold by its standard. */
const MOST = 50_000;
const LONGEST_TEXT = 4_000;
/** Elements in sitemaps nest four deep at most: `urlset > url > news:news > news:publication`. */
const DEEPEST = 50;

/** Local names of the elements that are read. */
const READ = new Set(['loc', 'lastmod', 'publication_date', 'title']);

/**
 * The pages in a sitemap (sitemaps.org, with the news extension), those with the newest dates first: a sitemap has no order, and
 * may hold years of them.
 *
 * @throws Error where it is nested deeper than any sitemap.
 */
export function readSitemap(text: string, most: number): readonly RawItem[] {
  const pages = listEntries(text, 'url').map((fields): RawItem => {
    const { loc, publication_date: published = fields['lastmod'], title } = fields;
    return { link: loc, title, published, id: undefined };
  });
  return pages.sort((a, b) => (b.published ?? '').localeCompare(a.published ?? '', 'en')).slice(0, most);
}

/** The sitemaps that a list of sitemaps names. */
export function readSitemapIndex(text: string): readonly string[] {
  return listEntries(text, 'sitemap').flatMap(({ loc }) => (loc === undefined ? [] : [loc]));
}

function listEntries(text: string, name: 'url' | 'sitemap'): readonly Readonly<Record<string, string>>[] {
  const entries: Readonly<Record<string, string>>[] = [];
  let entry: Record<string, string> | undefined;
  let reading: string | undefined;
  let depth = 0;
  const parser = new Parser(
    {
      onopentagname(tag) {
        depth += 1;
        if (depth > DEEPEST) throw new Error('nested deeper than any sitemap');
        const local = localName(tag);
        if (local === name && entries.length < MOST) entry = Object.create(null) as Record<string, string>;
        reading = entry !== undefined && READ.has(local) && entry[local] === undefined ? local : undefined;
        // Pictures and films beside a page have places and titles of their own.
        if (/^(?:image|video|xhtml):/i.test(tag)) reading = undefined;
      },
      ontext(piece) {
        if (entry === undefined || reading === undefined) return;
        entry[reading] = `${entry[reading] ?? ''}${piece}`.slice(0, LONGEST_TEXT);
      },
      onclosetag(tag) {
        depth -= 1;
        reading = undefined;
        if (entry === undefined || localName(tag) !== name) return;
        entries.push(entry);
        entry = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return entries;
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1).toLowerCase();
}
