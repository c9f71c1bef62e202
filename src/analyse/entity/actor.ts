import type { EntityType, Sector } from '../../model/entity.ts';

/** Somebody or something by what a document tells of it. */
export interface ActorName {
  readonly name: string;
  readonly type: EntityType;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly sector?: Sector;
  readonly wikidata?: string;
}

/** What is compared with each other: a person is never a body. */
export type ActorKind = 'person' | 'body' | 'facility';

/** What two names say of each other: how far their spellings are apart, that they are of two, or nothing (undefined). */
export type NameRelation = number | 'conflict' | undefined;

export function findKind(type: EntityType): ActorKind | undefined {
  if (type === 'person' || type === 'facility') return type;
  return type === 'organization' || type === 'group' ? 'body' : undefined;
}

/** Sectors between which one and the same may move: a general becomes a minister, no minister becomes a newspaper. */
const WORLDS: Readonly<Partial<Record<Sector, string>>> = {
  GOV: 'state', MIL: 'state', COP: 'state', SPY: 'state', LEG: 'state', JUD: 'state', PTY: 'state', ELI: 'state', IGO: 'state', OPP: 'state',
  REB: 'armed', UAF: 'armed', CRM: 'crime', BUS: 'trade', MED: 'media', EDU: 'learning', REL: 'faith', LAB: 'labour', NGO: 'aid',
  CVL: 'people', REF: 'people',
}; // biome-ignore format: a table

/** Worlds that one and the same is told to be of, by who tells it. */
const SHARED = new Set([
  'armed state',
  'faith state',
  'state trade',
  'crime armed',
  'armed crime',
  'aid faith',
  'learning state',
]);

/** Whether two sectors are of one actor, as far as that can be told. */
export function isSectorPossible(a: Sector | undefined, b: Sector | undefined, kind: ActorKind): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  const [these, those] = [WORLDS[a], WORLDS[b]];
  if (these === those) return true;
  // A militia is a state's force to one and a rebel to another; bodies of one name and country are one.
  return kind === 'body' && SHARED.has([these!, those!].sort().join(' '));
}

export function isCountryPossible(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
