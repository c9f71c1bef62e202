import type { DateMeaning, Match, Meaning, Unit, Which } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { durationOf, unitAt } from './duration.ts';
import { monthAt } from './monthDay.ts';
import { countAt } from './numbers.ts';
import { COUNT_ADJECTIVES, UNITS } from './vocabulary.ts';
import { wordSet } from './wordSet.ts';

interface Lead {
  readonly count: number;
  readonly base: 'published' | 'previous';
}

const LEADS = new Map<string, Lead>([
  ['this', { count: 0, base: 'published' }],
  ['current', { count: 0, base: 'published' }],
  ['last', { count: -1, base: 'published' }],
  ['past', { count: -1, base: 'published' }],
  ['next', { count: 1, base: 'published' }],
  ['coming', { count: 1, base: 'published' }],
  ['upcoming', { count: 1, base: 'published' }],
  ['previous', { count: -1, base: 'previous' }],
  ['preceding', { count: -1, base: 'previous' }],
  ['prior', { count: -1, base: 'previous' }],
  ['following', { count: 1, base: 'previous' }],
  ['ensuing', { count: 1, base: 'previous' }],
]);

const WHICH = new Map<string, Which>([
  ['this', 'this'],
  ['last', 'last'],
  ['past', 'last'],
  ['next', 'next'],
  ['coming', 'next'],
]);

/** "this week", "last month", "next May", "the past year", "the past three days", "the following day". */
export function relativeUnit(words: readonly Word[], at: number): Match | undefined {
  const name = wordAt(words, at).lower;
  const lead = LEADS.get(name);
  if (lead === undefined) return undefined;
  const doubled = name === 'this' && WHICH.has(wordAt(words, at + 1).lower);
  const inner = doubled && wordAt(words, at + 1).lower !== 'this' ? relativeUnit(words, at + 1) : undefined;
  // "this past weekend", "this coming week".
  if (inner !== undefined) return { ...inner, start: at };
  return namedMonth(words, at) ?? counted(words, at, lead) ?? single(words, at, lead);
}

/** "last September": the year is found from the publication. */
function namedMonth(words: readonly Word[], at: number): Match | undefined {
  const which = WHICH.get(wordAt(words, at).lower);
  const name = which === undefined ? undefined : monthAt(words, at + 1);
  if (which === undefined || name === undefined) return undefined;
  if (wordAt(words, name.end).kind === 'number') return undefined;
  const meaning: DateMeaning = { kind: 'date', month: name.month, which };
  return { start: at, end: name.end, meaning };
}

/** "the past three days", "the next few weeks", "the last 24 hours": durations with one end at the publication. */
function counted(words: readonly Word[], at: number, lead: Lead): Match | undefined {
  if (lead.count === 0) return undefined;
  const towards = lead.count < 0 ? 'past' : 'future';
  const first = wordAt(words, at + 1).lower;
  if (first === 'a' || first === 'an' || first === 'half') return undefined;
  const count = countAt(words, at + 1);
  const unit = count === undefined ? unitAt(words, at + 1) : unitAt(words, count.end);
  if (unit === undefined) return undefined;
  if (count === undefined) return unit.plural ? vaguePlural(words, at, unit) : undefined;
  const meaning = durationOf(count, unit.unit);
  return { start: at, end: unit.end, meaning: lead.base === 'published' ? { ...meaning, towards } : meaning };
}

/** "the coming days" is the future, "the past weeks" a duration of so many weeks. */
function vaguePlural(
  words: readonly Word[],
  at: number,
  unit: { unit: Unit; end: number },
): Match | undefined {
  const { lower } = wordAt(words, at);
  if (lower === 'coming' || lower === 'upcoming' || lower === 'ensuing' || lower === 'following') {
    return { start: at, end: unit.end, meaning: { kind: 'fixed', type: 'DATE', value: 'FUTURE_REF' } };
  }
  if (lower === 'previous' || lower === 'preceding' || lower === 'prior') {
    return { start: at, end: unit.end, meaning: { kind: 'fixed', type: 'DATE', value: 'PAST_REF' } };
  }
  if (lower === 'current' || lower === 'this' || lower === 'next') return undefined;
  const meaning = { ...durationOf({ text: 'X' }, unit.unit), towards: 'past' } as const;
  return { start: at, end: unit.end, meaning };
}

