import { type Word, wordAt } from '../../../time/words.ts';

/** A clock reading; `end` is behind its last word. */
export interface SpokenReading {
  readonly hour: number;
  readonly minute: number;
  readonly end: number;
}

const HOURS = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, index) => [word, index + 1] as const,
  ),
);

const MINUTES = new Map([
  ['five', 5],
  ['ten', 10],
  ['quarter', 15],
  ['twenty', 20],
  ['half', 30],
]);

/** "half past nine", "a quarter to six", "ten past four"; hours as said, from 1 to 12. */
export function spokenClock(words: readonly Word[], at: number): SpokenReading | undefined {
  const first = wordAt(words, at).lower === 'a' ? at + 1 : at;
  const minute = MINUTES.get(wordAt(words, first).lower);
  const join = wordAt(words, first + 1).lower;
  if (minute === undefined || (join !== 'past' && (join !== 'to' || minute === 30))) return undefined;
  // "five to six" is a count as often: only the quarter is sure before "to".
  if (join === 'to' && minute !== 15) return undefined;
  const hour = hourAt(words, first + 2);
  if (hour === undefined || wordAt(words, first + 3).lower === '-') return undefined;
  if (join === 'past') return { hour, minute, end: first + 3 };
  return { hour: hour === 1 ? 12 : hour - 1, minute: 60 - minute, end: first + 3 };
}

function hourAt(words: readonly Word[], at: number): number | undefined {
  const { kind, lower } = wordAt(words, at);
  if (kind === 'word') return HOURS.get(lower);
  const hour = kind === 'number' && lower.length <= 2 ? Number(lower) : 0;
  return hour >= 1 && hour <= 12 ? hour : undefined;
}

const HALF_DAYS = new Map([
  ['morning', 0],
  ['afternoon', 12],
  ['evening', 12],
]);

/** "7 in the morning", "six in the evening" behind a word that leads to a clock time. */
export function hourOfHalfDay(words: readonly Word[], at: number): SpokenReading | undefined {
  const hour = hourAt(words, at);
  if (hour === undefined || wordAt(words, at + 1).lower !== 'in' || wordAt(words, at + 2).lower !== 'the')
    return undefined;
  const hours = HALF_DAYS.get(wordAt(words, at + 3).lower);
  const lead = wordAt(words, at - 1).lower;
  if (hours === undefined || (lead !== 'at' && lead !== 'around' && lead !== 'about' && lead !== 'by'))
    return undefined;
  return { hour: (hour % 12) + hours, minute: 0, end: at + 4 };
}
