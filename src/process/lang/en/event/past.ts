import type { Event, EventTime, Realis } from '../../../../model/event.ts';
import type { TimeExpression } from '../../../../model/time.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, markersOf } from '../../../sentence/phrase.ts';
import { moveDay } from './time-range.ts';
import type { Trigger } from './trigger.ts';

const MONTH =
  /\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|christmas|easter|new year|\p{L}+ (?:day|eve)\b)/iu;
/** "on this day", "every day": no name. */
const NO_NAME = /^(?:this|that|the|one|same|next|last|every|each|a)\b/i;

interface PastContext {
  readonly trigger: Trigger;
  /** Outcomes told with it: "the strike that killed him". */
  readonly absorbed: readonly Trigger[];
  readonly realis: Realis;
  readonly times: readonly TimeExpression[];
  readonly published?: string;
}

/**
 * "The strike on 3 January killed two", told in December: a day without a year that would lie ahead is that of the year
 * before where the act is told as done. A day that lies ahead stays where it is for what is yet to come.
 */
export function settleInPast(
  sentence: ParsedSentence,
  when: EventTime | undefined,
  { trigger, absorbed, realis, times, published }: PastContext,
): EventTime | undefined {
  if (when?.from === undefined || published === undefined || realis !== 'occurred') return when;
  if (when.from.slice(0, 10) <= published.slice(0, 10)) return when;
  const time = times.find(({ id }) => id === when.time);
  const isOpen =
    time !== undefined && MONTH.test(time.text) && !/\d{4}/.test(time.text) && !NO_NAME.test(time.text);
  if (!isOpen || !isTold(sentence, trigger, absorbed)) return when;
  const from = aYearBefore(when.from);
  const to = when.to === undefined ? undefined : aYearBefore(when.to);
  return from.slice(0, 10) > published.slice(0, 10)
    ? when
    : { ...when, from, ...(to === undefined ? {} : { to }) };
}

/** An act of force by its noun, or anything by a verb in the past. */
function isTold(sentence: ParsedSentence, trigger: Trigger, absorbed: readonly Trigger[]): boolean {
  const isPast = (i: number) => {
    const helpers = findChildren(sentence, i, 'aux', 'aux:pass').map((k) =>
      sentence.tokens[k]!.text.toLowerCase(),
    );
    return (
      sentence.tokens[i]!.xpos === 'VBD' ||
      helpers.some((word) => ['was', 'were', 'had', 'has', 'have'].includes(word))
    );
  };
  const verbs = [trigger, ...absorbed].map(({ index, carrier }) => carrier ?? index);
  return (
    verbs.some(isPast) ||
    (trigger.sense.type === 'ASSAULT' && sentence.tokens[trigger.index]!.upos === 'NOUN')
  );
}

const aYearBefore = (date: string) =>
  `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4) === '-02-29' ? '-02-28' : date.slice(4)}`;

const WEEKDAY = /^(?:(?:early|late) )?(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
const OPEN: ReadonlySet<Realis> = new Set(['ordered', 'prepared', 'threatened', 'expected', 'possible']);

/** "has invited him to meet on Thursday": a weekday of what is yet to be done is the next one, not the last. */
export function settleAhead(
  sentence: ParsedSentence,
  when: EventTime | undefined,
  { trigger, realis, times, published }: PastContext,
): EventTime | undefined {
  if (when?.from === undefined || when.to === undefined || published === undefined) return when;
  if (!OPEN.has(realis) || when.from.slice(0, 10) >= published.slice(0, 10)) return when;
  const time = times.find(({ id }) => id === when.time);
  const isNamed = time?.precision === 'day' && WEEKDAY.test(time.text);
  if (!isNamed || !isYetToCome(sentence, trigger)) return when;
  const ahead = moveDay(when.from.slice(0, 10), { count: 1, unit: 'W' });
  if (ahead === undefined || ahead < published.slice(0, 10)) return when;
  return { ...when, from: ahead + when.from.slice(10), to: ahead + when.to.slice(10) };
}

/** An infinitive below a verb that is no past: "invited" with "has", "agree", "plans". */
function isYetToCome(sentence: ParsedSentence, { index, carrier }: Trigger): boolean {
  const verb = carrier ?? index;
  const { xpos, head } = sentence.tokens[verb]!;
  if (xpos !== 'VB' || head < 0 || !markersOf(sentence, verb).includes('to')) return false;
  const above = sentence.tokens[head]!;
  const helpers = findChildren(sentence, head, 'aux', 'cop').map((k) =>
    sentence.tokens[k]!.text.toLowerCase(),
  );
  return (
    above.xpos !== 'VBD' &&
    !helpers.some((word) => ['had', 'was', 'were'].includes(word)) &&
    (above.xpos !== 'VBN' || helpers.length > 0)
  );
}

/** The times with the year that the events which rest on them were found to be of. */
export function followEvents(
  times: readonly TimeExpression[],
  events: readonly Event[],
): readonly TimeExpression[] {
  const byTime = new Map<string, Event[]>(times.map((time) => [time.id, []]));
  for (const event of events) byTime.get(event.when?.time ?? '')?.push(event);
  return times.map((time) => {
    const resting = byTime.get(time.id)!;
    const [first] = resting;
    if (first?.when?.from === undefined || time.from === undefined || time.value === undefined) return time;
    const isMoved =
      resting.every(({ when }) => when?.from === first.when!.from) && first.when.from !== time.from;
    if (!isMoved || !time.value.startsWith(time.from.slice(0, 4))) return time;
    if (first.when.from > time.from) return followAhead(time, first.when);
    if (aYearBefore(time.from) !== first.when.from) return time;
    return {
      ...time,
      value: `${first.when.from.slice(0, 4)}${time.value.slice(4)}`,
      from: first.when.from,
      ...(first.when.to === undefined ? {} : { to: first.when.to }),
    };
  });
}

/** A weekday moved a week on, with the part of day that its value has behind the date. */
function followAhead(time: TimeExpression, when: EventTime): TimeExpression {
  const day = time.from!.slice(0, 10);
  if (!WEEKDAY.test(time.text) || !time.value!.startsWith(day)) return time;
  return {
    ...time,
    value: when.from!.slice(0, 10) + time.value!.slice(10),
    from: when.from!,
    ...(when.to === undefined ? {} : { to: when.to }),
  };
}
