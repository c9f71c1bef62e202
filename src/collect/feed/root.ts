/** What text turned out to be that was fetched as a feed. */
export type Root =
  | { readonly kind: 'json' }
  /** Local name of the outermost element in lower case, and the text from that element on. */
  | { readonly kind: 'xml'; readonly name: string; readonly text: string }
  /** An attack on readers of XML: entities that grow, or that stand for files. */
  | { readonly kind: 'entities' }
  | { readonly kind: 'other' };

/** How much may stand before the outermost element: declaration, comments, document type. */
const LONGEST_PROLOG = 100_000;

/**
 * Finds what text is by its first characters, past what may stand before the outermost element of XML. The document type
 * is left out of what is read on: a feed needs none.
 *
 * @example
 * findRoot('<?xml version="1.0"?><!-- daily --><rss version="2.0">…'); // { kind: 'xml', name: 'rss', text: '<rss version="2.0">…' }
 */
export function findRoot(text: string): Root {
  let at = skipSpace(text, 0);
  if (text[at] === '{' || text[at] === '[') return { kind: 'json' };
  while (at < LONGEST_PROLOG && text[at] === '<') {
    if (text.startsWith('<?', at)) at = skipPast(text, '?>', at);
    else if (text.startsWith('<!--', at)) at = skipPast(text, '-->', at);
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      const end = findDoctypeEnd(text, at);
      if (hasHostileEntities(text.slice(at, Math.min(end, at + LONGEST_PROLOG)))) return { kind: 'entities' };
      at = end;
    } else {
      const name = /^<(?:[\w.-]{1,60}:)?([\w.-]{1,60})[\s/>]/.exec(text.slice(at, at + 130))?.[1];
      return name === undefined
        ? { kind: 'other' }
        : { kind: 'xml', name: name.toLowerCase(), text: text.slice(at) };
    }
    at = skipSpace(text, at);
  }
  return { kind: 'other' };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\ufeff]/.test(text[at]!)) at += 1;
  return at;
}

function skipPast(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** The end of a document type, its part in brackets included. */
function findDoctypeEnd(text: string, from: number): number {
  const close = text.indexOf('>', from);
  const bracket = text.indexOf('[', from);
  if (bracket < 0 || close < 0 || bracket > close) return close < 0 ? text.length : close + 1;
  const end = /\]\s{0,1000}>/.exec(text.slice(bracket, bracket + LONGEST_PROLOG));
  return end === null ? text.length : bracket + end.index + end[0].length;
}

/** Whether a document type declares entities made of other entities or of files; plain ones for letters are harmless. */
function hasHostileEntities(doctype: string): boolean {
  for (const [, name, definition] of doctype.matchAll(/<!ENTITY\s{1,20}(%\s{1,20})?(?=([^>]{0,2000}))/gi)) {
    if (name !== undefined) continue;
    if (
      /&[a-z_]/i.test(definition ?? '') ||
      /^[\w.:-]{1,100}\s{1,20}(SYSTEM|PUBLIC)\b/i.test(definition ?? '')
    )
      return true;
  }
  return false;
}
