import type { Problem } from '../../model/problem.ts';
import type { ReplayAddition, ReplayMean } from '../../model/replay.ts';
import type { Course } from './course.ts';
import type { Judgements } from './judge.ts';
import { averageDays, listDays, type ScoredDay } from './scores.ts';

/** Ids of the indicators and windows of a problem, in its order. */
export function listSigns({
  indicators,
  windows,
}: Problem): readonly { readonly id: string; readonly title: string }[] {
  return [...indicators, ...windows].map(({ id, title }) => ({ id, title }));
}

/**
 * A problem without some of its indicators and windows. Special cases of one that is left out become special cases of what that one was a
 * special case of, or stand for themselves.
 *
 * @example
 * leaveOut(problem, ['preparation']).indicators.some(({ id }) => id === 'preparation'); // false
 */
export function leaveOut(problem: Problem, ids: readonly string[]): Problem {
  if (ids.length === 0) return problem;
  const out = new Set(ids);
  const parents = new Map(problem.indicators.map(({ id, partOf }) => [id, partOf]));
  const findParent = (id: string | undefined): string | undefined =>
    id !== undefined && out.has(id) ? findParent(parents.get(id)) : id;
  return {
    ...problem,
    version: `${problem.version} without ${[...out].sort().join(', ')}`,
    indicators: problem.indicators
      .filter(({ id }) => !out.has(id))
      .map(({ partOf, ...indicator }) => {
        const parent = findParent(partOf);
        return { ...indicator, ...(parent === undefined ? {} : { partOf: parent }) };
      }),
    windows: problem.windows.filter(({ id }) => !out.has(id)),
  };
}

/** A course and how its forecasts came out. */
export interface JudgedCourse {
  readonly course: Course;
  readonly judged: Judgements;
}

/** What one sign adds: the course without it against the whole one. */
export function measureAddition(
  { id, title }: { readonly id: string; readonly title: string },
  whole: JudgedCourse,
  without: JudgedCourse,
): ReplayAddition {
  const { moments } = whole.course;
  const counted = moments.flatMap(({ observed }) => observed.filter((each) => each.id === id));
  const mean = counted.reduce((sum, { logOdds }) => sum + logOdds, 0) / counted.length;
  const horizons = (moments[0]?.horizons ?? []).map(({ days }, index) => {
    const added = compare(listDays(without.course, without.judged, index), {
      whole: listDays(whole.course, whole.judged, index),
      horizon: days,
    });
    return { days, ...(added === undefined ? {} : { added }) };
  });
  return {
    id,
    title,
    observed: moments.length === 0 ? 0 : counted.length / moments.length,
    ...(counted.length === 0 ? {} : { logOdds: mean }),
    horizons,
  };
}

function compare(
  without: readonly ScoredDay[],
  { whole, horizon }: { readonly whole: readonly ScoredDay[]; readonly horizon: number },
): ReplayMean | undefined {
  const kept = new Map(without.map((each) => [each.day, each]));
  const both = whole.flatMap((each) => {
    const other = kept.get(each.day);
    return other === undefined ? [] : [{ ...each, other: other.p }];
  });
  return averageDays(both, {
    horizon,
    error: ({ p, other, came }) => (other - came) ** 2 - (p - came) ** 2,
  });
}
