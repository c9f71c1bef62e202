import { type Word, wordAt } from '../../../time/words.ts';

/** A year written in digits, behind a month or day: "2020", "'19". */
export function yearNumberAt(words: readonly Word[], at: number): { year: number; end: number } | undefined {
  const word = wordAt(words, at);
  if (word.lower === "'") {
    const short = wordAt(words, at + 1);
    if (short.kind !== 'number' || !short.glued || short.lower.length !== 2 || isContinued(words, at + 2))
      return undefined;
    return { year: fullYearOf(Number(short.lower)), end: at + 2 };
  }
  if (word.kind !== 'number' || word.lower.length !== 4 || isContinued(words, at + 1)) return undefined;
  const year = Number(word.lower);
  return year >= 1000 && year <= 2999 ? { year, end: at + 1 } : undefined;
}

/** The year that two digits stand for: up to 49 this century, from 50 on the last. */
export function fullYearOf(twoDigits: number): number {
  return twoDigits >= 50 ? 1900 + twoDigits : 2000 + twoDigits;
}

/** Whether the number goes on: "2020s", "2020.5", "2020,5", "2020%", "2020:15". */
export function isContinued(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at);
  if (!next.glued) return false;
  if (next.kind === 'word' || next.kind === 'number' || next.lower === '%') return true;
  const after = wordAt(words, at + 1);
  return after.glued && after.kind === 'number' && next.lower !== '-' && next.lower !== '/';
}
