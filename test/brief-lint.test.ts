import { expect, test } from 'vitest';
import { lintDays, plantFaults } from './brief-lint.suite.ts';
import { MUTATIONS } from './setup/brief-mutations.ts';
import { ExampleBriefs, loadShippedProblems, readExample } from './setup/example-briefs.ts';

/* A sample of what `npm run prove` does for every day, every problem and 200 briefs. */

const problems = (await loadShippedProblems()).filter(({ id }) => id === 'us-sites-iraq');
const { reports, pages } = await readExample();

test('no name and no figure is without a source in briefs of the example', () => {
  const days = ['2020-11-18', '2020-12-11', '2020-12-21', '2021-02-26'];
  const count = lintDays(new ExampleBriefs(reports), { problems, days, pages });
  expect(count.unsourced).toEqual([]);
  expect(count.faults).toEqual([]);
  expect(count.dropped).toEqual([]);
  expect(count.names).toBeGreaterThan(800);
  expect(count.figures).toBeGreaterThan(500);
});

test('every fault that is planted in briefs is found', () => {
  const days = ['2020-11-19', '2020-12-22'];
  const { planted, missed } = plantFaults(new ExampleBriefs(reports), {
    problems,
    days,
    number: 12,
    seed: 7,
  });
  expect(missed).toEqual([]);
  for (const mutation of MUTATIONS) expect(planted[mutation], mutation).toBeGreaterThan(6);
});
