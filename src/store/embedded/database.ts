import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import Libsql from 'libsql';
import { makeStoreError } from '../failures.ts';
import type { StoreTables } from '../tables.ts';

/** Anything that can be compiled to SQL: a query of kysely. */
interface Compilable<Row> {
  compile(): CompiledQuery<Row>;
}

type Statement = ReturnType<InstanceType<typeof Libsql>['prepare']>;

/** How long a writer waits for another process that is writing. */
const BUSY_TIMEOUT_MS = 15_000;
/** Statements kept prepared; filters in all their combinations stay below this. */
const MAX_STATEMENTS = 300;

/** Writes queries in SQLite's SQL. It has no connection: what it builds is compiled and handed to a `Database`. */
export const sqlite = new Kysely<StoreTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export interface DatabaseOptions {
  readonly readOnly?: boolean;
  /** True for a file on a read-only disk that no process can be writing: nothing is created beside it. */
  readonly immutable?: boolean;
}

/**
 * One connection to a SQLite file. Everything is synchronous; every failure is a `StoreError` that names the file.
 *
 * @example
 * const database = new Database('/data/store.db');
 * database.transaction(() => database.run(sqlite.insertInto('page').values(row)));
 */
export class Database {
  readonly file: string;
  readonly #connection: InstanceType<typeof Libsql>;
  readonly #statements = new Map<string, Statement>();

  constructor(file: string, options: DatabaseOptions = {}) {
    this.file = file;
    this.#connection = this.#guard(() => new Libsql(makeUri(file, options), { timeout: BUSY_TIMEOUT_MS }));
  }

  /** Settings that hold for a connection and not for the file. The waiting time is set since the opening. */
  configure(): void {
    this.exec('pragma foreign_keys = on');
    this.exec('pragma cache_size = -65536');
  }

  all<Row>(query: Compilable<Row>): readonly Row[] {
    const { sql, parameters } = query.compile();
    return this.allSql<Row>(sql, parameters);
  }

  first<Row>(query: Compilable<Row>): Row | undefined {
    return this.all(query)[0];
  }

  /** Runs a statement that answers nothing; gives the key of the row that it inserted last. */
  run(query: Compilable<unknown>): number {
    const { sql, parameters } = query.compile();
    return this.runSql(sql, parameters);
  }

  allSql<Row>(sql: string, parameters: readonly unknown[] = []): readonly Row[] {
    return this.#guard(() => this.#prepare(sql).all(parameters) as Row[]);
  }

  runSql(sql: string, parameters: readonly unknown[] = []): number {
    return this.#guard(() => Number(this.#prepare(sql).run(parameters).lastInsertRowid));
  }

  /** Runs a statement; gives the number of rows that it changed. */
  changeSql(sql: string, parameters: readonly unknown[] = []): number {
    return this.#guard(() => this.#prepare(sql).run(parameters).changes);
  }

  exec(sql: string): void {
    this.#guard(() => this.#connection.exec(sql));
  }

  /** The single value of a pragma that asks: `pragma('user_version')`. */
  pragma(name: string): unknown {
    const [row] = this.allSql<Record<string, unknown>>(`pragma ${name}`);
    return row && Object.values(row)[0];
  }

  /** All of the work is kept or, where it throws, none. Other writers wait from its beginning. */
  transaction<Result>(work: () => Result): Result {
    this.exec('begin immediate');
    try {
      const result = work();
      this.exec('commit');
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  /** Reads in one state of the store, whatever other processes write meanwhile. */
  snapshot<Result>(work: () => Result): Result {
    this.exec('begin');
    try {
      return work();
    } finally {
      this.#rollBack();
    }
  }

  /** Writes the log into the file as far as no reader needs it; another process may be in the way. */
  checkpoint(): void {
    this.allSql('pragma wal_checkpoint(truncate)');
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }

  /** SQLite has ended the transaction itself after some failures, such as a full disk. */
  #rollBack(): void {
    if (this.#connection.inTransaction) this.#connection.exec('rollback');
  }

  #prepare(sql: string): Statement {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    if (this.#statements.size >= MAX_STATEMENTS) this.#statements.clear();
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw makeStoreError(this.file, error);
    }
  }
}

/** Only a URI can say how a file is to be opened; of a path, what has a meaning in URIs is escaped. */
function makeUri(file: string, options: DatabaseOptions): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':');
  const mode = options.readOnly ? 'ro' : 'rwc';
  return `file:${path.startsWith('/') ? '' : '/'}${path}?mode=${mode}${options.immutable ? '&immutable=1' : ''}`;
}
