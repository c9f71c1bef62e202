import type { Watchers } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import type { Source } from '../../model/source.ts';
import { findReach } from '../../text/instants.ts';
import { makeOutletKey } from '../origin/names.ts';
import { findCut } from '../report/cut.ts';
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
  const cut = findCut(reports);
  const all = groupDeliveries(cut?.whole ?? reports);
  const added = cut === undefined || cut.added.length === 0 ? undefined : groupDeliveries(cut.added);
  const sources: HeardSource[] = [];
  for (const key of new Set([...all.keys(), ...(added?.keys() ?? [])])) {
    const heard = new Hearing(now);
    heard.addAll(all.get(key), cut?.isRemoved);
    heard.addAll(added?.get(key), undefined, (at) => cut!.place(cut!.added[at]!));
    until = Math.min(until, heard.next);
    since = Math.max(since, heard.last);
    if (heard.name !== undefined)
      sources.push(makeSource(key, heard, countries.get(key) ?? COUNTRIES.get(key)));
  }
  sources.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { sources, since, until };
}

/** What one source delivered: side by side, the earliest first, since all of it is gone through as of every instant. */
interface Deliveries {
  /** In milliseconds. */
  readonly at: Float64Array;
  /** Where the report stands in the list. */
  readonly places: Int32Array;
  /** Under which name, from which host and in which language: which of the forms. */
  readonly forms: Int32Array;
  readonly all: readonly Form[];
}

interface Form {
  readonly name: string;
  readonly host: string | undefined;
  readonly language: string | undefined;
}

const grouped = new WeakMap<
  readonly Report[],
  { readonly of: number; readonly bySource: ReadonlyMap<string, Deliveries> }
>();

function groupDeliveries(reports: readonly Report[]): ReadonlyMap<string, Deliveries> {
  const before = grouped.get(reports);
  if (before?.of === reports.length) return before.bySource;
  const lists = new Map<string, { readonly at: number; readonly place: number; readonly form: Form }[]>();
  for (const [place, report] of reports.entries()) {
    const delivery = readDelivery(report);
    if (delivery === 'nobody') continue;
    const { key, at, name, host } = delivery;
    const list = lists.get(key) ?? [];
    list.push({ at, place, form: { name, host, language: report.language } });
    lists.set(key, list);
  }
  const bySource = new Map<string, Deliveries>();
  for (const [key, list] of lists) {
    list.sort((a, b) => a.at - b.at);
    const forms = new Map(list.map(({ form }) => [nameForm(form), form]));
    const numbers = new Map([...forms.keys()].map((name, number) => [name, number]));
    bySource.set(key, {
      at: Float64Array.from(list, ({ at }) => at),
      places: Int32Array.from(list, ({ place }) => place),
      forms: Int32Array.from(list, ({ form }) => numbers.get(nameForm(form))!),
      all: [...forms.values()],
    });
  }
  grouped.set(reports, { of: reports.length, bySource });
  return bySource;
}

const nameForm = ({ name, host, language }: Form) => `${name}\n${host}\n${language}`;

/** How a source was heard up to an instant. */
class Hearing {
  readonly #now: number;
  readonly days = new Set<number>();
  readonly hosts = new Set<string>();
  readonly languages = new Set<string>();
  first = Number.POSITIVE_INFINITY;
  last = Number.NEGATIVE_INFINITY;
  /** When more is delivered. */
  next = Number.POSITIVE_INFINITY;
  /** Of several spellings that of the first report of the list. */
  name: string | undefined;
  #place = Number.POSITIVE_INFINITY;

  constructor(now: number) {
    this.#now = now;
  }

  addAll(
    deliveries: Deliveries | undefined,
    isRemoved?: Uint8Array,
    findPlace: (at: number) => number = (at) => at,
  ): void {
    if (deliveries === undefined) return;
    const { at, places, forms, all } = deliveries;
    const seen = all.map(() => Number.POSITIVE_INFINITY);
    let day = Number.NaN;
    for (let i = 0; i < at.length; i += 1) {
      const place = places[i]!;
      if (isRemoved?.[place] === 1) continue;
      const instant = at[i]!;
      if (instant > this.#now) {
        this.next = Math.min(this.next, instant);
        break;
      }
      this.first = Math.min(this.first, instant);
      this.last = Math.max(this.last, instant);
      if (Math.floor(instant / DAY) !== day) {
        day = Math.floor(instant / DAY);
        this.days.add(day);
      }
      if (place < seen[forms[i]!]!) seen[forms[i]!] = place;
    }
    for (const [index, { name, host, language }] of all.entries()) {
      if (seen[index] === Number.POSITIVE_INFINITY) continue;
      if (host !== undefined) this.hosts.add(host);
      if (language !== undefined) this.languages.add(language);
      const place = findPlace(seen[index]!);
      if (this.name === undefined || place < this.#place) [this.name, this.#place] = [name, place];
    }
  }
}

function makeSource(key: string, heard: Hearing, country: string | undefined): HeardSource {
  const { hosts, languages, first, last, name = '' } = heard;
  const days = [...heard.days].sort((a, b) => a - b);
  return {
    ...{ name, key, hosts, languages, first, last },
    ...(country === undefined || country === '' ? {} : { country }),
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
export function isWatcher(source: HeardSource, watchers: Watchers | undefined): boolean {
  if (watchers === undefined) return true;
  const known = watching.get(watchers) ?? new WeakMap<HeardSource, boolean>();
  watching.set(watchers, known);
  const before = known.get(source);
  if (before !== undefined) return before;
  const found = isAmong(source, watchers);
  known.set(source, found);
  return found;
}

/** Found before: neither who watches nor a source is ever changed, and both are asked about at every look. */
const watching = new WeakMap<Watchers, WeakMap<HeardSource, boolean>>();

function isAmong(source: HeardSource, { outlet, country, language }: Watchers): boolean {
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
