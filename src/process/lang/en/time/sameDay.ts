import type { Match, ShiftMeaning, Unit } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { wordSet } from './wordSet.ts';
import { yearPhraseAt } from './yearPhrase.ts';

const UNITS = new Map<string, Unit>([
  ['day', 'day'],
  ['week', 'week'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['decade', 'decade'],
  ['weekend', 'weekend'],
]);

/** "the same day", "that week", "the day before", "the day after", "the same month a year ago", "the same period last year". */
export function sameDay(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  if (lower === 'same' || lower === 'that') return sameUnit(words, at);
  return lower === 'day' || lower === 'night' || lower === 'week' || lower === 'month' || lower === 'year'
    ? neighbour(words, at)
    : undefined;
}

function sameUnit(words: readonly Word[], at: number): Match | undefined {
  const noun = wordAt(words, at).lower === 'that' && wordAt(words, at + 1).lower === 'same' ? at + 2 : at + 1;
  const { lower } = wordAt(words, noun);
  const unit = UNITS.get(lower);
  const earlier = wordAt(words, at).lower === 'same' ? yearEarlier(words, noun + 1) : undefined;
  if (earlier !== undefined && (unit !== undefined || lower === 'period' || lower === 'time')) {
    const keep = lower === 'day' || lower === 'time' ? 'day' : 'stretch';
    const meaning: ShiftMeaning = {
      kind: 'shift',
      unit: 'year',
      count: -1,
      base: 'previous',
      keep,
      orPublished: true,
    };
    return { start: at, end: earlier, meaning };
  }
  if (unit === undefined || isClauseDay(words, noun + 1)) return undefined;
  return { start: at, end: noun + 1, meaning: { kind: 'shift', unit, count: 0, base: 'previous' } };
}

/** "the same day that the bridge fell" is told by its clause. */
function isClauseDay(words: readonly Word[], at: number): boolean {
  const { lower } = wordAt(words, at);
  return lower === 'that' || lower === 'when' || lower === 'as' || lower === '-';
}

/** "a year ago", "last year", "of the previous year", "in 2019" is left to its own expression. */
function yearEarlier(words: readonly Word[], at: number): number | undefined {
  const first = wordAt(words, at).lower === 'of' || wordAt(words, at).lower === 'in' ? at + 1 : at;
  const phrase = yearPhraseAt(words, first);
  if (phrase !== undefined && typeof phrase.year !== 'number' && phrase.year.shift === -1) return phrase.end;
  const article = wordAt(words, first).lower;
  if ((article !== 'a' && article !== 'one') || wordAt(words, first + 1).lower !== 'year') return undefined;
  const direction = wordAt(words, first + 2).lower;
  return direction === 'ago' || direction === 'earlier' || direction === 'before' ? first + 3 : undefined;
}

/** "the day before", "the year after", closing their clause: one unit from the date told. */
function neighbour(words: readonly Word[], at: number): Match | undefined {
  if (wordAt(words, at - 1).lower !== 'the' && wordAt(words, at - 1).lower !== 'a') return undefined;
  const unit =
    UNITS.get(wordAt(words, at).lower) ?? (wordAt(words, at).lower === 'night' ? 'day' : undefined);
  const { lower } = wordAt(words, at + 1);
  if (wordAt(words, at).lower === 'night' && lower !== 'before') return undefined;
  const count =
    lower === 'before' || lower === 'previous' || lower === 'prior' ? -1 : lower === 'after' ? 1 : undefined;
  if (unit === undefined || count === undefined) return undefined;
  const next = wordAt(words, at + 2);
  const closes = next.kind === 'end' || next.line || CLOSING.has(next.lower);
  if (closes && wordAt(words, at).lower === 'night') {
    const day: ShiftMeaning = { kind: 'shift', unit: 'day', count: -1, base: 'previous' };
    return { start: at, end: at + 2, meaning: { kind: 'time', part: 'NI', day } };
  }
  return closes
    ? { start: at, end: at + 2, meaning: { kind: 'shift', unit, count, base: 'previous' } }
    : undefined;
}

const CLOSING = wordSet('. , ; : " ) - and but in at to by — while when was had he she they it we');
