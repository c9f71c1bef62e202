import type { Report } from '../../model/report.ts';
import { findCut, getPlaces } from './cut.ts';

interface Kept {
  /** Number of reports that were gone through: a list that has grown since is gone through again. */
  readonly of: number;
  readonly picked: readonly Report[];
}

/** By what they were picked for, and by the list. */
const kept = new WeakMap<object, WeakMap<readonly Report[], Kept>>();

/**
 * The reports of a list that fit, in their order. Each list is gone through once; one that is cut out of a fuller one takes those that fit there.
 *
 * @param what Stands for the test: the same for the same test.
 * @example
 * pickReports(reports, problem, (report) => lookThroughReport(problem, report).size > 0);
 */
export function pickReports(
  reports: readonly Report[],
  what: object,
  fits: (report: Report) => boolean,
): readonly Report[] {
  const lists = kept.get(what) ?? new WeakMap<readonly Report[], Kept>();
  kept.set(what, lists);
  const before = lists.get(reports);
  if (before?.of === reports.length) return before.picked;
  const picked = pick(reports, what, fits);
  lists.set(reports, { of: reports.length, picked });
  return picked;
}

function pick(
  reports: readonly Report[],
  what: object,
  fits: (report: Report) => boolean,
): readonly Report[] {
  const cut = findCut(reports);
  if (cut === undefined) return reports.filter(fits);
  const { whole, isRemoved, added, compare } = cut;
  const picked = pickReports(whole, what, fits);
  const places = placeAll(picked, whole);
  const left = picked.filter((_, at) => isRemoved[places[at]!] === 0);
  const more = added.filter(fits);
  return more.length === 0 ? left : [...left, ...more].sort(compare);
}

const placed = new WeakMap<readonly Report[], Int32Array>();

/** Where those that were picked stand in their list: side by side, since they are gone through as of every instant. */
function placeAll(picked: readonly Report[], whole: readonly Report[]): Int32Array {
  const known = placed.get(picked);
  if (known !== undefined) return known;
  const places = getPlaces(whole);
  const made = Int32Array.from(picked, (report) => places.get(report)!);
  placed.set(picked, made);
  return made;
}
