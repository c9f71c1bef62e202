import type { Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { lookThroughReport } from '../indicator/indicators.ts';
import { matchRungs } from '../ladder/sightings.ts';
import { lookForWindow } from './window-incidents.ts';

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
