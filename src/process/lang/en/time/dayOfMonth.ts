import type { Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { isOrdinalSuffix } from './numbers.ts';

/** "on the 19th": a day of the month that the text is in; not "on the 19th floor". */
export function dayOfMonth(words: readonly Word[], at: number): Match | undefined {
  const { kind, lower } = wordAt(words, at);
  if (kind !== 'number' || lower.length > 2 || !isOrdinalSuffix(wordAt(words, at + 1))) return undefined;
  if (wordAt(words, at - 1).lower !== 'the' || wordAt(words, at - 2).lower !== 'on') return undefined;
  const day = Number(lower);
  const next = wordAt(words, at + 2);
  const isAlone = next.kind === 'end' || next.line || next.kind === 'mark' || next.lower === 'and';
  if (!isAlone || next.lower === '-' || day < 1 || day > 31) return undefined;
  return { start: at, end: at + 2, meaning: { kind: 'dayOfMonth', day } };
}
