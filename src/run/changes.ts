import { compareAssessments } from '../analyse/correction/assessments.ts';
import { comparePictures } from '../analyse/correction/changes.ts';
import type { Changes } from '../model/changes.ts';
import type { Assessment } from '../model/forecast.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Problem } from '../model/problem.ts';
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
  /** What was thought of each problem at either instant, by its id. */
  readonly assessments: ReadonlyMap<string, readonly [Assessment, Assessment]>;
  readonly limit: number;
}): Changes {
  const { before, after, judgements, problems, limit } = given;
  const compared = { before: before.standing, after: after.standing, judgements, asOf: after.asOf };
  const { incidentsInAll, storiesInAll, ...rest } = comparePictures(compared, { limit });
  const { setAside, restored, removed } = rest;
  const assessments = problems.flatMap((problem) => {
    // Without a single report nothing was thought of it.
    if (before.reports.length === 0 || after.reports.length === 0) return [];
    const [then, now] = given.assessments.get(problem.id) ?? [];
    if (then === undefined || now === undefined) return [];
    return compareAssessments(then, now, compared) ?? [];
  });
  return {
    kind: 'changes',
    since: before.asOf,
    asOf: after.asOf,
    ...rest,
    setAside: setAside.slice(0, limit),
    restored: restored.slice(0, limit),
    removed: removed.slice(0, limit),
    assessments,
    totals: {
      incidents: incidentsInAll,
      stories: storiesInAll,
      setAside: setAside.length,
      restored: restored.length,
      removed: removed.length,
    },
  };
}
