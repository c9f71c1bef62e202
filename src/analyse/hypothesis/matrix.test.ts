import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../model/forecast.ts';
import { type Hypothesis, type Indicator, type Problem, STRENGTHS } from '../../model/problem.ts';
import { fromLogOdds, toLogOdds } from '../../stats/log-odds.ts';
import { makeRandom } from '../../stats/random.ts';
import { assess } from '../forecast/assess.ts';
import {
  makeIndicator,
  makeOfficial,
  makeProblem,
  makeReport,
  makeStatement,
} from '../forecast/reports.fixtures.ts';
import { makeMatrix } from './matrix.ts';

const EMPTY = { origins: [], reports: [], confirmed: 0, possible: 0, relays: 0 };

const hypothesis = (id: string, answer: 'yes' | 'no', share = 1): Hypothesis => ({
  id,
  title: `That ${id}`,
  why: 'For the test.',
  answer,
  share,
});
/** An indicator that is seen and counts with a part of its strength; not seen with none. */
const contribute = (of: Indicator, weight: number, fields: Partial<Contribution> = {}): Contribution => ({
  id: of.id,
  title: of.title,
  why: of.why,
  direction: of.direction,
  strength: of.strength,
  state: weight === 0 ? 'not observed' : 'observed',
  logOdds: (of.direction === 'for' ? 1 : -1) * weight * Math.log(STRENGTHS[of.strength]),
  weight,
  tree: EMPTY,
  ...fields,
});
/** The matrix, with the probability as evidence in log-odds gives it. */
const make = (problem: Problem, base: number, contributions: readonly Contribution[]) => {
  const moved = contributions.reduce((sum, { logOdds }) => sum + logOdds, toLogOdds(base));
  const probability = fromLogOdds(moved);
  return { ...makeMatrix(problem, { base, probability, contributions }), probability };
};
const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

describe('a matrix of two hypotheses for yes and one for no', () => {
  const boats = makeIndicator('boats', { tells: { storm: 'moderate' } });
  const problem = makeProblem({
    hypotheses: [hypothesis('storm', 'yes', 1), hypothesis('trap', 'yes', 3), hypothesis('show', 'no')],
    indicators: [boats],
  });

  it('has priors of the base rate and the shares', () => {
    const { hypotheses } = make(problem, 0.2, []);
    expect(hypotheses.map(({ id, prior }) => [id, prior])).toEqual([
      ['storm', expect.closeTo(0.05, 12)],
      ['trap', expect.closeTo(0.15, 12)],
      ['show', expect.closeTo(0.8, 12)],
    ]);
    expect(hypotheses.map(({ posterior }) => posterior)).toEqual(hypotheses.map(({ prior }) => prior));
  });

  it('moves them by what is seen, by hand', () => {
    // Odds of 1 to 4, times 4: even. Within yes 1·2 to 3·1: two fifths and three fifths.
    const { hypotheses, rows } = make(problem, 0.2, [contribute(boats, 1)]);
    expect(hypotheses.map(({ posterior }) => posterior)).toEqual([
      expect.closeTo(0.2, 12),
      expect.closeTo(0.3, 12),
      expect.closeTo(0.5, 12),
    ]);
    // Z = ¼·2 + ¾·1 = 1.25: 4·2/1.25 = 6.4 and 4/1.25 = 3.2.
    expect(rows[0]?.cells.map((cell) => Math.exp(cell))).toEqual([
      expect.closeTo(6.4, 12),
      expect.closeTo(3.2, 12),
      expect.closeTo(1, 12),
    ]);
    expect(rows[0]?.diagnosticity).toBeCloseTo(Math.log(6.4), 12);
  });

  it('counts half a weight as the square root of each ratio', () => {
    const { hypotheses, rows } = make(problem, 0.2, [contribute(boats, 0.5)]);
    const parts = 0.25 * Math.SQRT2 + 0.75;
    expect(rows[0]?.cells[0]).toBeCloseTo(Math.log((2 * Math.SQRT2) / parts), 12);
    // Odds of 1 to 4, times 2: a third.
    expect(sum(hypotheses.slice(0, 2).map(({ posterior }) => posterior))).toBeCloseTo(1 / 3, 12);
  });

  it('tells hypotheses of no apart and leaves the answer as it is', () => {
    const quiet = makeIndicator('quiet', {
      direction: 'against',
      strength: 'moderate',
      tells: { show: 'strong' },
    });
    const of = makeProblem({
      hypotheses: [hypothesis('raid', 'yes'), hypothesis('show', 'no'), hypothesis('bluff', 'no')],
      indicators: [quiet],
    });
    const { hypotheses, rows } = make(of, 0.5, [contribute(quiet, 1)]);
    // Even odds, halved: one third yes. Within no 4 to 1.
    expect(hypotheses.map(({ posterior }) => posterior)).toEqual([
      expect.closeTo(1 / 3, 12),
      expect.closeTo((2 / 3) * 0.8, 12),
      expect.closeTo((2 / 3) * 0.2, 12),
    ]);
    expect(rows[0]?.cells[0]).toBeCloseTo(-Math.log(2), 12);
  });

  it('shows an unseen sign with empty cells and with how far it would tell them apart', () => {
    const { rows } = make(problem, 0.2, [contribute(boats, 0)]);
    expect(rows[0]?.cells).toEqual([0, 0, 0]);
    // One confirmed origin: 0.8 of its strength.
    const z = 0.25 * 2 ** 0.8 + 0.75;
    expect(rows[0]?.diagnosticity).toBeCloseTo(Math.log((4 ** 0.8 * 2 ** 0.8) / z), 12);
  });

  it('has nothing to tell apart by a sign that is counted with another', () => {
    const idle = contribute(boats, 0, { state: 'observed' });
    expect(make(problem, 0.2, [idle]).rows[0]).toMatchObject({ cells: [0, 0, 0], diagnosticity: 0 });
  });
});

