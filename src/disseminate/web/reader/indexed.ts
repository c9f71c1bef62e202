import type { Claim } from '../../../model/claim.ts';
import type { Entity } from '../../../model/entity.ts';
import type { Event } from '../../../model/event.ts';
import type { PlaceMention } from '../../../model/place.ts';
import type { Reading } from '../../../model/reading.ts';
import type { Mark } from './segments.ts';

/** A reading whose parts are found by their ids. */
export interface IndexedReading {
  readonly reading: Reading;
  /** Claims in the order of the text. */
  readonly claims: readonly Claim[];
  readonly claimById: ReadonlyMap<string, Claim>;
  readonly eventById: ReadonlyMap<string, Event>;
  readonly entityById: ReadonlyMap<string, Entity>;
  readonly placeById: ReadonlyMap<string, PlaceMention>;
  readonly eventsByClaim: ReadonlyMap<string, readonly Event[]>;
}

function byId<Part extends { readonly id: string }>(parts: readonly Part[]): ReadonlyMap<string, Part> {
  return new Map(parts.map((part) => [part.id, part]));
}

export function indexReading(reading: Reading): IndexedReading {
  const eventsByClaim = new Map<string, Event[]>();
  for (const event of reading.events) {
    const events = eventsByClaim.get(event.claim);
    if (events === undefined) eventsByClaim.set(event.claim, [event]);
    else events.push(event);
  }
  return {
    reading,
    claims: listTold(reading).toSorted(
      (a, b) => a.content.start - b.content.start || b.content.end - a.content.end,
    ),
    claimById: byId(reading.claims),
    eventById: byId(reading.events),
    entityById: byId(reading.entities),
    placeById: byId(reading.places),
    eventsByClaim,
  };
}

/** Claims that put something forward; what is merely named is not shown. */
const listTold = ({ claims }: Reading): readonly Claim[] => claims.filter(({ topic }) => topic !== true);

function markClaim(claim: Claim): readonly Mark[] {
  const { id } = claim;
  const content = claim.content.spans.map(([start, end]): Mark => ({ start, end, layer: 'claim', id }));
  const links = claim.chain.flatMap((link): readonly Mark[] => {
    const { start, end, cue } = link;
    const name: readonly Mark[] =
      start === undefined || end === undefined ? [] : [{ start, end, layer: 'source', id }];
    return cue === undefined ? name : [...name, { start: cue.start, end: cue.end, layer: 'cue', id }];
  });
  return [...content, ...links];
}

/** Everything that lies over the text, the widest first. */
export function listMarks(reading: Reading): readonly Mark[] {
  const marks: Mark[] = listTold(reading).flatMap(markClaim);
  for (const { id, trigger, figures } of reading.events) {
    marks.push({ start: trigger.start, end: trigger.end, layer: 'event', id });
    for (const { start, end } of figures) marks.push({ start, end, layer: 'figure', id });
  }
  for (const { id, start, end } of reading.times) marks.push({ start, end, layer: 'time', id });
  for (const { id, start, end } of reading.places) marks.push({ start, end, layer: 'place', id });
  for (const { id, mentions } of reading.entities) {
    for (const { start, end } of mentions) marks.push({ start, end, layer: 'name', id });
  }
  return marks;
}

/** Names of entities by their ids; an id that the reading does not have is left out. */
export function listNames(index: IndexedReading, ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => index.entityById.get(id)?.name ?? []);
}
