import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../src/model/desk.ts';
import { findChromium } from './setup/chromium.ts';
import { DOCUMENT, makeClock } from './setup/karvonia-together.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { startVisits, type Visits } from './setup/visits.ts';

/*
 * Two people change one thing. The second is told in words, keeps what they typed, sees what the first did, and goes on. (Of a draft of
 * a brief and of an incident: workbench-journeys.test.ts, workbench-incident.test.ts.)
 */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';
const DEFINITION = '/problems/coup-sahel?show=definition';
const HYPOTHESES = '/problems/coup-sahel?show=hypotheses&edit=on&asOf=live';
const CLAIM = `/documents/${DOCUMENT.slice('sha256:'.length, 'sha256:'.length + 16)}?claim=c1&event=v1`;

describe.skipIf('missing' in found)(`of two people who change one thing${why}`, () => {
  let visits: Visits;
  let desk: Desk;
  let data: string;
  let context: BrowserContext;
  let complaints: string[];

  beforeAll(async () => {
    if ('missing' in found) return;
    data = mkdtempSync(join(tmpdir(), 'tocsin-two-'));
    visits = await startVisits(found.path, async (store) => {
      desk = await openRealDesk(store, makeClock(), data);
      // What is read once, tables and names, is not waited for by the first page.
      await desk.getAssessment('coup-sahel');
      return desk;
    });
  });
  afterAll(async () => {
    await visits?.close();
    rmSync(data, { recursive: true, force: true });
  });
  beforeEach(async () => {
    context = await visits.browser.newContext({ viewport: { width: 1280, height: 800 } });
    complaints = [];
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  /** A page in a window of somebody's own; the browser itself complains of an answer that is 409. */
  async function open(path: string): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 409/.test(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(visits.server.address.url + path);
    return page;
  }
  /** Opens it for both before either does anything. */
  const openBoth = async (path: string) => [await open(path), await open(path)] as const;
  const readFile = () => readFileSync(join(data, 'problems', 'coup-sahel.yaml'), 'utf8');

  it('the second to write a definition sees what the first changed, and keeps both', async () => {
    const [first, second] = await openBoth(DEFINITION);
    const area = (page: Page) => page.getByRole('textbox', { name: 'Definition' });
    const change = async (page: Page, from: string, to: string) => {
      const text = await area(page).inputValue();
      expect(text).toContain(from);
      await area(page).fill(text.replace(from, to));
    };
    const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
    await change(first, 'halfLife: 730', 'halfLife: 700');
    await change(second, 'who: Sahel analyst', 'who: Sahel desk');
    await save(first).click();
    await first.getByText('Saved. This version is in use now.').waitFor();
    await save(second).click();
    const told = second.getByRole('alert').filter({ hasText: 'Somebody else has changed it' });
    await told.getByRole('heading', { name: 'What they changed' }).waitFor();
    const [theirs, mine] = await told.locator('.definition-diff').allInnerTexts();
    expect(theirs).toMatch(/- +halfLife: 730\s+\+ +halfLife: 700/);
    expect(mine).toMatch(/who: Sahel desk/);
    expect(await area(second).inputValue()).toContain('who: Sahel desk');
    expect(await save(second).isDisabled()).toBe(true);
    expect(readFile()).not.toContain('Sahel desk');
    // Looked at another view in between, it is still there.
    await second.locator('#page').getByRole('link', { name: 'Record', exact: true }).click();
    await second.getByRole('link', { name: 'Definition', exact: true }).click();
    await told.waitFor();
    await told.getByRole('button', { name: 'Go on with mine' }).click();
    await change(second, 'halfLife: 730', 'halfLife: 700');
    await save(second).click();
    await second.getByText('Saved. This version is in use now.').waitFor();
    await told.waitFor({ state: 'detached' });
    expect(readFile()).toMatch(/halfLife: 700[\s\S]*who: Sahel desk/);
    // The first has nothing typed: what is in use now is fetched when they come again.
    await first.reload();
    await expect.poll(() => area(first).inputValue()).toContain('who: Sahel desk');
  });

  it('the second to change hypotheses computes anew on what the first saved', async () => {
    const [first, second] = await openBoth(HYPOTHESES);
    const add = async (page: Page, title: string, by: string) => {
      const editing = page.getByRole('region', { name: 'Change' });
      await editing.getByText('New hypothesis').click();
      const form = editing.getByRole('form', { name: 'New hypothesis' });
      await form.getByLabel('Title').fill(title);
      await form.getByLabel('Why').fill('It may be so.');
      await form.getByLabel('Share').fill('10');
      await form.getByRole('button', { name: 'Add to the changes' }).click();
      await editing.getByLabel('Your name').fill(by);
      await editing.getByLabel('Why it is changed').fill(`${by} thinks so`);
      await editing.getByRole('button', { name: 'Compute anew' }).click();
      await editing.getByRole('row', { name: new RegExp(`^${title}`) }).waitFor();
      return editing;
    };
    const one = await add(first, 'A feint', 'Ann Example');
    const other = await add(second, 'A bluff', 'Ben Example');
    await one.getByRole('button', { name: 'Save' }).click();
    await first.locator('.hypothesis').filter({ hasText: 'A feint' }).waitFor();
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Somebody else has changed the problem meanwhile.', { exact: false }).waitFor();
    // What the first saved stands on the page, and what the second typed in the form.
    await second.locator('.hypothesis').filter({ hasText: 'A feint' }).waitFor();
    await other.getByText('1 change, not saved').waitFor();
    expect(await other.getByLabel('Why it is changed').inputValue()).toBe('Ben Example thinks so');
    await other.getByRole('button', { name: 'Compute anew' }).click();
    await other.getByRole('row', { name: /^A bluff/ }).waitFor();
    await other.getByRole('button', { name: 'Save' }).click();
    await second.locator('.hypothesis').filter({ hasText: 'A bluff' }).waitFor();
    for (const title of ['A feint', 'A bluff']) expect(readFile()).toContain(title);
  });

  it('the second to correct a field is told how the first read it, and may put theirs in its place', async () => {
    const [first, second] = await openBoth(CLAIM);
    const correct = async (page: Page, value: string, by: string) => {
      await page.locator('.article .of-selected-claim').first().waitFor();
      await page.keyboard.press('c');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('r');
      const form = page.getByRole('dialog').locator('form');
      await form.getByLabel(/^It should read/).selectOption(value);
      await form.getByLabel('Why').fill(`${by} reads it so`);
      await form.locator('[name=by]').fill(by);
      return form;
    };
    const one = await correct(first, 'occurred', 'Ann Example');
    const other = await correct(second, 'denied', 'Ben Example');
    await one.getByRole('button', { name: 'Correct it' }).click();
    await first.getByText(/is on record/).waitFor();
    await other.getByRole('button', { name: 'Correct it' }).click();
    await other
      .getByText(/Ann Example has corrected it already to occurred .* Ann Example reads it so/)
      .waitFor();
    expect(await other.getByLabel(/^It should read/).inputValue()).toBe('denied');
    expect(await other.getByLabel('Why').inputValue()).toBe('Ben Example reads it so');
    await second.waitForLoadState('networkidle');
    await other.getByRole('button', { name: 'Correct it' }).click();
    await second.getByText(/is on record/).waitFor();
    const { rows } = await desk.listDecisions({});
    expect(rows.map(({ by, value }) => [by, value])).toEqual([
      ['Ben Example', 'denied'],
      ['Ann Example', 'occurred'],
    ]);
    const corrected = await desk.listCorrected(DOCUMENT);
    expect(corrected.map(({ correction, cause }) => [correction, cause])).toMatchObject([
      [{ field: 'realis', to: 'denied' }, { by: 'Ben Example' }],
    ]);
  });

  it('the second to change a watch area sees what the first made of it', async () => {
    const area = await desk.addWatchArea({
      ...{ name: 'Harbour', by: 'Cy Example', shape: { kind: 'point', lat: 41.2, lon: 19.1 } },
      hazards: [{ type: 'any', km: 25 }],
    });
    const [first, second] = await openBoth(`/map?area=${area.id}`);
    const change = async (page: Page, name: string, note: string) => {
      await page.getByRole('button', { name: /^Watch areas/ }).click();
      await page.getByRole('button', { name: 'Change…' }).click();
      await page.getByLabel('Name', { exact: true }).fill(name);
      await page.getByLabel('Note').fill(note);
      await page.getByLabel('Your name').fill(`${name} watcher`);
    };
    await change(first, 'Old harbour', 'for the mission');
    await change(second, 'New harbour', 'for the ferries');
    await first.getByRole('button', { name: 'Save' }).click();
    await first.getByRole('heading', { name: 'Old harbour' }).waitFor();
    await second.getByRole('button', { name: 'Save' }).click();
    await second.getByText(/Old harbour watcher has changed it/).waitFor();
    const newer = second.locator('.area-newer');
    await newer.getByText('for the mission').waitFor();
    await newer.getByText('Old harbour').waitFor();
    await newer.getByRole('button', { name: 'Go on with mine' }).click();
    expect(await second.getByLabel('Name', { exact: true }).inputValue()).toBe('New harbour');
    expect(await second.getByLabel('Note').inputValue()).toBe('for the ferries');
    await second.getByRole('button', { name: 'Save' }).click();
    await second.getByRole('heading', { name: 'New harbour' }).waitFor();
    expect(await desk.listWatchAreas()).toMatchObject([{ name: 'New harbour', note: 'for the ferries' }]);
  });

  it('the second to rename a saved search is told the name that it has now', async () => {
    const saved = await desk.saveSearch({
      ...{ name: 'Launchers', of: 'claims', terms: { q: 'launchers' }, by: 'Cy Example', isAlert: false },
    });
    const [first, second] = await openBoth('/search?q=launchers&of=claims');
    const rename = async (page: Page, name: string) => {
      const list = page.getByRole('region', { name: 'Saved searches' });
      await list.getByRole('button', { name: 'Rename “Launchers”' }).click();
      await list.getByLabel('New name').fill(name);
      return list;
    };
    const one = await rename(first, 'Launchers at night');
    const other = await rename(second, 'Launchers moved');
    await one.getByLabel('New name').press('Enter');
    await one.getByRole('link', { name: 'Launchers at night' }).waitFor();
    await other.getByLabel('New name').press('Enter');
    await other
      .getByText('somebody has renamed it meanwhile to “Launchers at night”', { exact: false })
      .waitFor();
    expect(await other.getByLabel('New name').inputValue()).toBe('Launchers moved');
    expect(await desk.listSavedSearches()).toMatchObject([{ name: 'Launchers at night' }]);
    await second.waitForLoadState('networkidle');
    await other.getByRole('button', { name: 'Give this name' }).click();
    await other.getByRole('link', { name: 'Launchers moved' }).waitFor();

    // Deleted by the first, it is said to the second, with what they typed.
    await other.getByRole('button', { name: 'Rename “Launchers moved”' }).click();
    await other.getByLabel('New name').fill('Launchers by day');
    await desk.deleteSearch(saved.id);
    complaints = [];
    await other.getByLabel('New name').press('Enter');
    await second.getByText('so it could not be named “Launchers by day”', { exact: false }).waitFor();
    complaints = complaints.filter((each) => !/status of 404/.test(each));
  });
});
