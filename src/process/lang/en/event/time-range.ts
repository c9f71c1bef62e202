import type { EventTime } from '../../../../model/event.ts';
import type { TimeExpression } from '../../../../model/time.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { collectSubtree, findChildren, tokenAt } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';

/** "from June 3 to June 7", "between 3 and 7 June": both ends in one; undefined where the time is no end of a range. */
export function joinRange(
  sentence: ParsedSentence,
  time: TimeExpression,
  times: readonly TimeExpression[],
): EventTime | undefined {
  for (const first of times) {
    const last = times.find((other) => isRange(sentence, first, other));
    if (last === undefined || (first !== time && last !== time)) continue;
    if (first.from === undefined || last.to === undefined || first.from > last.to) return undefined;
    const { precision } = last;
    return { from: first.from, to: last.to, precision, time: first.id };
  }
  return undefined;
}

const CLOSING: Readonly<Record<string, RegExp>> = {
  from: /^(?:to|until|till|through|–|-)$/,
  between: /^(?:and|–|-)$/,
};

function isRange(sentence: ParsedSentence, first: TimeExpression, last: TimeExpression): boolean {
  if (last.start <= first.end || last.start - first.end > 9 || first.precision !== last.precision)
    return false;
  const opening = CLOSING[wordAt(sentence, tokenAt(sentence, first.start) - 1)];
  const between = tokenAt(sentence, first.end);
  return opening?.test(wordAt(sentence, between)) === true && tokenAt(sentence, last.start) === between + 1;
}

const LENGTH = /^P(\d{1,3})([DWMY])$/;
const UNITS = { D: 'day', W: 'week', M: 'month', Y: 'year' } as const;
const BEGINNING = new Set(['begin', 'start', 'open', 'erupt', 'commence']);
const ENDING = new Set(['end', 'finish', 'conclude', 'stop', 'cease']);

interface Spread {
  readonly time: TimeExpression;
  readonly trigger: number;
  readonly times: readonly TimeExpression[];
}

/** "a three-day offensive began on 9 June", "a seven-week war that ended on 26 August": a length with one end dated. */
export function spreadDuration(
  sentence: ParsedSentence,
  { time, trigger, times }: Spread,
): EventTime | undefined {
  if (time.from === undefined || time.to === undefined || time.precision !== 'day') return undefined;
  const length = times.find(
    (other) =>
      other.type === 'DURATION' && isDescribing(sentence, other, trigger) && LENGTH.test(other.value ?? ''),
  );
  if (length === undefined) return undefined;
  const [, count, unit] = LENGTH.exec(length.value!)!;
  const verb = verbOf(sentence, time, trigger);
  if (verb === undefined) return undefined;
  const precision = UNITS[unit as keyof typeof UNITS];
  const by = { count: Number(count), unit: unit as keyof typeof UNITS };
  const day = time.from.slice(0, 10);
  const moved = moveDay(day, BEGINNING.has(verb) ? by : { ...by, count: -by.count });
  if (moved === undefined) return undefined;
  return BEGINNING.has(verb)
    ? { from: day, to: moved, precision, time: time.id }
    : { from: moved, to: day, precision, time: time.id };
}

const isDescribing = (sentence: ParsedSentence, time: TimeExpression, noun: number) => {
  const last = tokenAt(sentence, time.end - 1);
  return last < noun && noun - last <= 3 && collectSubtree(sentence, noun).includes(last);
};

/** The verb that says which end is dated: of the clause below the noun, or the one that the noun is subject of. */
function verbOf(sentence: ParsedSentence, time: TimeExpression, noun: number): string | undefined {
  const at = tokenAt(sentence, time.start);
  const verbs = [...findChildren(sentence, noun, 'acl'), sentence.tokens[noun]!.head].filter(
    (i) => i > noun && i < at,
  );
  return verbs.map((i) => lemmaAt(sentence, i)).find((lemma) => BEGINNING.has(lemma) || ENDING.has(lemma));
}

interface Move {
  readonly count: number;
  readonly unit: keyof typeof UNITS;
}

/** A day moved by whole units; a length in days counts its first day. */
export function moveDay(day: string, { count, unit }: Move, isLength = true): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return undefined;
  if (unit === 'D') date.setUTCDate(date.getUTCDate() + (isLength ? count - Math.sign(count) : count));
  else if (unit === 'W') date.setUTCDate(date.getUTCDate() + 7 * count);
  else if (unit === 'M') date.setUTCMonth(date.getUTCMonth() + count);
  else date.setUTCFullYear(date.getUTCFullYear() + count);
  const year = date.getUTCFullYear();
  return year < 1 || year > 9999 ? undefined : date.toISOString().slice(0, 10);
}
