import { expect, it } from 'vitest';
import { isHit, remember, rememberStretches, rememberTime, sumCounts } from './series.ts';

const SERIES = { days: [3, 7, 8], counts: [1, 4, 2] };

it('counts from a day to before another', () => {
  expect(sumCounts(SERIES, 3, 8)).toBe(5);
  expect(sumCounts(SERIES, 4, 7)).toBe(0);
  expect(isHit(SERIES, 4, 7)).toBe(false);
  expect(isHit(SERIES, 4, 8)).toBe(true);
});

it('remembers what lies before a day, fading, and nothing of the day', () => {
  const keep = 0.5 ** (1 / 2);
  const asked = [3, 4, 8, 20];
  const sums = remember(SERIES, { asked, halfLife: 2 });
  const expected = asked.map((day) =>
    SERIES.days.reduce(
      (sum, each, i) => (each < day ? sum + SERIES.counts[i]! * keep ** (day - 1 - each) : sum),
      0,
    ),
  );
  expect([...sums]).toEqual(expected.map((each) => expect.closeTo(each, 10)));
  expect(remember(SERIES, { asked: [8], halfLife: 1e9, isDaily: true })[0]).toBeCloseTo(2, 6);
  const daily = { days: [0, 1, 2, 3], counts: [1, 1, 1, 1] };
  expect(rememberTime([4], 0, 5)[0]).toBeCloseTo(remember(daily, { asked: [4], halfLife: 5 })[0]!, 10);
});

it('remembers of how many past stretches something was in', () => {
  const [{ hits, all }] = rememberStretches(SERIES, {
    asked: [9],
    first: 0,
    horizon: 2,
    halfLives: [1e9],
  }) as [{ hits: Float64Array; all: Float64Array }];
  // Stretches of two days that end on day 1 to 8: those ending on 3, 4, 7 and 8 saw something.
  expect(all[0]).toBeCloseTo(8, 5);
  expect(hits[0]).toBeCloseTo(4, 5);
});
