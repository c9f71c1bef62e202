import type { DayPart, Match, Meaning, ShiftMeaning } from '../meaning.ts';
import { type Word, wordAt } from '../words.ts';
import { DAY_PARTS } from './vocabulary.ts';

/** A day with the part of it that may be named behind: "Thursday" becomes "Thursday night". */
export function withDayPart(words: readonly Word[], day: Match): Match {
  const at = day.end;
  const skipped = EARLINESS.has(wordAt(words, at).lower) ? at + 1 : at;
  const part = DAY_PARTS.get(wordAt(words, skipped).lower);
  if (part === undefined || wordAt(words, skipped).line) return day;
  return { ...day, end: skipped + 1, meaning: { kind: 'time', part, day: day.meaning } };
}

const EARLINESS = new Set(['early', 'late']);

const SHIFTS = new Map<string, ShiftMeaning>([
  ['this', { kind: 'shift', unit: 'day', count: 0, base: 'published' }],
  ['last', { kind: 'shift', unit: 'day', count: -1, base: 'published' }],
  ['that', { kind: 'shift', unit: 'day', count: 0, base: 'previous' }],
  ['next', { kind: 'shift', unit: 'day', count: 1, base: 'previous' }],
  ['following', { kind: 'shift', unit: 'day', count: 1, base: 'previous' }],
  ['previous', { kind: 'shift', unit: 'day', count: -1, base: 'previous' }],
]);

const RECENT: Meaning = { kind: 'shift', unit: 'day', count: 0, base: 'recent' };

/** "this morning", "last night", "that evening", "the next morning", "in the afternoon", "at night", "morning trading". */
export function dayPart(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  const shift = SHIFTS.get(lower);
  if (shift !== undefined) {
    const noun =
      wordAt(words, at + 1).lower === 'same' || EARLINESS.has(wordAt(words, at + 1).lower) ? at + 2 : at + 1;
    const part = DAY_PARTS.get(wordAt(words, noun).lower);
    return part === undefined
      ? undefined
      : { start: at, end: noun + 1, meaning: { kind: 'time', part, day: shift } };
  }
  const part = DAY_PARTS.get(lower);
  return part === undefined ? undefined : bareDayPart(words, at, part);
}

const ADVERBS = new Set(['early', 'late', 'mid']);

function bareDayPart(words: readonly Word[], at: number, part: DayPart): Match | undefined {
  if (wordAt(words, at).capital && wordAt(words, at - 1).capital) return undefined;
  const of = wordAt(words, at + 1).lower;
  let before = wordAt(words, at - 1).lower;
  let lead = at - 1;
  if (ADVERBS.has(before) || (before === '-' && ADVERBS.has(wordAt(words, at - 2).lower))) {
    lead = before === '-' ? at - 3 : at - 2;
    before = wordAt(words, lead).lower;
  }
  if (before === 'the' || before === 'same') {
    const first = wordAt(words, before === 'same' ? lead - 2 : lead - 1).lower;
    const led =
      first === 'in' || first === 'during' || first === 'into' || first === 'through' || before === 'same';
    if (!led && of !== 'of') return undefined;
    return { start: at, end: at + 1, meaning: { kind: 'time', part, day: RECENT } };
  }
  const word = wordAt(words, at).lower;
  const isPoint = word === 'dawn' || word === 'dusk' || word === 'midday';
  if (isPoint || word === 'night') {
    if (before !== 'at' && !(isPoint && POINT_LEADS.has(before))) return undefined;
    return { start: at, end: at + 1, meaning: { kind: 'time', part, day: RECENT } };
  }
  if ((before === 'in' && of === 'trading') || (lead < at - 1 && before === 'in')) {
    return { start: at, end: at + 1, meaning: { kind: 'time', part, day: RECENT } };
  }
  return undefined;
}

const POINT_LEADS = new Set(['before', 'after', 'around', 'by', 'until', 'since', 'from']);
