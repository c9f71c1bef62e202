import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffSequences } from './sequences.ts';

const show = (old: readonly string[], now: readonly string[], cells?: number) =>
  diffSequences(old, now, cells === undefined ? undefined : { cells }).map(
    ({ sign, start, end }) => sign + (sign === '+' ? now : old).slice(start, end).join(''),
  );

it('keeps the longest that both have, in runs', () => {
  expect(show([...'abcde'], [...'abxde'])).toEqual([' ab', '-c', '+x', ' de']);
  expect(show([], [...'ab'])).toEqual(['+ab']);
  expect(show([...'ab'], [])).toEqual(['-ab']);
  expect(show([], [])).toEqual([]);
});

it('cuts where something stands but once when there is nothing to spend', () => {
  expect(show([...'aXaYa'], [...'bXbYb'], 0)).toEqual(['-a', '+b', ' X', '-a', '+b', ' Y', '-a', '+b']);
  expect(show([...'aaaa'], [...'bbbb'], 0)).toEqual(['-aaaa', '+bbbb']);
  // What moved cannot be kept twice.
  expect(show([...'aXYZa'], [...'bYZXb'], 0)).toEqual(['-aX', '+b', ' YZ', '-a', '+Xb']);
});

it('gives back both, whatever they are and whatever may be spent', () => {
  const items = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 30 });
  fc.assert(
    fc.property(items, items, fc.constantFrom(0, 20, 200, 1e6), (old, now, cells) => {
      const runs = diffSequences(old, now, { cells });
      const of = (sign: string) =>
        runs
          .filter((run) => run.sign !== sign)
          .flatMap((run) => (run.sign === '+' ? now : old).slice(run.start, run.end));
      expect(of('+')).toEqual(old);
      expect(of('-')).toEqual(now);
    }),
    { numRuns: 1_000 },
  );
});

it('spends no more than it was given', () => {
  const budget = { cells: 10_000 };
  const make = (letter: string) => Array.from({ length: 5_000 }, (_, i) => (i % 50 === 0 ? `${i}` : letter));
  diffSequences(make('a'), make('b'), budget);
  expect(budget.cells).toBeGreaterThanOrEqual(0);
});
