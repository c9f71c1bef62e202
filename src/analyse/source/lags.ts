import type { Report } from '../../model/report.ts';
import type { LagBin, LagSummary } from '../../model/source-book.ts';
import { findQuantile } from '../../stats/quantile.ts';
import { findReach } from '../../text/instants.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When a report says that it was published, in milliseconds; undefined where no more than the day is known. */
export function findInstant({ published, version }: Report): number | undefined {
  // A page that was changed says when it was first published.
  if (published === undefined || version > 1) return undefined;
  const reach = findReach(published);
  return reach === undefined || reach.last - reach.first > MINUTE ? undefined : reach.first;
}

/** How long after its publication a report was known here; undefined where that cannot be told. */
export function findLag(report: Report): number | undefined {
  const at = findInstant(report);
  const seen = findReach(report.seen)?.first;
  return at === undefined || seen === undefined || seen < at ? undefined : seen - at;
}

/** The first instant at which anybody told of each story, of stories that two or more told. */
export function findFirsts(
  reports: readonly Report[],
  keyOf: (report: Report) => string | undefined,
): ReadonlyMap<string, number> {
  const stories = new Map<string, { first: number; readonly tellers: Set<string> }>();
  for (const report of reports) {
    const at = findInstant(report);
    const key = keyOf(report);
    if (at === undefined || key === undefined) continue;
    const known = stories.get(report.story) ?? { first: at, tellers: new Set<string>() };
    known.first = Math.min(known.first, at);
    known.tellers.add(key);
    stories.set(report.story, known);
  }
  return new Map(
    [...stories].flatMap(([story, { first, tellers }]) =>
      tellers.size > 1 ? [[story, first] as const] : [],
    ),
  );
}

/** Half and nine in ten of some durations; undefined of none. */
export function summarizeLags(lags: readonly number[]): LagSummary | undefined {
  if (lags.length === 0) return undefined;
  const sorted = lags.toSorted((a, b) => a - b);
  return { median: findQuantile(sorted, 0.5)!, most: findQuantile(sorted, 0.9)!, of: sorted.length };
}

const EDGES = [10 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY];

/** How many durations lie in each bin. */
export function binLags(lags: readonly number[]): readonly LagBin[] {
  const bins = [...EDGES, undefined].map((upTo, index) => ({
    ...(upTo === undefined ? {} : { upTo }),
    count: lags.filter((lag) => (upTo === undefined || lag <= upTo) && lag > (EDGES[index - 1] ?? -1)).length,
  }));
  return bins;
}
