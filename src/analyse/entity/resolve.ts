import { createHash } from 'node:crypto';
import type { Actor } from '../../model/actor.ts';
import { findSpeakingState, foldName } from '../origin/names.ts';
import { type ActorKind, type ActorName, findKind } from './actor.ts';
import { readOffice } from './offices.ts';
import {
  type ActorRecord,
  isPossible,
  makeRecord,
  type ParsedName,
  parseName,
  RecordIndex,
} from './records.ts';
import { type ActorRegister, makeRegister } from './register.ts';
import { makeStateId } from './words.ts';

/** The record that a name leads to. */
export interface Resolved {
  /** `wikidata:Q…`, `register:…`, `state:XK`, `office:…:official`, or `actor:` and digits of a hash. */
  readonly id: string;
  /** The name that it goes by: the register's, else the first that was seen; absent of an office. */
  readonly name?: string;
}

export interface ResolveOptions {
  /** Whether only the register and, of bodies, what was named before is looked through; nothing new is remembered. */
  readonly isKnownOnly?: boolean;
}

/** Says of the actors of different documents which are one. */
export interface EntityResolver {
  /**
   * The record of an actor; undefined where the name names nobody for certain: a family name alone, "gunmen", "the ministry".
   */
  resolve(actor: ActorName, options?: ResolveOptions): Resolved | undefined;
  /** Takes over what an earlier run has resolved. */
  restore(actor: ActorName, id: string): void;
}

/** Characters of a name; what is longer is none. */
const LONGEST = 200;
/** Names that are remembered as they were read. */
const MOST_READINGS = 50_000;
/** Records beside the register that are remembered; the one not named for longest is forgotten first. */
const MOST_RECORDS = 50_000;

/**
 * Makes a resolver that has seen nothing yet. Given the same names in the same order it gives the same ids.
 *
 * @param own What a desk has added to the register.
 * @example
 * const resolver = createEntityResolver();
 * resolver.resolve({ name: 'Qasem Sulaimani', type: 'person' })?.name; // 'Qassem Soleimani'
 */
export function createEntityResolver(own: readonly Actor[] = []): EntityResolver {
  return new Resolver(makeRegister(own));
}

interface NameReading {
  readonly registered?: Resolved;
  readonly parsed?: ParsedName | undefined;
}

/** All that is known of an actor beside its record. */
const makeKey = (what: string, { name, type, country, sector, wikidata }: ActorName): string =>
  JSON.stringify([what, name, type, country, sector, wikidata]);

class Resolver implements EntityResolver {
  readonly #register: ActorRegister;
  readonly #index = new RecordIndex();
  /** In order of when they were named last. */
  readonly #records = new Map<string, ActorRecord>();
  /** Records by the names that led to them before, with what was told beside. */
  readonly #taken = new Map<string, string>();
  readonly #readings = new Map<string, unknown>();

  constructor(register: ActorRegister) {
    this.#register = register;
  }

  resolve(actor: ActorName, { isKnownOnly = false }: ResolveOptions = {}): Resolved | undefined {
    if (actor.type === 'weapon' || actor.name.length > LONGEST) return undefined;
    if (actor.type === 'state') return resolveState(actor);
    const office = actor.type === 'facility' ? undefined : this.#resolveOffice(actor, isKnownOnly);
    if (office !== undefined) return office;
    if (this.#read('words', actor, () => isOfficeByWords(actor))) return undefined;
    const kind = findKind(actor.type);
    return kind === undefined ? undefined : this.#resolveNamed(kind, actor, isKnownOnly);
  }

  restore(actor: ActorName, id: string): void {
    if (!id.startsWith('actor:')) return;
    const kind = findKind(actor.type);
    if (kind !== undefined) this.#take(id, kind, actor);
  }

  #resolveNamed(kind: ActorKind, actor: ActorName, isKnownOnly: boolean): Resolved | undefined {
    const { registered, parsed } = this.#read(kind, actor, () => this.#readName(kind, actor));
    if (registered !== undefined || parsed === undefined) return registered;
    // A person without an office may be anybody of that name.
    if (isKnownOnly && kind === 'person') return undefined;
    const key = makeKey(kind, actor);
    const seen = this.#records.get(this.#taken.get(key) ?? '') ?? this.#index.find(parsed, actor)?.record;
    if (isKnownOnly) return seen === undefined ? undefined : { id: seen.id, name: seen.name };
    const id = seen?.id ?? this.#makeId(kind, actor);
    this.#take(id, kind, actor);
    return { id, name: seen?.name ?? actor.name };
  }

  /** What a name says by itself: who of the register it is, else its parts. */
  #readName(kind: ActorKind, actor: ActorName): NameReading {
    const known = this.#findKnown(kind, actor);
    if (known !== undefined) return { registered: known };
    const parsed = parseName(kind, actor);
    const similar = parsed === undefined ? undefined : this.#register.index.find(parsed, actor);
    return similar === undefined ? { parsed } : { registered: this.#describe(similar.record.id) };
  }

