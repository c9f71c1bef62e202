import type { Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { ordinalAt } from './numbers.ts';

/** "the 19th century", "nineteenth-century", "the 21st and 22nd centuries", "the third century B.C." */
export function century(words: readonly Word[], at: number): Match | undefined {
  const ordinal = ordinalAt(words, at);
  if (ordinal === undefined || ordinal.value < 1 || ordinal.value > 30) return undefined;
  const noun = wordAt(words, ordinal.end).lower === '-' ? ordinal.end + 1 : ordinal.end;
  const { lower } = wordAt(words, noun);
  if (lower !== 'century' && lower !== 'centuries') return undefined;
  // A firm: "20th Century Fox".
  if (wordAt(words, noun).capital && wordAt(words, noun + 1).lower === 'fox') return undefined;
  const beforeChrist = isBeforeChrist(words, noun + 1);
  const first = (ordinal.value - 1) * 100;
  const value = String(ordinal.value - 1).padStart(2, '0');
  if (beforeChrist !== undefined) {
    const last = -first - 1;
    const meaning = {
      kind: 'years',
      first: last - 99,
      last,
      value: `BC${value}`,
      precision: 'unknown',
    } as const;
    return { start: at, end: beforeChrist, meaning };
  }
  const years = { first: Math.max(first, 1), last: first + 99 };
  return { start: at, end: noun + 1, meaning: { kind: 'years', ...years, value, precision: 'unknown' } };
}

function isBeforeChrist(words: readonly Word[], at: number): number | undefined {
  const name = wordAt(words, at).lower;
  if (name === 'bc' || name === 'bce') return at + 1;
  const pointed = name === 'b' && wordAt(words, at + 1).lower === '.' && wordAt(words, at + 2).lower === 'c';
  return pointed ? at + 3 : undefined;
}
