import type { SetAside } from '../../model/correction.ts';
import type { Report } from '../../model/report.ts';
import { collectMentions } from '../incident/told.ts';
import { type Findings, findHolding } from './findings.ts';
import type { Worked } from './records.ts';
import { type TrackGiven, trackSources } from './track.ts';

interface Tracked {
  /** Number of reports that were gone through: a list that has grown since is gone through again. */
  readonly of: number;
  readonly setAside: readonly SetAside[];
  readonly others: string;
  readonly since: number;
  readonly until: number;
  readonly worked: readonly Worked[];
}

/** By the list of reports: "now" is another instant at every request, and mostly nothing has changed since the last one. */
const kept = new WeakMap<readonly Report[], Tracked>();

/**
 * The record of every source as of an instant (milliseconds). It is worked out once for each list of reports, and again when a denial has
 * come to stand since.
 */
export function trackAsOf(given: TrackGiven, asOf: number): readonly Worked[] {
  const { reports, setAside } = given;
  const others = given.others.map(({ key }) => key).join(' ');
  const before = kept.get(reports);
  if (
    before?.of === reports.length &&
    before.setAside === setAside &&
    before.others === others &&
    before.since <= asOf &&
    asOf < before.until
  ) {
    return before.worked;
  }
  let [since, until] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const all: Findings[] = [];
  for (const [id, told] of collectMentions(reports)) {
    const holding = findHolding(id, told, asOf);
    since = Math.max(since, holding.since);
    until = Math.min(until, holding.until);
    all.push(holding.findings);
  }
  const worked = trackSources(all, given);
  kept.set(reports, { of: reports.length, setAside, others, since, until, worked });
  return worked;
}
