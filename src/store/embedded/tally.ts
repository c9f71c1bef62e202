import type { Facets } from '../store.ts';
import { type Database, sqlite } from './database.ts';
import { addValues, type Counted, countValues, makeFacets } from './facets.ts';

/** Readings that have come or were closed since, from which on it is quicker to count all anew. */
const MANY = 1000;

/**
 * What all current readings of a store carry, counted once: what came since is added when somebody asks, and what was closed since is
 * taken off.
 */
export class Tally {
  #counted: Counted | undefined;
  /** The last reading that was counted, and how many were closed by then. */
  #last = 0;
  #closed = 0;

  count(database: Database): Facets {
    return database.snapshot(() => {
      const [last, closed] = [findLast(database), countClosed(database)];
      if (!this.#advance(database, { last, closed })) this.#counted = countValues(database, {});
      [this.#last, this.#closed] = [last, closed];
      return makeFacets(this.#counted!);
    });
  }

  /** Whether it could be brought up to now by what has changed. */
  #advance(
    database: Database,
    { last, closed }: { readonly last: number; readonly closed: number },
  ): boolean {
    if (this.#counted === undefined || last < this.#last || last - this.#last > MANY) return false;
    const come = database.all(
      sqlite.selectFrom('reading').select(['key', 'known_until']).where('key', '>', this.#last),
    );
    const gone = database.all(
      sqlite
        .selectFrom('reading')
        .select('key')
        .where('known_until', 'is not', null)
        .where('key', '<=', this.#last)
        .where('superseded_by', '>', this.#last),
    );
    const current = come.filter(({ known_until }) => known_until === null);
    // Where a reading gave way to an earlier one, it is not among these.
    if (this.#closed + gone.length + come.length - current.length !== closed) return false;
    const count = (rows: readonly { readonly key: number }[]) =>
      rows.length === 0 ? new Map() : countValues(database, { keys: rows.map(({ key }) => key) });
    const [more, less] = [count(current), count(gone)];
    addValues(this.#counted, more, 1);
    addValues(this.#counted, less, -1);
    return true;
  }
}

function findLast(database: Database): number {
  return database.first(sqlite.selectFrom('reading').select('key').orderBy('key', 'desc').limit(1))?.key ?? 0;
}

function countClosed(database: Database): number {
  const row = database.first(
    sqlite
      .selectFrom('reading')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .where('known_until', 'is not', null),
  );
  return row?.rows ?? 0;
}
