import { describeHorizon } from '../probability.ts';

/* The evidence against the hypotheses of a problem. */

export const HYPOTHESES = {
  none: 'This problem has no hypotheses',
  title: 'Hypotheses',
  within: (days: number) => `In ${describeHorizon(days)}.`,
  note: 'Those that answer yes are together as likely as the probability of the problem, {probability}; before anything was seen, as its base rate, {baseRate}.',
  answers: (answer: string) => `answers ${answer}`,
  before: (prior: string) => `before ${prior}`,
  evidence: 'Evidence',
  evidenceNote: (twice: string, fourTimes: string, half: string) =>
    `How many times as likely a row is under each hypothesis as where the answer is no, given the rows that count more: ${twice} from ×2 on, ${fourTimes} from ×4 on, and ${half} the same against.`,
  order: 'Order of the evidence',
  orders: { telling: 'What tells most first', counted: 'As they were counted' },
  row: 'Row',
  tellsApart: 'Tells apart',
  tells: 'tells apart',
  wouldBe: (factor: string) => `would be ${factor}`,
  origins: (origins: string, isCounted: boolean) =>
    isCounted ? origins : `${origins}; counts with another sign`,
  /** What the sign of a cell says to those who hear it. */
  cells: { nothing: 'tells nothing', for: 'speaks for it', against: 'speaks against it' },
  next: 'Look for next',
  nextNote:
    'Expected to take so many bits of doubt away, if a sign is as likely as not to be seen where it is likeliest.',
  bits: (bits: string) => `${bits} bits`,
} as const;
