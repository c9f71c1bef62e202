import { expect, test } from 'vitest';
import type { Report } from '../../model/report.ts';
import { type LinkRow, makeReport } from './fixtures.suite.ts';
import { traceOrigins } from './origins.ts';

const report = (outlet: string, hour: number, credits: string, more: readonly LinkRow[] = []): Report =>
  makeReport({ outlet, published: `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z` }, [
    { words: 'the plant has stopped', chain: [[credits, 'outlet'], ...more] },
  ]);
const trace = (...reports: readonly Report[]) =>
  traceOrigins(reports.flatMap((one) => one.statements.map((statement) => ({ report: one, statement }))));

test('two feeds that credit each other are one possible origin, and say so', () => {
  const tree = trace(report('Wafer Daily', 3, 'Fab Insider'), report('Fab Insider', 4, 'Wafer Daily'));
  expect(tree).toMatchObject({ confirmed: 0, possible: 1, relays: 2 });
  expect(tree.origins[0]).toMatchObject({
    reason: 'circular credit',
    name: 'Fab Insider and Wafer Daily',
  });
  expect(tree.reports.map(({ origins }) => origins)).toEqual([[tree.origins[0]?.id], [tree.origins[0]?.id]]);
});

test('published at the same instant, or in a circle of three, they are one as well', () => {
  const pair = trace(report('A', 3, 'B'), report('B', 3, 'A'));
  expect(pair.origins.map(({ name }) => name)).toEqual(['A and B']);
  const three = trace(report('A', 3, 'B'), report('B', 4, 'C'), report('C', 5, 'A'), report('D', 6, 'B'));
  expect(three.origins.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
    'A, B and C: circular credit',
  ]);
});

test('a circle in which one names a speaker rests on the speaker', () => {
  const tree = trace(
    report('A', 3, 'B'),
    report('B', 4, 'A', [['Mary Quay', 'person']]),
    report('A', 5, 'B'),
  );
  expect(tree.origins.map(({ name }) => name)).toContain('Mary Quay');
});

test('outlets that credit one that does not credit back are no circle', () => {
  const tree = trace(report('A', 3, 'B'), report('C', 4, 'A'));
  expect(tree.origins.map(({ reason }) => reason)).toEqual(['no visible credit']);
});
