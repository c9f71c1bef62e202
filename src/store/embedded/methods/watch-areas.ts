import { StoreError } from '../../../model/errors.ts';
import type { WatchArea } from '../../../model/watch-area.ts';
import { parseInstant } from '../../instants.ts';
import type { Store } from '../../store.ts';
import type { Session } from '../session.ts';

/** Areas that the desk has drawn on the map. */
export type WatchAreaMethods = Pick<Store, 'putWatchArea' | 'listWatchAreas'>;

const ID = /^w[1-9]\d{0,8}$/;

export function makeWatchAreaMethods(session: Session): WatchAreaMethods {
  return {
    async putWatchArea(change) {
      session.checkWritable();
      const at = parseInstant(change.at);
      if (at === undefined || change.by.trim() === '')
        throw new StoreError(
          'the watch area',
          at === undefined ? 'it has no instant' : 'it names nobody who drew it',
          'Say when it is drawn and by whom.',
        );
      if (change.id !== undefined && !ID.test(change.id)) return undefined;
      return session.write('putWatchArea', { ...change, at });
    },
    listWatchAreas: async ({ asOf } = {}) =>
      (await session.call('listWatchAreas', asOf)).map((content) => JSON.parse(content) as WatchArea),
  };
}
