import type { Judgement } from '../../model/judgement.ts';
import { parseAsOf } from '../queries.ts';
import { type Database, sqlite } from './database.ts';
import type { JudgementRequest, NumberedMessage } from './messages.ts';

/** Keeps a judgement under the next number. */
export function addJudgement(database: Database, given: Omit<Judgement, 'kind' | 'id'>): Judgement {
  return database.transaction(() => {
    const last = database.first(
      sqlite.selectFrom('judgement').select('number').orderBy('number', 'desc').limit(1),
    );
    const number = (last?.number ?? 0) + 1;
    const judgement: Judgement = { kind: 'judgement', id: `j${number}`, ...given };
    const { made, verdict } = judgement;
    const row = { number, made, verdict, content: JSON.stringify(judgement) };
    database.run(sqlite.insertInto('judgement').values(row));
    return judgement;
  });
}

/** Judgements with a number above `after`, none of them parsed. */
export function listJudgements(
  database: Database,
  { after, asOf, limit }: JudgementRequest,
): readonly NumberedMessage[] {
  const instant = parseAsOf(asOf);
  return database.all(
    sqlite
      .selectFrom('judgement')
      .select(['number', 'content as json'])
      .where('number', '>', after)
      .$if(instant !== undefined, (query) => query.where('made', '<=', instant ?? ''))
      .orderBy('number')
      .limit(limit),
  );
}
