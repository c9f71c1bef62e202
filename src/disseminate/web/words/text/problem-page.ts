import { describeHorizon } from '../probability.ts';
import { SIGNS } from './problem.ts';

/* The page of a warning problem, and why its number is what it is. */

export const PROBLEM = {
  fetching: 'Fetching the problem',
  toBoard: 'Back to the board',
  board: 'Board',
  unusable: (file: string) => `${file} cannot be used`,
  asOf: 'As of {when}, from {reports} reports',
  views: 'Views of this problem',
  view: {
    why: 'Why',
    indicators: SIGNS.tab,
    hypotheses: 'Hypotheses',
    ladder: 'Ladder',
    record: 'Record',
    replay: 'Replay',
    brief: 'Brief',
    definition: 'Definition',
  },
} as const;

export const WHY = {
  bottomLine: 'Bottom line',
  within: (days: number) => `In ${describeHorizon(days)}`,
  baseRate: (percent: string) => `base rate ${percent}`,
  told: (who: readonly string[]) => `told: ${who.join('; ')}`,
  horizon: 'Horizon',
  notReported: 'Not reported',
  sources: (coverage: string) => `${coverage}.`,
  lastHeard: '{name}: last heard {when}',
  countedOnce: 'Observed, counted with another sign',
  gaps: 'Collection gaps',
  steps: 'From the base rate to the probability',
} as const;
