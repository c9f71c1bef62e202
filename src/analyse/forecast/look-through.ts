import type { Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { lookThroughReport, matchIndicators, OUTCOME } from '../indicator/indicators.ts';
import { makeLadder } from '../ladder/ladder.ts';
import { matchRungs } from '../ladder/sightings.ts';
import { findOutcomes } from './outcomes.ts';
import { findWindowIncidents, lookForWindow } from './window-incidents.ts';

/**
 * Looks through report after report for all that problems ask of it. What is found is kept with the report; an assessment of all of them
 * then only puts it together.
 */
export function* lookThrough(problems: readonly Problem[], reports: readonly Report[]): Generator<Report> {
  for (const report of reports) {
    for (const problem of problems) {
      lookThroughReport(problem, report);
      if (problem.ladder !== undefined) matchRungs(problem.ladder, report);
      for (const { after } of problem.windows) if (after !== undefined) lookForWindow(after, report);
    }
    yield report;
  }
}

/** Finds for each problem what its assessments at any instant rest on: outcomes, incidents that windows follow, steps of its ladder. */
export function* lookAt(
  problems: readonly Problem[],
  reports: readonly Report[],
  now: number,
): Generator<Problem> {
  for (const problem of problems) {
    findOutcomes(problem, reports);
    for (const { after } of problem.windows) if (after !== undefined) findWindowIncidents(after, reports);
    const outcomes = matchIndicators(problem, reports).get(OUTCOME) ?? [];
    if (problem.ladder !== undefined) makeLadder(problem.ladder, { reports, outcomes, now });
    yield problem;
  }
}
