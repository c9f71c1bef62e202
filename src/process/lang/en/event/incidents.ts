import type { Event, Realis } from '../../../../model/event.ts';
import { makeTextSpan } from '../../../../model/span.ts';
import {
  INCIDENT_PARTS,
  type IncidentFiller,
  type IncidentPart,
  type ToldIncident,
} from '../../../../model/told-incident.ts';
import type { PartMention } from './parts.ts';

export const INCIDENT_STAGE = { name: 'incident', version: 1 } as const;
const BY = `${INCIDENT_STAGE.name}@${INCIDENT_STAGE.version}`;

/** What was done goes before what is being done, readied or feared: the incident is as real as its firmest mention. */
const FIRMNESS: readonly Realis[] = [
  'occurred',
  'ongoing',
  'recurrent',
  'ordered',
  'prepared',
  'threatened',
  'expected',
  'possible',
  'conditional',
];

/**
 * The acts of force that a document tells, each with its mentions taken together. What is denied or a drill is no
 * incident, nor is a mention that neither says who nor what nor how many.
 */
export function gatherIncidents(
  text: string,
  events: readonly Event[],
  parts: ReadonlyMap<string, readonly PartMention[]>,
): ToldIncident[] {
  const told = events.filter((event) => event.plover.type === 'ASSAULT' && FIRMNESS.includes(event.realis));
  const groups = new Map<string, Event[]>();
  for (const event of told) {
    const key = event.sameAs ?? event.id;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups.values()]
    .map((mentions) => makeIncident(text, mentions, parts))
    .filter(
      (incident) => incident.figures.length > 0 || INCIDENT_PARTS.some((part) => incident[part].length > 0),
    )
    .map((incident, i) => ({ ...incident, id: `i${i + 1}` }));
}

function makeIncident(
  text: string,
  mentions: readonly Event[],
  partsOf: ReadonlyMap<string, readonly PartMention[]>,
): ToldIncident {
  const firmest = mentions.reduce((best, next) => (firmness(next) < firmness(best) ? next : best));
  const specific = mentions.find(({ plover }) => plover.mode !== undefined) ?? firmest;
  const all = mentions.flatMap(({ id }) => partsOf.get(id) ?? []);
  const fill = (part: IncidentPart) => makeFillers(text, all, part);
  const when = firmest.when ?? mentions.find((event) => event.when !== undefined)?.when;
  const where = firmest.where ?? mentions.find((event) => event.where !== undefined)?.where;
  return {
    kind: 'toldIncident',
    id: '',
    events: mentions.map(({ id }) => id),
    plover: specific.plover,
    realis: firmest.realis,
    background: mentions.every(({ background }) => background),
    persons: fill('persons'),
    organizations: fill('organizations'),
    targets: fill('targets'),
    victims: fill('victims'),
    weapons: fill('weapons'),
    ...(when === undefined ? {} : { when }),
    ...(where === undefined ? {} : { where }),
    figures: mentions.flatMap(({ figures }) => figures),
    by: BY,
  };
}

const firmness = ({ realis }: Event) => FIRMNESS.indexOf(realis);

/** One filler for each entity, and for each wording of what is no entity. */
function makeFillers(text: string, mentions: readonly PartMention[], part: IncidentPart): IncidentFiller[] {
  const fillers = new Map<string, IncidentFiller>();
  for (const mention of mentions) {
    if (mention.part !== part) continue;
    const span = makeTextSpan(text, mention.start, mention.end);
    const key = mention.entity ?? `"${span.text.toLowerCase()}`;
    const known = fillers.get(key)?.mentions ?? [];
    if (known.some(({ start }) => start === span.start)) continue;
    fillers.set(key, {
      ...(mention.entity === undefined ? {} : { entity: mention.entity }),
      mentions: [...known, span],
    });
  }
  return [...fillers.values()];
}
