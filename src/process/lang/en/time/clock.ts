import type { Match, TimeMeaning } from '../../../time/meaning.ts';
import { isPhraseAt, type Word, wordAt } from '../../../time/words.ts';
import { type ClockDigits, clockDigitsAt } from './clockDigits.ts';
import { dayBehind } from './dayExpression.ts';
import { countAt, isFreeNumber } from './numbers.ts';
import { wordSet } from './wordSet.ts';

interface Reading {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly utc: boolean;
  readonly end: number;
}

/** "3 p.m.", "15:30 local time", "0800 UTC", "9 o'clock", "noon", "12:00 UTC Monday", "around midnight". */
export function clock(words: readonly Word[], at: number): Match | undefined {
  const reading = namedClock(words, at) ?? digitClock(words, at) ?? oClock(words, at);
  if (reading === undefined) return undefined;
  const { hour, minute, second, utc, end } = reading;
  const clockReading = { hour, minute, utc, ...(second === undefined ? {} : { second }) };
  const day = dayBehind(words, end);
  if (day === undefined)
    return { start: at, end: dayPartEnd(words, end), meaning: { kind: 'time', clock: clockReading } };
  return { start: at, end: day.end, meaning: withDay(clockReading, day) };
}

function withDay(reading: NonNullable<TimeMeaning['clock']>, day: Match): TimeMeaning {
  const { meaning } = day;
  const bare = meaning.kind === 'time' ? meaning.day : meaning;
  return { kind: 'time', clock: reading, ...(bare === undefined ? {} : { day: bare }) };
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
  if (word.lower !== 'noon' && word.lower !== 'midnight') return undefined;
  const hyphen = wordAt(words, at + 1);
  if (hyphen.glued && hyphen.lower === '-') return undefined;
  if (word.capital && wordAt(words, at - 1).capital && !word.line) return undefined;
  return zoned(words, { hour: word.lower === 'noon' ? 12 : 0, minute: 0, end: at + 1 });
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
  if (zone !== undefined) return { hour, minute, utc: zone.utc, end: zone.end };
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
  if (zone !== undefined) return { ...digits, utc: zone.utc, end: zone.end };
  if (colon === undefined || !isLed(words, at) || isRatio(words, colon)) return undefined;
  return { ...colon, utc: false, end: colon.end };
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
  return { hour, minute: 0, utc: false, end };
}

function zoned(words: readonly Word[], reading: Omit<Reading, 'utc'>): Reading {
  const zone = zoneAt(words, reading.end);
  return zone === undefined ? { ...reading, utc: false } : { ...reading, utc: zone.utc, end: zone.end };
}

const UTC = new Set(['gmt', 'utc']);
const ZONES = wordSet(`
  est edt cst cdt mst mdt pst pdt cet cest eet eest bst ist msk jst et pt ct irst ast aest
`);
const ZONE_NAMES = wordSet(`
  local eastern central pacific mountain moscow eastern baghdad tehran london beijing kyiv kiev
  israel iran iraq
`);

/** A zone behind a clock time: "GMT", "ET", "local time", "Moscow time", "Eastern", in brackets or not. */
function zoneAt(words: readonly Word[], at: number): { utc: boolean; end: number } | undefined {
  const open = wordAt(words, at).lower === '(';
  const first = open ? at + 1 : at;
  const word = wordAt(words, first);
  const zone = zoneName(words, first);
  if (zone === undefined) return undefined;
  if (word.lower === 'z' && !word.glued) return undefined;
  if (!open) return { utc: zone.utc, end: zone.end };
  return wordAt(words, zone.end).lower === ')' ? { utc: zone.utc, end: zone.end + 1 } : undefined;
}

function zoneName(words: readonly Word[], at: number): { utc: boolean; end: number } | undefined {
  const { lower, capital } = wordAt(words, at);
  if (UTC.has(lower)) return offsetAt(words, at + 1) ?? { utc: true, end: at + 1 };
  if (lower === 'z' && capital) return { utc: true, end: at + 1 };
  if (ZONES.has(lower) && capital) return { utc: false, end: at + 1 };
  const time =
    wordAt(words, at + 1).lower === 'standard' || wordAt(words, at + 1).lower === 'daylight'
      ? at + 2
      : at + 1;
  if (ZONE_NAMES.has(lower) && wordAt(words, time).lower === 'time') return { utc: false, end: time + 1 };
  return lower === 'eastern' && capital ? { utc: false, end: at + 1 } : undefined;
}

/** "GMT+3": another zone than UTC. */
function offsetAt(words: readonly Word[], at: number): { utc: boolean; end: number } | undefined {
  const sign = wordAt(words, at).lower;
  const hours = wordAt(words, at + 1);
  if ((sign !== '+' && sign !== '-') || hours.kind !== 'number' || !hours.glued || hours.lower.length > 2)
    return undefined;
  return { utc: false, end: at + 2 };
}
