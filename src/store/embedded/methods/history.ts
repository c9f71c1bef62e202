import { StoreError } from '../../../model/errors.ts';
import type { PastEvent } from '../../../model/history.ts';
import { parseRange } from '../../instants.ts';
import type { KeptPastEvent, Store } from '../../store.ts';
import type { HistoryMessage } from '../messages.ts';
import { collectPortions, type PortionOptions } from '../portions.ts';
import type { Session } from '../session.ts';

/** Imported past events. */
export type HistoryMethods = Pick<Store, 'putHistory' | 'listHistory' | 'getHistoryState'>;

/** Rows in one message. */
const ROWS = 5000;

export function makeHistoryMethods(session: Session): HistoryMethods {
  return {
    async putHistory(events, at) {
      session.checkWritable();
      for (const event of events) checkDay(event);
      const now = session.now();
      let added = 0;
      for (let from = 0; from < events.length; from += ROWS) {
        const rows = JSON.stringify(events.slice(from, from + ROWS));
        added += await session.write('putHistory', rows, { now, at });
      }
      return added;
    },
    listHistory(asOf) {
      const portions: PortionOptions<HistoryMessage> = {
        limit: Number.POSITIVE_INFINITY,
        size: ROWS,
        fetch: (last, limit) =>
          session.call('listHistory', {
            ...(asOf !== undefined && { asOf }),
            ...(last && { after: { date: last.event.date, key: last.key } }),
            limit,
          }),
      };
      const share = makeSharer();
      return collectPortions(portions, ({ event }) => share(event));
    },
    getHistoryState: () => session.call('getHistoryState'),
  };
}

/** Names and days come again and again: of each text one copy is kept, so that millions of rows fit into memory. */
function makeSharer(): (event: KeptPastEvent) => KeptPastEvent {
  const kept = new Map<string, string>();
  const share = (text: string): string => {
    const known = kept.get(text);
    if (known === undefined) kept.set(text, text);
    return known ?? text;
  };
  return (event) => {
    const { actor, recipient, cameo, place, country } = event;
    return {
      kind: event.kind,
      date: share(event.date),
      ...(actor === undefined ? {} : { actor: share(actor) }),
      ...(recipient === undefined ? {} : { recipient: share(recipient) }),
      ...(cameo === undefined ? {} : { cameo: share(cameo) }),
      ...(place === undefined ? {} : { place: share(place) }),
      ...(country === undefined ? {} : { country: share(country) }),
      source: share(event.source),
      line: event.line,
      knownSince: share(event.knownSince),
    };
  };
}

/** Days are compared as text. */
function checkDay({ date, source, line }: PastEvent): void {
  if (date.length === 'yyyy-mm-dd'.length && parseRange(date)) return;
  throw new StoreError(
    `${source}:${line}`,
    `"${date.slice(0, 60)}" is no day`,
    'Give each past event its day, such as 2020-12-11.',
  );
}
