import type { Assessment, Forecast, LedgerEntry } from '../model/forecast.ts';
import type { Level, Problem } from '../model/problem.ts';
import type { View } from './views.ts';

export interface AssessIn {
  readonly view: View;
  /** All that are watched: one may read the level of another. */
  readonly problems: readonly Problem[];
  /** What is on record of a problem by the view's instant, in order of filing. */
  readonly readRecord: (problem: Problem) => Promise<readonly LedgerEntry[]>;
}

/**
 * Assesses a problem as of a view's instant, and before it those whose level it reads. The level that stood before is that of the
 * last forecast on record. In a circle, which the problem files are checked for, the one that is come back to is not read.
 */
export async function assessIn(problem: Problem, given: AssessIn): Promise<Assessment> {
  return assessBefore(problem, given, new Set([problem.id]));
}

async function assessBefore(
  problem: Problem,
  given: AssessIn,
  above: ReadonlySet<string>,
): Promise<Assessment> {
  const others = new Map<string, Assessment>();
  for (const { level } of problem.indicators) {
    const other = given.problems.find(({ id }) => id === level?.problem);
    if (other === undefined || above.has(other.id) || others.has(other.id)) continue;
    others.set(other.id, await assessBefore(other, given, new Set([...above, other.id])));
  }
  const record = await given.readRecord(problem);
  return given.view.assess(problem, findStandingLevel(record), { record, others });
}

/** The level of the last forecast on record. */
export function findStandingLevel(record: readonly LedgerEntry[]): Level | undefined {
  const last = record.findLast(({ content }) => content.kind === 'forecast')?.content as Forecast | undefined;
  return last?.level;
}
