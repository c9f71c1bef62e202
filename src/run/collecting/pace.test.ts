import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../stats/random.ts';
import { findInterval, learnPace, type Pace } from './pace.ts';

/** Looks at a source that brings something new by chance, so often a minute, as its pace has it; gives the intervals. */
function watch(rate: (minute: number) => number, { every, days }: { every: number; days: number }) {
  const random = makeRandom(5);
  const intervals: { readonly at: number; readonly minutes: number; readonly isNew: boolean }[] = [];
  let pace: Pace | undefined;
  for (let at = 0; at < days * 1440; ) {
    const minutes = findInterval(every, pace);
    at += minutes;
    const isNew = random() < 1 - Math.exp(-rate(at) * minutes);
    pace = learnPace(pace, { minutes, isNew, every });
    intervals.push({ at, minutes, isNew });
  }
  return intervals;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the pace of a source', () => {
  it('is its own: a lively one is looked at often, a quiet one as often as is said', () => {
    const lively = watch(() => 1 / 6, { every: 15, days: 2 }).slice(-100);
    expect(mean(lively.map(({ minutes }) => minutes))).toBeGreaterThan(2);
    expect(mean(lively.map(({ minutes }) => minutes))).toBeLessThan(5);
    const share = mean(lively.map(({ isNew }) => (isNew ? 1 : 0)));
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.6);
    const quiet = watch(() => 1 / 2000, { every: 15, days: 4 }).slice(-100);
    expect(mean(quiet.map(({ minutes }) => minutes))).toBeGreaterThan(14.5);
  });

  it('follows the source: by night it is left alone, in the morning looked at often again', () => {
    const seen = watch((at) => (at % 1440 < 720 ? 1 / 5 : 0), { every: 15, days: 4 });
    const lateIn = (half: 0 | 1) =>
      mean(
        seen.filter(({ at }) => at > 1440 && at % 720 > 600 && Math.floor((at % 1440) / 720) === half)
          .map(({ minutes }) => minutes),
      ); // biome-ignore format: a chain
    expect(lateIn(0)).toBeLessThan(6);
    expect(lateIn(1)).toBeGreaterThan(7);
  });

  it('never asks more than the bounds, whatever it has seen', () => {
    const looks = fc.array(fc.record({ minutes: fc.double({ min: -1e6, max: 1e9, noNaN: true }), isNew: fc.boolean() })); // biome-ignore format: one line
    fc.assert(
      fc.property(looks, fc.integer({ min: 1, max: 1440 }), (seen, every) => {
        let pace: Pace | undefined;
        for (const look of seen) {
          pace = learnPace(pace, { ...look, every });
          const interval = findInterval(every, pace);
          expect(interval).toBeLessThanOrEqual(every);
          expect(interval).toBeGreaterThanOrEqual(Math.min(every, Math.max(1, every / 10)));
        }
      }),
    );
  });
});
