import { expect, test } from 'vitest';
import { renderBriefHtml } from '../src/disseminate/brief/html.ts';
import { lintDays, plantFaults } from './brief-lint.suite.ts';
import { MUTATIONS } from './setup/brief-mutations.ts';
import { findChromium, launchChromium } from './setup/chromium.ts';
import { ExampleBriefs, loadShippedProblems, readExample } from './setup/example-briefs.ts';

/* A sample of what `npm run prove` does for every day, every problem and 200 briefs. */

const problems = (await loadShippedProblems()).filter(({ id }) => id === 'us-sites-iraq');
const { reports, pages } = await readExample();
const briefs = new ExampleBriefs(reports);
const chromium = await findChromium();

test('no name and no figure is without a source in briefs of the example', () => {
  const days = ['2020-11-18', '2020-12-11', '2020-12-21', '2021-02-26'];
  const count = lintDays(briefs, { problems, days, pages });
  expect(count.unsourced).toEqual([]);
  expect(count.faults).toEqual([]);
  expect(count.dropped).toEqual([]);
  // There was something to find: more of both than sentences, and sentences in every brief.
  expect(count.sentences).toBeGreaterThan(10 * days.length);
  expect(count.names).toBeGreaterThan(count.sentences);
  expect(count.figures).toBeGreaterThan(count.sentences);
});

test.skipIf('missing' in chromium)('the brief of a full day is one A4 page on paper', async () => {
  const browser = await launchChromium((chromium as { readonly path: string }).path);
  try {
    for (const day of ['2020-12-11', '2020-12-21']) {
      const page = await browser.newPage();
      await page.setContent(renderBriefHtml(briefs.make(problems[0]!, day).brief).html);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), day).toHaveLength(1);
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45]\S* 84[12]/);
      await page.close();
    }
  } finally {
    await browser.close();
  }
});

test('every fault that is planted in briefs is found', () => {
  const days = ['2020-11-19', '2020-12-22'];
  const { planted, missed } = plantFaults(briefs, {
    problems,
    days,
    number: 12,
    seed: 7,
  });
  expect(missed).toEqual([]);
  for (const mutation of MUTATIONS) expect(planted[mutation], mutation).toBeGreaterThan(6);
});
