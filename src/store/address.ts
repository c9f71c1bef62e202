/** Parameters that say how a reader came to the page and not which page it is. */
const TRACKING = /^(?:utm_[a-z_]+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid)$/iu;

/** Names that many inputs share and that therefore tell nothing: standard input. */
const NAMELESS = new Set(['-', '']);

/**
 * What two sightings of one page have in common: its address without fragment and tracking parameters, or
 * where there is none the name of its file. Undefined where neither tells pages apart.
 *
 * @example
 * makeAddress({ url: 'HTTPS://News.example/a?id=7&utm_source=x#top' }); // 'https://news.example/a?id=7'
 */
export function makeAddress(page: { readonly url?: string; readonly file?: string }): string | undefined {
  if (page.url !== undefined) return normaliseUrl(page.url);
  if (page.file === undefined || NAMELESS.has(page.file)) return undefined;
  return `file:${page.file}`;
}

function normaliseUrl(text: string): string {
  if (!URL.canParse(text)) return text.trim();
  const url = new URL(text);
  url.hash = '';
  // Removing from the text of the query, since URLSearchParams would rewrite the parameters that stay.
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => !TRACKING.test(parameter.split('=', 1)[0] ?? ''));
  url.search = kept.join('&');
  return url.href;
}
