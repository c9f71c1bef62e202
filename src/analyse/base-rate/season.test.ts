import { expect, it } from 'vitest';
import { makeRandom } from '../../stats/random.ts';
import { SEASON } from './describe.ts';
import { learnPairs } from './learn.ts';
import { gatherPairs, type PairCount } from './pair-history.ts';
import { compareSeason } from './season.ts';

const FIRST = 17_532; // 2018-01-01
const horizon = 7;

/** Days in a row that begin on the same day of each year. */
function makeYears(start: number, { length, years }: { length: number; years: number }): readonly number[] {
  return Array.from({ length: years }, (_, year) =>
    Array.from({ length }, (_, i) => FIRST + Math.round(365.25 * year) + start + i),
  ).flat();
}

function compare(days: readonly number[], asked: readonly number[]): readonly number[] {
  return [...compareSeason({ days, counts: days.map(() => 1) }, { asked, first: FIRST, horizon })];
}

it('tells the lively time of the year from the others by what earlier years were like', () => {
  const days = makeYears(120, { length: 10, years: 2 });
  const third = FIRST + 731;
  const [before, during, after] = compare(days, [third + 30, third + 120, third + 250]);
  // Seen 10 in each year, where 10 in the 366 days around, of which 303 are known of the first, would give 67 / 366 of them.
  expect(during).toBeCloseTo(Math.log((20 + 3) / ((10 * 67) / 366 + (10 * 67) / 303 + 3)), 2);
  expect(before).toBeLessThan(0);
  expect(after).toBeLessThan(0);
});

it('says nothing of the first year, of an even year, or of a pair that was always quiet', () => {
  const days = makeYears(120, { length: 10, years: 3 });
  expect(compare(days, [FIRST + 60, FIRST + 300])).toEqual([0, 0]);
  const even = Array.from({ length: 1000 }, (_, i) => FIRST + i);
  for (const value of compare(even, [FIRST + 600, FIRST + 1000])) expect(value).toBeCloseTo(0, 9);
  expect(compare([], [FIRST + 900])).toEqual([0]);
});

it('does not move by what happened on the asked day or later, however long the horizon', () => {
  const days = makeYears(120, { length: 10, years: 2 });
  const asked = [FIRST + 500];
  const past = days.filter((day) => day < asked[0]!);
  const planted = Array.from({ length: 400 }, (_, i) => FIRST + 500 + i);
  for (const each of [7, 30, 400]) {
    const read = (all: readonly number[]) =>
      compareSeason({ days: all, counts: all.map(() => 1) }, { asked, first: FIRST, horizon: each });
    expect(read([...past, ...planted])).toEqual(read(past));
  }
});

/** Twelve pairs that have an incident now and then, and in the warm months, where there are such, every sixth day. */
function learnWeight(warm: ReadonlySet<number>): number {
  const counts: PairCount[] = [];
  const random = makeRandom(3);
  for (let day = FIRST; day < FIRST + 1500; day++) {
    for (let pair = 0; pair < 12; pair++) {
      const from = { day, source: `S${pair}`, target: 'T', count: 1 };
      if ((day + pair) % 9 === 0) counts.push({ ...from, root: '04' });
      if (random() < (warm.has(day) ? 1 / 6 : 1 / 30)) counts.push({ ...from, root: '19' });
    }
  }
  const history = gatherPairs(counts, { roots: ['19'] });
  return learnPairs(history, { before: FIRST + 1500, horizon }).weights[SEASON]!;
}

it('is learned where years are alike, and is not where they are not', () => {
  expect(learnWeight(new Set(makeYears(100, { length: 120, years: 5 })))).toBeGreaterThan(0.1);
  expect(Math.abs(learnWeight(new Set()))).toBeLessThan(0.05);
});