  /** The same names come again and again: what hangs on nothing else is read once. */
  #read<Value>(what: string, actor: ActorName, make: () => Value): Value {
    const key = makeKey(what, actor);
    if (this.#readings.has(key)) return this.#readings.get(key) as Value;
    const made = make();
    if (this.#readings.size >= MOST_READINGS) this.#readings.clear();
    this.#readings.set(key, made);
    return made;
  }

  /** Of the register, by a name as it is written there. */
  #findKnown(kind: ActorKind, actor: ActorName): Resolved | undefined {
    const { wikidata } = actor;
    if (wikidata !== undefined) {
      const id = `wikidata:${wikidata}`;
      return this.#register.actors.has(id) ? this.#describe(id) : { id };
    }
    const bearers = this.#register
      .findByName(foldName(actor.name))
      .filter((record) => record.kind === kind && isPossible(record, actor));
    if (bearers.length === 1) return this.#describe(bearers[0]!.id);
    const there = bearers.filter(({ country }) => country !== undefined && country === actor.country);
    return there.length === 1 ? this.#describe(there[0]!.id) : undefined;
  }

  #describe(id: string): Resolved {
    const name = this.#register.actors.get(id)?.name;
    return name === undefined ? { id } : { id, name };
  }

  #resolveOffice(actor: ActorName, isKnownOnly: boolean): Resolved | undefined {
    const { name, country } = actor;
    const office = this.#read('office', actor, () => readOffice(name, country));
    if (office === undefined) return undefined;
    const { post, body } = office;
    if (body === undefined) return { id: makeOfficeId(office.country ?? '', post) };
    const state = findSpeakingState(foldName(body));
    if (state !== undefined) return { id: makeOfficeId(state, post) };
    const given = office.country === undefined ? {} : { country: office.country };
    const holder =
      this.#resolveNamed('body', { name: body, type: 'organization', ...given }, isKnownOnly) ??
      this.#findKnown('person', { name: body, type: 'person', ...given });
    if (holder === undefined) return undefined;
    // A spokesperson speaks for the body itself; its officials may not.
    if (post !== 'spokesperson') return { id: makeOfficeId(holder.id, post) };
    return this.#register.actors.get(holder.id)?.type === 'person' ? { id: `office:${holder.id}` } : holder;
  }

  #take(id: string, kind: ActorKind, actor: ActorName): void {
    const key = makeKey(kind, actor);
    const known = this.#records.get(id);
    if (known !== undefined && this.#taken.get(key) === id) {
      // Named last, forgotten last.
      this.#records.delete(id);
      this.#records.set(id, known);
      return;
    }
    if (this.#taken.size >= 2 * MOST_RECORDS) this.#taken.clear();
    this.#taken.set(key, id);
    const record = known ?? makeRecord({ id, kind, name: copy(actor.name) });
    this.#records.delete(id);
    this.#records.set(id, record);
    if (record.country === undefined && actor.country !== undefined) record.country = actor.country;
    if (record.sector === undefined && actor.sector !== undefined) record.sector = actor.sector;
    if (known === undefined || (this.#index.isOpen(record) && this.#isNewForm(record, actor)))
      this.#index.enter(record, actor);
    if (this.#records.size > MOST_RECORDS) this.#forget();
  }

  #isNewForm(record: ActorRecord, actor: ActorName): boolean {
    const parsed = JSON.stringify(parseName(record.kind, actor));
    return !record.forms.some((form) => JSON.stringify(form) === parsed);
  }

  #forget(): void {
    const [oldest] = this.#records.values();
    if (oldest === undefined) return;
    this.#records.delete(oldest.id);
    this.#index.remove(oldest);
  }

  /** By the name and what is known beside it; counted on where another of that name is known and is not the same. */
  #makeId(kind: ActorKind, { name, country }: ActorName): string {
    for (let count = 0; ; count += 1) {
      const text = [kind, foldName(name), country ?? '', ...(count === 0 ? [] : [count])].join('|');
      const id = `actor:${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
      if (!this.#records.has(id)) return id;
    }
  }
}

/** A text of its own: one that was cut from a document would keep all of that in memory. */
const copy = (name: string): string => Buffer.from(name).toString();

/** `office:US:official`, `office:wikidata:Q789915:official`. */
const makeOfficeId = (of: string, post: string): string => `office:${of}:${post.replace(/ /g, '-')}`;

function resolveState({ name, country, wikidata }: ActorName): Resolved | undefined {
  if (wikidata !== undefined) return { id: `wikidata:${wikidata}` };
  const code = findSpeakingState(foldName(name)) ?? country;
  return code === undefined ? undefined : { id: makeStateId(code) };
}

/** "Spokesman", "a senior official": an office of nobody knows what. */
function isOfficeByWords({ name }: ActorName): boolean {
  return (
    /\b(?:spokes(?:man|woman|person|people|men|women)|officials?|sources?)\b/i.test(name) &&
    !/\p{Lu}\p{Ll}+\s+\p{Lu}/u.test(name)
  );
}
