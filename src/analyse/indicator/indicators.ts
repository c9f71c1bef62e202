import type { Pattern, Problem } from '../../model/problem.ts';
import type { Mention, Report, Statement } from '../../model/report.ts';
import { pickReports } from '../report/picks.ts';
import { choosePossible } from './gate.ts';
import { matchEvents } from './match.ts';

/** One statement in which an indicator, a window or an outcome is seen. */
export interface Sighting {
  readonly report: Report;
  readonly statement: Statement;
  /** The event by which it fits, where its pattern asks for one. */
  readonly mention?: Mention;
  /** Whether only an event with a known day counts. */
  readonly dated: boolean;
}

/** Sightings by the id of the indicator or window, in the order of the reports. */
export type Sightings = ReadonlyMap<string, readonly Sighting[]>;

/** Under this name the sightings of the outcome itself are found. */
export const OUTCOME = ' outcome';

/** What was found in a report for a problem, so that every report is looked through once. */
const found = new WeakMap<Problem, WeakMap<Report, Sightings>>();

/**
 * In which statements each indicator, each window and the outcome of a problem are seen. The first pass over a report is kept
 * with it; reports and problems are never changed.
 */
export function matchIndicators(problem: Problem, reports: readonly Report[]): Sightings {
  const lists = whole.get(problem) ?? new WeakMap<readonly Report[], Whole>();
  whole.set(problem, lists);
  const before = lists.get(reports);
  if (before?.of === reports.length) return before.sightings;
  const sightings = matchAll(problem, reports);
  lists.set(reports, { of: reports.length, sightings });
  return sightings;
}

interface Whole {
  /** Number of reports that were gone through: a list that has grown since is gone through again. */
  readonly of: number;
  readonly sightings: Sightings;
}

/** What was found in a list of reports: of one picture it is asked at every look. */
const whole = new WeakMap<Problem, WeakMap<readonly Report[], Whole>>();

function matchAll(problem: Problem, reports: readonly Report[]): Sightings {
  const all = new Map<string, Sighting[]>();
  for (const report of pickReports(reports, problem, (each) => lookThroughReport(problem, each).size > 0)) {
    for (const [id, sightings] of lookThroughReport(problem, report)) {
      const list = all.get(id);
      if (list === undefined) all.set(id, [...sightings]);
      else list.push(...sightings);
    }
  }
  return all;
}

/** What a problem finds in one report. */
export function lookThroughReport(problem: Problem, report: Report): Sightings {
  let known = found.get(problem);
  if (known === undefined) {
    known = new WeakMap();
    found.set(problem, known);
  }
  let own = known.get(report);
  if (own === undefined) {
    own = matchReport(problem, report);
    known.set(report, own);
  }
  return own;
}

function matchReport(problem: Problem, report: Report): Sightings {
  const all = new Map<string, readonly Sighting[]>();
  const keep = (id: string, sightings: readonly Sighting[]) => {
    if (sightings.length > 0) all.set(id, sightings);
  };
  const look = (id: string, match: readonly Pattern[], most: number) => {
    const possible = choosePossible(match, report);
    if (possible.length === 0) return;
    keep(
      id,
      report.statements.flatMap((statement) => findSightings(possible, report, statement).slice(0, most)),
    );
  };
  for (const { id, match } of [...problem.indicators, ...problem.windows]) look(id, match, 1);
  // One sentence may tell of two outcomes.
  look(OUTCOME, problem.outcome.match, Number.POSITIVE_INFINITY);
  return all.size === 0 ? NOTHING : all;
}

/** Most problems find nothing in most reports. */
const NOTHING: Sightings = new Map();

/** By the first pattern that fits: one sighting for each event of the statement by which it does. */
function findSightings(
  patterns: readonly Pattern[],
  report: Report,
  statement: Statement,
): readonly Sighting[] {
  for (const pattern of patterns) {
    const matches = matchEvents(pattern, report, statement);
    if (matches.length > 0) {
      return matches.map((match) => ({ report, statement, ...match, dated: pattern.dated === true }));
    }
  }
  return [];
}
