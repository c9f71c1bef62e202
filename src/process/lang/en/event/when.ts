import type { EventTime } from '../../../../model/event.ts';
import type { TimeExpression } from '../../../../model/time.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { hasRelation, markersOf, tokenAt } from '../../../sentence/phrase.ts';
import type { ClaimDraft } from '../claim/claims.ts';
import {
  isBeforeNextVerb,
  isBehindOffence,
  isBehindRelated,
  isOfOtherNoun,
  isOfTelling,
  wordsBehindRelated,
} from './other-time.ts';
import { farWords } from './reach.ts';
import { findRelatives } from './relatives.ts';
import { type Around, ringsOf } from './rings.ts';
import { findStretches } from './stretch.ts';
import { joinRange, spreadDuration } from './time-range.ts';

export interface WhenContext {
  readonly times: readonly TimeExpression[];
  /** The claim that carries the event: the time of saying it is not that of the event. */
  readonly claim?: ClaimDraft;
}

/** The calendar time that the text gives an event; undefined where it gives none. */
export function findWhen(
  sentence: ParsedSentence,
  around: Around,
  { times, claim }: WhenContext,
): EventTime | undefined {
  const here = times.filter((time) => time.start >= sentence.start && time.end <= sentence.end);
  const dated = here.filter(
    (time) => time.type !== 'SET' && (time.from === undefined ? isOpenDay(time) : !isWide(time)),
  );
  if (dated.length === 0) return undefined;
  const { index } = around.trigger;
  const at = sentence.tokens[index]!.start;
  const isOwn = (time: TimeExpression) =>
    !isOfTelling(sentence, time, { around, claim }) &&
    !isOfOtherNoun(sentence, time, around) &&
    !isBehindOffence(sentence, time, around) &&
    !isBehindRelated(sentence, time, around) &&
    !isBeforeNextVerb(sentence, time, around);
  for (const [k, ring] of timeRings(sentence, around).entries()) {
    const found = dated.filter(
      (time) =>
        ring.some(
          (i) =>
            isAt(sentence, i, time) &&
            // "after the June 3, 2001, attacks": before the event word it describes the event, whatever that bounds.
            (k === 0 || !isBound(sentence, i, { time, trigger: index, times: dated })),
        ) && isOwn(time),
    );
    const best = nearest(found, at);
    if (best === undefined) continue;
    const named = sharpen(best, found);
    const range = joinRange(sentence, named, dated);
    return (
      range ?? spreadDuration(sentence, { time: named, trigger: index, times: here }) ?? makeEventTime(named)
    );
  }
  return undefined;
}

/** Own words and carriers, then "which took place on …", then by place where the tree is wrong. */
function timeRings(sentence: ParsedSentence, around: Around): readonly (readonly number[])[] {
  return [
    wordsBefore(sentence, around.trigger.index),
    ...ringsOf(sentence, around),
    ...findRelatives(sentence, around.trigger, around.lexicon),
    wordsBehindRelated(sentence, around),
    ...findStretches(sentence, around),
    ...farWords(sentence, around),
  ];
}

const IN_PHRASE = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'PUNCT', 'PART']);

/** "the 12 May 2018 shooting": what stands between the article and the event word, wherever the tree has it. */
function wordsBefore(sentence: ParsedSentence, index: number): readonly number[] {
  const words: number[] = [];
  for (let i = index - 1; i >= 0 && i >= index - 6; i--) {
    const { upos, text } = sentence.tokens[i]!;
    if (upos === 'DET') return words;
    if (!IN_PHRASE.has(upos) && text !== 'May') return [];
    words.push(i);
  }
  return [];
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day/i;

/** "Monday" on a page without a date: a day that is known to be named and not which. */
const isOpenDay = ({ text, from, type }: TimeExpression) =>
  from === undefined && (type === 'DATE' || type === 'TIME') && WEEKDAY.test(text);

/** "the past 25 years", "recent months": as good as no date. */
const isWide = ({ from, to, precision }: TimeExpression) =>
  precision === 'unknown' &&
  to !== undefined &&
  Date.parse(to.slice(0, 10)) - Date.parse(from!.slice(0, 10)) > WIDE_DAYS * 86_400_000;
const WIDE_DAYS = 62;

const NAMED = /day\b|\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** "overnight Tuesday", "at dawn on 16 June": of two that stand together the one that names the day. */
function sharpen(best: TimeExpression, found: readonly TimeExpression[]): TimeExpression {
  if (NAMED.test(best.text)) return best;
  return (
    found.find((time) => NAMED.test(time.text) && time.start >= best.end && time.start - best.end <= 4) ??
    best
  );
}

/** "since", "until after", "ahead of": such a time bounds the event, it does not date it. */
const BOUNDING = new Set(
  'since until till before after ahead by through within following pending beyond from'.split(' '),
);

interface BoundContext {
  readonly time: TimeExpression;
  readonly trigger: number;
  readonly times: readonly TimeExpression[];
}

function isBound(sentence: ParsedSentence, i: number, { time, trigger, times }: BoundContext): boolean {
  let current = i;
  for (let step = 0; step < 4; step++) {
    const isRangeEnd = current === i && joinRange(sentence, time, times) !== undefined;
    if (!isRangeEnd && markersOf(sentence, current).some((word) => BOUNDING.has(word.split(' ')[0]!)))
      return true;
    const token = sentence.tokens[current]!;
    if (token.head < 0 || !hasRelation(token, ['nummod', 'compound', 'nmod', 'flat', 'amod', 'case'])) break;
    current = token.head;
    // "since the attack of 20 December", "after Monday’s raid": the bound is of what the attack is set against, not of its day.
    if (current === trigger) return false;
  }
  // By place too: the little words right before the time, however they were parsed.
  const first = tokenAt(sentence, time.start);
  const before = sentence.tokens
    .slice(Math.max(0, first - 2), first)
    .map((token) => token.text.toLowerCase());
  if (joinRange(sentence, time, times) !== undefined) return false;
  return before.some(
    (word, k) =>
      BOUNDING.has(word) && (k === before.length - 1 || /^(the|late|early|of|to)$/.test(before.at(-1)!)),
  );
}

export function makeEventTime(time: TimeExpression): EventTime {
  return {
    ...(time.from === undefined ? {} : { from: time.from }),
    ...(time.to === undefined ? {} : { to: time.to }),
    precision: time.from === undefined ? 'day' : time.precision,
    time: time.id,
  };
}

const isAt = (sentence: ParsedSentence, i: number, span: { readonly start: number; readonly end: number }) =>
  sentence.tokens[i]!.start < span.end && sentence.tokens[i]!.end > span.start;

function nearest<T extends { readonly start: number }>(found: readonly T[], to: number): T | undefined {
  return found.reduce<T | undefined>(
    (best, next) =>
      best === undefined || Math.abs(next.start - to) < Math.abs(best.start - to) ? next : best,
    undefined,
  );
}
