import type { TextSpan } from './span.ts';

export const ENTITY_TYPES = ['person', 'organization', 'state', 'group', 'facility', 'weapon'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** PLOVER actor sectors, with IGO and NGO. */
export const SECTORS = [
  'GOV', 'MIL', 'COP', 'SPY', 'LEG', 'JUD', 'PTY', 'OPP', 'REB', 'UAF', 'CRM',
  'BUS', 'LAB', 'MED', 'EDU', 'REL', 'CVL', 'REF', 'NGO', 'IGO', 'ELI',
] as const; // biome-ignore format: a table
export type Sector = (typeof SECTORS)[number];

/** Words other than its names that stand for an entity: a pronoun ("he") or a nominal ("the group"). */
export interface Reference extends TextSpan {
  readonly form: 'pronoun' | 'nominal';
}

/** A person, body or thing that the document names or describes, with every mention of it. */
export interface Entity {
  readonly kind: 'entity';
  /** Unique in the reading: `e1`. */
  readonly id: string;
  readonly type: EntityType;
  /** Fullest name in the text, or the register's usual name: `Kata'ib Hizballah`. */
  readonly name: string;
  readonly wikidata?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly sector?: Sector;
  /** Rank, post or description given in the text: `the commander of U.S. Central Command (CENTCOM)`. */
  readonly role?: string;
  readonly mentions: readonly TextSpan[];
  /** Pronouns and nominals that stand for it, in the order of the text; absent where none is sure enough. */
  readonly references?: readonly Reference[];
  readonly by: string;
}
