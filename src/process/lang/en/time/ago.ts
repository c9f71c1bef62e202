import type { Match, Meaning, Unit } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { unitAt } from './duration.ts';
import { countAt } from './numbers.ts';
import { PLURAL_UNITS } from './vocabulary.ts';

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
  const found = count === undefined ? { unit: plural as Unit, end: at + 1 } : unitAt(words, count.end);
  if (found === undefined) return undefined;
  const direction = directionAt(words, found.end);
  if (direction === undefined) return undefined;
  const meaning = meaningOf(count?.value, found.unit, direction);
  return { start: at, end: direction.end, meaning };
}

function meaningOf(count: number | undefined, unit: Unit, { sign, base }: Direction): Meaning {
  if (count !== undefined) {
    const half = Number.isInteger(count) ? undefined : HALVED[unit];
    // "a week ago" is a day, seven days back; "two weeks ago" is not as exact.
    if (count === 1 && unit === 'week') return { kind: 'shift', unit: 'day', count: sign * 7, base };
    if (Number.isInteger(count)) return { kind: 'shift', unit, count: sign * count, base, ...keepOf(unit) };
    if (half !== undefined) return { kind: 'shift', unit: half.unit, count: sign * count * half.times, base };
  }
  if (base === 'previous') return { kind: 'fixed', type: 'DATE', value: 'XXXX-XX-XX' };
  return { kind: 'fixed', type: 'DATE', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' };
}

/** "a year earlier" beside a quarter or month is that quarter or month of the year before. */
function keepOf(unit: Unit): { readonly keep?: 'part' } {
  return unit === 'year' ? { keep: 'part' } : {};
}

const HALVED: Partial<Record<Unit, { readonly unit: Unit; readonly times: number }>> = {
  year: { unit: 'month', times: 12 },
  decade: { unit: 'year', times: 10 },
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
