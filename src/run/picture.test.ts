import { expect, test } from 'vitest';
import { buildReading } from '../../test/setup/reading-builder.ts';
import type { Report } from '../model/report.ts';
import type { NumberedReport, StoredReport, UnreportedReading } from '../store/store.ts';
import { Picture } from './picture.ts';

function makeUnreported(day: number, title: string): UnreportedReading {
  const seen = `2031-05-${String(day).padStart(2, '0')}T08:00:00.000Z`;
  const text = `The harbour master said on Monday that the north pier of Karvonia had been closed because of the storm.

${title}: ships wait outside, and the ferries to the islands stay in the port until the waves have gone down, she said.`;
  const { reading } = buildReading({
    outlet: `Outlet ${day}`,
    title,
    text,
    seen,
    url: `https://news.example/${day}`,
  });
  return { reading, series: reading.document.id, knownSince: seen };
}

const nameOf = ({ document, knownSince }: Pick<Report, 'document' | 'knownSince'>) =>
  `${document} ${knownSince}`;

/** A store of reports that two processes share; `beforeList` runs while one of them waits for what is unreported. */
function makeStore() {
  const store = {
    unreported: [] as UnreportedReading[],
    reports: [] as NumberedReport[],
    offered: [] as number[],
    onListed: async () => undefined as unknown,
    onPut: async () => undefined as unknown,
    listUnreported: async () => {
      const listed = [...store.unreported];
      const hook = store.onListed;
      store.onListed = async () => undefined;
      await hook();
      return listed;
    },
    putReports: async (made: readonly StoredReport[]) => {
      const hook = store.onPut;
      store.onPut = async () => undefined;
      await hook();
      store.offered.push(made.length);
      for (const each of made) {
        if (store.reports.some(({ report }) => nameOf(report) === nameOf(each.report))) continue;
        const kept = JSON.parse(JSON.stringify(each)) as StoredReport;
        store.reports.push({ ...kept, number: store.reports.length + 1 });
      }
      const reported = new Set(store.reports.map(({ report }) => nameOf(report)));
      store.unreported = store.unreported.filter(
        ({ reading, knownSince }) => !reported.has(nameOf({ document: reading.document.id, knownSince })),
      );
    },
    listReports: async ({ after = 0, limit }: { readonly after?: number; readonly limit: number }) =>
      store.reports.filter(({ number }) => number > after).slice(0, limit),
  };
  return store;
}

const open = (store: ReturnType<typeof makeStore>) =>
  new Picture(store as unknown as ConstructorParameters<typeof Picture>[0]);

test('every reading is reported once, and known to both processes', async () => {
  const store = makeStore();
  const [one, other] = [open(store), open(store)];
  store.unreported = [makeUnreported(1, 'Pier closed'), makeUnreported(2, 'Pier closed in storm')];
  expect(await one.advance()).toBe(2);
  store.unreported = [makeUnreported(3, 'Pier still closed')];
  expect(await other.advance()).toBe(1);
  await one.refresh();
  expect(one.known('2032-01-01T00:00:00Z')).toHaveLength(3);
  expect(other.known('2032-01-01T00:00:00Z')).toEqual(one.known('2032-01-01T00:00:00Z'));
  expect(one.state).toBe(3);
});

test('what another process reports between listing and reporting is not put into the picture twice', async () => {
  const store = makeStore();
  const [one, other] = [open(store), open(store)];
  store.unreported = [makeUnreported(1, 'Pier closed')];
  store.onListed = () => other.advance();
  expect(await one.advance()).toBe(0);
  expect(store.offered).toEqual([1, 0]);
  store.unreported = [makeUnreported(2, 'Pier closed in storm')];
  await one.advance();
  expect(store.reports[1]!.report.reuses).toMatchObject([{ document: store.reports[0]!.report.document }]);
});

test('where two processes report the same at the same time, the one that came first holds in both', async () => {
  const store = makeStore();
  const [one, other] = [open(store), open(store)];
  const [first, second, third] = [1, 2, 3].map((day) => makeUnreported(day, 'Pier closed in the storm'));
  store.unreported = [second!];
  // The other one has seen one more before it, and so tells the second otherwise.
  store.onPut = async () => {
    store.unreported = [first!, second!];
    await other.advance();
  };
  await one.advance();
  expect(store.reports.map(({ report }) => report.document)).toEqual([
    first!.reading.document.id,
    second!.reading.document.id,
  ]);
  const fresh = open(store);
  store.unreported = [third!];
  await one.advance();
  const told = store.reports.pop()!;
  store.unreported = [third!];
  await fresh.advance();
  expect(JSON.stringify(told)).toBe(JSON.stringify(store.reports.at(-1)));
});
