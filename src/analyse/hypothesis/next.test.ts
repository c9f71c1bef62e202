import { expect, it } from 'vitest';
import type { Contribution, IndicatorState } from '../../model/forecast.ts';
import { type Indicator, STRENGTHS } from '../../model/problem.ts';
import { fromLogOdds, toLogOdds } from '../../stats/log-odds.ts';
import { BY_STATUS } from '../forecast/reliability.ts';
import { makeProblem } from '../forecast/reports.fixtures.ts';
import { makeMatrix } from './matrix.ts';
import { measureGain } from './next.ts';

const indicator = (id: string, fields: Partial<Indicator> = {}): Indicator => ({
  id,
  title: `Sign ${id}`,
  why: 'For the test.',
  direction: 'for',
  strength: 'moderate',
  halfLife: 10,
  match: [{ words: [id] }],
  ...fields,
});

/** What to look for, with so many log-odds seen of each indicator. */
function look(
  indicators: readonly Indicator[],
  {
    states = {},
    seen = {},
  }: { readonly states?: Record<string, IndicatorState>; readonly seen?: Record<string, number> } = {},
) {
  const contributions: readonly Contribution[] = indicators.map(
    ({ id, title, why, direction, strength }) => ({
      id,
      title,
      why,
      direction,
      strength,
      state: states[id] ?? 'not observed',
      weight: (seen[id] ?? 0) / Math.log(STRENGTHS[strength]),
      logOdds: seen[id] ?? 0,
      tree: { origins: [], reports: [], confirmed: 0, possible: 0, relays: 0 },
    }),
  );
  return makeMatrix(makeProblem({ indicators }), { base: 0.5, probability: 0.5, contributions }).next;
}

it('is the expected information in bits, by hand', () => {
  // Seen in 1 of 2 cases under the one, in 1 of 8 under the other: 1 - 5/16·H(4/5) - 11/16·H(4/11).
  expect(measureGain([0.5, 0.5], [Math.log(4), 0])).toBeCloseTo(0.124256, 6);
  expect(measureGain([0.2, 0.3, 0.5], [Math.log(2), 0, Math.log(8)])).toBeCloseTo(0.163616, 6);
});

it('is nothing where every hypothesis shows the sign alike, or one is certain', () => {
  expect(measureGain([0.3, 0.7], [1.2, 1.2])).toBeCloseTo(0, 12);
  expect(measureGain([1, 0], [Math.log(8), 0])).toBeCloseTo(0, 12);
});

it('looks for the strongest sign first, as one confirmed origin would show it', () => {
  const next = look([
    indicator('slight', { strength: 'slight' }),
    indicator('strong', { strength: 'strong' }),
  ]);
  expect(next.map(({ id }) => id)).toEqual(['strong', 'slight']);
  expect(next[0]).toMatchObject({ title: 'Sign strong', gain: expect.closeTo(0.094432, 6) });
});

it('passes over what is seen, what cannot be seen, and the levels of other problems', () => {
  const next = look(
    [
      indicator('seen'),
      indicator('hidden'),
      indicator('looked'),
      indicator('other', { match: [], level: { problem: 'elsewhere', least: 'high' } }),
    ],
    {
      states: { seen: 'observed', hidden: 'cannot be seen', looked: 'looked and not seen' },
      seen: { seen: 0.5 },
    },
  );
  expect(next.map(({ id }) => id)).toEqual(['looked']);
});

it('expects of a special case only what goes beyond the sign that it belongs to', () => {
  const signs = [indicator('whole', { strength: 'strong' }), indicator('part', { partOf: 'whole' })];
  const states = { whole: 'observed' } as const;
  expect(look(signs, { states, seen: { whole: 1 } })).toEqual([]);
  const [part] = look(signs, { states, seen: { whole: 0.2 } });
  const [alone] = look([indicator('part')]);
  expect(part!.gain).toBeGreaterThan(0);
  expect(part!.gain).toBeLessThan(alone!.gain);
});

it('says how likely the answer would be if the sign were there', () => {
  const [strong] = look([indicator('strong', { strength: 'strong' })]);
  const confirmed = BY_STATUS.confirmed * Math.log(STRENGTHS.strong);
  expect(strong?.ifSeen).toBeCloseTo(fromLogOdds(toLogOdds(0.5) + confirmed), 9);
  const [against] = look([indicator('against', { direction: 'against' })]);
  expect(against!.ifSeen).toBeLessThan(0.5);
});
