import type { Stance } from '../../model/claim.ts';
import type { Event, EventTime, Realis } from '../../model/event.ts';
import { isOverlapping, isWithin, makeTextSpan, type Span } from '../../model/span.ts';
import { FACTUALITY } from '../lang/en/event/factuality/factuality.ts';
import type { EventSense } from '../lang/en/event/lexicon.ts';
import { checkFigure } from './check-figure.ts';
import { type Evidence, findAround, sliceOf, touches } from './evidence.ts';
import { findQuotes } from './quotes.ts';
import type { OfferedEvent } from './schema.ts';
import { BY } from './stage.ts';

/** An event whose words bear it out, before it has an id and a claim. */
export type CheckedEvent = Omit<Event, 'id' | 'claim'>;

/** Characters before an event word in which a modal or a negation bears on it. */
const LEAD = 36;
/** Days after which what happened is no news any more. */
const OLD = 30;

/**
 * An event of a claim: its word stands in what is said, names that type by the first reader's tables, and the sentence has the words
 * that its realis needs. Parties, time, place and figures that are not near are left out. Undefined, and counted, where the word, the
 * type or the realis fails.
 *
 * @param claim What the claim says, its stance, and the words of events that were found in it before.
 */
export function checkEvent(
  evidence: Evidence,
  offered: OfferedEvent,
  claim: { readonly content: Span; readonly stance: Stance | undefined; readonly taken: readonly Span[] },
): CheckedEvent | undefined {
  const { drops, quoted, reading } = evidence;
  const places = findQuotes(quoted, offered.trigger, claim.content);
  const trigger = places.find((span) => !touches(claim.taken, span)) ?? places[0];
  if (trigger === undefined) return drops.add('not in the text');
  const senses = evidence.lexicon.eventSenses(sliceOf(evidence, trigger));
  if (senses.length === 0) return drops.add('event word not known');
  const sense = senses.find(({ type }) => type === offered.type);
  if (sense === undefined) return drops.add('type not of the word');
  const sentence = findAround(evidence, trigger);
  if (!isRealisBorne(evidence, offered.realis, { trigger, sentence, stance: claim.stance }))
    return drops.add('realis against the words');
  const parties = checkParties(evidence, offered, sentence);
  const when = checkTime(evidence, offered, sentence);
  const where = checkPlace(evidence, offered, sentence);
  const figures = (offered.figures ?? []).flatMap((figure) => checkFigure(evidence, figure, sentence) ?? []);
  const { mode, cameo } = codeEvent(evidence, offered, sense);
  return {
    kind: 'event',
    trigger: makeTextSpan(reading.document.text, trigger.start, trigger.end),
    plover: { type: offered.type, contexts: sense.contexts, ...(mode === undefined ? {} : { mode }) },
    cameo,
    realis: offered.realis,
    factuality: FACTUALITY[offered.realis],
    background: offered.background === true || isOld(evidence, when, sentence),
    ...parties,
    ...(when === undefined ? {} : { when }),
    ...(where === undefined ? {} : { where }),
    figures,
    by: BY,
  };
}

function isRealisBorne(
  evidence: Evidence,
  realis: Realis,
  {
    trigger,
    sentence,
    stance,
  }: { readonly trigger: Span; readonly sentence: Span; readonly stance: Stance | undefined },
): boolean {
  const { words } = evidence.lexicon;
  const lead = sliceOf(evidence, {
    start: Math.max(sentence.start, trigger.start - LEAD),
    end: trigger.start,
  });
  if (realis === 'occurred' || realis === 'ongoing') {
    if (stance === 'denies' || words.holds('not-realis', realis, lead)) return false;
    return realis === 'occurred' || words.holds('realis', realis, sliceOf(evidence, sentence));
  }
  if (realis === 'denied' && stance === 'denies') return true;
  return words.holds('realis', realis, sliceOf(evidence, sentence));
}

/** Mode and code from the tables; a mode of the answer only where events of the type have it. */
function codeEvent(
  { lexicon }: Evidence,
  { type, mode }: OfferedEvent,
  sense: EventSense,
): { readonly mode?: string; readonly cameo: string } {
  if (sense.mode !== undefined && sense.mode !== '*') return { mode: sense.mode, cameo: sense.cameo };
  if (mode == null || !lexicon.isMode(type, mode)) return { cameo: sense.cameo };
  const instrument = type === 'ASSAULT' ? lexicon.instruments.find((each) => each.mode === mode) : undefined;
  return { mode, cameo: instrument?.cameo ?? sense.cameo };
}

type Parties = Pick<Event, 'actors' | 'recipients' | 'instruments'>;

/** Entities that the sentence names or the one before it: who acts in a sentence is often named in the last. */
function checkParties(evidence: Evidence, offered: OfferedEvent, sentence: Span): Parties {
  const near = findAround(evidence, sentence, 1);
  const range = { start: near.start, end: sentence.end };
  const check = (
    ids: readonly string[] | null | undefined,
    isFit: (type: string) => boolean,
  ): readonly string[] =>
    [...new Set(ids ?? [])].filter((id) => {
      const entity = evidence.reading.entities.find((each) => each.id === id);
      const isNear = entity?.mentions.some((mention) => isOverlapping(mention, range)) === true;
      if (isNear && isFit(entity!.type)) return true;
      evidence.drops.add('party not near');
      return false;
    });
  const actors = check(offered.actors, (type) => type !== 'weapon' && type !== 'facility');
  const recipients = check(offered.recipients, (type) => type !== 'weapon');
  return {
    actors,
    recipients: recipients.filter((id) => !actors.includes(id)),
    instruments: check(offered.instruments, (type) => type === 'weapon'),
  };
}

/** A time of the reading that stands in the sentence or beside it. What has happened does not lie ahead. */
function checkTime(
  evidence: Evidence,
  { time: id, realis }: OfferedEvent,
  sentence: Span,
): EventTime | undefined {
  if (id == null) return undefined;
  const { times, document } = evidence.reading;
  const time = times.find((each) => each.id === id);
  const isNear = time !== undefined && isWithin(time, findAround(evidence, sentence, 1));
  const isAhead = realis === 'occurred' && (time?.from ?? '') > (document.published ?? '9999').slice(0, 10);
  if (!isNear || isAhead || time.from === undefined) return evidence.drops.add('time not near');
  return {
    from: time.from,
    ...(time.to === undefined ? {} : { to: time.to }),
    precision: time.precision,
    time: time.id,
  };
}

function checkPlace(evidence: Evidence, { place: id }: OfferedEvent, sentence: Span): string | undefined {
  if (id == null) return undefined;
  const place = evidence.reading.places.find((each) => each.id === id);
  const isNear = place !== undefined && isWithin(place, findAround(evidence, sentence, 1));
  if (!isNear || place.use === 'demonym') return evidence.drops.add('place not near');
  return place.id;
}

/** What lies a month back, or is told beside a year that has passed, is history, whatever the answer says. */
function isOld({ reading }: Evidence, when: EventTime | undefined, sentence: Span): boolean {
  const { published } = reading.document;
  if (published === undefined) return false;
  const day = Date.parse(published.slice(0, 10));
  if (when !== undefined)
    return Date.parse((when.to ?? when.from ?? published).slice(0, 10)) < day - OLD * 86_400_000;
  const year = Number(published.slice(0, 4));
  const words = reading.document.text.slice(sentence.start, sentence.end);
  return [...words.matchAll(/\b(?:19|20)\d\d\b/g)].some(([each]) => Number(each) < year);
}
