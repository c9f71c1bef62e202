import { describe, expect, it } from 'vitest';
import type { Assessment, Contribution } from '../../../model/forecast.ts';
import type { Probability } from '../../../model/probability.ts';
import { listMoves, makeWaterfall } from './contributions.ts';

const make = (id: string, logOdds: number, state: Contribution['state'] = 'observed'): Contribution => ({
  id,
  title: id,
  why: '',
  direction: logOdds < 0 ? 'against' : 'for',
  strength: 'moderate',
  state,
  logOdds,
  weight: 1,
  tree: { origins: [], reports: [], confirmed: 0, possible: 0, relays: 0 },
});

const probability = (p: number): Probability => ({
  p,
  low: p / 2,
  high: Math.min(1, p * 1.5),
  word: 'unlikely',
});
const horizon = (base: number, p: number): Assessment['horizons'][number] => ({
  days: 30,
  baseRate: probability(base),
  probability: probability(p),
});

describe('makeWaterfall', () => {
  it('leads from the base rate to the probability, for before against', () => {
    const { steps, rest, top } = makeWaterfall(horizon(0.2, 1 / 3), [
      make('against', -Math.LN2),
      make('first', Math.LN2),
      make('second', Math.LN2),
      make('unseen', 0, 'not observed'),
    ]);
    expect(steps.map(({ contribution }) => contribution.id)).toEqual(['first', 'second', 'against']);
    expect(steps[0]!.from).toBeCloseTo(0.2);
    expect(steps[0]!.to).toBeCloseTo(1 / 3);
    expect(steps[1]!.to).toBeCloseTo(0.5);
    expect(steps[2]!.to).toBeCloseTo(1 / 3);
    expect(rest).toBeUndefined();
    expect(top).toBe(0.5);
  });

  it('says what the steps do not explain', () => {
    const { rest } = makeWaterfall(horizon(0.2, 0.3), [make('for', Math.LN2)]);
    expect(rest?.from).toBeCloseTo(1 / 3);
    expect(rest?.to).toBe(0.3);
  });

  it('carries each step over to another horizon by proportional hazards', () => {
    const leading = horizon(0.3, 0.63158);
    const times = Math.log(1 - 0.63158) / Math.log(1 - 0.3);
    const week = { ...horizon(0.08, 1 - 0.92 ** times), days: 7 };
    const { steps, rest } = makeWaterfall(week, [make('for', Math.log(4))], leading);
    expect(steps[0]!.from).toBeCloseTo(0.08);
    expect(steps[0]!.to).toBeCloseTo(week.probability.p, 4);
    expect(rest).toBeUndefined();
  });

  it('has no steps where nothing was observed', () => {
    expect(makeWaterfall(horizon(0, 0), [])).toEqual({ steps: [], top: 0.1 });
  });
});

describe('listMoves', () => {
  const next = [{ id: 'unseen', title: 'unseen', gain: 0.1, ifSeen: 0.5 }];
  const matrix = { hypotheses: [], rows: [], next };
  const contributions = [make('for', Math.LN2), make('more', Math.log(4)), make('unseen', 0, 'not observed')];

  it('tells how likely it would be with a sign, and without one', () => {
    const { seen, gone } = listMoves({ contributions, matrix }, { horizon: horizon(0.2, 2 / 3) });
    expect(seen).toEqual([{ id: 'unseen', title: 'unseen', to: 0.5 }]);
    expect(gone.map(({ id }) => id)).toEqual(['more', 'for']);
    expect(gone[0]!.to).toBeCloseTo(1 / 3);
    expect(gone[1]!.to).toBeCloseTo(0.5);
  });

  it('carries it over to another horizon', () => {
    const leading = horizon(0.3, 0.5);
    const week = { ...horizon(0.08, 0.15), days: 7 };
    const { seen } = listMoves({ contributions: [], matrix }, { horizon: week, leading });
    expect(seen[0]!.to).toBeCloseTo(1 - 0.5 ** (Math.log(0.92) / Math.log(0.7)), 9);
  });

  it('is empty without a matrix and without signs', () => {
    expect(listMoves({ contributions: [] }, { horizon: horizon(0.2, 0.2) })).toEqual({ seen: [], gone: [] });
  });
});
