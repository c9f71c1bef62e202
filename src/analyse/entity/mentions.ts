import type { ChainLink } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import type { Reading } from '../../model/reading.ts';
import type { ActorMention, Speaker } from '../../model/report.ts';
import type { TextSpan } from '../../model/span.ts';
import { foldName } from '../origin/names.ts';
import { isOfficeHolder } from './public.ts';
import type { EntityResolver, Resolved } from './resolve.ts';

/** Who the entities of one reading are across documents. */
export interface ResolvedReading {
  /** Those with a record, in the order of the reading. */
  readonly actors: readonly ActorMention[];
  /** The record of an entity by its id in the reading. */
  find(entity: string): string | undefined;
  /** A step of a chain with the record of who it is. */
  describe(link: ChainLink): Speaker;
}

/** Spellings of one name that are kept of a document. */
const MOST_SPELLINGS = 6;
/** Characters of a name; what is longer is none. */
const LONGEST = 200;

/**
 * Finds the records of the actors that a reading names. A private person gets none: see `isOfficeHolder`.
 *
 * @example
 * resolveReading(reading, resolver).actors[0]?.record; // 'register:qassem-soleimani'
 */
export function resolveReading(reading: Reading, resolver: EntityResolver): ResolvedReading {
  const found = new Map<string, Resolved>();
  const actors: ActorMention[] = [];
  for (const entity of reading.entities) {
    const resolved = resolveEntity(entity, resolver);
    if (resolved === undefined) continue;
    found.set(entity.id, resolved);
    const { id, name, type, country, sector, wikidata, role, mentions } = entity;
    actors.push({
      record: resolved.id,
      entity: id,
      name,
      type,
      ...(country === undefined ? {} : { country }),
      ...(sector === undefined ? {} : { sector }),
      ...(wikidata === undefined ? {} : { wikidata }),
      ...(role === undefined ? {} : { role }),
      named: pickSpellings(mentions),
    });
  }
  return {
    actors,
    find: (entity) => found.get(entity)?.id,
    describe: (link) => {
      const resolved = found.get(link.entity ?? '') ?? resolveOffice(link, resolver);
      if (resolved === undefined || link.anonymous === true) return link;
      const { id, name } = resolved;
      return { ...link, record: id, ...(name === undefined || name === link.name ? {} : { usual: name }) };
    },
  };
}

function resolveEntity(entity: Entity, resolver: EntityResolver): Resolved | undefined {
  const isKnownOnly = entity.type === 'person' && !isOfficeHolder(entity);
  return resolver.resolve(entity, { isKnownOnly });
}

/** A body that speaks and is no entity of its own: "a spokesman for the Example Port Authority". */
function resolveOffice(link: ChainLink, resolver: EntityResolver): Resolved | undefined {
  if (link.type !== 'office' || link.entity !== undefined || link.anonymous === true) return undefined;
  return resolver.resolve({ name: link.name, type: 'organization' }, { isKnownOnly: true });
}

const PRONOUNS = new Set([
  'he',
  'she',
  'it',
  'they',
  'him',
  'her',
  'his',
  'its',
  'them',
  'their',
  'who',
  'i',
  'we',
]);

/** The first mention of each spelling. */
function pickSpellings(mentions: readonly TextSpan[]): readonly TextSpan[] {
  const spellings = new Map<string, TextSpan>();
  for (const { start, end, text } of mentions) {
    const folded = foldName(text);
    if (spellings.has(folded) || PRONOUNS.has(folded) || text.length > LONGEST) continue;
    spellings.set(folded, { start, end, text });
    if (spellings.size >= MOST_SPELLINGS) break;
  }
  return [...spellings.values()];
}
