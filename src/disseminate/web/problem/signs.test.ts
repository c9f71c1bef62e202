import { describe, expect, it } from 'vitest';
import type { SignCell, SignHistory } from '../../../model/sign-history.ts';
import { findPlace, groupMonths, joinPortions, nameForm, tellCell } from './signs.ts';

const unseen: SignCell = { state: 'not observed', weight: 0, logOdds: 0, confirmed: 0, possible: 0 };
const seen: SignCell = {
  state: 'observed',
  weight: 0.5,
  logOdds: Math.log(3),
  confirmed: 1,
  possible: 2,
  coverage: { expected: 4, delivered: 3, dead: 1 },
};

function makePortion(days: readonly string[], cells: Readonly<Record<string, SignCell>>): SignHistory {
  return {
    kind: 'sign history',
    problem: 'p',
    problemVersion: 'v',
    asOf: '2031-05-22T10:00:00.000Z',
    days: days.map((day) => ({ day, asOf: `${day}T23:59:59.999Z`, reports: 3 })),
    rows: Object.entries(cells).map(([id, cell]) => ({
      id,
      title: id,
      kind: 'indicator',
      direction: 'for',
      strength: 'strong',
      cells: days.map(() => cell),
    })),
  };
}

describe('joinPortions', () => {
  it('puts earlier days before later ones, sign by sign', () => {
    const late = makePortion(['2031-05-21', '2031-05-22'], { a: seen, b: unseen });
    const early = makePortion(['2031-05-20'], { b: seen });
    const joined = joinPortions([late, early]);
    expect(joined?.days.map(({ day }) => day)).toEqual(['2031-05-20', '2031-05-21', '2031-05-22']);
    expect(joined?.rows.map(({ id, cells }) => [id, cells.map(({ state }) => state)])).toEqual([
      ['a', ['cannot be seen', 'observed', 'observed']],
      ['b', ['observed', 'not observed', 'not observed']],
    ]);
    expect(joinPortions([])).toBeUndefined();
  });
});

describe('groupMonths', () => {
  it('counts the days of each month', () => {
    const days = ['2031-04-29', '2031-04-30', '2031-05-01'].map((day) => ({ day }));
    expect(groupMonths(days)).toEqual([
      { month: '2031-04', days: 2 },
      { month: '2031-05', days: 1 },
    ]);
  });
});

describe('a cell', () => {
  it.each([
    [seen, 3, 'for-2'],
    [{ ...seen, logOdds: -Math.log(5) }, 3, 'against-3'],
    [{ ...seen, logOdds: 0 }, 3, 'idle'],
    [unseen, 3, 'open'],
    [{ ...unseen, state: 'looked and not seen' as const }, 3, 'looked'],
    [{ ...unseen, state: 'cannot be seen' as const }, 3, 'blind'],
    [unseen, 0, 'none'],
  ])('has a form of its own', (cell, reports, form) => {
    expect(nameForm(cell, reports)).toBe(form);
  });

  it('says what it rests on, and who was dead', () => {
    expect(tellCell(seen, 3)).toBe(
      'observed, 1 origin, 2 possible; counts ×3.0; 1 source that would report it dead',
    );
    expect(tellCell({ ...unseen, coverage: { expected: 4, delivered: 3, dead: 0 } }, 3)).toBe(
      'not observed; 3 of 4 sources delivered that day',
    );
    expect(tellCell(unseen, 0)).toBe('no report was known');
  });
});

describe('findPlace', () => {
  const size = { rows: 3, columns: 90, isFar: false };
  it.each([
    ['ArrowLeft', { row: 1, column: 0 }, { row: 1, column: 0 }],
    ['ArrowRight', { row: 1, column: 4 }, { row: 1, column: 5 }],
    ['ArrowDown', { row: 2, column: 4 }, { row: 2, column: 4 }],
    ['ArrowUp', { row: 2, column: 4 }, { row: 1, column: 4 }],
    ['Home', { row: 2, column: 4 }, { row: 2, column: 0 }],
    ['End', { row: 0, column: 4 }, { row: 0, column: 89 }],
    ['PageUp', { row: 0, column: 40 }, { row: 0, column: 10 }],
    ['PageDown', { row: 0, column: 80 }, { row: 0, column: 89 }],
  ])('%s', (key, from, to) => {
    expect(findPlace(key, from, size)).toEqual(to);
  });

  it('goes to the corners with Ctrl, and nowhere by other keys', () => {
    expect(findPlace('Home', { row: 2, column: 4 }, { ...size, isFar: true })).toEqual({ row: 0, column: 0 });
    expect(findPlace('x', { row: 2, column: 4 }, size)).toBeUndefined();
  });
});
