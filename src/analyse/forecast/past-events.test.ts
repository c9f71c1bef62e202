import { expect, test } from 'vitest';
import type { PastEvent } from '../../model/history.ts';
import type { Problem } from '../../model/problem.ts';
import { readPastEvents } from './past-events.ts';

const makeProblem = (history: Problem['baseRate']['history'], version = 'v1') =>
  ({ version, baseRate: { history } }) as unknown as Problem;

let line = 1;
const makeRow = (date: string, given: Partial<PastEvent> = {}): PastEvent => {
  line += 1;
  return { kind: 'past event', date, source: 'a.csv', line, ...given };
};

test('rows that fit are counted by day, and once for each day and place', () => {
  const rows = [
    makeRow('2020-01-08', { cameo: '194', place: 'Erbil', country: 'IQ' }),
    makeRow('2020-01-08', { cameo: '1951', place: 'ERBIL', country: 'IQ' }),
    makeRow('2020-01-08', { cameo: '194', place: 'Ain al-Asad', country: 'IQ' }),
    makeRow('2020-01-09', { cameo: '042', place: 'Erbil', country: 'IQ' }),
    makeRow('2020-01-10', { cameo: '194', place: 'Damascus', country: 'SY', source: 'b.csv' }),
    makeRow('2020-01-11', { cameo: '194' }),
    makeRow('2020-02-01', { cameo: '194', country: 'IQ' }),
  ];
  const found = readPastEvents(makeProblem({ cameo: ['19'], place: ['IQ'] }), rows, '2020-01-31');
  expect(found).toMatchObject({ imported: 6, fitting: 3 });
  expect([...found.byDay]).toEqual([['2020-01-08', 3]]);
  expect(found.distinct).toEqual([rows[0], rows[2]]);
  expect(found.spans.map(({ from, to }) => to - from)).toEqual([4, 1]);
});

test('places are told by country or by name, as they are wanted', () => {
  const rows = [
    makeRow('2020-01-08', { place: 'Green Zone, Baghdad' }),
    makeRow('2020-01-09', { country: 'IQ' }),
  ];
  const count = (place: readonly string[]) =>
    readPastEvents(makeProblem({ place }, place.join()), rows, '2020-12-31').fitting;
  expect([count(['Baghdad']), count(['IQ']), count(['IQ', 'Baghdad']), count(['Erbil'])]).toEqual([
    1, 1, 2, 0,
  ]);
});

test('another version of a problem, and another day, are looked at anew', () => {
  const rows = [makeRow('2020-01-08', { cameo: '194' }), makeRow('2020-01-09', { cameo: '042' })];
  const problem = makeProblem({ cameo: ['19'] });
  expect(readPastEvents(problem, rows, '2020-01-08')).toMatchObject({ imported: 1, fitting: 1 });
  expect(readPastEvents(problem, rows, '2020-01-09')).toMatchObject({ imported: 2, fitting: 1 });
  expect(readPastEvents(makeProblem({ cameo: ['04'] }, 'v2'), rows, '2020-01-09')).toMatchObject({
    fitting: 1,
  });
  expect(readPastEvents(problem, rows, '2020-01-09')).toBe(readPastEvents(problem, rows, '2020-01-09'));
});
