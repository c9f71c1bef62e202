import type { Match, Meaning, Unit } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { halfBehind, rangeBehind, unitAt } from './duration.ts';
import { countAt } from './numbers.ts';
import { PLURAL_UNITS, WEEKDAYS } from './vocabulary.ts';

interface Direction {
  readonly sign: 1 | -1;
  readonly base: 'published' | 'previous';
  readonly end: number;
}

/** "two weeks ago", "a year earlier", "three days later", "an hour from now", "days later". */
export function ago(words: readonly Word[], at: number): Match | undefined {
  const count = countAt(words, at);
  const plural = count === undefined ? PLURAL_UNITS.get(wordAt(words, at).lower) : undefined;
  if (count === undefined && plural === undefined) return undefined;
  const range = count === undefined ? undefined : rangeBehind(words, count);
  const found =
    count === undefined ? { unit: plural as Unit, end: at + 1 } : unitAt(words, range?.end ?? count.end);
  if (found === undefined) return undefined;
  const shifted =
    count?.value === undefined ? undefined : weekdayBehind(words, found, { at, count: count.value });
  if (shifted !== undefined) return shifted;
  const half = count?.value === undefined ? undefined : halfBehind(words, found.end);
  const withHalf = half === undefined ? undefined : directionAt(words, half.end);
  if (half !== undefined && withHalf !== undefined) {
    const meaning = meaningOf((count?.value ?? 1) + 0.5, found.unit, withHalf);
    return { start: at, end: withHalf.end, meaning };
  }
  const direction = directionAt(words, found.end);
  if (direction === undefined) return undefined;
  // "40 or 50 years ago": how many is open.
  const meaning = meaningOf(range === undefined ? count?.value : undefined, found.unit, direction);
  return { start: at, end: direction.end, meaning };
}

/** "a week ago Thursday", "two weeks from Monday". */
function weekdayBehind(
  words: readonly Word[],
  { unit, end }: { readonly unit: Unit; readonly end: number },
  { at, count }: { readonly at: number; readonly count: number },
): Match | undefined {
  const { lower } = wordAt(words, end);
  if (unit !== 'week' || !Number.isInteger(count) || (lower !== 'ago' && lower !== 'from')) return undefined;
  const on = lower === 'ago' && wordAt(words, end + 1).lower === 'on' ? end + 2 : end + 1;
  const weekday = wordAt(words, on).capital ? WEEKDAYS.get(wordAt(words, on).lower) : undefined;
  if (weekday === undefined) return undefined;
  return {
    start: at,
    end: on + 1,
    meaning: { kind: 'weekdayShift', weekday, weeks: lower === 'ago' ? -count : count },
  };
}

function meaningOf(count: number | undefined, unit: Unit, { sign, base }: Direction): Meaning {
  // "hours later" is of the same day, as far as is known.
  const isFine = unit === 'hour' || unit === 'minute' || unit === 'second';
  if (count === undefined && isFine && base === 'previous') return { kind: 'shift', unit, count: 0, base };
  if (count !== undefined) {
    const half = Number.isInteger(count) ? undefined : HALVED[unit];
    // "a week ago" is a day, seven days back; "two weeks ago" is not as exact.
    if (count === 1 && (unit === 'week' || unit === 'fortnight'))
      return { kind: 'shift', unit: 'day', count: sign * (unit === 'week' ? 7 : 14), base };
    if (Number.isInteger(count))
      return { kind: 'shift', unit, count: sign * count, base, ...keepOf(unit), ...orPublished(unit, sign) };
    if (half !== undefined) return { kind: 'shift', unit: half.unit, count: sign * count * half.times, base };
  }
  if (base === 'previous') return { kind: 'fixed', type: 'DATE', value: 'XXXX-XX-XX' };
  return { kind: 'fixed', type: 'DATE', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' };
}

/** "a year earlier" beside a quarter or month is that quarter or month of the year before. */
function keepOf(unit: Unit): { readonly keep?: 'part' } {
  return unit === 'year' ? { keep: 'part' } : {};
}

/** "up 4 percent from a year earlier": where the text tells no other date, from its own. */
function orPublished(unit: Unit, sign: number): { readonly orPublished?: boolean } {
  return unit === 'year' && sign < 0 ? { orPublished: true } : {};
}

const HALVED: Partial<Record<Unit, { readonly unit: Unit; readonly times: number }>> = {
  year: { unit: 'month', times: 12 },
  decade: { unit: 'year', times: 10 },
  century: { unit: 'year', times: 100 },
};

function directionAt(words: readonly Word[], at: number): Direction | undefined {
  const { lower } = wordAt(words, at);
  if (lower === 'ago') return { sign: -1, base: 'published', end: at + 1 };
  if (lower === 'earlier' || lower === 'previously') return { sign: -1, base: 'previous', end: at + 1 };
  if (lower === 'later') return { sign: 1, base: 'previous', end: at + 1 };
  if (lower === 'hence') return { sign: 1, base: 'published', end: at + 1 };
  if (lower === 'before' || lower === 'prior') return beforeAlone(words, at);
  const now = wordAt(words, at + 1).lower;
  if (lower === 'from' && (now === 'now' || now === 'today'))
    return { sign: 1, base: 'published', end: at + 2 };
  return undefined;
}

/** "two days before." looks back from the date told; "two days before the vote" is a length of time. */
function beforeAlone(words: readonly Word[], at: number): Direction | undefined {
  const next = wordAt(words, at + 1);
  const closes = next.kind === 'end' || next.lower === '.' || next.lower === ',' || next.lower === ';';
  return closes ? { sign: -1, base: 'previous', end: at + 1 } : undefined;
}
