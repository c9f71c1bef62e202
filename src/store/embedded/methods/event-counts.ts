import { StoreError } from '../../../model/errors.ts';
import type { EventCount, EventFile } from '../../../model/event-count.ts';
import { parseInstant, parseRange } from '../../instants.ts';
import type { Store } from '../../store.ts';
import type { EventCountMessage } from '../messages.ts';
import { fetchPortions } from '../portions.ts';
import type { Session } from '../session.ts';

/** Daily counts of imported events. */
export type EventCountMethods = Pick<
  Store,
  'findEventFile' | 'putEventCounts' | 'listEventFiles' | 'exportEventCounts'
>;

/** Rows in one message. */
const ROWS = 20_000;
const DAY = 86_400_000;

export function makeEventCountMethods(session: Session): EventCountMethods {
  return {
    findEventFile: (hash) => session.call('findEventFile', hash),
    async putEventCounts(file, counts, { after }) {
      session.checkWritable();
      const knownSince = file.knownSince === undefined ? undefined : parseInstant(file.knownSince);
      if (file.knownSince !== undefined && knownSince === undefined)
        throw refuse(file, 'its instant is none');
      for (const count of counts) checkCount(file, count);
      const kept = knownSince === undefined ? file : { ...file, knownSince };
      await session.write('putEventCounts', kept, JSON.stringify(counts), after);
    },
    listEventFiles: (asOf) => session.call('listEventFiles', asOf),
    async *exportEventCounts(request = {}) {
      session.checkOpen();
      if (request.from !== undefined && !parseRange(request.from)) throw refuseDay(request.from);
      const portions = fetchPortions<EventCountMessage>({
        limit: Number.POSITIVE_INFINITY,
        size: ROWS,
        fetch: (after, limit) =>
          session.call('listEventCounts', {
            ...request,
            ...(after && { after }),
            limit,
          }),
      });
      for await (const rows of portions) yield rows.map(makeCount);
    },
  };
}

function makeCount({ day, sourceName, targetName, root, count }: EventCountMessage): EventCount {
  return {
    day: new Date(day * DAY).toISOString().slice(0, 10),
    source: sourceName,
    target: targetName,
    root: String(root).padStart(2, '0'),
    count,
  };
}

function checkCount(file: EventFile, { day, root, count }: EventCount): void {
  if (day.length !== 'yyyy-mm-dd'.length || !parseRange(day)) throw refuse(file, `"${day}" is no day`);
  if (!/^(0[1-9]|1\d|20)$/u.test(root)) throw refuse(file, `"${root}" is no CAMEO root`);
  if (!Number.isSafeInteger(count) || count < 1) throw refuse(file, `${count} is no count`);
}

function refuseDay(day: string): StoreError {
  return new StoreError('event counts', `"${day.slice(0, 40)}" is no day`, 'Give a day such as 2020-12-11.');
}

function refuse({ name }: EventFile, what: string): StoreError {
  return new StoreError(
    name.slice(0, 200),
    what,
    'Give days such as 2020-12-11, roots 01 to 20 and whole counts.',
  );
}
