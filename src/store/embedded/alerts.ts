import type { AnyAlert, Delivery, Signed } from '../../model/alert.ts';
import { StoreError } from '../../model/errors.ts';
import { demandInstant } from '../instants.ts';
import { type Database, sqlite } from './database.ts';
import type { AlertMessage } from './messages.ts';

/** Keeps an alert's latest update; an earlier one that comes late changes nothing. */
export function putAlert(database: Database, alert: Signed<AnyAlert>, isReplayed: boolean): void {
  const { id, problem, update, issued } = alert.content;
  const row = {
    ...{ id, problem, update_number: update, issued: demandInstant(issued) },
    ...{ replayed: isReplayed ? 1 : 0, content: JSON.stringify(alert) },
  };
  database.transaction(() => {
    const kept = database.first(sqlite.selectFrom('alert').select('update_number').where('id', '=', id));
    if (!kept) database.run(sqlite.insertInto('alert').values(row));
    else if (kept.update_number <= update) {
      database.run(sqlite.updateTable('alert').set(row).where('id', '=', id));
    }
  });
}

/** Newest first, each with what became of it in each channel; none of it parsed. */
export function listAlerts(
  database: Database,
  { problem, limit }: { readonly problem?: string; readonly limit: number },
): readonly AlertMessage[] {
  return database.snapshot(() => {
    const alerts = database.all(
      sqlite
        .selectFrom('alert')
        .select(['id', 'replayed', 'content'])
        .$if(problem !== undefined, (query) => query.where('problem', '=', problem ?? ''))
        .orderBy('issued', 'desc')
        .orderBy('key', 'desc')
        .limit(limit),
    );
    return alerts.map(({ id, replayed, content }) => ({
      alert: content,
      isReplayed: replayed === 1,
      deliveries: database
        .all(sqlite.selectFrom('delivery').select('content').where('alert', '=', id).orderBy('channel'))
        .map((delivery) => delivery.content),
    }));
  });
}

/** The newest of each problem and saved search, none of it parsed. */
export function listLatestAlerts(database: Database): readonly string[] {
  const named = sqlite.selectFrom('alert').select('problem').distinct().as('named');
  const rows = database.all(
    sqlite
      .selectFrom(named)
      .innerJoin('alert', (join) =>
        join.on('alert.key', '=', ({ selectFrom, ref }) =>
          selectFrom('alert as newest')
            .select('newest.key')
            .where('newest.problem', '=', ref('named.problem'))
            .orderBy('newest.issued', 'desc')
            .orderBy('newest.key', 'desc')
            .limit(1),
        ),
      )
      .select('alert.content'),
  );
  return rows.map(({ content }) => content);
}

export function putDelivery(database: Database, delivery: Delivery): void {
  const { alert, channel } = delivery;
  const content = JSON.stringify(delivery);
  database.transaction(() => {
    if (!database.first(sqlite.selectFrom('alert').select('key').where('id', '=', alert))) {
      throw new StoreError(
        alert,
        'what became of it cannot be kept, because this alert is not in the store',
        'Put the alert first.',
      );
    }
    database.run(
      sqlite
        .insertInto('delivery')
        .values({ alert, channel, content })
        .onConflict((conflict) => conflict.columns(['alert', 'channel']).doUpdateSet({ content })),
    );
  });
}
