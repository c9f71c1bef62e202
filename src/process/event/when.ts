import type { EventTime } from '../../model/event.ts';
import type { PlaceMention } from '../../model/place.ts';
import type { TimeExpression } from '../../model/time.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import { collectSubtree, hasRelation, markersOf } from '../sentence/phrase.ts';
import type { Trigger } from './trigger.ts';

/** Clauses of their own, whose times and places are not those of the clause above. */
const APART = ['ccomp', 'advcl', 'parataxis', 'acl'];

/**
 * Rings of words around a trigger, nearest first: the words of the trigger itself, of the verb that carries it,
 * of each clause above it. A time or place found in a nearer ring goes before one farther out.
 */
function ringsOf(
  sentence: ParsedSentence,
  trigger: Trigger,
  isTimeRing: boolean,
): readonly (readonly number[])[] {
  const rings: number[][] = [];
  const seen = new Set<number>();
  let current: number | undefined = trigger.index;
  for (let step = 0; step < 6 && current !== undefined && current >= 0; step++) {
    const own = collectSubtree(
      sentence,
      current,
      (token, i) => seen.has(i) || isClauseApart(sentence, token.head, i),
    ).filter((i) => !seen.has(i));
    for (const i of own) seen.add(i);
    rings.push(own);
    const token: ParsedSentence['tokens'][number] = sentence.tokens[current]!;
    const stops =
      hasRelation(token, ['ccomp', 'parataxis']) ||
      token.deprel === 'acl:relcl' ||
      (!isTimeRing && hasRelation(token, ['advcl']));
    current = stops ? undefined : token.head;
  }
  return rings;
}

function isClauseApart(sentence: ParsedSentence, _head: number, i: number): boolean {
  const token = sentence.tokens[i]!;
  if (token.deprel === 'conj') return token.upos === 'VERB';
  return hasRelation(token, APART);
}

/** The calendar time that the text gives an event; undefined where it gives none. */
export function findWhen(
  sentence: ParsedSentence,
  trigger: Trigger,
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
  for (const ring of ringsOf(sentence, trigger, true)) {
    const found = dated.filter((time) =>
      ring.some((i) => isAt(sentence, i, time) && !isOtherUse(sentence, i)),
    );
    const best = nearest(found, sentence.tokens[trigger.index]!.start);
    if (best !== undefined) return makeEventTime(best);
  }
  return undefined;
}

/** "in anticipation of", "since", "until", "ahead of": such a time bounds the event, it does not date it. */
const BOUNDING = new Set(['since', 'until', 'till', 'before', 'after', 'ahead of', 'by', 'through']);

function isOtherUse(sentence: ParsedSentence, i: number): boolean {
  let current = i;
  for (let step = 0; step < 3; step++) {
    if (markersOf(sentence, current).some((word) => BOUNDING.has(word))) return true;
    const token = sentence.tokens[current]!;
    if (token.head < 0 || !hasRelation(token, ['nummod', 'compound', 'nmod', 'flat', 'amod'])) return false;
    current = token.head;
  }
  return false;
}

export function makeEventTime(time: TimeExpression): EventTime {
  return {
    ...(time.from === undefined ? {} : { from: time.from }),
    ...(time.to === undefined ? {} : { to: time.to }),
    precision: time.precision,
    time: time.id,
  };
}

/** Prepositions that lead to a place at which something happens. */
const LOCATING = new Set([
  'in',
  'at',
  'near',
  'on',
  'outside',
  'inside',
  'around',
  'across',
  'off',
  'within',
  'close to',
  'along',
  'over',
  'from',
  'to',
  'into',
  'against',
  'of',
]);

/** Id of the place at which the text puts an event: the nearest, and of one phrase the most precise. */
export function findWhere(
  sentence: ParsedSentence,
  trigger: Trigger,
  places: readonly PlaceMention[],
): string | undefined {
  const near = places.filter(
    (place) => place.use === 'place' && place.start >= sentence.start && place.end <= sentence.end,
  );
  if (near.length === 0) return undefined;
  for (const ring of ringsOf(sentence, trigger, false)) {
    const found = near.filter((place) =>
      ring.some((i) => isAt(sentence, i, place) && isLocated(sentence, i)),
    );
    if (found.length > 0)
      return found.toSorted((a, b) => FINENESS[a.precision] - FINENESS[b.precision] || a.start - b.start)[0]!
        .id;
  }
  return undefined;
}

const FINENESS: Readonly<Record<PlaceMention['precision'], number>> = {
  site: 0,
  city: 1,
  district: 2,
  region: 3,
  sea: 3,
  country: 4,
  unknown: 5,
};

function isLocated(sentence: ParsedSentence, i: number): boolean {
  let current = i;
  for (let step = 0; step < 4; step++) {
    if (markersOf(sentence, current).some((word) => LOCATING.has(word))) return true;
    const token = sentence.tokens[current]!;
    if (
      token.head < 0 ||
      !hasRelation(token, ['compound', 'flat', 'appos', 'nmod', 'conj', 'list', 'amod', 'dep'])
    )
      return false;
    current = token.head;
  }
  return false;
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
