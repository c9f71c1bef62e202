import { parseAtomFeed } from 'feedsmith';
import type { RawItem } from './item.ts';

/** The entries of an Atom feed. */
export function readAtom(text: string, maxItems: number): readonly RawItem[] {
  const feed = parseAtomFeed(text, { maxItems });
  return (feed.entries ?? []).map((entry) => ({
    link: findPageLink(entry.links) ?? entry.content?.src,
    bases: [feed.xml?.base, entry.xml?.base],
    title: entry.title?.value,
    published: entry.published ?? entry.updated ?? entry.dc?.dates?.[0],
    id: entry.id,
  }));
}

interface Link {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/** Of the links to the entry itself the one to a page; a link without a relation is one to the entry. */
function findPageLink(links: readonly Link[] | undefined): string | undefined {
  const own = links?.filter(
    ({ href, rel = 'alternate' }) => href !== undefined && /(^|\/)alternate$/.test(rel),
  );
  return (own?.find(({ type = 'text/html' }) => /html/i.test(type)) ?? own?.[0])?.href;
}
