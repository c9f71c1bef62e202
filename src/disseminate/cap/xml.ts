/** An element with its text or its children; one without content is left out. */
export type Element = readonly [name: string, content: string | readonly Element[] | undefined];

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 cannot hold, in whatever form. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Text as XML holds it.
 *
 * @example
 * escapeXml('a ]]> b & c'); // 'a ]]&gt; b &amp; c'
 */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (character) => NAMES[character] ?? '');
}

/** A document of these elements in one namespace. */
export function renderXml([name, content]: Element, namespace: string): string {
  const inside = Array.isArray(content) ? renderAll(content as readonly Element[], '  ') : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${escapeXml(namespace)}">\n${inside}</${name}>\n`;
}

function renderAll(elements: readonly Element[], indent: string): string {
  return elements.map((each) => render(each, indent)).join('');
}

function render([name, content]: Element, indent: string): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return `${indent}<${name}>${escapeXml(content)}</${name}>\n`;
  return `${indent}<${name}>\n${renderAll(content, `${indent}  `)}${indent}</${name}>\n`;
}
