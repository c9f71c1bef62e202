import type { Match, TimeMeaning } from '../../../time/meaning.ts';
import { isPhraseAt, type Word, wordAt } from '../../../time/words.ts';
import { type ClockDigits, clockDigitsAt } from './clockDigits.ts';
import { type Zone, zoneAt } from './clockZone.ts';
import { dayBehind } from './dayExpression.ts';
import { countAt, isFreeNumber } from './numbers.ts';
import { hourOfHalfDay, spokenClock } from './spokenClock.ts';
import { wordSet } from './wordSet.ts';

interface Reading {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly zone?: string;
  readonly end: number;
}

/** "3 p.m.", "15:30 local time", "0800 UTC", "9 o'clock", "half past nine", "noon", "12:00 UTC Monday", "around midnight". */
export function clock(words: readonly Word[], at: number): Match | undefined {
  const pair = hourPair(words, at);
  if (pair !== undefined) return pair;
  const reading = readingAt(words, at);
  if (reading === undefined) return undefined;
  const { end } = reading;
  const day = dayBehind(words, end);
  if (day !== undefined) return { start: at, end: day.end, meaning: meaningOf(reading, day) };
  const around = dayAround(words, end);
  const last = around === undefined ? dayPartEnd(words, end) : end;
  return { start: at, end: last, meaning: meaningOf(reading, around) };
}

function readingAt(words: readonly Word[], at: number): Reading | undefined {
  return (
    namedClock(words, at) ??
    digitClock(words, at) ??
    oClock(words, at) ??
    spokenClock(words, at) ??
    hourOfHalfDay(words, at)
  );
}

function meaningOf({ hour, minute, second, zone }: Reading, day: Match | undefined): TimeMeaning {
  const clock = {
    hour,
    minute,
    ...(second === undefined ? {} : { second }),
    ...(zone === undefined ? {} : { zone }),
  };
  const bare = day?.meaning.kind === 'time' ? day.meaning.day : day?.meaning;
  return { kind: 'time', clock, ...(bare === undefined ? {} : { day: bare }) };
}

/** The day behind a second reading in brackets: "0600 local time (0300 GMT) on Saturday"; it is told by itself. */
function dayAround(words: readonly Word[], at: number): Match | undefined {
  if (wordAt(words, at).lower === ')') return dayBehind(words, at + 1);
  if (wordAt(words, at).lower !== '(') return undefined;
  const inner = digitClock(words, at + 1);
  return inner !== undefined && wordAt(words, inner.end).lower === ')'
    ? dayBehind(words, inner.end + 1)
    : undefined;
}

/** "between 2 and 3 a.m.", "8-10 p.m.": the half of the day behind the second counts for the first. */
function hourPair(words: readonly Word[], at: number): Match | undefined {
  const { kind, lower } = wordAt(words, at);
  const hour = kind === 'number' && lower.length <= 2 ? Number(lower) : 0;
  if (hour < 1 || hour > 12 || !isFreeNumber(words, at)) return undefined;
  const join = wordAt(words, at + 1).lower;
  if (join !== 'and' && join !== 'to' && join !== '-') return undefined;
  if (join === 'and' && wordAt(words, at - 1).lower !== 'between') return undefined;
  const second = wordAt(words, at + 2).kind === 'number' ? hourOnly(words, at + 2) : undefined;
  const next = second === undefined ? undefined : clock(words, at + 2);
  if (second === undefined || next?.meaning.kind !== 'time') return undefined;
  // "from 11 to 2 p.m." begins in the morning.
  const isSameHalf = hour % 12 <= second.hour % 12;
  const shift = second.hour >= 12 === isSameHalf ? 12 : 0;
  const { zone } = second;
  const meaning: TimeMeaning = {
    ...next.meaning,
    clock: { hour: (hour % 12) + shift, minute: 0, ...(zone === undefined ? {} : { zone }) },
  };
  return { start: at, end: at + 1, meaning, next };
}

/** "5 o'clock in the morning", "2 a.m. in the night". */
function dayPartEnd(words: readonly Word[], at: number): number {
  const isPart = isPhraseAt(words, at, ['in', 'the']) && HALF_DAYS.has(wordAt(words, at + 2).lower);
  return isPart ? at + 3 : at;
}

const HALF_DAYS = new Map([
  ['morning', 0],
  ['afternoon', 12],
  ['evening', 12],
]);

function namedClock(words: readonly Word[], at: number): Reading | undefined {
  const word = wordAt(words, at);
  // The midnight of a day is the one that ends it: T24:00.
  if (word.lower !== 'noon' && word.lower !== 'midnight') return undefined;
  const hyphen = wordAt(words, at + 1);
  if (hyphen.glued && hyphen.lower === '-') return undefined;
  if (word.capital && wordAt(words, at - 1).capital && !word.line) return undefined;
  return zoned(words, { hour: word.lower === 'noon' ? 12 : 24, minute: 0, end: at + 1 });
}

