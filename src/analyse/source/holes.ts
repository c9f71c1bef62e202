import type { Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import type { CoverageHole } from '../../model/source-book.ts';
import { getHeard } from '../indicator/coverage.ts';
import type { PlacedSource } from '../indicator/sources.ts';

/** Sources alive below which a sign is thinly covered: one that falls silent takes it with it. */
const ENOUGH = 2;

/** Signs for which nobody who is alive would report, or a single one, those with nobody first. */
export function findHoles(
  problems: readonly Problem[],
  {
    reports,
    now,
    placed,
  }: { readonly reports: readonly Report[]; readonly now: number; readonly placed: readonly PlacedSource[] },
): readonly CoverageHole[] {
  const heard = getHeard(reports, now, placed);
  const holes = problems.flatMap(({ id, title: problemTitle, indicators }) =>
    indicators.flatMap((indicator) => {
      // A sign that reads the level of another problem is seen by nobody.
      if (indicator.level !== undefined) return [];
      const alive = heard.listAlive(indicator.seenBy);
      if (alive.length >= ENOUGH) return [];
      return {
        problem: id,
        problemTitle,
        indicator: indicator.id,
        title: indicator.title,
        seenBy: indicator.seenBy ?? {},
        alive,
        dead: heard.getCoverage(indicator.seenBy).dead ?? [],
      };
    }),
  );
  return holes.toSorted((a, b) => a.alive.length - b.alive.length);
}
