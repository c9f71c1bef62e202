import type { Match, Meaning, ShiftMeaning } from '../../../time/meaning.ts';
import { isPhraseAt, type Word, wordAt } from '../../../time/words.ts';
import { dayBehind } from './dayExpression.ts';
import { EARLINESS } from './partBehind.ts';
import { DAY_PARTS, WEEKDAYS } from './vocabulary.ts';
import { wordSet } from './wordSet.ts';

const SHIFTS = new Map<string, ShiftMeaning>([
  ['this', { kind: 'shift', unit: 'day', count: 0, base: 'published' }],
  ['last', { kind: 'shift', unit: 'day', count: -1, base: 'published' }],
  ['that', { kind: 'shift', unit: 'day', count: 0, base: 'previous' }],
  ['same', { kind: 'shift', unit: 'day', count: 0, base: 'previous' }],
  ['next', { kind: 'shift', unit: 'day', count: 1, base: 'previous' }],
  ['following', { kind: 'shift', unit: 'day', count: 1, base: 'previous' }],
  ['previous', { kind: 'shift', unit: 'day', count: -1, base: 'previous' }],
]);

const RECENT: Meaning = { kind: 'shift', unit: 'day', count: 0, base: 'recent' };

/** "this morning", "last night", "that evening", "the night of Dec. 3", "in the afternoon", "at night", "at dawn". */
export function dayPart(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  const shift = SHIFTS.get(lower);
  if (shift !== undefined) return shiftedPart(words, at, shift);
  const hours = smallHours(words, at);
  if (hours !== undefined) return hours;
  const part = DAY_PARTS.get(lower);
  if (part === undefined || (wordAt(words, at).capital && wordAt(words, at - 1).capital)) return undefined;
  const day = partOfDay(words, at);
  if (day !== undefined)
    return { start: at, end: day.end, meaning: { kind: 'time', part, day: day.meaning } };
  if (!isLed(words, at, lower)) return undefined;
  return { start: at, end: at + 1, meaning: { kind: 'time', part, day: RECENT } };
}

/** "the early hours of Sunday", "the small hours". */
function smallHours(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  const isEarly = lower === 'early' || lower === 'small' || lower === 'wee';
  if (!isEarly || wordAt(words, at + 1).lower !== 'hours' || wordAt(words, at - 1).lower !== 'the')
    return undefined;
  const isMorning = isPhraseAt(words, at + 2, ['of', 'the', 'morning']);
  const end = isMorning ? at + 5 : at + 2;
  const join = wordAt(words, end).lower;
  const day = join === 'of' || join === 'on' ? dayBehind(words, end) : undefined;
  const bare = day?.meaning.kind === 'time' ? day.meaning.day : day?.meaning;
  const meaning: Meaning = { kind: 'time', part: 'MO', day: bare ?? RECENT };
  return { start: at, end: day?.end ?? end, meaning, mod: 'START' };
}

function shiftedPart(words: readonly Word[], at: number, day: ShiftMeaning): Match | undefined {
  const skips = wordAt(words, at + 1).lower === 'same' || EARLINESS.has(wordAt(words, at + 1).lower);
  const noun = skips ? at + 2 : at + 1;
  const part = DAY_PARTS.get(wordAt(words, noun).lower);
  return part === undefined ? undefined : { start: at, end: noun + 1, meaning: { kind: 'time', part, day } };
}

/** The day named behind: "the morning of Sept. 11", "at dawn on Friday". */
function partOfDay(words: readonly Word[], at: number): Match | undefined {
  const join = wordAt(words, at + 1).lower;
  const isPoint = POINTS.has(wordAt(words, at).lower) && WEEKDAYS.has(join);
  const day = join === 'of' || join === 'on' || isPoint ? dayBehind(words, at + 1) : undefined;
  return day?.meaning.kind === 'time' ? undefined : day;
}

const POINTS = wordSet('dawn dusk midday');
const POINT_LEADS = wordSet('at before after around by until since from');
const THE_LEADS = wordSet('in during into through throughout for');

/** "in the (early) morning", "at night", "before dawn", "in morning trading"; not "a night", "the morning show". */
function isLed(words: readonly Word[], at: number, part: string): boolean {
  const lead = isEarly(words, at) ? (wordAt(words, at - 1).lower === '-' ? at - 3 : at - 2) : at - 1;
  const { lower } = wordAt(words, lead);
  if (POINTS.has(part)) return POINT_LEADS.has(lower);
  if (lower === 'same' || lower === 'that') return true;
  // "by late afternoon", "since mid-morning".
  if (lead < at - 1 && part !== 'night' && POINT_LEADS.has(lower)) return true;
  if (lower === 'the') return THE_LEADS.has(wordAt(words, lead - 1).lower);
  if (part === 'night') return lower === 'at';
  return lower === 'in' && (lead < at - 1 || wordAt(words, at + 1).lower === 'trading');
}

function isEarly(words: readonly Word[], at: number): boolean {
  const before = wordAt(words, at - 1).lower;
  return EARLINESS.has(before) || (before === '-' && EARLINESS.has(wordAt(words, at - 2).lower));
}
