/** Elements without content: they never stay open. */
export const VOID_TAGS: ReadonlySet<string> = new Set([
  'area', 'base', 'basefont', 'br', 'col', 'command', 'embed', 'frame', 'hr', 'img', 'input', 'isindex',
  'keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr',
]); // biome-ignore format: a table

/** Elements that run within a line; every other element begins and ends a block. */
export const INLINE_TAGS: ReadonlySet<string> = new Set([
  'a', 'abbr', 'acronym', 'amp-img', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i',
  'img', 'ins', 'kbd', 'label', 'link', 'mark', 'meta', 'nobr', 'output', 'picture', 'q', 'rb', 'ruby', 's', 'samp',
  'script', 'small', 'source', 'span', 'strike', 'strong', 'style', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'br',
  'rp', 'rt', 'noscript', 'template', 'svg', 'math', 'button', 'input', 'select', 'iframe', 'object',
]); // biome-ignore format: a table

/** Elements whose opening ends an open paragraph. */
export const CLOSES_PARAGRAPH: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'center', 'details', 'dialog', 'dir', 'div', 'dl', 'dd', 'dt', 'fieldset',
  'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'li', 'main',
  'menu', 'nav', 'ol', 'p', 'pre', 'search', 'section', 'summary', 'table', 'ul',
]); // biome-ignore format: a table

/** Elements that an end tag of an inline element does not reach across. */
export const SPECIAL_TAGS: ReadonlySet<string> = new Set([
  ...CLOSES_PARAGRAPH, 'body', 'html', 'button', 'caption', 'colgroup', 'head', 'iframe', 'marquee', 'noscript', 'object',
  'tbody', 'td', 'template', 'tfoot', 'th', 'thead', 'tr', 'select', 'textarea',
]); // biome-ignore format: a table

/** Elements that an end tag of a block does not reach across. */
export const SCOPE_TAGS: ReadonlySet<string> = new Set([
  'html', 'table', 'td', 'th', 'caption', 'marquee', 'object', 'template', 'button',
]); // biome-ignore format: a table

export const TABLE_TAGS: ReadonlySet<string> = new Set([
  'table',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'td',
  'th',
]);

export const HEADING_TAGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Elements with characters that are no text of the page. */
export const UNREAD_TAGS: ReadonlySet<string> = new Set([
  'script', 'style', 'title', 'svg', 'math', 'iframe', 'noembed', 'noframes', 'object', 'select', 'textarea', 'datalist',
  'option', 'rp', 'rt', 'audio', 'video', 'canvas', 'map', 'progress', 'meter', 'xmp-data',
]); // biome-ignore format: a table

/** Whether an element begins and ends a block of text. */
export function isBlockTag(tag: string): boolean {
  // Names with a colon are word processors' (o:p), which they use within lines.
  return CLOSES_PARAGRAPH.has(tag) || !(INLINE_TAGS.has(tag) || tag.includes(':'));
}
