import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBigStory } from '../bench/big-story.ts';
import type { Desk } from '../src/model/desk.ts';
import type { IncidentSummary } from '../src/model/incident.ts';
import { findChromium } from './setup/chromium.ts';
import { takeTurns } from './setup/looks.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { addressIn, startVisits, type Visits } from './setup/visits.ts';

/* The pages of incidents and stories over the real desk; what that has too little of is put in place of its answers. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';
const ROWS = 100_000;
const big = makeBigStory(400);

const makeRow = (at: number): IncidentSummary => ({
  ...{ kind: 'incident', id: `i${at}`, type: 'ASSAULT', title: `Raid no. ${at}`, realis: 'occurred' },
  ...{ actors: [], recipients: [], mentions: 1, documents: 1, confirmed: 0, possible: 1, differing: 0 },
  ...{ first: '2031-05-20T08:00:00Z', last: '2031-05-20T08:00:00Z' },
});

describe.skipIf('missing' in found)(`incidents and stories in a browser${why}`, () => {
  let visits: Visits;
  let desk: Desk;
  let incidents: readonly IncidentSummary[];

  beforeAll(async () => {
    if ('missing' in found) return;
    let minute = 0;
    const now = () => new Date(Date.parse('2031-05-22T10:00:00.000Z') + minute++ * 60_000).toISOString();
    visits = await startVisits(found.path, async (store) => {
      desk = await openRealDesk(store, now);
      return desk;
    });
    incidents = (await desk.listIncidents({})).rows;
  });
  afterAll(() => visits?.close());

  const dialog = (page: Page) => page.getByRole('dialog');

  it('merges two incidents, undone at once by a key; whoever decides second is told and loses nothing', async () => {
    const [one, other] = incidents;
    await visits.visit(`/incidents/${one!.id}`, async (page) => {
      await page.getByRole('heading', { name: 'Figures' }).waitFor();
      await page.getByRole('button', { name: 'Merge…' }).press('Enter');
      await dialog(page).getByLabel('Into which').selectOption(other!.id);
      await dialog(page).getByLabel('Why').fill('the same raid');
      await dialog(page).getByLabel('Your name').fill('Ann Example');
      await page.keyboard.press('Enter');
      await page.getByText('Merged. j1 is on record.').waitFor();
      await page.getByText('Here since a person merged').waitFor();
      expect((await desk.listIncidents({})).rows.some(({ id }) => id === one!.id)).toBe(false);
      await page.keyboard.press('u');
      await page.getByText('Taken back: j1, by j2.').waitFor();
      await page.getByText('Here since a person merged').waitFor({ state: 'detached' });
    });
    expect((await desk.listIncidents({})).rows.some(({ id }) => id === one!.id)).toBe(true);

    const context = await visits.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${visits.server.address.url}/incidents/${one!.id}`);
    await page.getByRole('button', { name: 'Set aside…', exact: true }).click();
    await dialog(page).getByLabel('Why').fill('a hoax');
    await dialog(page).getByLabel('Your name').fill('Bo Example');
    const first = await desk.decide({
      ...{ verdict: 'merge', by: 'Ann Example', note: 'the same raid after all' },
      ...{ of: { type: 'incident', incident: one!.id }, value: other!.id },
    });
    await dialog(page).getByRole('button', { name: 'Set aside' }).click();
    await dialog(page)
      .getByText(/Ann Example has made it a part of/)
      .waitFor();
    expect(await dialog(page).getByLabel('Why').inputValue()).toBe('a hoax');
    await desk.decide({ verdict: 'withdraw', value: first.id, by: 'Ann Example', note: 'a test' });
    await context.close();
  });

  it('tells the course of an incident, each moment with its words', async () => {
    const told = incidents.find(({ title }) => /harbour/.test(title))!;
    await visits.visit(`/incidents/${told.id}`, async (page) => {
      const course = page.getByRole('region', { name: 'Course of the report' });
      await course.getByText('First word').waitFor();
      const kinds = await course.locator('.moment-kind').allInnerTexts();
      expect(kinds).toEqual(expect.arrayContaining(['First word', 'Origin', 'Figure', 'Denied']));
      await course.locator('.moment-words').first().click();
      await page.locator('.article .of-selected-claim').first().waitFor();
    });
  });

  it('draws who has it from whom over time, says why, and what is new since the last visit', async () => {
    const { rows } = await desk.listStories({});
    const story = rows.find(({ documents }) => documents > 1) ?? rows[0]!;
    const context = await visits.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${visits.server.address.url}/stories/${story.id}`);
    await page.getByText('Your first visit in this browser').waitFor();
    const doors = page.locator('.time-door');
    await doors.first().waitFor();
    await page.keyboard.press('j');
    await page.locator('.report-why strong').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Evidence' }).waitFor();
    await page.evaluate(
      `localStorage.setItem('tocsin.stories', JSON.stringify({ '${story.id}': '2000-01-01T00:00:00Z' }))`,
    );
    await page.reload();
    await page.getByText(/reports? new since your last visit, 1 Jan 2000/).waitFor();
    await page.locator('.time-row .new-tag').first().waitFor();
    await page.getByRole('link', { name: 'As a list' }).click();
    await page.getByRole('list', { name: 'Who repeats whom' }).waitFor();
    expect(await addressIn(page)).toContain('tree=list');
    await context.close();
  });

  it('draws a story of many reports at once, with a list of the same, with and without a graphics card', async () => {
    for (const isCard of [false, true]) {
      const context = await visits.browser.newContext();
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      if (isCard)
        await page.addInitScript(
          `const get = HTMLCanvasElement.prototype.getContext;
           HTMLCanvasElement.prototype.getContext = function (kind, { failIfMajorPerformanceCaveat, ...rest } = {}) {
             return get.call(this, kind, rest);
           };
           const tell = WebGLRenderingContext.prototype.getParameter;
           WebGLRenderingContext.prototype.getParameter = function (name) {
             return name === 0x9246 ? 'a card' : tell.call(this, name);
           };`,
        );
      await page.route(`**/api/v1/stories/${big.id}*`, (route) => route.fulfill({ json: big }));
      await page.goto(`${visits.server.address.url}/stories/${big.id}`);
      await page.locator('.graph-stage').waitFor();
      await page.getByText('400 reports by time').first().waitFor();
      const list = page.getByRole('list', { name: 'Reports by time' });
      await list.locator('.report').first().waitFor();
      expect(await list.locator('li').count()).toBeLessThan(60);
      await page.keyboard.press('End');
      await page.getByText('Report 399 on rockets').waitFor();
      await page.keyboard.press('Enter');
      await page
        .getByRole('complementary', { name: 'Evidence' })
        .getByText('says report 399.')
        .first()
        .waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  it('holds 100,000 rows, of which only those in sight are there, and filters stand in the address', async () => {
    const asked: string[] = [];
    const context = await visits.browser.newContext();
    const page = await context.newPage();
    await page.route('**/api/v1/incidents?*', (route) => {
      const { searchParams } = new URL(route.request().url());
      asked.push(searchParams.toString());
      const [limit, offset] = [Number(searchParams.get('limit')), Number(searchParams.get('offset'))];
      const rows = Array.from({ length: Math.min(limit, ROWS - offset) }, (_, at) => makeRow(offset + at));
      return route.fulfill({ json: { rows, total: ROWS } });
    });
    await page.goto(`${visits.server.address.url}/incidents`);
    await page.getByText('Raid no. 0', { exact: true }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect.poll(() => page.evaluate<string>('document.activeElement.textContent')).toBe('Raid no. 1');
    await page.keyboard.press('End');
    await page.getByText('Raid no. 99999', { exact: true }).waitFor();
    expect(await page.locator('.virtual-row').count()).toBeLessThan(60);
    // What lies between was never asked for.
    expect(asked.length).toBeLessThan(8);
    await page.getByRole('combobox', { name: 'Event' }).selectOption('PROTEST');
    await page.getByRole('searchbox', { name: 'Words' }).fill('harbour');
    await expect.poll(() => addressIn(page)).toBe('/incidents?eventType=PROTEST&q=harbour');
    expect(asked.at(-1)).toContain('eventType=PROTEST');
    await page.reload();
    expect(await page.getByRole('searchbox', { name: 'Words' }).inputValue()).toBe('harbour');
    await context.close();
  });

  it('fits a small phone and puts up no barrier', async () => {
    const { rows } = await desk.listStories({});
    for (const { path, options } of takeTurns([
      `/incidents/${incidents[0]!.id}`,
      `/stories/${rows[0]!.id}`,
      '/incidents',
      '/stories',
    ])) {
      expect(await visits.findBarriers(path, options)).toEqual([]);
    }
  });
});
