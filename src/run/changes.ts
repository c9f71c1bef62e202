import { compareAssessments, comparePictures } from '../analyse/correction/changes.ts';
import type { Changes } from '../model/changes.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Level, Problem } from '../model/problem.ts';
import type { View } from './views.ts';

const DAY = 86_400_000;

/** A day before an instant: where one asks what changed and does not say since when. */
export function findDayBefore(asOf: string): string {
  return new Date(Date.parse(asOf) - DAY).toISOString();
}

/** How two views differ; of stories and incidents as many as were asked for. */
export function makeChanges(given: {
  readonly before: View;
  readonly after: View;
  readonly judgements: readonly Judgement[];
  readonly problems: readonly Problem[];
  /** Levels on record at either instant: a level is left later than it is entered. */
  readonly levels: ReadonlyMap<string, readonly [Level | undefined, Level | undefined]>;
  readonly limit: number;
}): Changes {
  const { before, after, judgements, problems, levels, limit } = given;
  const compared = { before, after, judgements, asOf: after.asOf };
  const { incidents, stories, ...rest } = comparePictures(compared);
  const assessments = problems.flatMap((problem) => {
    // Without a single report nothing was thought of it.
    if (before.reports.length === 0 || after.reports.length === 0) return [];
    const [then, now] = levels.get(problem.id) ?? [];
    return compareAssessments(before.assess(problem, then), after.assess(problem, now), compared) ?? [];
  });
  return {
    kind: 'changes',
    since: before.asOf,
    asOf: after.asOf,
    ...rest,
    incidents: incidents.slice(0, limit),
    stories: stories.slice(0, limit),
    assessments,
    totals: { incidents: incidents.length, stories: stories.length },
  };
}
