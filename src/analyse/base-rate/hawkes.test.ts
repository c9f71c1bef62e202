import { expect, it } from 'vitest';
import { makeRandom } from '../../stats/random.ts';
import { excite, findLogLikelihood, findWindowChance, fitHawkes, KERNELS, type Process } from './hawkes.ts';
import { EMPTY, type Series } from './series.ts';

const makeSeries = (days: readonly number[], counts = days.map(() => 1)): Series => ({ days, counts });
const makeProcess = (series: Partial<Process['series']>, group = 'between'): Process => ({
  group,
  series: { own: EMPTY, back: EMPTY, source: EMPTY, target: EMPTY, words: EMPTY, ...series },
});
const ALPHAS = [0.2, 0.1, 0.15, 0.12, 0.05, 0.03, 0.04, 0.02];

it('has the likelihood that the double sum over all pairs of days gives', () => {
  const process = makeProcess({
    own: makeSeries([3, 4, 9, 40, 41], [2, 1, 1, 5, 1]),
    back: makeSeries([1, 8, 39]),
    source: makeSeries([2, 30], [4, 1]),
    words: makeSeries([38]),
  });
  const base = 0.02;
  let expected = 0;
  for (let day = 5; day < 60; day++) {
    let intensity = base;
    for (const [j, { of, halfLife }] of KERNELS.entries()) {
      const { days, counts } = process.series[of];
      for (const [i, before] of days.entries()) {
        if (before >= day) continue;
        const mark = of === 'own' || of === 'back' ? 1 : Math.log(1 + counts[i]!);
        const keep = 0.5 ** (1 / halfLife);
        intensity += ALPHAS[j]! * mark * (1 - keep) * keep ** (day - 1 - before);
      }
    }
    expected += process.series.own.days.includes(day) ? Math.log(1 - Math.exp(-intensity)) : -intensity;
  }
  expect(findLogLikelihood(process, { alphas: ALPHAS, base, from: 5, to: 60 })).toBeCloseTo(expected, 10);
});

it('gives of each window the share in which a simulated process has an incident', () => {
  const own = makeSeries([1, 2, 6, 9]);
  const carried = excite(makeProcess({ own }).series, { from: 10, to: 11 }).map((each) => each[0]!);
  const random = makeRandom(7);
  for (const horizon of [7, 30]) {
    const p = findWindowChance({ alphas: ALPHAS, base: 0.01, carried, horizon });
    const runs = 20_000;
    let hits = 0;
    for (let run = 0; run < runs; run++) {
      const state = [...carried];
      for (let day = 0; day < horizon; day++) {
        const intensity = state.reduce((sum, each, j) => sum + ALPHAS[j]! * each, 0.01);
        if (random() < 1 - Math.exp(-intensity)) {
          hits += 1;
          break;
        }
        for (const [j, { halfLife }] of KERNELS.entries()) state[j]! *= 0.5 ** (1 / halfLife);
      }
    }
    // Three standard errors.
    expect(Math.abs(hits / runs - p)).toBeLessThan(3 * Math.sqrt((p * (1 - p)) / runs));
  }
});

it('takes what others do meanwhile at its mean', () => {
  const still = findWindowChance({ alphas: ALPHAS, base: 0.01, carried: new Float64Array(8), horizon: 30 });
  const means = Float64Array.from({ length: 8 }, (_, j) => (KERNELS[j]!.of === 'back' ? 0.1 : 0));
  const lively = findWindowChance({ alphas: ALPHAS, base: 0.01, carried: means, means, horizon: 30 });
  expect(lively).toBeCloseTo(1 - (1 - still) * Math.exp(-30 * 0.1 * (ALPHAS[3]! + ALPHAS[4]!)), 10);
});

it('finds again what a simulated process was made with, and is the same at each run', () => {
  const random = makeRandom(11);
  const alpha = 0.5;
  const keep = 0.5 ** (1 / KERNELS[0]!.halfLife);
  const processes = Array.from({ length: 60 }, () => {
    const days: number[] = [];
    let carried = 0;
    for (let day = 0; day < 700; day++) {
      const isHit = random() < 1 - Math.exp(-0.02 - alpha * carried);
      if (isHit) days.push(day);
      carried = carried * keep + (isHit ? 1 - keep : 0);
    }
    return makeProcess({ own: makeSeries(days) });
  });
  const model = fitHawkes(processes, { from: 0, to: 700 });
  expect(model.alphas[0]).toBeGreaterThan(0.35);
  expect(model.alphas.reduce((sum, each) => sum + each, 0)).toBeLessThan(0.7);
  expect(model.groups.get('between')).toBeGreaterThan(0.014);
  expect(model.groups.get('between')).toBeLessThan(0.026);
  expect(fitHawkes(processes, { from: 0, to: 700 })).toEqual(model);
});

it('never fits worse with more rounds than it began, and draws a short past to that of its group', () => {
  const busy = Array.from({ length: 10 }, (_, i) =>
    makeProcess({ own: makeSeries(Array.from({ length: 40 }, (__, k) => k * 9 + i)) }, 'within'),
  );
  const silent = [makeProcess({}, 'within'), makeProcess({}, 'between'), makeProcess({}, 'between')];
  const { alphas, bases, groups } = fitHawkes([...busy, ...silent], { from: 0, to: 360 });
  // Both saw nothing at all; the one among busy ones is taken to be livelier.
  expect(bases[10]).toBeGreaterThan(10 * bases[11]!);
  expect(bases[10]).toBeLessThan(groups.get('within')!);
  const at = { from: 0, to: 360 };
  expect(findLogLikelihood(busy[0]!, { alphas, base: bases[0]!, ...at })).toBeGreaterThan(
    findLogLikelihood(busy[0]!, { alphas: new Float64Array(8).fill(0.05), base: 0.01, ...at }),
  );
});
