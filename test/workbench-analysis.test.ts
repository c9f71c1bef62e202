import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from './setup/chromium.ts';
import { analysedDesk } from './setup/karvonia-analysis.ts';
import { PROBLEM, RAID } from './setup/karvonia-desk.ts';
import { ANALYSIS_PAGES, takeTurns } from './setup/looks.ts';
import { addressIn, startVisits, type Visits } from './setup/visits.ts';

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

const [HYPOTHESES, LADDER] = ANALYSIS_PAGES;

describe.skipIf('missing' in found)(`hypotheses and ladder in a browser${why}`, () => {
  let visits: Visits;

  beforeAll(async () => {
    if (!('missing' in found)) visits = await startVisits(found.path, analysedDesk);
  });

  afterAll(() => visits?.close());

  const visit: Visits['visit'] = (...given) => visits.visit(...given);
  const drawer = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });
  const rowsIn = (page: Page) => page.locator('.matrix tbody th .door').allTextContents();

  it('sets hypotheses side by side, before and now', async () => {
    await visit(`/problems/${PROBLEM}`, async (page) => {
      await page.getByRole('link', { name: 'Hypotheses', exact: true }).click();
      const first = page.locator('.hypothesis').first();
      await first.waitFor();
      const words = (await first.innerText()).replace(/\s+/g, ' ');
      expect(words).toBe('A Revenge for Lenk answers yes · The Front promised it. 27% before 4%');
      await page.getByText('Those that answer yes are together as likely as').waitFor();
      expect(await addressIn(page)).toBe(HYPOTHESES);
    });
  });

  it('has evidence in rows, what tells most first or as it was counted, and what is not seen last', async () => {
    await visit(HYPOTHESES, async (page) => {
      await page.getByRole('table').waitFor();
      expect(await rowsIn(page)).toEqual([
        'Anniversary of the harbour raid',
        'Preparation of an attack is reported',
        'Those threatened stay',
        'A group claims an attack beforehand',
      ]);
      const row = page.getByRole('row', { name: /^Preparation/ });
      expect(await row.getByRole('cell').allInnerTexts()).toEqual([
        'speaks for it\n+++\n×5.0',
        'speaks for it\n++\n×2.7',
        'tells nothing\n·\n×1',
        '×5.0',
      ]);
      await row.getByRole('link', { name: 'speaks for it ×5.0' }).waitFor();
      await page
        .getByRole('row', { name: /^Those/ })
        .getByRole('link', { name: 'speaks against it ×0.82' })
        .first()
        .waitFor();
      await page.getByRole('columnheader', { name: 'B One raid among many' }).waitFor();
      await page.getByRole('link', { name: 'As they were counted' }).click();
      await expect
        .poll(() => rowsIn(page))
        .toEqual([
          'Preparation of an attack is reported',
          'Anniversary of the harbour raid',
          'Those threatened stay',
          'A group claims an attack beforehand',
        ]);
      expect(await addressIn(page)).toContain('rows=counted');
    });
  });

  it('leads from a cell, a row and what to look for to the claims, by keyboard too', async () => {
    await visit(HYPOTHESES, async (page) => {
      await page.getByRole('link', { name: 'speaks for it ×5.0' }).click();
      await drawer(page).getByText('1 possible origin, 2 relays').waitFor();
      await page.keyboard.press('Escape');
      await drawer(page).waitFor({ state: 'detached' });
      await page.getByRole('heading', { name: 'Look for next' }).waitFor();
      await page.keyboard.press('Home');
      await page.locator('.matrix-door').nth(2).focus();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await drawer(page).getByText('Rare, and then mostly true.').waitFor();
      await page.keyboard.press('Escape');
      await drawer(page).waitFor({ state: 'detached' });
      expect(await page.locator(':focus').textContent()).toBe('A group claims an attack beforehand');
    });
  });

  it('tells step by step who may answer whom, newest first, and what is due', async () => {
    await visit(`/problems/${PROBLEM}`, async (page) => {
      await page.getByRole('link', { name: 'Ladder', exact: true }).click();
      const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem');
      await steps.first().waitFor();
      const words = (await steps.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
      expect(words[0]).toContain('Militias raise their readiness rung 2: Forces readied');
      expect(words[1]).toContain('rung 3: Attack Nobody is named but by blame: taken for theirs');
      expect(words[1]).toContain(
        'Answers <img src=x onerror=alert(1)>, 4 May 2031, after 5 days, same rung; a report says so',
      );
      // Those who do not see the columns hear whose step it is.
      expect(await steps.nth(1).textContent()).toContain('Free Coast Front and militias');
      const due = page.getByRole('region', { name: 'No answer yet' });
      expect(await due.innerText()).toContain(
        'Allied force, for 7 days, to Militias raise their readiness of 15 May 2031.',
      );
      expect(await due.innerText()).toContain('What is usual is not known');
      await page.getByText('1 incident fits a rung and has no known day.').waitFor();
      await page.getByRole('link', { name: 'Rockets hit the harbour district', exact: true }).click();
      await drawer(page).locator('.claim-ref').first().waitFor();
      expect(await page.evaluate<string>('new URLSearchParams(location.search).get("evidence")')).toBe(
        `incident:${RAID}`,
      );
    });
  });

  it('draws the steps in lanes, joined with their answers, with the reply that is due; by keyboard to the evidence', async () => {
    await visit(LADDER, async (page) => {
      const chart = page.getByRole('group', { name: 'Steps of each side over time' });
      await chart.waitFor();
      expect(await chart.locator('.lane-mark').count()).toBe(3);
      expect(await chart.locator('.arc:not(.is-due)').count()).toBe(1);
      expect(await chart.locator('.arc.is-due').count()).toBe(1);
      expect(await chart.locator('.lane-due').textContent()).toBe('Allied force: reply due for 7 days');
      await page.getByText('Upper lane: Allied force').waitFor();
      await chart.focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      const label = await page.locator(':focus').getAttribute('aria-label');
      expect(label).toContain('Rockets hit the harbour district; rung 3: Attack; taken for theirs; answers');
      await page.keyboard.press('Enter');
      await drawer(page).locator('.claim-ref').first().waitFor();
      await page.keyboard.press('Escape');
      await drawer(page).waitFor({ state: 'detached' });
      expect(await page.locator(':focus').getAttribute('aria-label')).toBe(label);
    });
  });

  it('says how far each sign would move the number', async () => {
    await visit(`/problems/${PROBLEM}`, async (page) => {
      const change = page.getByRole('region', { name: 'What would change it' });
      await change.waitFor();
      const rows = await change.getByRole('listitem').allInnerTexts();
      expect(rows[0]!.replace(/\s+/g, ' ')).toBe('A group claims an attack beforehand 41% → 69%');
      await change.getByRole('link', { name: /^Preparation of an attack/ }).click();
      await drawer(page).getByText('1 possible origin, 2 relays').waitFor();
    });
  });

  it('says where there is neither yet', async () => {
    await visit(`${LADDER}&asOf=2031-05-19T00:00:00.000Z`, async (page) => {
      await page.getByText('This problem names no two sides').waitFor();
      await page.getByRole('link', { name: 'Hypotheses', exact: true }).click();
      await page.getByText('This problem has no hypotheses').waitFor();
    });
  });

  it.each(takeTurns(ANALYSIS_PAGES))('finds no barrier at $path ($look)', async ({ path, options }) => {
    expect(await visits.findBarriers(path, options)).toEqual([]);
  });
});
