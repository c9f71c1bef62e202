import type { Removed } from '../../model/document.ts';
import { squeeze } from './whitespace.ts';

/** A message's own words, without what it quotes and without its signature. */
export interface MessageBody {
  readonly body: string;
  readonly removed: readonly Removed[];
}

const QUOTED = /^\s{0,3}>/;
/** `On Sun, 11 May 2031 at 20:01, Ann Example wrote:` and its like. */
const QUOTE_LEAD =
  /^(?:on\b.{5,150}\bwrote|am\b.{5,150}\bschrieb\b.{0,80}|le\b.{5,150}\ba écrit|el\b.{5,150}\bescribió|il\b.{5,150}\bha scritto|-{2,10}\s?(?:original message|ursprüngliche nachricht|mensaje original|message d'origine)\s?-{2,10})\s?:?$/iu;
/** The line that sets a signature off (RFC 3676, section 4.3); many programs lose its blank. */
const SIGNATURE = /^--\s?$/;
const LONGEST_SIGNATURE = 15;

/**
 * Takes quoted messages and the signature out of a message. A message that is nothing but a quotation (forwarded with
 * marks) is given back without the marks.
 */
export function splitMessage(source: string): MessageBody {
  const lines = source.split(/\r\n|[\n\r]/);
  const removed: Removed[] = [];
  const kept: string[] = [];
  const signature = findSignature(lines);
  lines.slice(0, signature).forEach((line, i) => {
    const text = squeeze(line.slice(0, 1_000));
    const isLead = QUOTE_LEAD.test(text.slice(0, 300)) && QUOTED.test(nextLine(lines, i + 1));
    if (QUOTED.test(line) || isLead) removed.push({ text, why: 'quoted message' });
    else kept.push(line);
  });
  if (kept.every((line) => line.trim() === ''))
    return { body: source.replace(/^[ \t]{0,3}>[> ]{0,20}/gm, ''), removed: [] };
  for (const line of lines.slice(signature))
    removed.push({ text: squeeze(line.slice(0, 1_000)), why: 'signature' });
  return { body: kept.join('\n'), removed: removed.filter(({ text }) => text !== '') };
}

/** Index of the signature's first line; the number of lines where there is none. */
function findSignature(lines: readonly string[]): number {
  const from = Math.max(1, lines.length - LONGEST_SIGNATURE);
  const at = lines.slice(from).findIndex((line) => SIGNATURE.test(line));
  return at < 0 ? lines.length : from + at;
}

/** The next line with anything on it, of the two that follow. */
function nextLine(lines: readonly string[], from: number): string {
  return lines.slice(from, from + 2).find((line) => line.trim() !== '') ?? '';
}
