import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseView, Window } from '../src/disseminate/web/map/view.ts';
import type { Desk } from '../src/model/desk.ts';
import type { IncidentSummary } from '../src/model/incident.ts';
import { makeMap } from '../src/run/map.ts';
import { KeptWatchAreas } from '../src/run/watch-areas.ts';
import { findChromium } from './setup/chromium.ts';
import { karvoniaDesk, RAID } from './setup/karvonia-desk.ts';
import { takeTurns } from './setup/looks.ts';
import { addressIn, isWithin, PHONE, startVisits, type Visits } from './setup/visits.ts';

/* The map in the workbench: what is on it, how it is narrowed, opened and left, and the areas that are drawn on it. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

function make(id: string, day: number, more: Partial<IncidentSummary>): IncidentSummary {
  const when = `2031-05-${`${day}`.padStart(2, '0')}`;
  return {
    kind: 'incident',
    id,
    type: 'ASSAULT',
    mode: 'heavy-weapons',
    title: `Incident ${id}`,
    realis: 'occurred',
    when: { from: when, to: when, precision: 'day' },
    actors: [{ name: 'Free Coast Front', type: 'organization' }],
    recipients: [],
    mentions: 1,
    documents: 1,
    confirmed: 1,
    possible: 0,
    differing: 0,
    first: '2031-05-20T08:00:00.000Z',
    last: '2031-05-20T08:00:00.000Z',
    ...more,
  };
}

const BAGHDAD = { name: 'Baghdad', country: 'IQ', lat: 33.34, lon: 44.4, precision: 'city' } as const;
const TAJI = { name: 'Taji', country: 'IQ', lat: 33.52, lon: 44.26, precision: 'site' } as const;
const ERBIL = { name: 'Erbil', country: 'IQ', lat: 36.19, lon: 44.01, precision: 'city' } as const;
const IRAQ = { name: 'Iraq', country: 'IQ', lat: 33, lon: 42, precision: 'country' } as const;

const INCIDENTS = [
  make(RAID, 1, { title: 'Rockets in Erbil', where: ERBIL }),
  make('i1', 10, { where: BAGHDAD }),
  make('i2', 12, { where: BAGHDAD, realis: 'threatened' }),
  make('i3', 14, { where: TAJI, type: 'PROTEST', mode: 'demo', title: '‏تظاهرة في التاجي' }),
  make('i4', 16, { where: IRAQ, realis: 'prepared', actors: [] }),
  make('i5', 18, { title: 'Somewhere nobody knows' }),
];

describe.skipIf('missing' in found)(`the map in a browser${why}`, () => {
  let visits: Visits;
  let desk: Desk;

  beforeAll(async () => {
    if ('missing' in found) return;
    visits = await startVisits(found.path, async (store) => {
      const areas = new KeptWatchAreas(store, () => '2031-05-22T10:00:00.000Z');
      desk = {
        ...karvoniaDesk,
        getMap: async ({ asOf = '', ...request }) => makeMap(INCIDENTS, { asOf, request }),
        listWatchAreas: (request) => areas.listWatchAreas(request),
        addWatchArea: (draft) => areas.addWatchArea(draft),
        changeWatchArea: (id, draft, base) => areas.changeWatchArea(id, draft, base),
        removeWatchArea: (id, by, base) => areas.removeWatchArea(id, by, base),
      };
      return desk;
    });
  });
  afterAll(() => visits?.close());

  const rows = (page: Page) => page.locator('.map-row').allInnerTexts();
  const countRows = (page: Page) => page.locator('.map-list > ol > .map-row').count();

  /** Clicks where a place is drawn: the address says where the map looks. */
  async function clickPlace(
    page: Page,
    place: { readonly lat: number; readonly lon: number },
  ): Promise<void> {
    const view = parseView(await page.evaluate<string>('new URLSearchParams(location.search).get("view")'));
    const box = await page.locator('.map-keys canvas').boundingBox();
    if (view === undefined || box === null) throw new Error('The map has no view.');
    const [x, y] = new Window(view, box).project(place);
    await page.mouse.click(box.x + x, box.y + y);
  }

  const openMap = async (page: Page) => {
    await page.locator('.map-row').first().waitFor();
    await page.getByRole('slider', { name: 'From day' }).waitFor();
  };

  it('is brushed, and list, map and address follow; the ends move by keyboard', async () => {
    await visits.visit('/map', async (page) => {
      await openMap(page);
      expect(await countRows(page)).toBe(5);
      const bars = page.locator('.map-bars .overlay');
      const box = (await bars.boundingBox())!;
      // The right half of 1 to 18 May.
      await page.mouse.move(box.x + box.width * 0.55, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.8, box.y + 20, { steps: 4 });
      await page.mouse.move(box.x + box.width * 0.999, box.y + 20, { steps: 4 });
      await page.mouse.up();
      await page.waitForURL(/from=2031-05-1\d/);
      await expect.poll(() => countRows(page)).toBeLessThan(5);
      expect((await rows(page)).join()).not.toContain('Rockets in Erbil');
      await page.getByText(/not dated, left out|Nothing here/).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'All days' }).click();
      await expect.poll(() => countRows(page)).toBe(5);
      const from = page.getByRole('slider', { name: 'From day' });
      await from.focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForURL(/from=2031-05-02/);
      await expect.poll(() => countRows(page)).toBe(4);
    });
  });

  it('is narrowed by kind, telling and actor', async () => {
    await visits.visit('/map?told=threatened', async (page) => {
      await openMap(page);
      expect(await rows(page)).toHaveLength(1);
      await page.getByLabel('Told as').selectOption('');
      await page.getByLabel('Kind').selectOption('PROTEST');
      await expect.poll(() => countRows(page)).toBe(1);
      expect(await addressIn(page)).toContain('type=PROTEST');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.getByLabel('Actor').selectOption('Free Coast Front');
      await expect.poll(() => countRows(page)).toBe(4);
    });
  });

  it('opens a mark, lists a place and a country, and is found again when one comes back', async () => {
    await visits.visit('/map?view=34.9,43.5,6', async (page) => {
      await openMap(page);
      // Two at one point are listed, and do not lie about being one.
      await clickPlace(page, ERBIL);
      const drawer = page.getByRole('complementary', { name: 'Evidence' });
      await drawer.getByRole('heading', { name: 'Evidence' }).waitFor();
      expect(await addressIn(page)).toContain(`evidence=incident%3A${RAID}`);
      await page.goBack();
      await drawer.waitFor({ state: 'detached' });
      expect(await addressIn(page)).toContain('view=34.9,43.5,6');
      await clickPlace(page, IRAQ);
      await page.getByText('At Iraq').waitFor();
      expect(await rows(page)).toEqual([expect.stringContaining('somewhere in the country')]);
      await page.getByRole('button', { name: 'Show all in view' }).click();
      await page.getByRole('group', { name: /^Map\./ }).focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForURL((url) => url.searchParams.get('view') !== '34.9,43.5,6');
      const address = await addressIn(page);
      await page.getByRole('link', { name: 'whole page: Rockets in Erbil' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goBack();
      await openMap(page);
      expect(await addressIn(page)).toBe(address);
    });
  });

  it('lists what is not in view, and what has no place', async () => {
    await visits.visit('/map?view=36.19,44.01,9', async (page) => {
      await openMap(page);
      expect(await countRows(page)).toBe(1);
      await page.getByLabel('Also what is not in view').check();
      await expect.poll(() => countRows(page)).toBe(5);
      await page.getByText('Not on the map (1)').click();
      await page.getByRole('link', { name: 'Somewhere nobody knows', exact: true }).waitFor();
    });
  });

  it('has areas drawn on it, by hand and by keyboard, with what lies in each', async () => {
    // A refused change is noted by the browser itself as an error: a visit would fail on it.
    const context = await visits.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${visits.server.address.url}/map?view=33.4,44.4,8&show=areas`);
    await page.getByText('No area is watched yet').waitFor();
    await page.getByRole('button', { name: 'A point' }).click();
    await clickPlace(page, BAGHDAD);
    await page.getByLabel('Name', { exact: true }).fill('Embassy');
    expect(Number(await page.getByLabel('Latitude').inputValue())).toBeCloseTo(BAGHDAD.lat, 1);
    await page.getByLabel('Event 1').selectOption('ASSAULT');
    await page.getByLabel('Mode 1').selectOption('heavy-weapons');
    await page.getByLabel('Kilometres 1').fill('20');
    await page.getByRole('button', { name: 'Another kind of event' }).click();
    await page.getByLabel('Event 2').selectOption('PROTEST');
    await page.getByLabel('Kilometres 2').fill('40');
    await page.getByLabel('Your name').fill('Ann Example');
    await page.getByRole('button', { name: 'Save' }).click();
    const list = page.getByRole('region', { name: 'Watch areas' });
    await list.getByRole('heading', { name: 'Embassy' }).waitFor();
    const words = (await list.innerText()).replaceAll('\n', ' ');
    expect(words).toContain('assault, heavy weapons, 20 km: 2 inside (1 happened, 1 threatened or feared)');
    expect(words).toContain('protest, 40 km: 1 inside (1 happened)');
    await list.getByRole('button', { name: '1 inside' }).click();
    await page.getByText('At Embassy').waitFor();
    await expect.poll(() => countRows(page)).toBe(3);

    // An outline, by keyboard: the map is moved under the cross.
    await page.getByRole('button', { name: /^Watch areas/ }).click();
    await page.getByRole('button', { name: 'An outline' }).click();
    await page.getByRole('group', { name: /^Map\./ }).focus();
    for (const key of ['Enter', 'ArrowRight', 'Enter', 'ArrowDown', 'Enter']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(250);
    }
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Corner');
    await page.getByRole('button', { name: 'Save' }).click();
    await list.getByRole('heading', { name: 'Corner' }).waitFor();
    const [embassy, corner] = await desk.listWatchAreas();
    expect(corner!.shape).toMatchObject({ kind: 'outline', points: { length: 3 } });

    // Somebody else is faster.
    const change = list.locator('li', { hasText: 'Embassy' }).getByRole('button', { name: 'Change…' });
    await change.first().click();
    const { kind: _, id, version, made: __, changed: ___, ...draft } = embassy!;
    await desk.changeWatchArea(id, { ...draft, name: 'Mission', by: 'Bo Example' }, version);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/Bo Example has changed it/).waitFor();
    await page.getByRole('button', { name: 'Discard mine, take this' }).click();
    await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Mission');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await list.getByRole('button', { name: 'Watch no longer… Corner' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Watch no longer' }).click();
    await list.getByRole('heading', { name: 'Corner' }).waitFor({ state: 'detached' });
    expect(await desk.listWatchAreas()).toHaveLength(1);
    await context.close();
  });

  it('is drawn where there is no WebGL, and where it is asked for, with the same marks', async () => {
    for (const drawing of ['plain', 'card'] as const) {
      const context = await visits.browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      const asked: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.addInitScript(
        drawing === 'plain'
          ? `const get = HTMLCanvasElement.prototype.getContext;
             HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
               return kind.startsWith('webgl') ? null : get.call(this, kind, ...rest);
             };`
          : `localStorage.setItem('tocsin.map.drawing', '"card"')`,
      );
      await page.goto(`${visits.server.address.url}/map?view=34.9,43.5,6`);
      await openMap(page);
      const land = page.locator('.map-land canvas');
      if (drawing === 'card') await land.first().waitFor({ timeout: 60_000 });
      else await page.getByText('Drawn without a graphics card.').waitFor();
      expect(await land.count()).toBe(drawing === 'card' ? 1 : 0);
      await clickPlace(page, ERBIL);
      await page.getByRole('complementary', { name: 'Evidence' }).waitFor();
      expect(
        asked.filter((url) => !url.startsWith(visits.server.address.url) && !url.startsWith('blob:')),
      ).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  it('fails, is empty, fits a phone and puts up no barrier', async () => {
    const context = await visits.browser.newContext();
    const page = await context.newPage();
    await page.route('**/api/v1/map?*', (route) => route.abort());
    await page.goto(`${visits.server.address.url}/map`);
    await page.getByText('The server does not answer', { exact: true }).waitFor();
    await page.unroute('**/api/v1/map?*');
    await page.route('**/api/v1/map?*', (route) =>
      route.fulfill({ json: { kind: 'map', asOf: '', rows: [], total: 0 } }),
    );
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Nothing to show').waitFor();
    await context.close();
    await visits.visit(
      '/map',
      async (phone) => {
        await openMap(phone);
        expect(await isWithin(phone)).toBe(true);
      },
      PHONE,
    );
    for (const { path, options } of takeTurns(['/map', '/map?show=areas', '/map']))
      expect(await visits.findBarriers(path, options)).toEqual([]);
  });
});
