import type { Sector } from '../../model/entity.ts';
import { CREDIBILITY_WORDS, RELIABILITY_WORDS } from '../../model/grade.ts';
import type { Incident } from '../../model/incident.ts';
import type { Location, Party } from '../../model/report.ts';
import { findReach } from '../../model/watch-area.ts';
import { formatSpan } from '../../text/dates.ts';
import { nameClaim } from '../brief/references.ts';
import { safeUrl } from '../exchange/safe.ts';
import type { CitedClaim } from '../exchange/warning.ts';
import { makeObservableId, type StixId } from './ids.ts';
import { cite, type Frame, makeLasting, makeTold, type StixObject, safeName, toStixTime } from './objects.ts';
import { CREDIBILITY, OPINION, TLP_IDS } from './tables.ts';

const MOST_PAGES = 20;

/** Bodies of a state and between states. */
const PUBLIC_SECTORS: readonly (Sector | undefined)[] = ['GOV', 'MIL', 'COP', 'SPY', 'LEG', 'JUD', 'IGO'];
/** Those who fight and are no state. */
const ARMED_SECTORS: readonly (Sector | undefined)[] = ['REB', 'UAF'];

/**
 * An incident with where it was, who has a part in it, the pages that tell of it and what is thought of them, held together by a grouping.
 * The first object is the incident, the last the grouping.
 */
export function tellIncident(
  incident: Incident,
  { frame, claims }: { readonly frame: Frame; readonly claims: ReadonlyMap<string, CitedClaim> },
): readonly StixObject[] {
  const cited = [...new Set(incident.told.map(({ claim }) => nameClaim(claim)))].flatMap(
    (name) => claims.get(name) ?? [],
  );
  const name = safeName(incident.title, incident.id);
  const common = { frame, created: incident.first };
  const own = makeTold('incident', [incident.id], {
    ...common,
    name,
    description: describe(incident),
    labels: [`realis:${incident.realis}`, `event:${incident.type.toLowerCase()}`],
    confidence: incident.grade === undefined ? undefined : CREDIBILITY[incident.grade],
    external_references: cite(cited),
  });
  const parts = [
    ...locate(own.id, incident.where, frame),
    ...incident.actors.flatMap((party) => introduce(own.id, { party, part: 'actor', frame })),
    ...incident.recipients.flatMap((party) => introduce(own.id, { party, part: 'recipient', frame })),
    ...cited.slice(0, MOST_PAGES).flatMap((claim) => observe(claim, frame)),
  ];
  const opinion = judge(own.id, incident, frame);
  const grouping = makeTold('grouping', [incident.id], {
    ...common,
    name,
    context: 'unspecified',
    object_refs: [...new Set([own.id, ...parts.map(({ id }) => id)])],
  });
  return [own, ...parts, ...opinion, grouping];
}

function describe({
  realis,
  when,
  where,
  confirmed,
  possible,
  documents,
  information,
  sources,
}: Incident): string {
  const grade =
    information === undefined
      ? []
      : [`Information ${information.grade} (${CREDIBILITY_WORDS[information.grade]}): ${information.reason}`];
  const day =
    when?.from === undefined ? [] : [formatSpan(when.from.slice(0, 10), (when.to ?? when.from).slice(0, 10))];
  const marks = (sources ?? []).map(
    (source) => `${source.name} ${source.grade} (${RELIABILITY_WORDS[source.grade]})`,
  );
  const lines = [
    [`Told as ${realis}`, ...day, ...(where === undefined ? [] : [where.name])].join(', '),
    `Origins: ${confirmed} confirmed, ${possible} possible; documents: ${documents}.`,
    ...grade,
    ...(marks.length === 0 ? [] : [`Sources: ${marks.slice(0, 10).join('; ')}.`]),
  ];
  return lines.map((line) => safeName(line, '')).join('\n');
}

/** Where it was, and that it was there. */
function locate(incident: StixId, where: Location | undefined, frame: Frame): readonly StixObject[] {
  const place = where && makePlace(where, frame);
  return place === undefined ? [] : [place, relate(incident, { how: 'located-at', to: place.id, frame })];
}