describe('a problem without hypotheses', () => {
  it('has the answers themselves', () => {
    const boats = makeIndicator('boats');
    const { hypotheses, rows } = make(makeProblem({ indicators: [boats] }), 0.2, [contribute(boats, 1)]);
    expect(hypotheses.map(({ id, answer, posterior }) => [id, answer, posterior])).toEqual([
      ['yes', 'yes', expect.closeTo(0.5, 12)],
      ['no', 'no', expect.closeTo(0.5, 12)],
    ]);
    expect(rows[0]?.cells).toEqual([expect.closeTo(Math.log(4), 12), 0]);
  });

  it('lets an answer stand for itself for which nothing is named', () => {
    const { hypotheses } = make(makeProblem({ hypotheses: [hypothesis('raid', 'yes')] }), 0.1, []);
    expect(hypotheses.map(({ id, prior }) => [id, prior])).toEqual([
      ['raid', expect.closeTo(0.1, 12)],
      ['no', expect.closeTo(0.9, 12)],
    ]);
  });
});

const WORDS = Object.keys(STRENGTHS) as (keyof typeof STRENGTHS)[];

function makeRandomCase(seed: number) {
  const random = makeRandom(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const upTo = (n: number) => Math.floor(random() * (n + 1));
  const hypotheses = Array.from({ length: upTo(6) }, (_, i) =>
    hypothesis(`h${i}`, pick(['yes', 'no']), 0.01 + random() * 10),
  );
  const indicators = Array.from({ length: upTo(15) }, (_, i) =>
    makeIndicator(`i${i}`, {
      direction: pick(['for', 'against']),
      strength: pick(WORDS),
      tells: Object.fromEntries(
        hypotheses.flatMap(({ id }) => (random() < 0.5 ? [[id, pick(WORDS)] as const] : [])),
      ),
    }),
  );
  const contributions = indicators.map((each) => contribute(each, random() < 0.3 ? 0 : random()));
  return { problem: makeProblem({ hypotheses, indicators }), base: random(), contributions };
}

describe('a matrix of any problem', () => {
  const cases = Array.from({ length: 300 }, (_, seed) => makeRandomCase(seed + 1));
  const posteriorsOf = (answer: 'yes' | 'no', of: ReturnType<typeof make>) =>
    sum(of.hypotheses.flatMap((each) => (each.answer === answer ? [each.posterior] : [])));

  it('gives the hypotheses of yes the computed probability together', () => {
    for (const { problem, base, contributions } of cases) {
      const made = make(problem, base, contributions);
      expect(posteriorsOf('yes', made)).toBeCloseTo(made.probability, 14);
      expect(posteriorsOf('no', made)).toBeCloseTo(1 - made.probability, 14);
    }
  });

  it('has posteriors that follow from its priors and cells alone', () => {
    for (const { problem, base, contributions } of cases) {
      const { hypotheses, rows } = make(problem, base, contributions);
      const joint = hypotheses.map(
        ({ prior }, i) => prior * Math.exp(sum(rows.map(({ cells }) => cells[i]!))),
      );
      for (const [i, { posterior }] of hypotheses.entries())
        expect(joint[i]! / sum(joint)).toBeCloseTo(posterior, 12);
    }
  });

  it('has the same posteriors whatever the order of the rows', () => {
    for (const { problem, base, contributions } of cases) {
      const there = make(problem, base, contributions).hypotheses;
      const back = make(problem, base, contributions.toReversed()).hypotheses;
      for (const [i, { posterior }] of there.entries()) expect(back[i]!.posterior).toBeCloseTo(posterior, 12);
    }
  });

  it('never expects to know less after looking', () => {
    for (const { problem, base, contributions } of cases) {
      const { next } = make(problem, base, contributions);
      expect(next.map(({ gain }) => gain)).toEqual(next.map(({ gain }) => gain).toSorted((a, b) => b - a));
      for (const { gain } of next) expect(gain).toBeGreaterThan(0);
    }
  });
});

it('cannot disagree with an assessment, whatever is seen', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const { problem } = makeRandomCase(seed);
    const random = makeRandom(1_000 + seed);
    // Each report tells of two signs at random: origins are shared, and some signs are told by several.
    const reports = Array.from({ length: Math.floor(random() * 8) }, () => {
      const words = [0, 1].map(() => `Many i${Math.floor(random() * 15)}`).join(' and ');
      const office = makeOfficial(`Ministry ${Math.floor(random() * 3)}`);
      const published = `2020-12-${String(1 + Math.floor(random() * 11)).padStart(2, '0')}T12:00:00Z`;
      return makeReport([makeStatement(words, [], office)], { published });
    });
    const { matrix, contributions, horizons, leading } = assess(problem, {
      reports,
      history: [],
      asOf: '2020-12-12T00:00:00Z',
      engine: 'tocsin test',
    });
    expect(matrix?.rows.map(({ id, state }) => [id, state])).toEqual(
      contributions.map(({ id, state }) => [id, state]),
    );
    const { probability, baseRate } = horizons.find(({ days }) => days === leading)!;
    const sumOf = (of: readonly number[]) =>
      sum(of.filter((_, i) => matrix?.hypotheses[i]?.answer === 'yes'));
    expect(sumOf(matrix!.hypotheses.map(({ posterior }) => posterior))).toBeCloseTo(probability.p, 14);
    expect(sumOf(matrix!.hypotheses.map(({ prior }) => prior))).toBeCloseTo(baseRate.p, 14);
    const joint = matrix!.hypotheses.map(
      ({ prior }, i) => prior * Math.exp(sum(matrix!.rows.map(({ cells }) => cells[i]!))),
    );
    expect(sumOf(joint) / sum(joint)).toBeCloseTo(probability.p, 12);
  }
});
