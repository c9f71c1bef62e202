import { type Word, wordAt } from '../../../time/words.ts';

/** A full stop that ends its sentence: what follows begins with a capital and the word before is no short title. */
export function isSentenceEnd(words: readonly Word[], at: number): boolean {
  const { lower, kind } = wordAt(words, at);
  if (kind !== 'mark') return false;
  if (lower === '?' || lower === '!' || lower === ';') return true;
  if (lower !== '.') return false;
  const before = wordAt(words, at - 1);
  const next = wordAt(words, at + 1);
  if (next.kind === 'end' || next.line) return true;
  if (next.glued && next.kind !== 'mark') return false;
  return next.capital && before.lower.length > 3;
}
