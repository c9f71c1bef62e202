import type { Entity } from '../../../../model/entity.ts';
import type { Event } from '../../../../model/event.ts';
import type { PlaceMention } from '../../../../model/place.ts';
import { isOverlapping, type Span } from '../../../../model/span.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, hasRelation, markersOf, tokenAt } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';

/** What of the text may name the other side. */
export interface Surroundings {
  readonly entities: readonly Entity[];
  readonly places: readonly PlaceMention[];
}

/** Types of event whose other side may be the state on whose ground they are done. */
const ON_GROUND: ReadonlySet<string> = new Set(
  'CONSULT MOBILIZE COERCE ASSAULT CONCEDE AID SANCTION RETREAT PROTEST THREATEN AGREE SUPPORT'.split(' '),
);
/** Types of event that nobody does to himself, so that his own country is only mentioned. */
const TO_OTHERS: ReadonlySet<string> = new Set('AGREE REQUEST CONSULT SUPPORT AID'.split(' '));

/** Mark of the state of a place, where the text names no party: `state:JO` for "visited Amman". */
export const STATE_MARK = 'state:';

/**
 * The other side of an event where grammar names none, as human coders take it: the first party that the sentence
 * names behind the event word, with those joined to it; else the state of the place where it is done. Who merely
 * reports it, and who is named only in what happened before or besides, is none.
 *
 * @returns entity ids, or `state:` with the country of a place
 */
export function findOtherSide(
  event: Event,
  sentence: ParsedSentence,
  { entities, places }: Surroundings,
): readonly string[] {
  if (event.cameo.startsWith('083')) return [];
  const own = new Set(
    entities.filter(({ id }) => event.actors.includes(id)).map(({ country }) => country ?? ''),
  );
  const isOpen = (span: Span) => isAbout(sentence, event, span);
  const isOther = ({ id, type, country, sector }: Entity) =>
    !['weapon', 'facility'].includes(type) &&
    !event.actors.includes(id) &&
    !(type === 'state' && TO_OTHERS.has(event.plover.type) && own.has(country!)) &&
    !(sector === 'MIL' && type === 'group' && country === undefined && MOVING.has(event.plover.type));
  const behind = entities
    .filter(isOther)
    .flatMap(({ id, mentions }) => mentions.map((mention) => ({ id, mention })))
    .filter(({ mention }) => mention.start > event.trigger.end && mention.start < sentence.end)
    .sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
  const first = behind.find(({ mention }) => isOpen(mention));
  if (first !== undefined) {
    const joined = spansJoined(sentence, first.mention);
    const more = behind.filter(({ mention }) => joined.some((span) => isOverlapping(mention, span)));
    return [...new Set([first, ...more].map(({ id }) => id))];
  }
  if (!ON_GROUND.has(event.plover.type)) return [];
  const ground = places.find(
    ({ id, start, country, use }) =>
      country !== undefined &&
      use !== 'demonym' &&
      (id === event.where || (start > event.trigger.end && start < sentence.end)) &&
      !(TO_OTHERS.has(event.plover.type) && own.has(country)),
  );
  return ground === undefined || !isOpen(ground) ? [] : [`${STATE_MARK}${ground.country}`];
}

/** Types of event whose forces are what is sent or given. */
const MOVING: ReadonlySet<string> = new Set(['AID', 'AGREE', 'MOBILIZE', 'RETREAT']);

/** Words that open what happened before or besides. */
const BESIDES = new Set('after as while when following since because'.split(' '));

/** Whether words behind the event belong to what it is about. */
function isAbout(sentence: ParsedSentence, event: Event, span: Span): boolean {
  const from = tokenAt(sentence, event.trigger.start);
  const at = tokenAt(sentence, span.start);
  for (let i = from + 1; i < at; i++) if (BESIDES.has(wordAt(sentence, i))) return false;
  return !isReporter(sentence, tokenAt(sentence, span.end - 1));
}

const SAYING = new Set('say report announce confirm tell add state note quote reiterate'.split(' '));

/** "…, officials said", "said a spokesman for the premier", "according to the ministry". */
function isReporter(sentence: ParsedSentence, index: number): boolean {
  let current = index;
  for (let step = 0; step < 6; step++) {
    const token = sentence.tokens[current]!;
    if (markersOf(sentence, current).some((word) => word.startsWith('according'))) return true;
    if (token.head < 0) return false;
    // "…, said a spokesman": whoever stands behind the verb speaks too.
    const isSubject = hasRelation(token, ['nsubj']) || sentence.tokens[token.head - 1]?.text === ',';
    if (isSubject && SAYING.has(lemmaAt(sentence, token.head))) return true;
    // Where the tree errs, by place: nothing but nouns between it and the verb of saying.
    if (step === 0 && isBeforeSaying(sentence, index)) return true;
    if (!hasRelation(token, ['nmod', 'compound', 'appos', 'flat', 'conj', 'amod'])) return false;
    current = token.head;
  }
  return false;
}

function isBeforeSaying(sentence: ParsedSentence, index: number): boolean {
  let verb = index + 1;
  while (verb < index + 4 && ['NOUN', 'PROPN', 'AUX'].includes(sentence.tokens[verb]?.upos ?? '')) verb++;
  return sentence.tokens[verb]?.upos === 'VERB' && SAYING.has(lemmaAt(sentence, verb));
}

/** Where what is joined to a phrase stands: the Libya of "Iraq and Libya". */
function spansJoined(sentence: ParsedSentence, span: Span): readonly Span[] {
  const head = tokenAt(sentence, span.end - 1);
  return findChildren(sentence, head, 'conj').map((i) => sentence.tokens[i]!);
}
