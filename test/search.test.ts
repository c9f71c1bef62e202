import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/disseminate/api/api.ts';
import {
  FoundCountSchema,
  SavedSearchListSchema,
  SearchAnswerSchema,
} from '../src/disseminate/api/schemas/search.ts';
import { makeCell } from '../src/disseminate/exchange/csv.ts';
import { findChromium } from './setup/chromium.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './setup/karvonia-store.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { addressIn, PHONE, startVisits, type Visits } from './setup/visits.ts';

/* Searches over the API and in the workbench, over the real desk. */

const makeClock = () => {
  let minute = 0;
  return () => new Date(Date.parse('2031-05-22T10:00:00.000Z') + minute++ * 60_000).toISOString();
};

describe('searches over the API', () => {
  let kept: TestStore;
  let data: string;
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    kept = await openKarvoniaStore();
    data = mkdtempSync(join(tmpdir(), 'tocsin-search-'));
    const now = makeClock();
    const desk = await openRealDesk(kept.store, now, data);
    app = createApp({ store: kept.store, engine: plainEngine, desk, name: 'x 1', now, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await kept?.dispose();
    if (data !== undefined) rmSync(data, { recursive: true, force: true });
  });

  const get = async (path: string) => {
    const response = await app.request(`/api/v1${path}`);
    expect(response.status, path).toBe(200);
    return response;
  };
  const write = (method: string, path: string, body: unknown) =>
    app.request(`http://localhost/api/v1${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: 'http://localhost', 'x-tocsin-write': '1' },
    });

  it('find claims and events, weighed, and count what they carry', async () => {
    const found = SearchAnswerSchema.parse(
      await (await get('/search?of=claims&q=launchers&weigh=true&versions=latest')).json(),
    );
    expect(found.rows.length).toBeGreaterThan(0);
    for (const row of found.rows) {
      expect(row.snippet.marks.length).toBeGreaterThan(0);
      expect(row.weight).toMatchObject({ grade: 'F', story: expect.any(String) });
    }
    const counted = FoundCountSchema.parse(await (await get('/search/count?of=events')).json());
    const [type] = counted.facets.eventType ?? [];
    const only = FoundCountSchema.parse(
      await (await get(`/search/count?of=events&eventType=${type?.value}`)).json(),
    );
    expect(only.count).toBe(type?.count);
    const firm = SearchAnswerSchema.parse(await (await get('/search?of=events&origins=1')).json());
    expect(firm.rows.length).toBeGreaterThan(0);
    for (const { weight } of firm.rows) expect(weight?.confirmed).toBeGreaterThanOrEqual(1);
  });

  it('know nothing before it was published and kept', async () => {
    const then = FoundCountSchema.parse(
      await (await get('/search/count?of=claims&asOf=2031-05-19T00:00:00Z')).json(),
    );
    const now = FoundCountSchema.parse(await (await get('/search/count?of=claims')).json());
    expect(then.count).toBe(0);
    expect(now.count).toBeGreaterThan(20);
  });

  it('are exported whole in three forms', async () => {
    const count = FoundCountSchema.parse(await (await get('/search/count?of=claims')).json()).count;
    const csv = await (await get('/search/export?of=claims')).text();
    expect(csv.startsWith('kind,') || csv.startsWith('\uFEFFkind,')).toBe(true);
    const lines = (await (await get('/search/export?of=claims&format=ndjson')).text()).trimEnd().split('\n');
    expect(lines).toHaveLength(count);
    const list = (await (await get('/search/export?of=claims&format=json')).json()) as readonly unknown[];
    expect(list).toEqual(lines.map((line) => JSON.parse(line)));
    expect(await (await get('/search/export?of=claims&format=json&q=nowordofit')).json()).toEqual([]);
  });

  it.each([
    ['=1+1', `"'=1+1"`],
    [' @sum', `"' @sum"`],
    ['-5 "degrees"', `"'-5 ""degrees"""`],
    ['\tx', `"'\tx"`],
    ['plain, words', '"plain, words"'],
  ])('write %j as no formula', (text, cell) => expect(makeCell(text)).toBe(cell));

  it('are saved, renamed, looked at and deleted', async () => {
    const draft = {
      name: 'Launchers',
      of: 'claims',
      terms: { q: 'launchers' },
      by: 'Ann Example',
      isAlert: true,
    };
    expect((await app.request('/api/v1/saved-searches', { method: 'POST' })).status).toBe(403);
    const wrong = await write('POST', '/saved-searches', { ...draft, terms: { stance: 'sings' } });
    expect([wrong.status, ((await wrong.json()) as { detail: string }).detail]).toEqual([
      400,
      expect.stringContaining('stance'),
    ]);
    expect((await write('POST', '/saved-searches', { ...draft, terms: { rumour: 'x' } })).status).toBe(400);
    const saved = (await (await write('POST', '/saved-searches', draft)).json()) as { readonly id: string };
    const change = { name: 'Rockets', isAlert: false, isSeen: true };
    expect((await write('PATCH', `/saved-searches/${saved.id}`, change)).status).toBe(200);
    const { rows } = SavedSearchListSchema.parse(await (await get('/saved-searches')).json());
    expect(rows).toMatchObject([{ id: saved.id, name: 'Rockets', news: { count: 0 } }]);
    expect(rows[0]).not.toHaveProperty('alert');
    expect((await write('DELETE', `/saved-searches/${saved.id}`, {})).status).toBe(204);
    expect((await write('DELETE', `/saved-searches/${saved.id}`, {})).status).toBe(404);
  });
});

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

describe.skipIf('missing' in found)(`the search in a browser${why}`, () => {
  let visits: Visits;
  let data: string;
  beforeAll(async () => {
    if ('missing' in found) return;
    data = mkdtempSync(join(tmpdir(), 'tocsin-search-'));
    visits = await startVisits(found.path, (store) => openRealDesk(store, makeClock(), data));
  });
  afterAll(async () => {
    await visits?.close();
    if (data !== undefined) rmSync(data, { recursive: true, force: true });
  });

  it('leads from words over a filter to the reader at the words, and back by the address', async () => {
    let shared = '';
    await visits.visit('/', async (page) => {
      await page.getByRole('searchbox').fill('launchers');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Search: launchers' }).waitFor();
      expect(await page.locator('.found-row mark').first().innerText()).toMatch(/^launchers$/iu);
      await page.getByRole('combobox', { name: 'Stance', exact: true }).selectOption({ index: 1 });
      await page.waitForURL(/stance=/u);
      shared = await addressIn(page);
      await page.locator('.found-row h2 a').first().click();
      await page.waitForURL(/\/documents\/.*claim=/u);
      await page.getByRole('article').first().waitFor();
      await page.goBack();
      await page.locator('.found-row').first().waitFor();
      expect(await addressIn(page)).toBe(shared);
    });
    await visits.visit(shared, async (page) => {
      await page.locator('.found-row').first().waitFor();
      await page.getByRole('link', { name: /^Events/ }).click();
      await page.waitForURL(/of=events/u);
      await page.getByRole('button', { name: 'Save search' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill('Launchers seen');
      await dialog.getByLabel('Your name').fill('Ann Example');
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('“Launchers seen” is saved.').waitFor();
      const saved = page.getByRole('region', { name: 'Saved searches' });
      await saved.getByLabel('Alerts of “Launchers seen”').click();
      await saved.getByText('nothing new').waitFor();
    });
  });

  it('fits a phone, with its filters in a sheet, and puts up no barrier', async () => {
    await visits.visit(
      '/search?q=launchers',
      async (page) => {
        await page.locator('.found-row').first().waitFor();
        expect(await page.getByRole('combobox', { name: 'Stance', exact: true }).isVisible()).toBe(false);
        await page.getByRole('button', { name: 'Filters' }).click();
        await page.getByRole('combobox', { name: 'Stance', exact: true }).waitFor();
      },
      PHONE,
    );
    expect(await visits.findBarriers('/search?q=launchers', {})).toEqual([]);
    expect(
      await visits.findBarriers('/search?q=launchers', PHONE, async (page) => {
        await page.getByRole('button', { name: 'Filters' }).click();
      }),
    ).toEqual([]);
  });
});
