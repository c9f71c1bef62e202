import type { Match, Mod } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { wordSet } from './wordSet.ts';

interface Widening {
  readonly words: readonly string[];
  readonly mod?: Mod;
}

/** Before lengths of time. The longer before the shorter that it ends with. */
const BEFORE_LENGTHS: readonly Widening[] = [
  { words: ['no', 'more', 'than'], mod: 'EQUAL_OR_LESS' },
  { words: ['no', 'less', 'than'], mod: 'EQUAL_OR_MORE' },
  { words: ['not', 'more', 'than'], mod: 'EQUAL_OR_LESS' },
  { words: ['little', 'more', 'than'], mod: 'MORE_THAN' },
  { words: ['more', 'than'], mod: 'MORE_THAN' },
  { words: ['less', 'than'], mod: 'LESS_THAN' },
  { words: ['fewer', 'than'], mod: 'LESS_THAN' },
  { words: ['at', 'least'], mod: 'EQUAL_OR_MORE' },
  { words: ['at', 'most'], mod: 'EQUAL_OR_LESS' },
  { words: ['up', 'to'], mod: 'EQUAL_OR_LESS' },
  { words: ['just', 'over'], mod: 'MORE_THAN' },
  { words: ['just', 'under'], mod: 'LESS_THAN' },
  { words: ['over'], mod: 'MORE_THAN' },
  { words: ['under'], mod: 'LESS_THAN' },
  { words: ['nearly'], mod: 'LESS_THAN' },
  { words: ['almost'], mod: 'LESS_THAN' },
  { words: ['about'], mod: 'APPROX' },
  { words: ['around'], mod: 'APPROX' },
  { words: ['approximately'], mod: 'APPROX' },
  { words: ['roughly'], mod: 'APPROX' },
  { words: ['some'], mod: 'APPROX' },
];

/** Before points and stretches of the calendar. */
const BEFORE_DATES: readonly Widening[] = [
  { words: ['the', 'very', 'end', 'of'], mod: 'END' },
  { words: ['the', 'end', 'of'], mod: 'END' },
  { words: ['the', 'very', 'beginning', 'of'], mod: 'START' },
  { words: ['the', 'beginning', 'of'], mod: 'START' },
  { words: ['the', 'start', 'of'], mod: 'START' },
  { words: ['the', 'middle', 'of'], mod: 'MID' },
  { words: ['late', 'in'], mod: 'END' },
  { words: ['later', 'in'], mod: 'END' },
  { words: ['late', 'on'], mod: 'END' },
  { words: ['later', 'on'], mod: 'END' },
  { words: ['early', 'on'], mod: 'START' },
  { words: ['earlier', 'on'], mod: 'START' },
  { words: ['early', 'in'], mod: 'START' },
  { words: ['earlier', 'in'], mod: 'START' },
  { words: ['early'], mod: 'START' },
  { words: ['earlier'], mod: 'START' },
  { words: ['mid', '-'], mod: 'MID' },
  { words: ['mid'], mod: 'MID' },
  { words: ['late'], mod: 'END' },
  { words: ['later'], mod: 'END' },
];

const BEFORE_CLOCKS: readonly Widening[] = BEFORE_LENGTHS.filter(
  ({ words, mod }) => mod === 'APPROX' && words[0] !== 'some' && words[0] !== 'roughly',
);

/**
 * Takes in what stands before an expression and belongs to it: its article and the words that TIMEX3 writes as `mod`
 * ("the late 1980s", "earlier this month", "the end of last year", "more than three weeks"). Never goes back beyond
 * word `floor`, where the expression before ends.
 */
export function widen(words: readonly Word[], match: Match, floor: number): Match {
  const { meaning } = match;
  if (meaning.kind === 'duration' && meaning.towards === undefined)
    return widenFirst(words, match, floor) ?? widenBy(words, match, { floor, list: BEFORE_LENGTHS });
  if (meaning.kind === 'fixed' && meaning.type === 'SET')
    return isOfMonth(words, match.start) ? withArticle(words, match, floor) : match;
  const inner = withArticle(words, match, floor);
  if (meaning.kind === 'fixed') return widenVague(words, inner, floor);
  if (meaning.kind === 'duration') return inner;
  if (meaning.kind === 'time' && meaning.clock !== undefined) {
    return widenBy(words, inner, { floor, list: BEFORE_CLOCKS });
  }
  const list = isDistance(words, match) ? BEFORE_LENGTHS : BEFORE_DATES;
  const wide = widenBy(words, inner, { floor, list });
  return wide === inner ? inner : withArticle(words, wide, floor);
}

