import type { Match, ShiftMeaning, Unit } from '../../../time/meaning.ts';
import { isPhraseAt, type Word, wordAt } from '../../../time/words.ts';
import { durationOf } from './duration.ts';
import { ordinalAt } from './numbers.ts';
import { wordSet } from './wordSet.ts';

const UNITS = new Map<string, Unit>([
  ['day', 'day'],
  ['week', 'week'],
  ['weekend', 'weekend'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['decade', 'decade'],
]);

/** What may precede "of the week", "of the year". */
const PORTIONS = wordSet(`
  end beginning start middle rest remainder close half part most much course turn months weeks days
  portion time hours
`);

/** Verbs that end or begin a trading or working day. */
const DAY_VERBS = wordSet(`
  end ended ending ends finish finished finishing close closed closing start started starting began
  begin opened spent for during throughout
`);

/** "the weekend", "the end of the year", "later in the day", "ended the day", "a third straight day". */
export function wholeUnit(words: readonly Word[], at: number): Match | undefined {
  return streak(words, at) ?? yearEnd(words, at) ?? yearAgo(words, at) ?? definite(words, at);
}

/** "by year-end", "at year's end", "by month's end". */
function yearEnd(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  if (lower !== 'year' && lower !== 'month' && lower !== 'week') return undefined;
  if (wordAt(words, at - 1).lower === 'the') return undefined;
  const isHyphened = isPhraseAt(words, at + 1, ['-', 'end']);
  const end = isHyphened ? at + 3 : isPhraseAt(words, at + 1, ["'", 's', 'end']) ? at + 4 : undefined;
  if (end === undefined) return undefined;
  return { start: at, end, meaning: { kind: 'shift', unit: lower, count: 0, base: 'recent' }, mod: 'END' };
}

/** "the year-ago quarter", "the year-earlier period": a year before the one told. */
function yearAgo(words: readonly Word[], at: number): Match | undefined {
  if (wordAt(words, at).lower !== 'year' || wordAt(words, at + 1).lower !== '-') return undefined;
  const ago = wordAt(words, at + 2).lower;
  if (ago !== 'ago' && ago !== 'earlier') return undefined;
  const noun = wordAt(words, at + 3).lower;
  const isNamed = noun === 'quarter' || noun === 'period' || noun === 'month';
  const meaning: ShiftMeaning = {
    kind: 'shift',
    unit: 'year',
    count: -1,
    base: 'previous',
    keep: 'part',
    orPublished: true,
  };
  return { start: at, end: isNamed ? at + 4 : at + 3, meaning };
}

function definite(words: readonly Word[], at: number): Match | undefined {
  const unit = UNITS.get(wordAt(words, at).lower);
  const whole = WHOLE.has(wordAt(words, at - 1).lower) ? at - 1 : at;
  if (unit !== undefined && isRanked(words, at))
    return { start: at, end: at + 1, meaning: { kind: 'shift', unit, count: 0, base: 'recent' } };
  if (unit === 'year' && isFiscal(words, at)) return fiscalYear(words, at);
  if (unit === undefined || wordAt(words, whole - 1).lower !== 'the') return undefined;
  const match: Match = {
    start: whole,
    end: at + 1,
    meaning: { kind: 'shift', unit, count: 0, base: 'recent' },
  };
  const first = wordAt(words, whole - 2).lower;
  if (first === 'in' && ADVERBS.has(wordAt(words, whole - 3).lower)) return match;
  const since = sinceThen(words, { whole, at, unit });
  if (since !== undefined) return since;
  if (isContinued(words, at) && !(unit === 'weekend' && first === 'over')) return undefined;
  if (whole < at) return first === 'for' || first === 'over' || first === 'in' ? match : undefined;
  if (unit === 'weekend') return match;
  // "at the end of the day" is a manner of speaking.
  if (unit === 'day' && wordAt(words, whole - 3).lower === 'end' && wordAt(words, whole - 5).lower === 'at')
    return undefined;
  if (first === 'of' && PORTIONS.has(wordAt(words, at - 3).lower)) return match;
  if (unit === 'week' && first === 'throughout') return match;
  if ((unit === 'quarter' || unit === 'year') && (first === 'in' || first === 'for'))
    return isClosed(words, at + 1) ? match : undefined;
  return unit === 'day' && DAY_VERBS.has(first) ? match : undefined;
}

function isFiscal(words: readonly Word[], at: number): boolean {
  const { lower } = wordAt(words, at - 1);
  return (lower === 'fiscal' || lower === 'financial') && wordAt(words, at - 2).lower === 'the';
}

/** "the end of the fiscal year": the running one, which has a name and no days. */
function fiscalYear(words: readonly Word[], at: number): Match | undefined {
  const first = wordAt(words, at - 3).lower;
  const isPortion = first === 'of' && PORTIONS.has(wordAt(words, at - 4).lower);
  if (!isPortion && first !== 'in' && first !== 'for' && first !== 'during') return undefined;
  if (isContinued(words, at)) return undefined;
  const meaning = { kind: 'shift', unit: 'year', count: 0, base: 'published', fiscal: true } as const;
  return { start: at - 1, end: at + 1, meaning };
}

const SUPERLATIVES = wordSet('best worst deadliest bloodiest busiest biggest strongest weakest');

/** "their best week since November", "the deadliest day since the war": the running one, set against what was. */
function isRanked(words: readonly Word[], at: number): boolean {
  return wordAt(words, at + 1).lower === 'since' && SUPERLATIVES.has(wordAt(words, at - 1).lower);
}

/** "in the year since the coup", "in the months after": as long as the unit. */
function sinceThen(
  words: readonly Word[],
  { whole, at, unit }: { readonly whole: number; readonly at: number; readonly unit: Unit },
): Match | undefined {
  if (unit === 'weekend' || whole < at || wordAt(words, whole - 2).lower !== 'in') return undefined;
  if (wordAt(words, at + 1).lower !== 'since') return undefined;
  return { start: at - 1, end: at + 1, meaning: durationOf({ value: 1, text: '1' }, unit) };
}

/** Nothing behind that the unit would belong to: "in the quarter, sales rose", "for the year". */
function isClosed(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at);
  return (
    next.kind === 'end' || next.line || (next.kind === 'mark' && next.lower !== '-' && next.lower !== "'")
  );
}

