import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from './setup/chromium.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { startVisits, type Visits } from './setup/visits.ts';

/* Hypotheses and weights are changed in the workbench: over the real desk, which writes the problem's file and computes anew. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';
const PATH = '/problems/coup-sahel?show=hypotheses&edit=on&asOf=live';

describe.skipIf('missing' in found)(`hypotheses are changed in a browser${why}`, () => {
  let visits: Visits;
  let data: string;
  let minute = 0;

  beforeAll(async () => {
    if ('missing' in found) return;
    data = mkdtempSync(join(tmpdir(), 'tocsin-hypotheses-'));
    const now = () => new Date(Date.parse('2031-05-22T10:00:00.000Z') + minute++ * 60_000).toISOString();
    visits = await startVisits(found.path, async (store) => {
      const desk = await openRealDesk(store, now, data);
      // What is read once, tables and names, is not waited for by the first page.
      await desk.getAssessment('coup-sahel');
      return desk;
    });
  });
  afterAll(async () => {
    await visits?.close();
    rmSync(data, { recursive: true, force: true });
  });

  it('with the number that comes of it before it is saved, and who changed it kept', async () => {
    await visits.visit('/problems/coup-sahel?show=hypotheses', async (page) => {
      await page.getByRole('link', { name: 'Change weights, add a hypothesis or a row' }).click();
      const editing = page.getByRole('region', { name: 'Change' });
      await editing.getByText('New hypothesis').click();
      const form = editing.getByRole('form', { name: 'New hypothesis' });
      await form.getByLabel('Title').fill('Only rumours');
      await form.getByLabel('Why').fill('They come every year.');
      await form.getByLabel('Answers').selectOption('no');
      await form.getByLabel('Share').fill('90');
      await form.getByRole('button', { name: 'Add to the changes' }).click();
      await editing.getByText('1 change, not saved').waitFor();
      const preview = editing.getByRole('button', { name: 'Compute anew' });
      expect(await preview.isDisabled()).toBe(true);
      await editing.getByLabel('Your name').fill('Ann Example');
      await editing.getByLabel('Why it is changed').fill('the last three were rumours');
      await preview.click();
      const row = editing.getByRole('row', { name: /^Only rumours/ });
      await row.waitFor();
      const [before, after] = await row.getByRole('cell').allInnerTexts();
      expect(before).toBe('new');
      expect(await page.locator('.hypothesis h3').allInnerTexts()).not.toContain('Only rumours');
      await editing.getByRole('button', { name: 'Save' }).click();
      const saved = page.locator('.hypothesis').filter({ hasText: 'Only rumours' });
      await saved.waitFor();
      expect(await saved.locator('.hypothesis-now').innerText()).toBe(after);
      const text = readFileSync(join(data, 'problems', 'coup-sahel.yaml'), 'utf8');
      expect(text).toContain('Only rumours');
      expect(text).toMatch(/# 2031-05-22 Ann Example: the last three were rumours\n$/);
    });
  });

  it('and what was not saved is there again after another view', async () => {
    await visits.visit(PATH, async (page) => {
      const editing = page.getByRole('region', { name: 'Change' });
      const strength = editing.getByRole('combobox', { name: /^How strongly/ }).first();
      await strength.waitFor();
      const word = await strength.inputValue();
      const other = word === 'slight' ? 'strong' : 'slight';
      await strength.selectOption(other);
      await editing.getByText('1 change, not saved').waitFor();
      await page.getByRole('link', { name: 'Why', exact: true }).click();
      await page.goBack();
      await editing.getByText('1 change, not saved').waitFor();
      expect(await strength.inputValue()).toBe(other);
      await editing.getByRole('button', { name: 'Take back' }).click();
      expect(await strength.inputValue()).toBe(word);
    });
  });

  it('not as of an earlier time', async () => {
    await visits.visit(PATH.replace('live', '2031-05-21T00:00:00.000Z'), async (page) => {
      await page.getByText('Go to live to change hypotheses and weights.').waitFor();
    });
  });

  it('have no barriers and fit a small phone', async () => {
    expect(
      await visits.findBarriers(PATH, { colorScheme: 'dark' }, async (page) => {
        await page.getByRole('region', { name: 'Change' }).waitFor();
      }),
    ).toEqual([]);
  });
});
