import { Parser } from 'htmlparser2';
import { makeAddressTest } from '../../text/address-pattern.ts';
import type { RawItem } from './item.ts';

/** Links of one page that are looked at. */
const MOST_LINKS = 20_000;
const LONGEST_ADDRESS = 2_000;
const LONGEST_TITLE = 2_000;

/** What a page that lists articles gave. */
export interface Listing {
  readonly items: readonly RawItem[];
  /** Links in it, whether they fit or not. */
  readonly links: number;
}

/**
 * The links of a page whose addresses fit a pattern, in the page's order, each once under its longest words: a picture and a headline
 * may lead to one article.
 *
 * @example
 * readListing(html, { url: 'https://news.example/', links: '/2026/*', most: 100 }).items[0]?.link; // 'https://news.example/2026/pier'
 */
export function readListing(
  html: string,
  { url, links: pattern, most }: { readonly url: string; readonly links: string; readonly most: number },
): Listing {
  const fits = makeAddressTest(pattern, url);
  const found = new Map<string, string>();
  let links = 0;
  for (const { href, base, words } of listLinks(html)) {
    links += 1;
    const address = resolve(href, base, url);
    if (address === undefined || !fits(address)) continue;
    const before = found.get(address);
    if (before === undefined ? found.size < most : words.length > before.length) found.set(address, words);
  }
  const items = [...found].map(([link, words]): RawItem => {
    return { link, title: words === '' ? undefined : words, published: undefined, id: undefined };
  });
  return { items, links };
}

interface Link {
  readonly href: string;
  readonly base: string | undefined;
  readonly words: string;
}

function listLinks(html: string): readonly Link[] {
  const links: Link[] = [];
  let base: string | undefined;
  let open: { readonly href: string; words: string } | undefined;
  const close = (): void => {
    if (open !== undefined && links.length < MOST_LINKS)
      links.push({ href: open.href, base, words: open.words.replace(/\s+/g, ' ').trim() });
    open = undefined;
  };
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name === 'base') base ??= href;
      if (name !== 'a') return;
      close();
      if (href !== undefined && href.length <= LONGEST_ADDRESS) open = { href, words: '' };
    },
    ontext(text) {
      if (open !== undefined && open.words.length < LONGEST_TITLE) open.words += text;
    },
    onclosetag(name) {
      if (name === 'a') close();
    },
  });
  parser.end(html);
  close();
  return links;
}

/** Without its fragment: parts of one page are one page. */
function resolve(href: string, base: string | undefined, page: string): string | undefined {
  const against = base !== undefined && URL.canParse(base, page) ? new URL(base, page).href : page;
  if (!URL.canParse(href, against)) return undefined;
  const url = new URL(href, against);
  url.hash = '';
  return url.href;
}
