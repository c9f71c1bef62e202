import { type Word, wordAt } from '../../../time/words.ts';
import { wordSet } from './wordSet.ts';

/** A zone behind a clock time; `zone` as ISO 8601 writes it where figures or UTC give it. */
export interface Zone {
  readonly zone?: string;
  readonly end: number;
}

const UTC = new Set(['gmt', 'utc']);
const ZONES = wordSet(`
  est edt cst cdt mst mdt pst pdt cet cest eet eest bst ist msk jst et pt ct irst ast aest
`);
const ZONE_NAMES = wordSet('local eastern central pacific mountain');

/** A zone behind a clock time: "GMT", "ET", "local time", "Beirut time", "Eastern", "(GMT +8)", in brackets or not. */
export function zoneAt(words: readonly Word[], at: number): Zone | undefined {
  const open = wordAt(words, at).lower === '(';
  const first = open ? at + 1 : at;
  const word = wordAt(words, first);
  const zone = zoneName(words, first);
  if (zone === undefined) return undefined;
  if (word.lower === 'z' && !word.glued) return undefined;
  if (!open) return zone;
  return wordAt(words, zone.end).lower === ')' ? { ...zone, end: zone.end + 1 } : undefined;
}

function zoneName(words: readonly Word[], at: number): Zone | undefined {
  const { lower, capital } = wordAt(words, at);
  if (UTC.has(lower)) return offsetAt(words, at + 1) ?? { zone: 'Z', end: at + 1 };
  if (lower === 'z' && capital) return { zone: 'Z', end: at + 1 };
  if (ZONES.has(lower) && capital) return { end: at + 1 };
  const second = wordAt(words, at + 1).lower;
  const time = second === 'standard' || second === 'daylight' ? at + 2 : at + 1;
  const isTime = wordAt(words, time).lower === 'time';
  // "Beirut time", "New York time": any name before "time" is a zone behind a clock reading.
  if (isTime && (ZONE_NAMES.has(lower) || capital)) return { end: time + 1 };
  if (capital && wordAt(words, at + 1).capital && wordAt(words, at + 2).lower === 'time')
    return { end: at + 3 };
  return lower === 'eastern' && capital ? { end: at + 1 } : undefined;
}

/** "+3", "-05:00", "+0330" behind "GMT" or a reading of ISO 8601. */
export function offsetAt(words: readonly Word[], at: number): Zone | undefined {
  const sign = wordAt(words, at).lower;
  const hours = wordAt(words, at + 1);
  if ((sign !== '+' && sign !== '-') || hours.kind !== 'number' || !hours.glued) return undefined;
  const { lower } = hours;
  if (lower.length === 4) return zoneOf(sign, { hours: lower.slice(0, 2), minutes: lower.slice(2) }, at + 2);
  if (lower.length > 2) return undefined;
  const minutes = wordAt(words, at + 3);
  const hasMinutes = wordAt(words, at + 2).lower === ':' && minutes.glued && minutes.lower.length === 2;
  return hasMinutes
    ? zoneOf(sign, { hours: lower, minutes: minutes.lower }, at + 4)
    : zoneOf(sign, { hours: lower, minutes: '00' }, at + 2);
}

/** No place is further from Greenwich than this. */
const MOST_HOURS = 14;

function zoneOf(
  sign: string,
  { hours, minutes }: { readonly hours: string; readonly minutes: string },
  end: number,
): Zone | undefined {
  if (Number(hours) > MOST_HOURS || Number(minutes) > 59) return undefined;
  return { zone: `${sign}${hours.padStart(2, '0')}:${minutes}`, end };
}

const LETTERS = 'abcdefghiklm';
const LETTERS_WEST = 'nopqrstuvwxy';

/** The zone letters of military times: `Z` is UTC, A to M lie east of it, N to Y west. */
export function letterZone(letter: string): string | undefined {
  if (letter === 'z') return 'Z';
  const east = LETTERS.indexOf(letter);
  const hours = east >= 0 ? east + 1 : LETTERS_WEST.indexOf(letter) + 1;
  return hours === 0 ? undefined : `${east >= 0 ? '+' : '-'}${String(hours).padStart(2, '0')}:00`;
}
