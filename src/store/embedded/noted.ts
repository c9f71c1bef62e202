import { parseAsOf } from '../queries.ts';
import type { NotedBase, NotedRequest } from '../store.ts';
import type { NotedTable } from '../tables.ts';
import { type Database, sqlite } from './database.ts';

export type NotedKind = NotedTable['kind'];

/** What is to be kept, and the version that was changed. */
export interface NotedMessage {
  readonly kind: NotedKind;
  readonly changed: string;
  readonly thing: string;
  /** All fields but those that the store gives, as JSON. */
  readonly content: string;
  readonly before?: NotedBase;
}

/** First letter of the ids of each kind. */
const LETTERS: Readonly<Record<NotedKind, string>> = { comment: 'n', assignment: 'a', review: 'r' };

/** Keeps the next version as JSON; undefined where the one that stands is not the one that was changed. */
export function putNoted(
  database: Database,
  { kind, changed, thing, content, before }: NotedMessage,
): string | undefined {
  return database.transaction(() => {
    const last = database.first(
      sqlite.selectFrom('noted').select((eb) => [eb.fn.max('number').as('number')]),
    );
    const item = before === undefined ? findNext(database, kind) : Number(before.id.slice(1));
    const standing = before === undefined ? undefined : findStanding(database, kind, item);
    if (standing?.version !== before?.base) return undefined;
    // What it is about never changes.
    if (standing !== undefined && standing.thing !== thing) return undefined;
    const version = (standing?.version ?? 0) + 1;
    const made =
      standing === undefined ? changed : (JSON.parse(standing.content) as { readonly made: string }).made;
    const facts = kind === 'review' ? {} : { version, made };
    const next = JSON.stringify({
      kind,
      id: `${LETTERS[kind]}${item}`,
      ...facts,
      ...(JSON.parse(content) as object),
    });
    const number = (last?.number ?? 0) + 1;
    database.run(
      sqlite.insertInto('noted').values({ number, kind, item, version, changed, thing, content: next }),
    );
    return next;
  });
}

function findNext(database: Database, kind: NotedKind): number {
  const last = database.first(
    sqlite
      .selectFrom('noted')
      .select((eb) => [eb.fn.max('item').as('item')])
      .where('kind', '=', kind),
  );
  return (last?.item ?? 0) + 1;
}

function findStanding(database: Database, kind: NotedKind, item: number) {
  return database.first(
    sqlite
      .selectFrom('noted')
      .select(['version', 'thing', 'content'])
      .where('kind', '=', kind)
      .where('item', '=', item)
      .orderBy('version', 'desc')
      .limit(1),
  );
}

/** Nothing sorts after it. */
const END = '\u{10ffff}';

/** As JSON, each in the version that stood, in the order in which they were first kept. */
export function listNoted(
  database: Database,
  kind: NotedKind,
  { of, asOf }: NotedRequest,
): readonly string[] {
  const instant = parseAsOf(asOf);
  const start = of?.endsWith('*') === true ? of.slice(0, -1) : undefined;
  const rows = database.all(
    sqlite
      .selectFrom('noted')
      .select(['item', 'content'])
      .where('kind', '=', kind)
      .$if(instant !== undefined, (query) => query.where('changed', '<=', instant ?? ''))
      .$if(start !== undefined, (query) =>
        query.where('thing', '>=', start ?? '').where('thing', '<', `${start}${END}`),
      )
      .$if(of !== undefined && start === undefined, (query) => query.where('thing', '=', of ?? ''))
      .orderBy('item')
      .orderBy('version'),
  );
  return [...new Map(rows.map(({ item, content }) => [item, content])).values()];
}

export function markRead(
  database: Database,
  owner: string,
  { entries, at }: { readonly entries: readonly string[]; readonly at: string | undefined },
): void {
  database.transaction(() => {
    for (const entry of entries) {
      const isIt = sqlite.deleteFrom('inbox_read').where('owner', '=', owner).where('entry', '=', entry);
      database.run(isIt);
      if (at !== undefined) database.run(sqlite.insertInto('inbox_read').values({ owner, entry, at }));
    }
  });
}

export function listRead(database: Database, owner: string): readonly string[] {
  const query = sqlite.selectFrom('inbox_read').select('entry').where('owner', '=', owner).orderBy('entry');
  return database.all(query).map(({ entry }) => entry);
}
