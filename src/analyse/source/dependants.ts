import type { Assessment, Contribution } from '../../model/forecast.ts';
import type { DependingProblem, DependingSign } from '../../model/source-book.ts';
import { makeOutletKey } from '../origin/names.ts';

/** How many origins of a tree nobody but one outlet carries. */
function countCarried({ tree }: Contribution, key: string): number {
  return tree.origins.filter(
    ({ claims }) =>
      claims.length > 0 &&
      claims.every(({ outlet }) => outlet !== undefined && makeOutletKey(outlet) === key),
  ).length;
}

/** Whether an outlet carries anything that a contribution rests on, alone or with others. */
function isCarriedBy({ tree, logOdds }: Contribution, key: string): boolean {
  return (
    logOdds !== 0 &&
    tree.origins.some(({ claims }) =>
      claims.some(({ outlet }) => outlet !== undefined && makeOutletKey(outlet) === key),
    )
  );
}

/** Whether anything that counts in an assessment comes by way of an outlet. */
export function restsOn(assessment: Assessment, key: string): boolean {
  return assessment.contributions.some((each) => isCarriedBy(each, key));
}

/** An assessment beside what it would be had the outlet not been heard. */
export function compareWithout(before: Assessment, without: Assessment, key: string): DependingProblem {
  const lead = (assessment: Assessment): number =>
    assessment.horizons.find(({ days }) => days === assessment.leading)?.probability.p ?? 0;
  const signs: DependingSign[] = before.contributions
    .filter((each) => isCarriedBy(each, key))
    .map((each) => ({
      id: each.id,
      title: each.title,
      origins: each.tree.origins.length,
      carried: countCarried(each, key),
      logOdds: each.logOdds,
      without: without.contributions.find(({ id }) => id === each.id)?.logOdds ?? 0,
    }));
  return {
    problem: before.problem,
    title: before.title,
    horizon: before.leading,
    level: before.level,
    p: lead(before),
    withoutLevel: without.level,
    withoutP: lead(without),
    signs,
  };
}
