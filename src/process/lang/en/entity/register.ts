import { ENTITY_TYPES, type EntityType, SECTORS, type Sector } from '../../../../model/entity.ts';
import { TableError } from '../../../../text/table.ts';
import { loadTable } from '../../../data.ts';
import { Phrases } from './phrases.ts';

/** A public actor of `data/register.tsv`, or a news agency or outlet of `data/outlets.tsv`. */
export interface Actor {
  readonly name: string;
  readonly type: EntityType;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly sector?: Sector;
  readonly wikidata?: string;
  /** Set on publishers of news. */
  readonly news?: 'agency' | 'outlet';
}

/** A name by which an actor goes. */
export interface Alias {
  readonly actor: Actor;
  readonly name: string;
  /** True where the name is also a common word or stands for others, so that the document must give more reason. */
  readonly isWeak: boolean;
}

/** Every actor with all its names. */
export interface Register {
  readonly actors: readonly Actor[];
  readonly phrases: Phrases<Alias>;
}

let register: Register | undefined;

/** The register of actors, read once. Throws a TableError where a table is damaged. */
export function loadRegister(): Register {
  register ??= makeRegister();
  return register;
}

function makeRegister(): Register {
  const actors: Actor[] = [];
  const phrases = new Phrases<Alias>();
  for (const { line, cells } of loadTable('register.tsv', ['name', 'type'])) {
    const type = ENTITY_TYPES.find((known) => known === cells['type']);
    if (type === undefined)
      throw new TableError('data/register.tsv', line, `unknown type "${cells['type']}"`);
    const sector = SECTORS.find((known) => known === cells['sector']);
    if (cells['sector'] && sector === undefined) {
      throw new TableError('data/register.tsv', line, `unknown sector "${cells['sector']}"`);
    }
    addActor(actors, phrases, cells, { type, ...(sector === undefined ? {} : { sector }) });
  }
  for (const { line, cells } of loadTable('outlets.tsv', ['name', 'type'])) {
    const news = cells['type'];
    if (news !== 'agency' && news !== 'outlet') {
      throw new TableError('data/outlets.tsv', line, `unknown type "${news}"`);
    }
    addActor(actors, phrases, cells, { type: 'organization', sector: 'MED', news });
  }
  return { actors, phrases };
}

function addActor(
  actors: Actor[],
  phrases: Phrases<Alias>,
  cells: Readonly<Record<string, string>>,
  facts: Pick<Actor, 'type' | 'sector' | 'news'>,
): void {
  const actor: Actor = {
    // A bracket in a name only tells two bodies of one name apart.
    name: cells['name']!.replace(/ \([^)]{1,40}\)$/, ''),
    ...facts,
    ...(cells['country'] ? { country: cells['country'] } : {}),
    ...(cells['wikidata'] ? { wikidata: cells['wikidata'] } : {}),
  };
  actors.push(actor);
  const aliases = cells['aliases'] ? cells['aliases'].split(';') : [];
  for (const alias of new Set([cells['name']!, ...aliases])) {
    const isWeak = alias.startsWith('?') || aliases.includes(`?${alias}`);
    const name = alias.replace(/^\?/, '');
    phrases.add(name, { actor, name, isWeak });
  }
}