const WHOLE = new Set(['entire', 'full', 'whole']);
const ADVERBS = new Set(['earlier', 'later', 'late', 'early', 'far']);

/** "the day of", "the day before", "the year-end", "the year 2019": another expression or none. */
function isContinued(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at + 1);
  if (next.kind === 'number') return true;
  return (
    next.lower === 'of' ||
    next.lower === 'before' ||
    next.lower === 'after' ||
    next.lower === '-' ||
    next.lower === 'when'
  );
}

/** "a second consecutive day", "the fourth straight week", "fourth week in a row": the running one. */
function streak(words: readonly Word[], at: number): Match | undefined {
  const ordinal = ordinalAt(words, at);
  if (ordinal === undefined) return undefined;
  const { lower } = wordAt(words, ordinal.end);
  const isStraight = lower === 'straight' || lower === 'consecutive' || lower === 'successive';
  const noun = isStraight ? ordinal.end + 1 : ordinal.end;
  const unit = UNITS.get(wordAt(words, noun).lower);
  if (unit === undefined || (!isStraight && !isInARow(words, noun + 1))) return undefined;
  return { start: at, end: noun + 1, meaning: { kind: 'shift', unit, count: 0, base: 'recent' } };
}

function isInARow(words: readonly Word[], at: number): boolean {
  return (
    (wordAt(words, at).lower === 'in' &&
      wordAt(words, at + 1).lower === 'a' &&
      wordAt(words, at + 2).lower === 'row') ||
    wordAt(words, at).lower === 'running'
  );
}
