import { expect, it } from 'vitest';
import { describeCell, measureCell, nameColumn, orderRows } from './matrix.ts';

const row = (id: string, diagnosticity: number, state: 'observed' | 'not observed' = 'observed') => ({
  id,
  title: id,
  state,
  cells: [],
  diagnosticity,
});

it('puts what tells most first and what is not seen last', () => {
  const rows = [row('a', 0.1), row('b', 0.7), row('c', 0.4), row('d', 2, 'not observed')];
  expect(orderRows(rows, 'telling').map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd']);
  expect(orderRows(rows, 'counted').map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});

it('says a cell in words and by its strength', () => {
  expect([0, 1, 25].map(nameColumn)).toEqual(['A', 'B', 'Z']);
  expect(describeCell(0)).toBe('tells nothing');
  expect(describeCell(Math.log(3))).toBe('speaks for it');
  expect(describeCell(-Math.log(3))).toBe('speaks against it');
  expect([0, 1.1, 3, 0.2].map((ratio) => measureCell(Math.log(ratio || 1)))).toEqual([0, 1, 2, 3]);
});
