import type { EntityType, Sector } from './entity.ts';

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

/** The id of a register's record. `bracket` tells two bodies of one name apart. */
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
