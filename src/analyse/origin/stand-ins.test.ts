import { expect, test } from 'vitest';
import { traceReport } from './access.ts';
import { makeReport } from './fixtures.suite.ts';

const credit = (...names: readonly string[]) =>
  traceReport(
    makeReport(
      { outlet: 'Capital Lantern', published: '2026-03-02' },
      names.map((name) => ({ words: 'three boats sank', chain: [[name, 'outlet']] })),
    ),
  ).map(({ credits }) => credits.map(({ name }) => name).join());

test('media without a name are the only outlet that is named after them', () => {
  expect(credit('media reports', 'Harbour Wire')).toEqual(['Harbour Wire', 'Harbour Wire']);
});

test('media without a name are not an outlet that another entry credited before', () => {
  expect(credit('Harbour Wire', 'Television stations')).toEqual(['Harbour Wire', 'Television stations']);
});
