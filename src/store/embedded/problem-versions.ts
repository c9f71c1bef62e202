import type { ProblemVersion, ProblemVersionRow } from '../../model/definition.ts';
import type { Hash } from '../../model/page.ts';
import { parseAsOf } from '../queries.ts';
import { type Database, sqlite } from './database.ts';
import type { ProblemVersionRequest } from './messages.ts';

/** Keeps a version under the next number unless it is the one that is in use already; answers whether it was kept. */
export function putProblemVersion(database: Database, given: Omit<ProblemVersion, 'kind'>): boolean {
  return database.transaction(() => {
    const inUse = database.first(
      sqlite
        .selectFrom('problem_version')
        .select('version')
        .where('problem', '=', given.problem)
        .orderBy('number', 'desc')
        .limit(1),
    );
    if (inUse?.version === given.version) return false;
    const last = database.first(
      sqlite.selectFrom('problem_version').select('number').orderBy('number', 'desc').limit(1),
    );
    const { text: content, ...row } = given;
    database.run(
      sqlite.insertInto('problem_version').values({ number: (last?.number ?? 0) + 1, ...row, content }),
    );
    return true;
  });
}

/** Without their texts, in the order in which they came into use. */
export function listProblemVersions(
  database: Database,
  { problem, asOf }: ProblemVersionRequest,
): readonly ProblemVersionRow[] {
  const instant = parseAsOf(asOf);
  return database
    .all(
      sqlite
        .selectFrom('problem_version')
        .select(['problem', 'version', 'since', 'file'])
        .$if(problem !== undefined, (query) => query.where('problem', '=', problem ?? ''))
        .$if(instant !== undefined, (query) => query.where('since', '<=', instant ?? ''))
        .orderBy('number'),
    )
    .map((row) => ({ ...row, version: row.version as Hash }));
}

/** Of one that came into use several times, the first time. */
export function findProblemVersion(
  database: Database,
  problem: string,
  version: string,
): ProblemVersion | undefined {
  const row = database.first(
    sqlite
      .selectFrom('problem_version')
      .select(['problem', 'version', 'since', 'file', 'content'])
      .where('problem', '=', problem)
      .where('version', '=', version)
      .orderBy('number')
      .limit(1),
  );
  if (row === undefined) return undefined;
  const { content: text, ...rest } = row;
  return { kind: 'problem version', ...rest, version: rest.version as Hash, text };
}
