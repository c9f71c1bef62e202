import type { SourceRecord } from '../../model/grade.ts';
import type { Report } from '../../model/report.ts';
import type { Source, SourceHealth } from '../../model/source.ts';
import {
  DEAD_FAILURES,
  type SourceDetail,
  type SourceRow,
  type SourceStateName,
} from '../../model/source-book.ts';
import { type HeardSource, isAlive, listSources, readDelivery } from '../indicator/sources.ts';
import { makeOutletKey } from '../origin/names.ts';
import { binLags, findFirsts, findInstant, findLag, summarizeLags } from './lags.ts';

const DAY = 86_400_000;
/** Days that the course of a source shows. */
const DAYS = 90;
/** Documents of it that are named. */
const NEWEST = 10;

export interface TableGiven {
  readonly reports: readonly Report[];
  /** In milliseconds. */
  readonly now: number;
  /** What the desk's list has, and how that answers; health is absent as of an earlier instant. */
  readonly listed: readonly Source[];
  readonly health?: readonly SourceHealth[];
  readonly findRecord: (name: string) => SourceRecord | undefined;
}

/** Everybody who is heard or listed, by name. */
export function makeSourceRows(given: TableGiven): readonly SourceRow[] {
  const { reports, now, listed } = given;
  const heard = new Map(listSources(reports, now, listed).map((source) => [source.key, source]));
  const told = groupByKey(reports, now);
  const firsts = findFirsts(reports, keyOf);
  const byKey = new Map(listed.map((source) => [makeOutletKey(source.name), source]));
  const rows = [...new Set([...heard.keys(), ...byKey.keys()])].map((key) =>
    makeRow(key, {
      ...given,
      heard: heard.get(key),
      own: told.get(key) ?? [],
      entry: byKey.get(key),
      firsts,
    }),
  );
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** One of the rows with its days, its lags and its newest documents. */
export function describeSource(
  row: SourceRow,
  { reports, now }: Pick<TableGiven, 'reports' | 'now'>,
): Omit<SourceDetail, 'kind' | 'asOf'> {
  const own = groupByKey(reports, now).get(row.source) ?? [];
  const days = new Map<string, number>();
  for (const { at } of own) {
    if (now - at > DAYS * DAY) continue;
    const day = new Date(at).toISOString().slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const newest = own.toSorted((a, b) => b.at - a.at).slice(0, NEWEST);
  return {
    row,
    days: [...days].map(([day, documents]) => ({ day, documents })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    lags: binLags(own.flatMap(({ report }) => findLag(report) ?? [])),
    newest: newest.map(({ report: { document, title, published, seen, statements } }) => ({
      document,
      ...(title === undefined ? {} : { title }),
      ...(published === undefined ? {} : { published }),
      seen,
      claims: statements.length,
    })),
  };
}

/** Key of the outlet that a report is from; undefined of what is no outlet's. */
export function keyOf(report: Report): string | undefined {
  const delivery = readDelivery(report);
  return delivery === 'nobody' ? undefined : delivery.key;
}

interface Told {
  readonly report: Report;
  readonly at: number;
}

function groupByKey(reports: readonly Report[], now: number): ReadonlyMap<string, readonly Told[]> {
  const groups = new Map<string, Told[]>();
  for (const report of reports) {
    const delivery = readDelivery(report);
    if (delivery === 'nobody' || delivery.at > now) continue;
    const group = groups.get(delivery.key);
    if (group === undefined) groups.set(delivery.key, [{ report, at: delivery.at }]);
    else group.push({ report, at: delivery.at });
  }
  return groups;
}

interface RowGiven extends TableGiven {
  readonly heard: HeardSource | undefined;
  readonly own: readonly Told[];
  readonly entry: Source | undefined;
  readonly firsts: ReadonlyMap<string, number>;
}

function makeRow(key: string, given: RowGiven): SourceRow {
  const { heard, own, entry, firsts, findRecord, now } = given;
  const health = entry && given.health?.find(({ source }) => source === entry.id);
  const record = findRecord(key);
  const reports = own.map(({ report }) => report);
  const lag = summarizeLags(reports.flatMap((report) => findLag(report) ?? []));
  const behind = summarizeLags(
    reports.flatMap((report) => {
      const [at, first] = [findInstant(report), firsts.get(report.story)];
      return at === undefined || first === undefined ? [] : at - first;
    }),
  );
  const country = entry?.country ?? heard?.country;
  const languages = new Set([
    ...(entry?.language === undefined ? [] : [entry.language]),
    ...(heard?.languages ?? []),
  ]);
  return {
    source: key,
    name: entry?.name ?? record?.name ?? heard?.name ?? key,
    state: findState({ entry, health, heard, now }),
    ...(entry === undefined ? {} : { listed: entry }),
    ...(health === undefined ? {} : { health }),
    ...(heard === undefined
      ? {}
      : {
          first: new Date(heard.first).toISOString(),
          last: new Date(heard.last).toISOString(),
          patience: heard.patience,
        }),
    languages: [...languages].sort(),
    ...(country === undefined ? {} : { country }),
    documents: own.length,
    claims: reports.reduce((sum, { statements }) => sum + statements.length, 0),
    own: record === undefined ? 0 : Object.values(record.counts).reduce((sum, count) => sum + count, 0),
    ...(record === undefined
      ? {}
      : { grade: { grade: record.grade, isSet: record.isSet, reason: record.reason } }),
    ...(lag === undefined ? {} : { lag }),
    ...(behind === undefined ? {} : { behind }),
  };
}

/** What is known of its feed goes first; a feed that answers and brings nothing is as silent as any other. */
function findState({
  entry,
  health,
  heard,
  now,
}: Pick<RowGiven, 'entry' | 'heard' | 'now'> & {
  readonly health: SourceHealth | undefined;
}): SourceStateName {
  if (entry?.paused === true) return 'paused';
  if (health?.state === 'failing') return health.failures >= DEAD_FAILURES ? 'dead' : 'failing';
  if (heard === undefined) return health?.state === 'alive' ? 'unheard' : 'new';
  if (!isAlive(heard, now)) return 'dead';
  // Patience is twice the usual gap and a day of slack.
  const usual = (heard.patience - 1) / 2 + 1;
  return now - heard.last > usual * DAY ? 'late' : 'alive';
}
