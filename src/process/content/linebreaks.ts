import { squeeze } from './whitespace.ts';

const ENDS_SENTENCE = /[.!?:;…。！？؟"”»)\]]$/;
const BEGINS_LINE = /^[\p{Lu}\p{N}\p{Lo}"“„«‘'(•*–—-]/u;

/**
 * Paragraphs of a block that is broken by line breaks: two breaks end a paragraph; one does where a sentence
 * ends before it and something begins after it, else it is a space.
 */
export function splitLines(source: string): string[] {
  if (!source.includes('\n')) {
    const text = squeeze(source);
    return text === '' ? [] : [text];
  }
  const paragraphs: string[] = [];
  let lines: string[] = [];
  let empty = false;
  for (const line of source.split('\n')) {
    const text = squeeze(line);
    if (text === '') {
      empty = true;
      continue;
    }
    const last = lines.at(-1);
    if (last !== undefined && (empty || (ENDS_SENTENCE.test(last) && BEGINS_LINE.test(text)))) {
      paragraphs.push(lines.join(' '));
      lines = [];
    }
    lines.push(text);
    empty = false;
  }
  if (lines.length > 0) paragraphs.push(lines.join(' '));
  return paragraphs;
}
