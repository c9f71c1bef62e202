import type { Report } from '../../model/report.ts';
import { getOrder } from '../origin/order.ts';
import { collectAnew, listMentions, type ToldByIncident, type ToldMention } from './collect-told.ts';

/** A picture that was gone through before. */
export interface KnownTold {
  readonly reports: readonly Report[];
  readonly told: ToldByIncident;
}

/**
 * The mentions of each incident, out of those of a picture that has reports in common: lists of incidents that none of the differing
 * reports tell of are the very same values, so that whatever was made of them is found again. The order is that of one made anew.
 */
export function deriveTold(reports: readonly Report[], known: KnownTold): ToldByIncident {
  const places = new Map(reports.map((report, at) => [report, at]));
  const added = findAdded(reports, known.reports);
  if (added === undefined) return collectAnew(reports);
  const changed = new Map<string, ToldMention[]>();
  for (const report of known.reports) {
    if (places.has(report)) continue;
    for (const { mention } of listMentions(report))
      if (mention.incident !== undefined) changed.set(mention.incident, []);
  }
  for (const report of added) {
    for (const told of listMentions(report)) {
      const incident = told.mention.incident as string;
      const more = changed.get(incident);
      if (more === undefined) changed.set(incident, [told]);
      else more.push(told);
    }
  }
  const compare = makeComparison(places);
  for (const [incident, more] of changed) {
    const left = (known.told.get(incident) ?? []).filter(({ report }) => places.has(report));
    changed.set(incident, more.length === 0 ? left : [...left, ...more].sort(compare));
  }
  return putInOrder(known.told, changed, compare);
}

/** Reports that are not among those before; undefined where those in common stand in another order. */
function findAdded(reports: readonly Report[], before: readonly Report[]): readonly Report[] | undefined {
  const places = new Map(before.map((report, at) => [report, at]));
  const added: Report[] = [];
  let last = -1;
  for (const report of reports) {
    const at = places.get(report);
    if (at === undefined) {
      added.push(report);
    } else {
      if (at < last) return undefined;
      last = at;
    }
  }
  return added;
}

type Comparison = (a: ToldMention, b: ToldMention) => number;

function makeComparison(places: ReadonlyMap<Report, number>): Comparison {
  return (a, b) => {
    if (a.report === b.report) return findPlace(a) - findPlace(b);
    const byTime = getOrder(a.report) - getOrder(b.report);
    if (byTime !== 0) return byTime;
    if (a.report.seen !== b.report.seen) return a.report.seen < b.report.seen ? -1 : 1;
    return places.get(a.report)! - places.get(b.report)!;
  };
}

/** Where in its report a mention stands. */
function findPlace({ report, mention }: ToldMention): number {
  return listMentions(report).findIndex((each) => each.mention === mention);
}

/** Incidents in the order of their first mentions. Most keep their place: only those whose first mention is another are put in anew. */
function putInOrder(
  before: ToldByIncident,
  changed: ReadonlyMap<string, readonly ToldMention[]>,
  compare: Comparison,
): ToldByIncident {
  const staying: (readonly [string, readonly ToldMention[]])[] = [];
  const moving: (readonly [string, readonly ToldMention[]])[] = [];
  for (const [incident, told] of before) {
    const now = changed.get(incident);
    if (now === undefined) staying.push([incident, told]);
    else if (now[0]?.mention === told[0]?.mention) staying.push([incident, now]);
    else if (now.length > 0) moving.push([incident, now]);
  }
  for (const [incident, told] of changed)
    if (told.length > 0 && !before.has(incident)) moving.push([incident, told]);
  moving.sort(([, a], [, b]) => compare(a[0]!, b[0]!));
  const all: typeof staying = [];
  let from = 0;
  for (const each of moving) {
    let [low, high] = [from, staying.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(staying[middle]![1][0]!, each[1][0]!) < 0) low = middle + 1;
      else high = middle;
    }
    for (; from < low; from += 1) all.push(staying[from]!);
    all.push(each);
  }
  for (; from < staying.length; from += 1) all.push(staying[from]!);
  return new Map(all);
}
