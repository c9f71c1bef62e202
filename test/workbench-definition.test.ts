import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from './setup/chromium.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { addressIn, startVisits, type Visits } from './setup/visits.ts';

/* A problem file is changed in the workbench: over the real desk, which writes it into its data folder. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';
const SHOTS = process.env['TOCSIN_SHOTS'];

const PATH = '/problems/coup-sahel?show=definition';

describe.skipIf('missing' in found)(`definitions in a browser${why}`, () => {
  let visits: Visits;
  let data: string;
  let minute = 0;

  beforeAll(async () => {
    if ('missing' in found) return;
    data = mkdtempSync(join(tmpdir(), 'tocsin-workbench-'));
    const now = () => new Date(Date.parse('2031-05-22T10:00:00.000Z') + minute++ * 60_000).toISOString();
    visits = await startVisits(found.path, (store) => openRealDesk(store, now, data));
  });
  afterAll(async () => {
    await visits?.close();
    rmSync(data, { recursive: true, force: true });
  });

  const area = (page: Page) => page.getByRole('textbox', { name: 'Definition' });
  const readOwn = () => readFileSync(join(data, 'problems', 'coup-sahel.yaml'), 'utf8');
  const shoot = async (page: Page, name: string) => {
    if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
  };

  async function change(page: Page, from: string, to: string): Promise<void> {
    const text = await area(page).inputValue();
    expect(text).toContain(from);
    await area(page).fill(text.replace(from, to));
  }

  it('are checked line by line, and a fault leads to its line', async () => {
    await visits.visit('/problems/coup-sahel', async (page) => {
      await page.getByRole('link', { name: 'Definition' }).click();
      expect(await addressIn(page)).toContain('show=definition');
      await page.getByText('comes with the program').waitFor();
      await page.getByText('Told from guarded on: Sahel analyst.').waitFor();
      await page.getByRole('button', { name: 'Check' }).click();
      await page.getByText('No faults', { exact: true }).waitFor();
      await shoot(page, 'definition');

      await change(page, 'halfLife: 730', 'halfLife: never');
      await page.getByText('Changed, not saved').waitFor();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('1 fault; nothing was saved').waitFor();
      await page.getByText('baseRate.halfLife: "never" should be a number').waitFor();
      await page.getByRole('button', { name: /^Line \d+$/ }).click();
      const marked = await page.evaluate<string>(`(() => {
        const { value, selectionStart, selectionEnd } = document.activeElement;
        return value.slice(selectionStart, selectionEnd);
      })()`);
      expect(marked.trim()).toBe('halfLife: never');
      await shoot(page, 'definition-faults');

      // What was typed is there again after another view was looked at.
      await page.locator('#page').getByRole('link', { name: 'Record' }).click();
      await page.getByRole('link', { name: 'Definition' }).click();
      expect(await area(page).inputValue()).toContain('halfLife: never');
      await page.getByRole('button', { name: 'Discard changes' }).click();
      expect(await area(page).inputValue()).toContain('halfLife: 730');
    });
  });

  it('are saved, and two versions can be compared', async () => {
    await visits.visit(PATH, async (page) => {
      await change(page, 'title: Coup in Mali, Burkina Faso or Niger', 'title: Coup in the central Sahel');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { name: 'Coup in the central Sahel', level: 1 }).waitFor();
      await page.getByText('Saved. This version is in use now.').waitFor();
      expect(readOwn()).toContain('title: Coup in the central Sahel');
      await page.getByText('your own file').waitFor();
      await page.getByText('1 line gone, 1 line new').waitFor();
      expect(await page.locator('.diff-new').innerText()).toContain('+ title: Coup in the central Sahel');
      await page
        .getByRole('radio', { name: /^With version/ })
        .nth(1)
        .check();
      await page.getByText('They are alike.').waitFor();
      await shoot(page, 'definition-versions');
    });
  });

  it('are not overwritten where somebody else was quicker, and what was typed stays', async () => {
    // Not by `visit`: the browser itself complains of an answer that is 409.
    const context = await visits.browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(visits.server.address.url + PATH);
      await change(page, 'halfLife: 730', 'halfLife: 700');
      writeFileSync(join(data, 'problems', 'coup-sahel.yaml'), `${readOwn()}\n# by hand\n`);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Somebody else has changed it').waitFor();
      expect(await area(page).inputValue()).toContain('halfLife: 700');
      expect(readOwn()).toContain('# by hand');
    } finally {
      await context.close();
    }
  });

  it('as they were at an earlier time cannot be changed', async () => {
    await visits.visit(`${PATH}&asOf=2031-05-22T23:00:00.000Z`, async (page) => {
      await area(page).waitFor();
      expect(await area(page).getAttribute('readonly')).not.toBeNull();
      expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    });
  });

  it('have no barriers and fit a small phone', async () => {
    expect(
      await visits.findBarriers(PATH, { colorScheme: 'dark' }, async (page) => {
        await area(page).waitFor();
      }),
    ).toEqual([]);
  });

  it('that cannot be used are found from the board, and mended', async () => {
    const file = join(data, 'problems', 'coup-sahel.yaml');
    const good = readOwn();
    writeFileSync(file, good.replace('horizons: [7, 30]', 'horizons: [7, 30'));
    await visits.visit(
      '/',
      async (page) => {
        await page.getByRole('link', { name: 'coup-sahel.yaml' }).click();
        await page.getByRole('heading', { name: 'coup-sahel.yaml cannot be used' }).waitFor();
        await page.getByText('nothing is watched by it').waitFor();
        await page
          .getByRole('button', { name: /^Line \d+$/ })
          .first()
          .waitFor();
        await shoot(page, 'definition-broken');
        await change(page, 'horizons: [7, 30', 'horizons: [7, 30]');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByRole('heading', { name: /^Coup in/ }).waitFor();
      },
      { refused: [404] },
    );
    expect(readOwn()).toBe(good);
  });
});
