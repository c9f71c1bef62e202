import { expect, it } from 'vitest';
import type { EventCount } from '../../model/event-count.ts';
import { findChance, learnPairs } from './learn.ts';
import { gatherPairs, type PairCount } from './pair-history.ts';
import { answerPair } from './question.ts';

const FIRST = 18_000;
const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Half a year and more of pairs that quarrel, each at its own pace and more after it was struck. */
function makeCounts(days = 400): readonly PairCount[] {
  const counts: PairCount[] = [];
  let state = 5;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const last = new Map<string, number>();
  for (let day = FIRST; day < FIRST + days; day++) {
    for (const [i, source] of NAMES.entries()) {
      for (const target of NAMES.slice(0, 3)) {
        if (random() < 0.3) counts.push({ day, source, target, root: '04', count: 1 });
        const isStruck = day - (last.get(target + source) ?? 0) < 5;
        if (random() < 0.005 * (i + 1) ** 2 * (isStruck ? 3 : 1)) {
          counts.push({ day, source, target, root: '19', count: 1 });
          last.set(source + target, day);
        }
      }
    }
  }
  return counts;
}

const COUNTS = makeCounts();
const ROOTS = ['18', '19', '20'];
const PAIR = { source: 'E', target: 'A' };
const DAY = FIRST + 300;

function ask(counts: Iterable<PairCount>): number {
  const history = gatherPairs(counts, { roots: ROOTS });
  const model = learnPairs(history, { before: DAY, horizon: 7 });
  return findChance(history, PAIR, { model, day: DAY });
}

it('tells pairs apart that are lively and that are not, with something to learn from', () => {
  const history = gatherPairs(COUNTS, { roots: ROOTS });
  const model = learnPairs(history, { before: DAY, horizon: 7 });
  expect(model.cases).toBeGreaterThan(500);
  const chance = (source: string) => findChance(history, { source, target: 'A' }, { model, day: DAY });
  expect(chance('F')).toBeGreaterThan(0.4);
  expect(chance('A')).toBeLessThan(0.15);
  expect(chance('F')).toBeGreaterThan(chance('D'));
});

it('does not move by anything of the day asked about or later', () => {
  const planted = NAMES.flatMap((source) =>
    NAMES.flatMap((target) =>
      ['04', '10', '19'].flatMap((root) =>
        Array.from({ length: 40 }, (_, i) => ({ day: DAY + i, source, target, root, count: 9 })),
      ),
    ),
  );
  const past = COUNTS.filter(({ day }) => day < DAY);
  const today = ask(COUNTS);
  expect(ask([...COUNTS, ...planted])).toBe(today);
  expect(ask(past)).toBe(today);
  // It does move by what is known the day before.
  expect(ask([...past, { day: DAY - 1, source: 'E', target: 'A', root: '19', count: 1 }])).not.toBe(today);
});

it('is the same at each run and in whatever order the rows come', () => {
  expect(ask([...COUNTS].reverse())).toBe(ask(COUNTS));
});

it('gives the plain base rate where there is nothing to learn from', () => {
  const few = COUNTS.filter(({ day }) => day < FIRST + 40);
  const history = gatherPairs(few, { roots: ROOTS });
  const model = learnPairs(history, { before: FIRST + 40, horizon: 7 });
  expect(model.cases).toBe(0);
  const p = findChance(history, PAIR, { model, day: FIRST + 40 });
  expect(p).toBeGreaterThan(0.05);
  expect(p).toBeLessThan(0.9);
});

it('takes an actor that is not told for nobody', () => {
  const history = gatherPairs([{ day: FIRST, source: '', target: 'A', root: '19', count: 2 }], {
    roots: ROOTS,
  });
  expect(history.pairs.size).toBe(0);
  expect(history.to.get('A')?.asked.counts).toEqual([2]);
  expect(history.from.size).toBe(0);
});

const toEventCount = ({ day, ...rest }: PairCount): EventCount => ({
  ...rest,
  day: new Date(day * 86_400_000).toISOString().slice(0, 10),
});

it('answers for several actors on a side together, a longer time with no lower chance', () => {
  const counts = COUNTS.map(toEventCount);
  const when = { today: DAY, horizons: [7, 30] };
  const one = answerPair(counts, { source: ['C'], target: ['A'], roots: ROOTS }, when)!;
  const more = answerPair(counts, { source: ['C', 'F'], target: ['A', 'B'], roots: ROOTS }, when)!;
  expect(one.horizons[1]!.p).toBeGreaterThanOrEqual(one.horizons[0]!.p);
  expect(more.horizons[0]!.p).toBeGreaterThan(one.horizons[0]!.p);
  expect(more.hits).toBeGreaterThan(one.hits);
  expect(one).toMatchObject({ from: DAY, days: 300 });
  expect(
    answerPair(
      counts.filter(({ day }) => day < '2019-12-15'),
      { ...PAIR_QUESTION },
      when,
    ),
  ).toBeUndefined();
  expect(answerPair(counts, { ...PAIR_QUESTION, source: ['Nobody'] }, when)).toBeUndefined();
  expect(answerPair([], PAIR_QUESTION, when)).toBeUndefined();
});

const PAIR_QUESTION = { source: ['E'], target: ['A'], roots: ROOTS };
