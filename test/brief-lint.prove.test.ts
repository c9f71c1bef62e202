import { expect, test } from 'vitest';
import { lintDays, plantFaults } from './brief-lint.suite.ts';
import { MUTATIONS } from './setup/brief-mutations.ts';
import { ExampleBriefs, listDays, loadShippedProblems, readExampleReports } from './setup/example-briefs.ts';

const days = listDays('2020-11-01', '2021-02-28');
const problems = await loadShippedProblems();
const reports = await readExampleReports();

test('no name and no figure is without a source in the briefs of any day of the example', () => {
  const { briefs, sentences, dropped, faults } = lintDays(new ExampleBriefs(reports), { problems, days });
  console.log(
    `${briefs} briefs, ${sentences} sentences, ${dropped.length} left out, ${faults.length} faults`,
  );
  expect(faults).toEqual([]);
  expect(dropped).toEqual([]);
  expect(briefs).toBe(days.length * problems.length);
});

test('every fault that is planted in 200 briefs is found', () => {
  const { briefs, planted, missed } = plantFaults(new ExampleBriefs(reports), {
    problems,
    days,
    number: 200,
    seed: 20201220,
  });
  console.log(briefs, planted);
  expect(missed).toEqual([]);
  expect(briefs).toBe(200);
  for (const mutation of MUTATIONS) expect(planted[mutation], mutation).toBeGreaterThan(50);
});
