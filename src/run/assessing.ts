import { learnPhrases } from '../analyse/indicator/gate.ts';
import { orderProblems } from '../direct/problems/order.ts';
import type { Assessment, Estimate, Forecast, LedgerEntry } from '../model/forecast.ts';
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
 * Assesses a problem as of a view's instant, and before it those whose level it reads, each once. The level that stood before is
 * that of the last forecast on record. In a circle, which the problem files are checked for, the one that is come back to is not read.
 */
export async function assessIn(problem: Problem, given: AssessIn): Promise<Assessment> {
  const { record, others } = await readAround(problem, given);
  return given.view.assess(problem, findStandingLevel(record), { record, others });
}

/** As `assessIn`, without what is neither filed nor told. */
export async function estimateIn(problem: Problem, given: AssessIn): Promise<Estimate> {
  const { record, others } = await readAround(problem, given);
  const isAskedAgain = listReadByOthers(given.problems).has(problem.id);
  return given.view.estimate(problem, findStandingLevel(record), { record, others, isAskedAgain });
}

/** Ids of the problems whose level others read. */
function listReadByOthers(problems: readonly Problem[]): ReadonlySet<string> {
  const known =
    readByOthers.get(problems) ??
    new Set(problems.flatMap(({ indicators }) => indicators.flatMap(({ level }) => level?.problem ?? [])));
  readByOthers.set(problems, known);
  return known;
}

const readByOthers = new WeakMap<readonly Problem[], ReadonlySet<string>>();

/** What an assessment of a problem rests on beside the view: its record, and the problems whose level it reads. */
async function readAround(
  problem: Problem,
  { view, problems, readRecord }: AssessIn,
): Promise<{ readonly record: readonly LedgerEntry[]; readonly others: ReadonlyMap<string, Estimate> }> {
  const made = new Map<string, Estimate>();
  learnPhrases(problems);
  for (const each of orderProblems(listRead(problem, problems))) {
    const others = new Map<string, Estimate>();
    for (const { level } of each.indicators) {
      const other = level === undefined ? undefined : made.get(level.problem);
      if (other !== undefined) others.set(other.problem, other);
    }
    const record = await readRecord(each);
    if (each === problem) return { record, others };
    made.set(each.id, view.estimate(each, findStandingLevel(record), { record, others }));
  }
  throw new Error(`${problem.id} is not among what it reads`);
}

/** A problem with all that it reads, directly or by way of others. */
export function listRead(problem: Problem, all: readonly Problem[]): readonly Problem[] {
  const read = new Set([problem]);
  // What is added on the way is come to in its turn.
  for (const { indicators } of read) {
    for (const { level } of indicators) {
      const other = all.find(({ id }) => id === level?.problem);
      if (other !== undefined && other.id !== problem.id) read.add(other);
    }
  }
  return [...read];
}

/** The level of the last forecast on record. */
export function findStandingLevel(record: readonly LedgerEntry[]): Level | undefined {
  const last = record.findLast(({ content }) => content.kind === 'forecast')?.content as Forecast | undefined;
  return last?.level;
}
