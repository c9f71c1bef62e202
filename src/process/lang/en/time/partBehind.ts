import type { Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { DAY_PARTS } from './vocabulary.ts';

/** Words that may stand before a part of the day: "early morning", "late evening". */
export const EARLINESS: ReadonlySet<string> = new Set(['early', 'late', 'mid']);

/** A day with the part of it that may be named behind: "Thursday" becomes "Thursday night". */
export function withDayPart(words: readonly Word[], day: Match): Match {
  const at = EARLINESS.has(wordAt(words, day.end).lower) ? day.end + 1 : day.end;
  const part = DAY_PARTS.get(wordAt(words, at).lower);
  if (part === undefined || wordAt(words, at).line) return day;
  return { ...day, end: at + 1, meaning: { kind: 'time', part, day: day.meaning } };
}
