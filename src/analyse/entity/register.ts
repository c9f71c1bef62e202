import { type Actor, makeActorId } from '../../model/actor.ts';
import { ENTITY_TYPES, SECTORS } from '../../model/entity.ts';
import { foldName } from '../origin/names.ts';
import { loadTable } from '../tables.ts';
import { type ActorKind, findKind, isCountryPossible } from './actor.ts';
import { readPerson } from './persons.ts';
import { type ActorRecord, makeRecord, RecordIndex } from './records.ts';

/** Known actors by their names. */
export interface ActorRegister {
  readonly actors: ReadonlyMap<string, Actor>;
  /** Those of a name as it is written, whatever the marks: folded. */
  findByName(folded: string): readonly ActorRecord[];
  /** Those whose names may be spellings of others. */
  readonly index: RecordIndex;
}

let shipped: readonly Actor[] | undefined;

/** The actors that come with the program (`data/register.tsv`), read once. */
export function listShippedActors(): readonly Actor[] {
  shipped ??= loadTable('register.tsv', ['name', 'type']).flatMap(({ cells }) => {
    const type = ENTITY_TYPES.find((known) => known === cells['type']);
    const sector = SECTORS.find((known) => known === cells['sector']);
    if (type === undefined) return [];
    const name = cells['name']!;
    const aliases = (cells['aliases'] ?? '').split(';').filter((alias) => alias !== '');
    return [
      {
        id: makeActorId({ name, wikidata: cells['wikidata'] }),
        // A bracket in a name only tells two bodies of one name apart.
        name: name.replace(/ \([^)]{1,40}\)$/, ''),
        type,
        ...(cells['country'] ? { country: cells['country'] } : {}),
        ...(sector === undefined ? {} : { sector }),
        ...(cells['wikidata'] ? { wikidata: cells['wikidata'] } : {}),
        // One marked as also a common word counts only inside a document that gives more reason: that is for the reader.
        aliases: [name, ...aliases].filter(
          (alias) => !alias.startsWith('?') && !aliases.includes(`?${alias}`),
        ),
      },
    ];
  });
  return shipped;
}

let plain: ActorRegister | undefined;

/** By the desk's part, which is handed round as it is until its file changes. */
const withOwn = new WeakMap<readonly Actor[], ActorRegister>();

/**
 * The register of the program, with what a desk adds: an entry whose name the program knows adds to that actor, and a name that
 * the desk gives to somebody is nobody else's.
 *
 * @example
 * makeRegister().findByName('kataib hezbollah')[0]?.id; // 'register:kataib-hizballah'
 */
export function makeRegister(own: readonly Actor[] = []): ActorRegister {
  plain ??= build(listShippedActors());
  if (own.length === 0) return plain;
  const made = withOwn.get(own) ?? build(mergeActors(plain, own));
  withOwn.set(own, made);
  return made;
}

const onlyOwn = new WeakMap<readonly Actor[], ActorRegister>();

/** What a desk adds to the register, without the rest of it. */
export function makeOwnRegister(own: readonly Actor[]): ActorRegister {
  const made =
    onlyOwn.get(own) ?? build([...makeRegister(own).actors.values()].filter(({ isOwn }) => isOwn === true));
  onlyOwn.set(own, made);
  return made;
}

function mergeActors(shippedRegister: ActorRegister, own: readonly Actor[]): readonly Actor[] {
  const merged = new Map(shippedRegister.actors);
  for (const actor of own) {
    const id = findShipped(shippedRegister, actor) ?? actor.id;
    const known = merged.get(id);
    const aliases = [...new Set([...(known?.aliases ?? []), actor.name, ...actor.aliases])];
    merged.set(id, { ...known, ...actor, id, name: known?.name ?? actor.name, aliases, isOwn: true });
  }
  return [...merged.values()];
}

/** The program's record that an entry of the desk adds to: of its id, else the only one of its name, kind and country. */
function findShipped(register: ActorRegister, actor: Actor): string | undefined {
  if (actor.wikidata !== undefined || register.actors.has(actor.id)) return undefined;
  const bearers = register
    .findByName(foldName(actor.name))
    .filter(
      ({ kind, country }) => kind === findKind(actor.type) && isCountryPossible(country, actor.country),
    );
  return bearers.length === 1 ? bearers[0]!.id : undefined;
}

function build(actors: readonly Actor[]): ActorRegister {
  const byId = new Map<string, Actor>();
  const byName = new Map<string, ActorRecord[]>();
  const index = new RecordIndex();
  for (const actor of actors) {
    const kind = findKind(actor.type);
    const twin = byId.get(actor.id);
    byId.set(
      actor.id,
      twin === undefined ? actor : { ...twin, aliases: [...twin.aliases, ...actor.aliases] },
    );
    if (kind === undefined) continue;
    const { country, sector } = actor;
    const record = makeRecord({ id: actor.id, kind, name: actor.name, country, sector });
    for (const alias of new Set([actor.name, ...actor.aliases])) {
      if (isPersonByHalf(kind, alias, actor) || isElder(kind, alias, actor)) continue;
      const folded = foldName(alias);
      const bearers = (byName.get(folded) ?? []).filter(({ id }) => id !== record.id);
      // What the desk says of a name goes before what the program's lists do.
      const others =
        actor.isOwn === true ? bearers.filter(({ id }) => byId.get(id)?.isOwn === true) : bearers;
      const isTaken = actor.isOwn !== true && bearers.some(({ id }) => byId.get(id)?.isOwn === true);
      if (!isTaken) byName.set(folded, [...others, record]);
      index.enter(record, { ...actor, name: alias });
    }
  }
  return { actors: byId, index, findByName: (folded) => byName.get(folded) ?? [] };
}

/** The name of a junior without that word is first of all his father's. */
function isElder(kind: ActorKind, alias: string, actor: Actor): boolean {
  if (kind !== 'person' || actor.isOwn === true) return false;
  const [whole, short] = [readPerson(actor), readPerson({ name: alias })];
  return whole?.suffix !== undefined && short !== undefined && short.suffix === undefined;
}

/**
 * A family name that the lists give to somebody says who is meant inside a document, which the reader has settled; across
 * documents it is anybody's. Someone known by one word alone, or entered so by the desk, is meant by it.
 */
function isPersonByHalf(kind: ActorKind, alias: string, actor: Actor): boolean {
  return kind === 'person' && !alias.trim().includes(' ') && alias !== actor.name && actor.isOwn !== true;
}
