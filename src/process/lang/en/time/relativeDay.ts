import type { Match, Meaning } from '../../../time/meaning.ts';
import { isPhraseAt, type Word, wordAt } from '../../../time/words.ts';
import { withDayPart } from './partBehind.ts';
import { weekday } from './weekday.ts';

const DAYS = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

/** "today", "yesterday morning", "tomorrow night", "the day before yesterday", "tonight", "overnight". */
export function relativeDay(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  if (lower === 'day') return twoDaysOff(words, at);
  if (lower === 'tonight' || lower === 'overnight') {
    if (isAdjective(words, at)) return undefined;
    const named = lower === 'overnight' ? dayNamedBehind(words, at + 1) : undefined;
    const day = named?.meaning ?? dayMeaning(0);
    return { start: at, end: named?.end ?? at + 1, meaning: { kind: 'time', part: 'NI', day } };
  }
  const count = DAYS.get(lower);
  if (count === undefined || isName(words, at)) return undefined;
  return withDayPart(words, { start: at, end: at + 1, meaning: dayMeaning(count) });
}

/** "overnight Tuesday", "overnight on Tuesday". */
function dayNamedBehind(words: readonly Word[], at: number): Match | undefined {
  const on = wordAt(words, at).lower === 'on' ? at + 1 : at;
  if (!wordAt(words, on).capital) return undefined;
  const day = weekday(words, on);
  return day?.meaning.kind === 'weekday' || day?.meaning.kind === 'date' ? day : undefined;
}

function twoDaysOff(words: readonly Word[], at: number): Match | undefined {
  if (isPhraseAt(words, at + 1, ['before', 'yesterday']))
    return { start: at, end: at + 3, meaning: dayMeaning(-2) };
  if (isPhraseAt(words, at + 1, ['after', 'tomorrow']))
    return { start: at, end: at + 3, meaning: dayMeaning(2) };
  return undefined;
}

/** "USA Today", "Russia Today", "the Today show": a capital that no sentence beginning explains. */
function isName(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at);
  if (!word.capital || word.line) return false;
  const before = wordAt(words, at - 1);
  return (before.kind === 'word' && (before.capital || before.lower === 'the')) || before.lower === '@';
}

/** "an overnight raid", "the overnight curfew": still a time; "overnight stays" and "stay overnight at" are as well. */
function isAdjective(words: readonly Word[], at: number): boolean {
  return wordAt(words, at).capital && wordAt(words, at - 1).kind === 'word';
}

export function dayMeaning(count: number): Meaning {
  return { kind: 'shift', unit: 'day', count, base: 'published' };
}
