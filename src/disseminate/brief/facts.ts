import type { Brief } from '../../model/brief.ts';
import type { Contribution } from '../../model/forecast.ts';
import { formatInterval, formatPercent } from '../../model/probability.ts';
import { formatDate } from '../../text/dates.ts';

/* What a brief shows beside its sentences: the numbers themselves, and what was not seen. */

/** Head of the table of numbers. */
export const NUMBER_HEAD = ['within', 'probability', 'interval of 80%', 'base rate'] as const;

/** For each horizon its probability with its word, its interval, and the base rate with its word. */
export function listNumbers({ assessment }: Brief): readonly (readonly string[])[] {
  return assessment.horizons.map(({ days, probability, baseRate }) => [
    days === 1 ? '1 day' : `${days} days`,
    `${formatPercent(probability.p)}, ${probability.word}`,
    formatInterval(probability),
    `${formatPercent(baseRate.p)}, ${baseRate.word}`,
  ]);
}

/** As of when, from how much, by what, and how good the evidence is. */
export function listFacts({ asOf, assessment, engine }: Brief): readonly string[] {
  const { reports, level, confidence } = assessment;
  return [
    `As of ${formatDate(asOf)}`,
    `level ${level}`,
    `confidence ${confidence}`,
    reports === 1 ? '1 report' : `${reports} reports`,
    engine,
  ];
}

/** What was looked for in vain, and what cannot be seen from here: no sentence about the world, so none needs a claim. */
export function listLimits({ assessment }: Brief): readonly string[] {
  const { contributions, baseRate, gaps } = assessment;
  const list = (...states: readonly Contribution['state'][]) =>
    contributions.filter(({ state }) => states.includes(state)).map(({ title }) => title);
  const unseen = list('not observed', 'looked and not seen');
  return [
    ...(unseen.length === 0 ? [] : [`Looked for and not reported: ${unseen.join('; ')}.`]),
    ...baseRate.notes,
    ...gaps,
  ];
}