const WITHIN = wordSet('over in during within throughout across');

function single(words: readonly Word[], at: number, lead: Lead): Match | undefined {
  const fiscal = FISCAL.has(wordAt(words, at + 1).lower);
  const noun = fiscal || COUNT_ADJECTIVES.has(wordAt(words, at + 1).lower) ? at + 2 : at + 1;
  const unit = UNITS.get(wordAt(words, noun).lower);
  if (unit === undefined || wordAt(words, noun).lower === 'night' || unit === 'second' || unit === 'minute')
    return undefined;
  if (isCompound(words, noun) || isTitle(words, at, noun) || isOfOther(words, at, noun)) return undefined;
  const meaning = singleMeaning(words, at, { lead, unit });
  const isFiscal = fiscal && unit === 'year' && meaning.kind === 'shift';
  return { start: at, end: noun + 1, meaning: isFiscal ? { ...meaning, fiscal } : meaning };
}

function singleMeaning(
  words: readonly Word[],
  at: number,
  { lead, unit }: { lead: Lead; unit: Unit },
): Meaning {
  const { lower } = wordAt(words, at);
  const isWhole = wordAt(words, at - 1).lower === 'the';
  if (unit === 'hour' || (lower === 'past' && isWhole && unit !== 'weekend')) {
    if (lead.count === 0) return { kind: 'shift', unit, count: 0, base: 'published' };
    return { ...durationOf({ value: 1, text: '1' }, unit), towards: lead.count < 0 ? 'past' : 'future' };
  }
  const span = isWhole && (lower === 'last' || lower === 'next') && WITHIN.has(wordAt(words, at - 2).lower);
  if (span && (unit !== 'quarter' || lower === 'next') && unit !== 'weekend') {
    return { ...durationOf({ value: 1, text: '1' }, unit), towards: lead.count < 0 ? 'past' : 'future' };
  }
  // "the next day" and "the next year" of a narrative go on from its last date.
  const goesOn = lower === 'next' && (unit === 'day' || isWhole);
  const base = goesOn ? 'previous' : lead.base;
  // "from the previous year": of a report without another date it is the year before its own.
  const isYear = (unit === 'year' || unit === 'quarter') && lead.count < 0 && base === 'previous';
  return { kind: 'shift', unit, count: lead.count, base, ...(isYear ? { orPublished: true } : {}) };
}

/** "the last weekend of the festival", "the next day of talks": counted within something else. */
function isOfOther(words: readonly Word[], at: number, noun: number): boolean {
  const { lower } = wordAt(words, at);
  const counts = lower === 'last' || lower === 'next';
  const isOf = wordAt(words, noun + 1).lower === 'of' && OWNERS.has(wordAt(words, noun + 2).lower);
  return counts && isOf && wordAt(words, at - 1).lower === 'the';
}

const OWNERS = wordSet('the a an his her its their this that talks fighting campaigning');

const FISCAL = new Set(['fiscal', 'financial']);

/** ABC's "This Week": a programme in quotation marks. */
function isTitle(words: readonly Word[], at: number, noun: number): boolean {
  const before = wordAt(words, at - 1).lower;
  return (
    wordAt(words, noun).capital &&
    wordAt(words, noun + 1).kind !== 'word' &&
    (before === '"' || before === "'")
  );
}

/** "last-week" does not exist, "this week-long" does: the hyphen makes another word of it. */
function isCompound(words: readonly Word[], noun: number): boolean {
  const next = wordAt(words, noun + 1);
  return next.glued && next.lower === '-' && wordAt(words, noun + 2).glued;
}
