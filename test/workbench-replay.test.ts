import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../src/model/desk.ts';
import { findChromium } from './setup/chromium.ts';
import { karvoniaDesk, PROBLEM } from './setup/karvonia-desk.ts';
import { isWithin, PHONE, startVisits, type Visits } from './setup/visits.ts';

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

const asked: string[] = [];
const desk: Desk = {
  ...karvoniaDesk,
  getReplay: (request, options) => {
    const { from, to, step, without } = request;
    asked.push(JSON.stringify({ from, to, step, without }));
    return karvoniaDesk.getReplay(request, options);
  },
};

describe.skipIf('missing' in found)(`a replay in a browser${why}`, () => {
  let visits: Visits;

  beforeAll(async () => {
    if (!('missing' in found)) visits = await startVisits(found.path, desk);
  });

  afterAll(() => visits?.close());

  const address = `/problems/${PROBLEM}?show=replay&from=2031-05-10&to=2031-05-21`;

  it('shows the course, the record and what came at each moment', async () => {
    await visits.visit(address, async (page) => {
      const chart = page.getByRole('slider', { name: /Course of the probability/ });
      await chart.waitFor();
      expect(await chart.getAttribute('aria-valuetext')).toMatch(
        /21 May 2031: 41%, elevated, base rate 12%, on record 41%/,
      );
      await chart.focus();
      await page.keyboard.press('Home');
      expect(await chart.getAttribute('aria-valuetext')).toMatch(
        /10 May 2031: 12%, normal.*nothing on record/,
      );
      await page.getByText('normal → elevated').waitFor();
      if (process.env['SHOT']) await page.screenshot({ path: process.env['SHOT'], fullPage: true });
      await page.getByText('too few to say', { exact: false }).first().waitFor();
      await page.getByText('It happened on').waitFor();
    });
  });

  it('is gone through without the signs that are taken out, and says so in the address', async () => {
    await visits.visit(address, async (page) => {
      await page.getByText('With every sign').click();
      await page.getByRole('checkbox', { name: 'Preparation of an attack is reported' }).click();
      await page.getByRole('button', { name: 'Replay', exact: true }).click();
      await page.getByText(/Without 1 of \d+ signs/).waitFor();
      expect(await page.evaluate<string>('new URLSearchParams(location.search).get("without")')).toBe(
        'preparation',
      );
      expect(JSON.parse(asked.at(-1)!)).toMatchObject({ from: '2031-05-10', without: ['preparation'] });
    });
  });

  it('leads from a moment to what was known then', async () => {
    await visits.visit(address, async (page) => {
      const chart = page.getByRole('slider', { name: /Course of the probability/ });
      await chart.focus();
      await page.keyboard.press('ArrowLeft');
      await page.getByRole('link', { name: 'What was known then' }).click();
      await expect
        .poll(() => page.evaluate<string>('new URLSearchParams(location.search).get("asOf")'))
        .toBe('2031-05-20T23:59:59.999Z');
    });
  });

  it('holds no serious barrier', async () => {
    expect(await visits.findBarriers(address, {})).toEqual([]);
  });

  it('fits a phone', async () => {
    await visits.visit(
      address,
      async (page) => {
        await page.getByRole('slider', { name: /Course of the probability/ }).waitFor();
        expect(await isWithin(page)).toBe(true);
      },
      PHONE,
    );
  });
});