function digitClock(words: readonly Word[], at: number): Reading | undefined {
  if (wordAt(words, at).kind !== 'number' || !isFreeNumber(words, at)) return undefined;
  return military(words, at) ?? fullClock(words, at) ?? hourOnly(words, at);
}

/** "0800 UTC", "1430 hours", "2100 local time": four digits with a zone. */
function military(words: readonly Word[], at: number): Reading | undefined {
  const { lower } = wordAt(words, at);
  if (lower.length !== 4) return undefined;
  const hour = Number(lower.slice(0, 2));
  const minute = Number(lower.slice(2));
  if (hour > 24 || minute > 59) return undefined;
  const zone = zoneAt(words, at + 1);
  if (zone !== undefined) return withZone({ hour, minute, end: zone.end }, zone);
  const isHours =
    wordAt(words, at + 1).lower === 'hours' &&
    (lower.startsWith('0') || wordAt(words, at - 1).lower === 'at');
  return isHours ? zoned(words, { hour, minute, end: at + 2 }) : undefined;
}

function fullClock(words: readonly Word[], at: number): Reading | undefined {
  const colon = clockDigitsAt(words, at);
  const digits = colon ?? clockDigitsAt(words, at, { point: true });
  if (digits === undefined) return undefined;
  const half = meridiemAt(words, digits.end);
  if (half !== undefined) {
    if (digits.hour > 12 || digits.hour === 0) return zoned(words, { ...digits, end: half.end });
    return zoned(words, { ...digits, hour: (digits.hour % 12) + half.hours, end: half.end });
  }
  const zone = zoneAt(words, digits.end);
  if (zone !== undefined) return withZone(digits, zone);
  if (colon === undefined || !isLed(words, at) || isRatio(words, colon)) return undefined;
  return colon;
}

const LEADS = wordSet('at by around about until till from since before after between to');

/** "at 10:30", "Dec. 10, 10:30" (a date before it), "between 10:00 and 11:00". */
function isLed(words: readonly Word[], at: number): boolean {
  const before = wordAt(words, at - 1).lower;
  if (LEADS.has(before)) return true;
  const joined = before === 'and' || before === '-';
  return joined && wordAt(words, at - 3).lower === ':';
}

/** "at 2:15 of the second half", "at 3:1": a score, a running time or a verse. */
function isRatio(words: readonly Word[], digits: ClockDigits): boolean {
  const next = wordAt(words, digits.end);
  return next.glued && (next.kind === 'word' || next.kind === 'number' || next.lower === ':');
}

function hourOnly(words: readonly Word[], at: number): Reading | undefined {
  const { lower } = wordAt(words, at);
  const hour = Number(lower);
  if (lower.length > 2 || hour > 12 || hour === 0) return undefined;
  // "2: 03pm": minutes.
  if (wordAt(words, at - 1).lower === ':' && wordAt(words, at - 2).kind === 'number') return undefined;
  const half = meridiemAt(words, at + 1);
  if (half === undefined) return undefined;
  return zoned(words, { hour: (hour % 12) + half.hours, minute: 0, end: half.end });
}

/** "am", "p.m.", "pm": hours to add. */
function meridiemAt(words: readonly Word[], at: number): { hours: number; end: number } | undefined {
  const { lower } = wordAt(words, at);
  if (lower === 'am' || lower === 'pm') return { hours: lower === 'pm' ? 12 : 0, end: at + 1 };
  if ((lower !== 'a' && lower !== 'p') || wordAt(words, at + 1).lower !== '.') return undefined;
  const m = wordAt(words, at + 2);
  if (m.lower !== 'm') return undefined;
  const point = wordAt(words, at + 3);
  return { hours: lower === 'p' ? 12 : 0, end: point.lower === '.' && point.glued ? at + 4 : at + 3 };
}

/** "5 o'clock", "five o'clock in the morning". */
function oClock(words: readonly Word[], at: number): Reading | undefined {
  const count = countAt(words, at);
  if (count?.value === undefined || !Number.isInteger(count.value) || count.value > 12 || count.value < 1)
    return undefined;
  if (!isPhraseAt(words, count.end, ['o', "'", 'clock'])) return undefined;
  const end = count.end + 3;
  const shift = isPhraseAt(words, end, ['in', 'the'])
    ? HALF_DAYS.get(wordAt(words, end + 2).lower)
    : undefined;
  const hour = shift === undefined ? count.value : (count.value % 12) + shift;
  return { hour, minute: 0, end };
}

function zoned(words: readonly Word[], reading: Reading): Reading {
  const zone = zoneAt(words, reading.end);
  return zone === undefined ? reading : withZone(reading, zone);
}

function withZone(reading: Reading, { zone, end }: Zone): Reading {
  return zone === undefined ? { ...reading, end } : { ...reading, zone, end };
}
