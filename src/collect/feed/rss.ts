import { parseRssFeed } from 'feedsmith';
import type { RawItem } from './item.ts';

/** The items of an RSS feed (0.91 to 2.0). */
export function readRss(text: string, maxItems: number): readonly RawItem[] {
  const feed = parseRssFeed(text, { maxItems });
  return (feed.items ?? []).map((item) => ({
    link: item.link ?? findPermalink(item.guid) ?? findAtomLink(item.atom?.links),
    bases: [feed.xml?.base, item.xml?.base],
    title: item.title ?? item.dc?.titles?.[0],
    published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.atom?.published,
    id: item.guid?.value,
  }));
}

/** A guid is the page's address unless it says that it is not. */
function findPermalink(
  guid: { readonly value?: string | undefined; readonly isPermaLink?: boolean | undefined } | undefined,
): string | undefined {
  const { value, isPermaLink = true } = guid ?? {};
  return isPermaLink && value !== undefined && /^https?:\/\//i.test(value.trim()) ? value : undefined;
}

function findAtomLink(
  links: readonly { readonly href?: string | undefined; readonly rel?: string | undefined }[] | undefined,
): string | undefined {
  return links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href;
}
