import type { Contribution, Coverage, IndicatorState, WeightSource } from '../../../model/forecast.ts';
import { count } from './vocabulary.ts';

/* Indicators in the words of the workbench. */

/**
 * `4 of 6 sources delivered in the last day, 1 dead`: what a silence is worth.
 *
 * @example
 * describeCoverage({ expected: [], delivered: [] }); // 'no source is heard'
 */
export function describeCoverage({ expected, delivered, dead = [] }: Coverage): string {
  if (expected.length === 0) return 'no source is heard';
  const lost = dead.length === 0 ? '' : `, ${dead.length} dead`;
  return `${delivered.length} of ${count(expected.length, 'source')} delivered in the last day${lost}`;
}

/** The states themselves, as they are shown. */
export const STATE_WORDS: Readonly<Record<IndicatorState, string>> = {
  observed: 'observed',
  'not observed': 'not observed',
  'looked and not seen': 'looked and not seen',
  'cannot be seen': 'cannot be seen',
};

export const STATE_EXPLAINED: Readonly<Record<IndicatorState, string>> = {
  observed: 'reported, and recently enough to count',
  'not observed': 'it could be seen and is not reported yet',
  'looked and not seen': 'sources that would report it are alive, and told nothing of it over its half-life',
  'cannot be seen': 'no live source would report it',
};

const ratio = (logarithm: number): string =>
  `×${Math.exp(logarithm)
    .toFixed(2)
    .replace(/\.?0+$/, '')}`;

/** `learned from 42 outcomes: ×2.6, by the word ×2`; undefined where the word stands alone. */
export function describeLearned({ learned }: Pick<Contribution, 'learned'>): string | undefined {
  if (learned === undefined) return undefined;
  const outcomes = count(Math.floor(learned.outcomes), 'outcome');
  return `weight learned from ${outcomes}: ${ratio(learned.value)}, by the word ${ratio(learned.stated)}`;
}

/** Whose judgement the weights are, and how far off it is that outcomes teach them. */
export function describeWeights({ learned, outcomes, needed }: WeightSource): string {
  const settled = count(Math.floor(outcomes), 'settled outcome');
  if (learned > 0)
    return `${count(learned, 'weight')} learned from ${settled}; the others are the analyst’s words.`;
  const least = outcomes < needed ? `, ${needed} are needed` : ', too few of them yes, or no';
  return `All weights are the analyst’s words: ${settled} to learn from${least}.`;
}

/** `cost to fake: high · undone: slowly`: what the sign costs who shows it, as far as the problem says. */
export function describeCost({
  costToFake,
  reversible,
}: Pick<Contribution, 'costToFake' | 'reversible'>): string {
  return [
    ...(costToFake === undefined ? [] : [`cost to fake: ${costToFake}`]),
    ...(reversible === undefined ? [] : [`undone: ${reversible}`]),
  ].join(' · ');
}
