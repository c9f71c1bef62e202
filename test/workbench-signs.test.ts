import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from './setup/chromium.ts';
import { analysedDesk } from './setup/karvonia-analysis.ts';
import { PROBLEM } from './setup/karvonia-desk.ts';
import { addressIn, PHONE, startVisits, type Visits } from './setup/visits.ts';

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

const SIGNS = `/problems/${PROBLEM}?show=indicators`;

describe.skipIf('missing' in found)(`indicators by day in a browser${why}`, () => {
  let visits: Visits;

  beforeAll(async () => {
    if (!('missing' in found)) visits = await startVisits(found.path, analysedDesk);
  });

  afterAll(() => visits?.close());

  const drawer = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });
  const focused = (page: Page) =>
    page.evaluate<string>('document.activeElement.getAttribute("aria-label") ?? ""');

  it('are gone through by arrow keys, and open as of their day', async () => {
    await visits.visit(`/problems/${PROBLEM}`, async (page) => {
      await page.getByRole('link', { name: 'Indicators', exact: true }).click();
      const grid = page.getByRole('grid', { name: 'Indicators by day' });
      await grid.waitFor();
      const stops = grid.locator('td[tabindex="0"]');
      expect(await stops.count()).toBe(1);
      await stops.focus();
      expect(await focused(page)).toContain('22 May 2031: observed');
      await page.keyboard.press('ArrowLeft');
      expect(await focused(page)).toContain('21 May 2031: observed');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      expect(await focused(page)).toContain('19 May 2031: no report was known');
      await page.keyboard.press('ArrowRight');
      // What has the focus is told beneath, with its origins.
      expect(await page.locator('.sign-readout').innerText()).toContain('20 May 2031');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      const label = await focused(page);
      await page.keyboard.press('Enter');
      await drawer(page).getByText('As of the end of 20 May 2031.').waitFor();
      await drawer(page).locator('.claim-ref').first().waitFor();
      expect(await addressIn(page)).toMatch(/evidence=problem%3A[^&]+%3A2031-05-20/);
      await page.keyboard.press('Escape');
      await drawer(page).waitFor({ state: 'detached' });
      expect(await focused(page)).toBe(label);
    });
  });

  it('show the latest days with the summary, and where nothing is known before', async () => {
    await visits.visit(SIGNS, async (page) => {
      const grid = page.getByRole('grid', { name: 'Indicators by day' });
      await grid.waitFor();
      for (const title of ['Weight', 'Half-life', 'Cost to fake', 'Undone'])
        await grid.getByRole('columnheader', { name: title }).waitFor();
      expect(
        await grid
          .getByRole('gridcell', { name: /22 May 2031/ })
          .first()
          .isVisible(),
      ).toBe(true);
      await page.getByText('Nothing is known here from before 20 May 2031.').waitFor();
    });
  });

  it('say where there is nothing yet', async () => {
    await visits.visit(`${SIGNS}&asOf=2031-05-19T00:00:00.000Z`, async (page) => {
      await page.getByText('This problem names no indicators').waitFor();
    });
  });

  it('have no barriers and fit a small phone', async () => {
    expect(
      await visits.findBarriers(SIGNS, PHONE, async (page) => {
        await page.getByRole('grid').waitFor();
      }),
    ).toEqual([]);
  });
});
