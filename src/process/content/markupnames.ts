/** Names of elements, so that each page need not make its own copies of them. */
const TAGS = [
  'a', 'abbr', 'address', 'amp-img', 'article', 'aside', 'audio', 'b', 'blockquote', 'body', 'br', 'button', 'canvas', 'caption', 'center', 'circle',
  'cite', 'clippath', 'code', 'col', 'colgroup', 'dd', 'defs', 'del', 'details', 'dialog', 'div', 'dl', 'dt', 'ellipse', 'em', 'embed', 'fieldset',
  'figcaption', 'figure', 'font', 'footer', 'form', 'g', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'head', 'header', 'hr', 'html', 'i', 'iframe', 'image',
  'img', 'input', 'ins', 'label', 'legend', 'li', 'line', 'lineargradient', 'link', 'main', 'mark', 'mask', 'menu', 'meta', 'nav', 'noscript',
  'object', 'ol', 'optgroup', 'option', 'p', 'param', 'path', 'picture', 'polygon', 'polyline', 'pre', 'q', 'rect', 's', 'script', 'section',
  'select', 'small', 'source', 'span', 'stop', 'strong', 'style', 'sub', 'summary', 'sup', 'svg', 'symbol', 'table', 'tbody', 'td', 'template',
  'textarea', 'tfoot', 'th', 'thead', 'time', 'title', 'tr', 'u', 'ul', 'use', 'video', 'wbr',
]; // biome-ignore format: a table

/** The attributes that reading uses. */
const KEPT_ATTRIBUTES = [
  'alt', 'aria-hidden', 'aria-label', 'class', 'content', 'data-testid', 'data-component', 'datetime', 'dir', 'hidden', 'href', 'http-equiv', 'id',
  'itemprop', 'itemtype', 'lang', 'name', 'property', 'rel', 'role', 'style', 'title', 'type', 'pubdate', 'data-qa', 'xml:lang',
]; // biome-ignore format: a table

/** Longest name of an element. */
const LONGEST_TAG = 100;

/** The name of an element in lower case, from where it stands in a page. */
export function findTag(source: string, start: number, end: number): string {
  return (
    findName(KNOWN_TAGS, source, start, end) ??
    source.slice(start, Math.min(end, start + LONGEST_TAG)).toLowerCase()
  );
}

/** The name of an attribute, whatever its case, if it is one that is kept. */
export function findKeptAttribute(source: string, start: number, end: number): string | undefined {
  return findName(KNOWN_ATTRIBUTES, source, start, end);
}

/** Names by their hash. */
type Names = ReadonlyMap<number, string>;

const KNOWN_TAGS = indexNames(TAGS);
const KNOWN_ATTRIBUTES = indexNames(KEPT_ATTRIBUTES);
const LONGEST_KNOWN = 16;

function indexNames(names: readonly string[]): Names {
  return new Map(names.map((name) => [hashName(name, 0, name.length), name]));
}

function findName(names: Names, source: string, start: number, end: number): string | undefined {
  if (end - start > LONGEST_KNOWN) return undefined;
  const name = names.get(hashName(source, start, end));
  return name !== undefined && isName(name, source, start, end) ? name : undefined;
}

function hashName(source: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++)
    hash = (Math.imul(hash, 31) + lowerCase(source.charCodeAt(at))) & 0x3fffffff;
  return hash;
}

function isName(name: string, source: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++)
    if (lowerCase(source.charCodeAt(start + i)) !== name.charCodeAt(i)) return false;
  return true;
}

function lowerCase(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 32 : code;
}
