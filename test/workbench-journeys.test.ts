import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatPercent } from '../src/model/probability.ts';
import { findChromium } from './setup/chromium.ts';
import { addressIn, startExampleVisits, type Visits } from './setup/visits.ts';

/* Ways that a person goes through the workbench, over the example case on the real desk, the day after its last page. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';
const NOW = '2021-02-27T08:00:00.000Z';
const THEN = 'asOf=2020-12-11T23:59:59.999Z';
const PROBLEM = 'us-sites-iraq';
const DRAFT = `/problems/${PROBLEM}?show=brief&edit=on&asOf=live`;

interface Row {
  readonly problem: string;
  readonly probability: { readonly p: number };
}

describe.skipIf('missing' in found)(`journeys through the example${why}`, () => {
  let visits: Visits;
  beforeAll(async () => {
    if (!('missing' in found)) visits = await startExampleVisits(found.path, NOW);
  });
  afterAll(() => visits?.close());

  const drawer = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });
  const focused = (page: Page) => page.evaluate<string>('document.activeElement?.textContent ?? ""');
  async function get<Answer>(path: string): Promise<Answer> {
    const answer = await fetch(`${visits.server.address.url}/api/v1${path}`);
    expect(answer.status, path).toBe(200);
    return (await answer.json()) as Answer;
  }

  it('lead from the board to the words by keyboard in three steps, and by Escape back, each to its place', async () => {
    await visits.visit(`/?${THEN}`, async (page) => {
      const title = 'Attacks on US sites in Iraq';
      await page.getByRole('article', { name: title }).waitFor();
      await page.keyboard.press('j');
      expect(await focused(page)).toBe(title);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'From the base rate to the probability' }).waitFor();
      const door = 'document.activeElement?.dataset.door ?? ""';
      const wanted = `problem:${PROBLEM}:preparation`;
      for (let tabs = 0; tabs < 80 && (await page.evaluate(door)) !== wanted; tabs++)
        await page.keyboard.press('Tab');
      expect(await page.evaluate(door)).toBe(wanted);
      const scrolled = 'document.querySelector(".page").scrollTop';
      const far = await page.evaluate<number>(scrolled);
      await page.keyboard.press('Enter');
      await drawer(page).locator('.claim-ref').first().waitFor();
      await page.keyboard.press('j');
      const claim = await page.evaluate<string>('document.activeElement.dataset.claimRef');
      await page.keyboard.press('Enter');
      await page.locator('.article .of-selected-claim').first().waitFor();
      const [document, id] = claim.split('#');
      expect(await addressIn(page)).toContain(`/documents/${document}?`);
      expect(await addressIn(page)).toContain(`claim=${id}`);

      await page.keyboard.press('Escape');
      await drawer(page).waitFor();
      await expect.poll(() => page.evaluate<string>('document.activeElement.dataset.claimRef')).toBe(claim);
      await page.keyboard.press('Escape');
      await drawer(page).waitFor({ state: 'detached' });
      await expect.poll(() => page.evaluate(door)).toBe(wanted);
      expect(await page.evaluate<number>(scrolled)).toBe(far);
      await page.keyboard.press('Escape');
      await page.getByRole('article', { name: title }).waitFor();
      await expect.poll(() => focused(page)).toBe(title);
      expect(await addressIn(page)).toContain('/?asOf=2020-12-11');
    });
  });

  it('keep the place over a reload and on the way back', async () => {
    const filtered = [
      '/stories?country=IQ',
      '/incidents?eventType=ASSAULT',
      '/documents?q=rocket',
      '/search?q=rocket&of=claims',
      `/problems/${PROBLEM}?show=record`,
      '/map?told=threatened',
      '/actors?country=US',
      '/decisions?state=holds',
    ];
    await visits.visit(`${filtered[0]}&${THEN}`, async (page) => {
      for (const path of filtered) {
        const url = `${visits.server.address.url}${path}&${THEN}`;
        await page.goto(url);
        await page.locator('h1').first().waitFor();
        await page.waitForLoadState('networkidle');
        const [address, words] = [await addressIn(page), await page.locator('#page').innerText()];
        await page.reload();
        await page.waitForLoadState('networkidle');
        await expect.poll(() => page.locator('#page').innerText(), { message: path }).toBe(words);
        expect(await addressIn(page), path).toBe(address);
        await page.locator('.rail').getByRole('link', { name: 'Record' }).click();
        await page.getByRole('heading', { name: 'Record', level: 1 }).waitFor();
        await page.goBack();
        await expect.poll(() => page.locator('#page').innerText(), { message: path }).toBe(words);
        expect(await addressIn(page), path).toBe(address);
      }
    });
  });

  it('show every list at what is known now, where an example is looked at', async () => {
    await visits.visit('/documents?asOf=live', async (page) => {
      await page.locator('.document-row').first().waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    });
  });

  it('carry a correction made by two keys to the board; it is on record, and can be taken back', async () => {
    const readBoard = async () =>
      (await get<{ rows: readonly Row[] }>('/board')).rows.find(({ problem }) => problem === PROBLEM)!;
    const before = await readBoard();
    const { newest } = before as unknown as {
      newest: readonly { indicator: string; claim: { document: string; claim: string } }[];
    };
    const { document, claim } = newest.find(({ indicator }) => indicator === 'trigger')!.claim;
    const path = `/documents/${document.slice(7, 23)}?claim=${claim}&asOf=live`;
    const checkBoard = async (page: Page, row: Row) => {
      await page.goto(`${visits.server.address.url}/?asOf=live`);
      const shown = page.getByRole('article', { name: 'Attacks on US sites in Iraq' });
      await expect
        .poll(() => shown.locator('.number').first().innerText())
        .toBe(formatPercent(row.probability.p));
    };
    await visits.visit(path, async (page) => {
      await page.locator('.article .of-selected-claim').first().waitFor();
      await page.keyboard.press('c');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('r');
      const form = page.getByRole('dialog').locator('form');
      await form.getByLabel(/^It should read/).selectOption('denied');
      await form.locator('[name=by]').fill('Ann Example');
      await form.getByRole('button', { name: 'Correct it' }).click();
      await page.getByText(/Corrected\. j1 is on record/).waitFor();

      const changed = await readBoard();
      expect(changed.probability.p).not.toBeCloseTo(before.probability.p, 3);
      await checkBoard(page, changed);
      await page.goto(`${visits.server.address.url}/decisions?asOf=live`);
      const decision = page.locator('#j1');
      await decision.getByRole('heading', { name: /^Ann Example corrected/ }).waitFor();
      await decision.getByRole('button', { name: /undo/i }).click();
      await page.getByRole('dialog').waitFor();
      const undo = page.getByRole('dialog').locator('form');
      await undo.locator('[name=note]').fill('it did happen');
      await undo.locator('button[type=submit]').click();
      await page.locator('#j1.is-over').waitFor();
      expect((await readBoard()).probability.p).toBeCloseTo(before.probability.p, 9);
      await checkBoard(page, before);
    });
  });

  it('tell the second of two who edit a draft, and lose nothing that was typed', async () => {
    const context = await visits.browser.newContext();
    const open = async (name: string) => {
      const page = await context.newPage();
      await page.goto(visits.server.address.url + DRAFT);
      await page.getByLabel('Your name').fill(name);
      const section = page.locator('.draft-section').first();
      await section.locator('summary').click();
      await section.getByRole('textbox', { name: 'Sentence', exact: true }).fill(`${name} was here.`);
      return { page, section };
    };
    const first = await open('Ann Example');
    const second = await open('Ben Example');
    const save = ({ section }: typeof first) =>
      section.locator('.draft-add').getByRole('button', { name: 'Save the sentence' }).click();
    await save(first);
    await first.section.getByText('analyst: Ann Example').waitFor();
    await save(second);
    await second.page.getByText('Ann Example has saved the draft meanwhile').waitFor();
    expect(await second.section.getByRole('textbox', { name: 'Sentence', exact: true }).inputValue()).toBe(
      'Ben Example was here.',
    );
    await second.page.getByRole('button', { name: 'Load what is saved now' }).click();
    await second.section.getByText('analyst: Ann Example').waitFor();
    await save(second);
    await second.section.getByText('analyst: Ben Example').waitFor();
    expect(await second.section.getByText('Ann Example was here.').count()).toBeGreaterThan(0);
    await context.close();
  });
});