/** "the first 100 days", "its first six months": not the "first" of "first hours", which counts nothing. */
function widenFirst(words: readonly Word[], match: Match, floor: number): Match | undefined {
  const at = match.start - 1;
  if (at < floor || wordAt(words, at).lower !== 'first' || wordAt(words, match.start).line) return undefined;
  if (match.meaning.kind !== 'duration' || match.meaning.count === undefined) return undefined;
  const the = at - 1 >= floor && wordAt(words, at - 1).lower === 'the';
  return { ...match, start: the ? at - 1 : at };
}

/** "more recently", "very soon". */
function widenVague(words: readonly Word[], match: Match, floor: number): Match {
  const { lower } = wordAt(words, match.start - 1);
  const isDegree = lower === 'more' || lower === 'very' || lower === 'most' || lower === 'until';
  return isDegree && lower !== 'until' && match.start > floor ? { ...match, start: match.start - 1 } : match;
}

/** "about two weeks ago", "more than a year later": told by a length of time. */
function isDistance(words: readonly Word[], match: Match): boolean {
  const { lower } = wordAt(words, match.end - 1);
  return (
    match.meaning.kind === 'shift' &&
    (lower === 'ago' || lower === 'earlier' || lower === 'later' || lower === 'now')
  );
}

function widenBy(
  words: readonly Word[],
  match: Match,
  { floor, list }: { floor: number; list: readonly Widening[] },
): Match {
  for (const widening of list) {
    const start = match.start - widening.words.length;
    if (start < floor || !widening.words.every((word, i) => wordAt(words, start + i).lower === word))
      continue;
    if (widening.words[0] === 'over' && !isOverMeasure(words, match)) return match;
    // "May-early June": a modifier that hangs on another word is not ours; nor is one of the line above.
    if (wordAt(words, match.start).line) return match;
    const { mod } = widening;
    return { ...match, start, ...(mod === undefined ? {} : { mod }) };
  }
  return match;
}

const MEASURES = wordSet(`
  in for after of to than at within by took take takes lasted lasting last lasts is was were be been being spent spend
  spending waited just well little and a an the with only
`);

/** "in over a year" is more than one; "jobs cut over two years" tells how long it goes on. */
function isOverMeasure(words: readonly Word[], match: Match): boolean {
  return isDistance(words, match) || MEASURES.has(wordAt(words, match.start - 2).lower);
}

function withArticle(words: readonly Word[], match: Match, floor: number): Match {
  const at = match.start - 1;
  const { lower } = wordAt(words, at);
  if (at < floor || wordAt(words, match.start).line) return match;
  if (lower === 'the') return takesArticle(words, match) ? { ...match, start: at } : match;
  const isYear = lower === 'year' && match.meaning.kind === 'date' && match.meaning.month === undefined;
  if (!isYear) return match;
  const the = at - 1 >= floor && wordAt(words, at - 1).lower === 'the';
  return { ...match, start: the ? at - 1 : at };
}

/** "the 1990s", "the third quarter", "the day", "the 5th of May"; not "the" of "the 2014 election" or "the June report". */
function takesArticle(words: readonly Word[], match: Match): boolean {
  const { meaning } = match;
  if (match.mod !== undefined) return !isPlainYear(meaning) || isOfMonth(words, match.start);
  switch (meaning.kind) {
    case 'date':
    case 'weekday':
    case 'numeric':
    case 'range':
    case 'feast':
      return (
        (!isPlainYear(meaning) && isOfMonth(words, match.start)) ||
        SEQUELS.has(wordAt(words, match.start).lower)
      );
    case 'dayOfMonth':
      return true;
    case 'fixed':
      return (
        ((meaning.unread !== undefined || meaning.type === 'SET') && isOfMonth(words, match.start)) ||
        SEQUELS.has(wordAt(words, match.start).lower)
      );
    case 'years':
      return wordAt(words, match.end - 1).lower !== 'century' || !isNounBehind(words, match.end);
    case 'time':
      return wordAt(words, match.start).lower !== 'overnight';
    case 'part':
      return wordAt(words, match.start + 1).lower !== '-';
    default:
      return true;
  }
}

/** "the early 2015 offensive", "the late March raid": the article is the noun's. */
function isPlainYear(meaning: Match['meaning']): boolean {
  return meaning.kind === 'date' && meaning.day === undefined && meaning.which === undefined;
}

const SEQUELS = wordSet('last next past coming following previous upcoming preceding prior');

/** "the 5th of May", "the Fourth of July", "the 20 of". */
function isOfMonth(words: readonly Word[], start: number): boolean {
  return wordAt(words, start + 1).lower === 'of' || wordAt(words, start + 2).lower === 'of';
}

/** "the 19th-century church" keeps its article for the church. */
function isNounBehind(words: readonly Word[], end: number): boolean {
  return wordAt(words, end - 2).lower === '-' && wordAt(words, end).kind === 'word';
}
