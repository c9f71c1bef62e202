import { expect, test } from 'vitest';
import { lintDays, plantFaults } from './brief-lint.suite.ts';
import { MUTATIONS } from './setup/brief-mutations.ts';
import { ExampleBriefs, listDays, loadShippedProblems, readExample } from './setup/example-briefs.ts';

const days = listDays('2020-11-01', '2021-02-28');
const problems = await loadShippedProblems();
const { reports, pages } = await readExample();

test('no name and no figure is without a source in the briefs of any day of the example', () => {
  const count = lintDays(new ExampleBriefs(reports), { problems, days, pages });
  const { briefs, sentences, dropped, faults, names, figures, unsourced } = count;
  console.log(
    `${briefs} briefs, ${sentences} sentences, ${names} names, ${figures} figures; ${unsourced.length} unsourced, ${dropped.length} left out, ${faults.length} faults`,
  );
  expect(unsourced.slice(0, 50)).toEqual([]);

  expect(faults).toEqual([]);
  expect(dropped).toEqual([]);
  expect(briefs).toBe(days.length * problems.length);
});

test('every fault that is planted in 200 briefs is found', () => {
  const { briefs, planted, missed } = plantFaults(new ExampleBriefs(reports), {
    problems,
    // Before the first attack of these months nobody is named.
    days: days.filter((day) => day >= '2020-11-18'),
    number: 200,
    seed: 20201220,
  });
  console.log(briefs, planted);
  expect(missed).toEqual([]);
  expect(briefs).toBe(200);
  for (const mutation of MUTATIONS) expect(planted[mutation], mutation).toBeGreaterThan(150);
});
