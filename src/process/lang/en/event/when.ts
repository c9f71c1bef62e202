import type { EventTime } from '../../../../model/event.ts';
import type { TimeExpression } from '../../../../model/time.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { type Around, ringsOf } from './rings.ts';
import { findStretches } from './stretch.ts';

/** The calendar time that the text gives an event; undefined where it gives none. */
export function findWhen(
  sentence: ParsedSentence,
  around: Around,
  times: readonly TimeExpression[],
): EventTime | undefined {
  const dated = times.filter(
    (time) =>
      time.from !== undefined &&
      time.type !== 'SET' &&
      time.start >= sentence.start &&
      time.end <= sentence.end,
  );
  if (dated.length === 0) return undefined;
  const at = sentence.tokens[around.trigger.index]!.start;
  for (const ring of [...ringsOf(sentence, around), ...findStretches(sentence, around)]) {
    const found = dated.filter((time) =>
      ring.some(
        (i) => isAt(sentence, i, time) && !isBound(sentence, i, { time, trigger: around.trigger.index }),
      ),
    );
    const best = nearest(found, at);
    if (best !== undefined) return makeEventTime(best);
  }
  return undefined;
}

/** "since", "until after", "ahead of": such a time bounds the event, it does not date it. */
const BOUNDING = new Set(
  'since until till before after ahead by through within following pending beyond'.split(' '),
);

function isBound(
  sentence: ParsedSentence,
  i: number,
  { time, trigger }: { readonly time: TimeExpression; readonly trigger: number },
): boolean {
  let current = i;
  for (let step = 0; step < 4; step++) {
    if (markersOf(sentence, current).some((word) => BOUNDING.has(word.split(' ')[0]!))) return true;
    const token = sentence.tokens[current]!;
    if (token.head < 0 || !hasRelation(token, ['nummod', 'compound', 'nmod', 'flat', 'amod', 'case'])) break;
    current = token.head;
    // "since the attack of 20 December": the bound is of what the attack is set against, not of its day.
    if (current === trigger) break;
  }
  // By place too: the little words right before the time, however they were parsed.
  const first = sentence.tokens.findIndex((token) => token.end > time.start);
  const before = sentence.tokens
    .slice(Math.max(0, first - 2), first)
    .map((token) => token.text.toLowerCase());
  return before.some(
    (word, k) =>
      BOUNDING.has(word) && (k === before.length - 1 || /^(the|late|early|of|to)$/.test(before.at(-1)!)),
  );
}

export function makeEventTime(time: TimeExpression): EventTime {
  return {
    ...(time.from === undefined ? {} : { from: time.from }),
    ...(time.to === undefined ? {} : { to: time.to }),
    precision: time.precision,
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
