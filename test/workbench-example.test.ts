import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from './setup/chromium.ts';
import { addressIn, startExampleVisits, type Visits } from './setup/visits.ts';

/* The workbench as `tocsin serve --example` shows it: the example case on the real desk. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

describe.skipIf('missing' in found)(`the example in a browser${why}`, () => {
  let visits: Visits;
  beforeAll(async () => {
    if (!('missing' in found)) visits = await startExampleVisits(found.path);
  });
  afterAll(() => visits?.close());

  it('leads from the board of a day to the words of a reason', async () => {
    await visits.visit('/?asOf=2020-12-11T23:59:59.999Z', async (page) => {
      await page.locator('.newest').first().click();
      const drawer = page.getByRole('complementary', { name: 'Evidence' });
      await drawer.locator('.claim-ref').first().click();
      await page.locator('.article .of-selected-claim').first().waitFor();
      expect(await addressIn(page)).toMatch(/^\/documents\/[0-9a-f]{16}\?.*claim=c\d+/);
    });
  });
});
