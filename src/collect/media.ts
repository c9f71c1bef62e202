import type { MediaType } from '../model/page.ts';
import { findEnding } from './names.ts';

/** Characters looked at. */
const LOOKED_AT = 65_536;

/**
 * Whether characters are HTML, plain text or an article as a JSON object. What begins like HTML is HTML whatever a server or a name says; beyond that
 * a server's word goes before the name's, and tags before neither.
 *
 * @example
 * findMediaType('<!DOCTYPE html>…', { file: 'report.txt' }); // 'text/html'
 */
export function findMediaType(
  source: string,
  given: { readonly contentType?: string | undefined; readonly file?: string | undefined },
): MediaType {
  const start = source.slice(0, LOOKED_AT);
  if (/^\s{0,10}application\/json\b/i.test(given.contentType ?? '') && /^\s{0,200}\{/.test(start))
    return 'application/json';
  if (beginsLikeHtml(start)) return 'text/html';
  const type = /^\s{0,10}([\w.+/-]{1,60})/.exec(given.contentType ?? '')?.[1]?.toLowerCase();
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'text/html';
  if (type === 'text/plain' || type === 'text/markdown') return 'text/plain';
  const tags = countTags(start);
  const isNamedHtml = ['.html', '.htm', '.xhtml', '.xht', '.shtml', '.mht', '.mhtml'].includes(
    findEnding(given.file?.replace(/\.gz$/i, '') ?? ''),
  );
  return tags >= (isNamedHtml ? 1 : 3) ? 'text/html' : 'text/plain';
}

function beginsLikeHtml(start: string): boolean {
  let rest = start.trimStart();
  for (let i = 0; i < 50 && (rest.startsWith('<!--') || rest.startsWith('<?')); i += 1) {
    const end = rest.startsWith('<!--') ? rest.indexOf('-->') + 3 : rest.indexOf('>') + 1;
    if (end < 3) return false;
    rest = rest.slice(end).trimStart();
  }
  return /^<(!doctype\s{1,20}html|html|head|body|title|meta|article|main|script|div|table)[\s>/]/i.test(rest);
}

/** Tags of text mark-up; their number, up to a few. */
function countTags(start: string): number {
  const tags =
    /<(?:\/(?:p|div|a|span|li|h[1-6]|td|b|i|em|strong|article|section|blockquote)|br\s{0,3}\/?|p|h[1-6]|li|a\s[^<>]{1,300}|img\s[^<>]{1,300}|div\s[^<>]{1,300})>/gi;
  let count = 0;
  while (count < 5 && tags.exec(start) !== null) count += 1;
  return count;
}