/** A place as STIX has it; undefined of one that has neither a country nor a point. */
export function makePlace(
  { name, country, lat, lon, precision }: Location,
  frame: Frame,
): StixObject | undefined {
  const km = findReach({ precision });
  const isPoint = lat !== undefined && lon !== undefined && km !== undefined;
  if (!isPoint && country === undefined) return undefined;
  const point = isPoint ? { latitude: lat, longitude: lon, precision: Math.max(km, 1) * 1000 } : {};
  return makeLasting('location', [name, country ?? '', JSON.stringify(point)], {
    frame,
    name: safeName(name, 'unnamed'),
    ...(country === undefined ? {} : { country }),
    ...point,
  });
}

/** Whoever takes part and is a public body or an armed group; persons and all others have no place in it. */
function introduce(
  incident: StixId,
  {
    party,
    part,
    frame,
  }: { readonly party: Party; readonly part: 'actor' | 'recipient'; readonly frame: Frame },
): readonly StixObject[] {
  const made = makeParty(party, frame);
  if (made === undefined) return [];
  const description =
    part === 'actor'
      ? 'Named as having done it, by reports that the incident refers to.'
      : 'Named as having been hit or addressed, by reports that the incident refers to.';
  return [made, relate(incident, { how: 'related-to', to: made.id, description, frame })];
}

function makeParty(
  { name, type, sector, record, wikidata, country }: Party,
  frame: Frame,
): StixObject | undefined {
  // Who has no record may be anybody.
  if (record === undefined || type === 'person') return undefined;
  const known = {
    frame,
    name: safeName(name, 'unnamed'),
    external_references:
      wikidata === undefined ? [] : [{ source_name: 'wikidata', external_id: safeName(wikidata, '-') }],
  };
  if (type === 'group')
    return ARMED_SECTORS.includes(sector) ? makeLasting('threat-actor', [record], known) : undefined;
  if (type !== 'state' && !(type === 'organization' && PUBLIC_SECTORS.includes(sector))) return undefined;
  return makeLasting('identity', [record], {
    ...known,
    identity_class: 'organization',
    sectors: sector === 'MIL' ? ['defense'] : ['government'],
    labels: country === undefined ? undefined : [`country:${country}`],
  });
}

/** That the page was seen, and when. Its address is no sign of anything bad. */
function observe({ url, seen }: CitedClaim, frame: Frame): readonly StixObject[] {
  const value = safeUrl(url);
  if (value === undefined) return [];
  const id = makeObservableId('url', { value });
  const at = toStixTime(seen);
  return [
    { type: 'url', spec_version: '2.1', id, value, object_marking_refs: [TLP_IDS[frame.tlp]] },
    makeTold('observed-data', [id, at], {
      frame,
      created: seen,
      first_observed: at,
      last_observed: at,
      number_observed: 1,
      object_refs: [id],
    }),
  ];
}

/** How credible it is that it has come about, as an opinion; none where that cannot be judged. */
function judge(incident: StixId, { information, first }: Incident, frame: Frame): readonly StixObject[] {
  const opinion = information && OPINION[information.grade];
  if (information === undefined || opinion === undefined) return [];
  return [
    makeTold('opinion', [incident], {
      frame,
      created: first,
      opinion,
      explanation: `${CREDIBILITY_WORDS[information.grade]}: ${safeName(information.reason, '-')}`,
      confidence: CREDIBILITY[information.grade],
      object_refs: [incident],
    }),
  ];
}

function relate(
  from: StixId,
  {
    how,
    to,
    description,
    frame,
  }: {
    readonly how: string;
    readonly to: StixId;
    readonly description?: string;
    readonly frame: Frame;
  },
): StixObject {
  return makeTold('relationship', [from, how, to, description ?? ''], {
    ...{ frame, created: frame.modified, relationship_type: how, source_ref: from, target_ref: to },
    description,
  });
}
