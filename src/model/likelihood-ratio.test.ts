import { expect, it } from 'vitest';
import { formatRatio } from './likelihood-ratio.ts';

it.each([
  [1, '·', '×1'],
  [1.0001, '+', '×1.01'],
  [1.05, '+', '×1.05'],
  [1.25, '+', '×1.25'],
  [1.99, '+', '×1.99'],
  [2, '++', '×2.0'],
  [3.03, '++', '×3.0'],
  [4, '+++', '×4.0'],
  [25, '+++', '×25'],
  [0.9999, '−', '×0.99'],
  [0.8, '−', '×0.80'],
  [0.5, '−−', '×0.50'],
  [0.2, '−−−', '×0.20'],
  [0.001, '−−−', '×<0.01'],
])('shows a ratio of %d as %s %s', (ratio, sign, factor) => {
  expect(formatRatio(Math.log(ratio))).toEqual({ sign, factor });
});
