import type { EntityType, Sector } from './entity.ts';
import type { Hash } from './page.ts';
import type { TextSpan } from './span.ts';

/** A public actor of the register: the one record that all its names lead to. */
export interface Actor {
  /** `wikidata:Q…`, else `register:` and its name in small letters. */
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly sector?: Sector;
  readonly wikidata?: string;
  /** Other names by which it goes, wherever they stand. */
  readonly aliases: readonly string[];
  /** Whether the desk entered it; absent on what comes with the program. */
  readonly isOwn?: true;
}

/** A name that documents have for an actor. */
export interface SeenName {
  readonly name: string;
  /** Pages that have it. */
  readonly documents: number;
}

/** One actor across documents: a row of a list. */
export interface ActorSummary {
  readonly kind: 'actor';
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly sector?: Sector;
  readonly wikidata?: string;
  /** Whether it stands in the register; the others are known from documents alone. */
  readonly isRegistered: boolean;
  /** Every spelling that documents have, most frequent first. */
  readonly names: readonly SeenName[];
  /** Pages that name it. */
  readonly documents: number;
  /** ISO 8601 instants since when its first and its latest mention are known here; absent where no document names it. */
  readonly first?: string;
  readonly last?: string;
}

/** Where one document names an actor. */
export interface ActorSighting {
  readonly document: Hash;
  readonly outlet?: string;
  readonly title?: string;
  readonly published?: string;
  /** Rank, post or description given in the text. */
  readonly role?: string;
  /** Where it is named, once for each spelling. */
  readonly named: readonly TextSpan[];
}

/** What people of the desk decided of an actor's names. */
export interface NameDecision {
  readonly judgement: string;
  readonly verdict: 'alias' | 'distinct';
  readonly name: string;
  readonly by: string;
  readonly made: string;
  readonly note: string;
}

/** An actor with where it is named. */
export interface ActorDetail extends ActorSummary {
  /** Names of the register that count, seen or not. */
  readonly aliases: readonly string[];
  /** Latest first. */
  readonly mentions: readonly ActorSighting[];
  /** Ids of incidents that it has a part in, latest first. */
  readonly incidents: readonly string[];
  readonly decisions: readonly NameDecision[];
  readonly by: string;
}

/** The id of a register's record: by Wikidata, else by its name. */
export function makeActorId({
  name,
  wikidata,
}: {
  readonly name: string;
  readonly wikidata?: string | undefined;
}): string {
  if (wikidata !== undefined && wikidata !== '') return `wikidata:${wikidata}`;
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`.]/g, '');
  return `register:${words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}`;
}
