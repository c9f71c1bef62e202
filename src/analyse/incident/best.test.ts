import { expect, test } from 'vitest';
import type { BestFigure } from '../../model/incident.ts';
import type { LinkRow } from '../origin/fixtures.suite.ts';
import { ARMY, type Count, count, MINISTER, make, report } from './telling.suite.ts';

const OFFICIAL: LinkRow = ['an official', 'person', 'anonymous'];

/** The best statement where these say so on one day, each to an outlet of its own. */
function choose(...said: readonly (readonly [Count, ...LinkRow[]])[]): BestFigure | undefined {
  const reports = said.map(([figure, ...chain], at) =>
    report(`Outlet ${at}`, '2031-05-20', count([figure], ...chain)),
  );
  return make(...reports).figures[0]?.best;
}

test('the only value', () => {
  expect(choose([['rockets', 4], ARMY])).toMatchObject({ low: 4, high: 4, reason: 'only value' });
});

test('what confirmed origins leave open, as narrow as they make it', () => {
  const best = choose([['rockets', 8, 'atLeast'], ARMY], [['rockets', 21], MINISTER]);
  expect(best).toMatchObject({ low: 21, high: 21, reason: 'newest authoritative' });
  expect(best?.claims.map(({ outlet }) => outlet)).toEqual(['Outlet 1']);
  const open = choose([['rockets', 8, 'atLeast'], ARMY]);
  expect(open?.low).toBe(8);
  expect(open).not.toHaveProperty('high');
});

test('the majority of origins where values exclude each other', () => {
  const most = choose(
    [['rockets', 4], ARMY],
    [['rockets', 4], MINISTER],
    [
      ['rockets', 6],
      ['Mayor', 'office'],
    ],
  );
  expect(most).toMatchObject({ low: 4, high: 4, reason: 'majority of origins' });
});

test('a majority of unnamed ones does not overrule a named one: then the range, never a mean', () => {
  const torn = choose([['rockets', 2], OFFICIAL], [['rockets', 2], OFFICIAL], [['rockets', 8], ARMY]);
  expect(torn).toMatchObject({ low: 2, high: 8, reason: 'range' });
  expect(choose([['rockets', 4], ARMY], [['rockets', 6], MINISTER])).toMatchObject({
    low: 4,
    high: 6,
    reason: 'range',
  });
});

test('"about" stays what it is', () => {
  expect(choose([['rockets', 30, 'about'], ARMY])).toMatchObject({ low: 26, high: 34, about: 30 });
});
