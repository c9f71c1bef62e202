import { expect, test } from 'vitest';
import type { ClaimOutcome } from '../../model/grade.ts';
import { chooseReliability, estimateShare, type Settled } from './posterior.ts';

type Came = Exclude<ClaimOutcome, 'open'>;

/** So many claims, each in a report of its own. */
function make(counts: Partial<Record<Came, number>>): readonly Settled[] {
  return Object.entries(counts).flatMap(([outcome, count]) =>
    Array.from({ length: count }, (_, at) => ({ outcome: outcome as Came, document: `${outcome} ${at}` })),
  );
}

const round = (value: number) => Math.round(value * 1000) / 1000;

test('without a claim every share is as likely as any other', () => {
  const { mean, low, high } = estimateShare([]);
  expect([mean, low, high].map(round)).toEqual([0.5, 0.1, 0.9]);
});

test('the mean and the interval are those of the beta distribution with one claim of either kind beforehand', () => {
  // Beta(5, 1) has the distribution function x^5; Beta(1, 3) has 1 - (1 - x)^3.
  const four = estimateShare(make({ confirmed: 4 }));
  expect([four.mean, four.low, four.high].map(round)).toEqual([
    round(5 / 6),
    round(0.1 ** (1 / 5)),
    round(0.9 ** (1 / 5)),
  ]);
  const two = estimateShare(make({ contradicted: 2 }));
  expect([two.mean, two.low, two.high].map(round)).toEqual([
    0.25,
    round(1 - 0.9 ** (1 / 3)),
    round(1 - 0.1 ** (1 / 3)),
  ]);
});

test('a correction counts half, a retraction, a distortion and a contradiction in full', () => {
  const means = (['corrected', 'retracted', 'distorted', 'contradicted'] as const).map(
    (outcome) => estimateShare(make({ confirmed: 3, [outcome]: 1 })).mean,
  );
  expect(means.map(round)).toEqual([0.75, 0.667, 0.667, 0.667]);
});

test('claims of one report weigh together as much as one', () => {
  const one = estimateShare(make({ confirmed: 1 }));
  const many = estimateShare(
    Array.from({ length: 9 }, () => ({ outcome: 'confirmed' as const, document: 'one report' })),
  );
  expect(round(many.mean)).toBe(round(one.mean));
});

test.each([
  [{ confirmed: 20 }, 'A'],
  [{ confirmed: 10 }, 'B'],
  [{ confirmed: 19, contradicted: 3 }, 'B'],
  [{ confirmed: 6, contradicted: 3 }, 'C'],
  [{ confirmed: 3, contradicted: 6 }, 'D'],
  [{ confirmed: 1, contradicted: 9 }, 'E'],
  [{ confirmed: 4 }, 'F'],
  [{ contradicted: 4 }, 'F'],
  [{}, 'F'],
] as const)('%j is %s', (counts, letter) => {
  const settled = make(counts);
  const reports = new Set(settled.map(({ document }) => document)).size;
  expect(chooseReliability(estimateShare(settled), { claims: settled.length, reports })).toBe(letter);
});

test('many claims of two reports are too few to judge by', () => {
  const settled = Array.from({ length: 40 }, (_, at) => ({
    outcome: 'confirmed' as const,
    document: `report ${at % 2}`,
  }));
  expect(chooseReliability(estimateShare(settled), { claims: 40, reports: 2 })).toBe('F');
});
