import type { ChainLink, Claim } from '../../model/claim.ts';
import type { Event } from '../../model/event.ts';
import type { Reading } from '../../model/reading.ts';
import type { Location, Mention, Party, Speaker, Statement } from '../../model/report.ts';
import { isWithin } from '../../model/span.ts';

/** Characters of a claim's content that fusion keeps. */
const LONGEST = 500;

/**
 * A reading's claims as fusion compares them: what is said, by whom, and the events that it carries with their parties and
 * places by what can be compared across documents, no longer by ids of the reading.
 *
 * @param who Who the reading's entities and speakers are across documents, where that is known.
 * @example
 * makeStatements(reading)[0]?.mentions[0]?.where?.name; // 'Baghdad'
 */
export function makeStatements(reading: Reading, who: Who = NOBODY): readonly Statement[] {
  const resolve = makeResolver(reading, who);
  const carried = new Map<string, Mention[]>();
  for (const event of reading.events) {
    const claim = findCarrier(event, reading.claims);
    // Nothing is made up for an event that no claim carries: there would be nobody to say it.
    if (claim === undefined) continue;
    const mentions = carried.get(claim.id) ?? [];
    mentions.push(resolve(event));
    carried.set(claim.id, mentions);
  }
  // What is merely named puts nothing forward.
  const told = reading.claims.filter(({ id, topic }) => topic !== true || carried.has(id));
  return told.map((claim) => ({
    claim: claim.id,
    start: claim.start,
    end: claim.end,
    words: cutWords(claim.content.text),
    chain: claim.chain.map((link) => who.describe(link)),
    quote: claim.quote,
    ...(claim.stance === undefined ? {} : { stance: claim.stance }),
    certainty: claim.certainty,
    polarity: claim.polarity,
    evidence: claim.evidence,
    mentions: carried.get(claim.id) ?? [],
  }));
}

/** Says who the entities and speakers of a reading are. */
export interface Who {
  find(entity: string): string | undefined;
  describe(link: ChainLink): Speaker;
}

const NOBODY: Who = { find: () => undefined, describe: (link) => link };

/** The claim that the event names, else the one that lists it, else the shortest that holds its words. */
function findCarrier(event: Event, claims: readonly Claim[]): Claim | undefined {
  const named = claims.find((claim) => claim.id === event.claim);
  if (named !== undefined) return named;
  const listing = claims.find((claim) => claim.events.includes(event.id));
  if (listing !== undefined) return listing;
  let shortest: Claim | undefined;
  for (const claim of claims) {
    if (!isWithin(event.trigger, claim)) continue;
    if (shortest === undefined || claim.end - claim.start < shortest.end - shortest.start) shortest = claim;
  }
  return shortest;
}

function makeResolver(reading: Reading, who: Who): (event: Event) => Mention {
  const parties = new Map<string, Party>();
  for (const { id, name, type, country, sector, wikidata } of reading.entities) {
    const record = who.find(id);
    parties.set(id, {
      name,
      type,
      ...(country === undefined ? {} : { country }),
      ...(sector === undefined ? {} : { sector }),
      ...(wikidata === undefined ? {} : { wikidata }),
      ...(record === undefined ? {} : { record }),
    });
  }
  const locations = new Map<string, Location>();
  for (const { id, name, country, lat, lon, precision } of reading.places) {
    locations.set(id, {
      name,
      ...(country === undefined ? {} : { country }),
      ...(lat === undefined ? {} : { lat }),
      ...(lon === undefined ? {} : { lon }),
      precision,
    });
  }
  const resolveAll = (ids: readonly string[]): readonly Party[] =>
    ids.map((id) => parties.get(id)).filter((party) => party !== undefined);
  return (event) => {
    const where = event.where === undefined ? undefined : locations.get(event.where);
    return {
      event: event.id,
      trigger: event.trigger,
      plover: event.plover,
      cameo: event.cameo,
      realis: event.realis,
      ...(event.posture === undefined ? {} : { posture: event.posture }),
      factuality: event.factuality,
      background: event.background,
      actors: resolveAll(event.actors),
      recipients: resolveAll(event.recipients),
      instruments: resolveAll(event.instruments),
      ...(event.targetKind === undefined ? {} : { targetKind: event.targetKind }),
      ...(event.when === undefined ? {} : { when: event.when }),
      ...(where === undefined ? {} : { where }),
      figures: event.figures,
      ...(event.sameAs === undefined ? {} : { sameAs: event.sameAs }),
      ...(event.partOf === undefined ? {} : { partOf: event.partOf }),
      ...(event.responseTo === undefined ? {} : { responseTo: event.responseTo }),
    };
  };
}

/** Cut between words, and never through a character of two code units. */
function cutWords(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/u, '');
  const blank = cut.lastIndexOf(' ');
  return blank > LONGEST / 2 ? cut.slice(0, blank) : cut;
}
