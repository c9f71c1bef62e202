import { type Word, wordAt } from '../../../time/words.ts';

/** A clock reading in digits. */
export interface ClockDigits {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly end: number;
}

/** "09:30", "9.30" (with `point`), "23:59:59": hours to 24, minutes and seconds to 59. */
export function clockDigitsAt(
  words: readonly Word[],
  at: number,
  { point = false } = {},
): ClockDigits | undefined {
  const hour = numberAt(words, at, 24);
  const mark = wordAt(words, at + 1);
  if (hour === undefined || !mark.glued || (mark.lower !== ':' && !(point && mark.lower === '.')))
    return undefined;
  const minute = glued2At(words, at + 2);
  if (minute === undefined || (hour === 24 && minute > 0)) return undefined;
  const again = wordAt(words, at + 3);
  if (!again.glued || again.lower !== ':' || mark.lower !== ':') return { hour, minute, end: at + 3 };
  const second = glued2At(words, at + 4);
  return second === undefined ? undefined : { hour, minute, second, end: at + 5 };
}

function numberAt(words: readonly Word[], at: number, most: number): number | undefined {
  const { kind, lower } = wordAt(words, at);
  if (kind !== 'number' || lower.length > 2 || lower === '') return undefined;
  return Number(lower) <= most ? Number(lower) : undefined;
}

function glued2At(words: readonly Word[], at: number): number | undefined {
  const { glued, lower } = wordAt(words, at);
  return glued && lower.length === 2 ? numberAt(words, at, 59) : undefined;
}
