import type { Watchers } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import type { Source } from '../../model/source.ts';
import { findReach } from '../../text/instants.ts';
import { makeOutletKey } from '../origin/names.ts';
import { loadTable } from '../tables.ts';

const DAY = 86_400_000;

/** Somebody who publishes, as this store hears them. */
export interface HeardSource {
  readonly name: string;
  /** Key under which its outlet is compared. */
  readonly key: string;
  readonly hosts: ReadonlySet<string>;
  /** ISO 639-1. */
  readonly languages: ReadonlySet<string>;
  /** ISO 3166-1 alpha-2, where the desk or the table of outlets knows it. */
  readonly country?: string;
  /** Instants of its first and its latest word, in milliseconds. */
  readonly first: number;
  readonly last: number;
  /** UTC days on which it was heard. */
  readonly days: number;
  /** Days of silence after which it is taken for dead. */
  readonly patience: number;
}

/** What one report says of who delivered it. */
interface Delivery {
  readonly key: string;
  readonly name: string;
  readonly host?: string;
  /** In milliseconds. */
  readonly at: number;
}

const COUNTRIES = new Map(
  loadTable('outlets.tsv', ['name', 'type']).map(({ cells }) => [
    makeOutletKey(cells['name'] ?? ''),
    cells['country'] ?? '',
  ]),
);

/** Read once: reports are never changed. */
const deliveries = new WeakMap<Report, Delivery | 'nobody'>();

/** What a desk says of a source. */
export type PlacedSource = Pick<Source, 'name' | 'country'>;

/**
 * The sources of some reports, by how they were heard up to an instant (milliseconds).
 *
 * @param placed Where the desk says that sources are; it goes before the table of outlets.
 */
export function listSources(
  reports: readonly Report[],
  now: number,
  placed: readonly PlacedSource[] = NOWHERE,
): readonly HeardSource[] {
  const before = kept.get(reports);
  if (before?.of === reports.length && before.placed === placed && before.since <= now && now < before.until)
    return before.sources;
  const made = makeSources(reports, now, placed);
  kept.set(reports, { ...made, of: reports.length, placed });
  return made.sources;
}

const NOWHERE: readonly PlacedSource[] = [];

/** Sources with the instants between which nothing more was delivered: "now" is another one at every look. */
interface Lasting {
  readonly sources: readonly HeardSource[];
  readonly since: number;
  readonly until: number;
}

const kept = new WeakMap<
  readonly Report[],
  Lasting & { readonly of: number; readonly placed: readonly PlacedSource[] }
>();

function makeSources(reports: readonly Report[], now: number, placed: readonly PlacedSource[]): Lasting {
  let [since, until] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const countries = new Map(placed.map(({ name, country }) => [makeOutletKey(name), country]));
  const groups = new Map<string, Group>();
  for (const report of reports) {
    const delivery = readDelivery(report);
    if (delivery === 'nobody') continue;
    if (delivery.at > now) {
      until = Math.min(until, delivery.at);
      continue;
    }
    since = Math.max(since, delivery.at);
    let group = groups.get(delivery.key);
    if (group === undefined) {
      group = { name: delivery.name, at: [], hosts: new Set(), languages: new Set() };
      groups.set(delivery.key, group);
    }
    group.at.push(delivery.at);
    if (delivery.host !== undefined) group.hosts.add(delivery.host);
    if (report.language !== undefined) group.languages.add(report.language);
  }
  const sources = [...groups]
    .map(([key, group]) => makeSource(key, group, countries.get(key) ?? COUNTRIES.get(key)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { sources, since, until };
}

interface Group {
  readonly name: string;
  /** When it was heard, in milliseconds. */
  readonly at: number[];
  readonly hosts: Set<string>;
  readonly languages: Set<string>;
}

function makeSource(key: string, { at, ...group }: Group, country: string | undefined): HeardSource {
  const days = [...new Set(at.map((instant) => Math.floor(instant / DAY)))].sort((a, b) => a - b);
  return {
    ...group,
    key,
    ...(country === undefined || country === '' ? {} : { country }),
    first: at.reduce((a, b) => Math.min(a, b)),
    last: at.reduce((a, b) => Math.max(a, b)),
    days: days.length,
    patience: findPatience(days),
  };
}

/**
 * A report is delivered when it is published, at the end of a day where no more is known, but no later than it was seen; a page that was
 * changed, when the change was seen. What is no outlet's, a text that somebody gave, is delivered by nobody.
 */
export function readDelivery(report: Report): Delivery | 'nobody' {
  const known = deliveries.get(report);
  if (known !== undefined) return known;
  const host = readHost(report);
  const name = report.outlet ?? host;
  const seen = findReach(report.seen)?.last ?? Number.NaN;
  const published = report.version > 1 ? undefined : findReach(report.published ?? '')?.last;
  const at = Math.min(published ?? seen, seen);
  const made =
    name === undefined || !Number.isFinite(at)
      ? 'nobody'
      : { key: makeOutletKey(name), name, ...(host === undefined ? {} : { host }), at };
  deliveries.set(report, made);
  return made;
}

function readHost({ url }: Report): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return hostname === '' ? undefined : hostname.replace(/^www\./, '');
}

/** Gaps that are looked at, the latest. */
const GAPS = 60;
/** Days between two words of a source of which little is known. */
const UNKNOWN_GAP = 7;
/** Share of its gaps that are no longer than what is usual. */
const USUAL = 0.9;
/** Days for which a source may be late by chance: a holiday, a fault mended the same day. */
const SLACK = 1;

/**
 * Days of silence after which a source is taken for dead: twice the gap that nine in ten of its gaps do not exceed, and a day. To its own
 * gaps one of a week is added, which decides for as long as fewer than ten are known. Where words come by chance (a Poisson
 * process) a source that is alive is silent for so long once in a hundred times.
 *
 * @param days UTC days on which it was heard, as numbers, ascending.
 * @example
 * findPatience([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]); // 3: it is heard daily
 */
export function findPatience(days: readonly number[]): number {
  const recent = days.slice(-GAPS - 1);
  const gaps = recent.slice(1).map((day, i) => day - recent[i]!);
  gaps.push(UNKNOWN_GAP);
  gaps.sort((a, b) => a - b);
  return 2 * gaps[Math.ceil(USUAL * gaps.length) - 1]! + SLACK;
}

/** Whether a source has not been silent for much longer than is usual with it. */
export function isAlive({ last, patience }: HeardSource, now: number): boolean {
  return now - last <= patience * DAY;
}

/** Whether a source is one of those that would report a sign. */
export function isWatcher(source: HeardSource, { outlet, country, language }: Watchers = {}): boolean {
  if (outlet !== undefined && !outlet.some((name) => isNamed(source, name))) return false;
  if (country !== undefined && !country.includes(source.country ?? '')) return false;
  return language === undefined || language.some((each) => source.languages.has(each));
}

function isNamed({ key, hosts }: HeardSource, name: string): boolean {
  const host = name.toLowerCase().replace(/^www\./, '');
  return (
    makeOutletKey(name) === key || hosts.has(host) || [...hosts].some((each) => each.endsWith(`.${host}`))
  );
}
