import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../src/model/desk.ts';
import { findChromium } from './setup/chromium.ts';
import { takeTurns } from './setup/looks.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { addressIn, PHONE, startVisits, type Visits } from './setup/visits.ts';

/* Actors in the workbench: found, named, told apart and added, over the real desk. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

describe.skipIf('missing' in found)(`actors in a browser${why}`, () => {
  let visits: Visits;
  let desk: Desk;
  let data: string;
  let front: string;

  beforeAll(async () => {
    if ('missing' in found) return;
    data = mkdtempSync(join(tmpdir(), 'tocsin-actors-'));
    let minute = 0;
    const now = () => new Date(Date.parse('2031-05-22T10:00:00.000Z') + minute++ * 60_000).toISOString();
    visits = await startVisits(found.path, async (store) => {
      desk = await openRealDesk(store, now, data);
      return desk;
    });
    const { rows } = await desk.listActors({ name: 'free coast front' });
    front = rows[0]!.id;
  });
  afterAll(async () => {
    await visits?.close();
    if (data !== undefined) rmSync(data, { recursive: true, force: true });
  });

  const dialog = (page: Page) => page.getByRole('dialog');
  const names = (page: Page) => page.getByRole('region', { name: 'Names', exact: true });
  const decisions = (page: Page) => page.getByRole('region', { name: 'Decisions on its names' });

  it('are listed and narrowed; one gets another name, which is taken back', async () => {
    await visits.visit('/', async (page) => {
      await page.getByRole('link', { name: 'Actors' }).click();
      await page.getByText('3 actors', { exact: true }).waitFor();
      await page.getByLabel('Type').selectOption('person');
      await page.getByText('1 actor', { exact: true }).waitFor();
      await page.getByLabel('Type').selectOption('any');
      await page.getByLabel('Name').fill('coast fr');
      await page.getByText('1 actor', { exact: true }).waitFor();
      expect(await addressIn(page)).toBe('/actors?name=coast+fr');
      // By keyboard: j leads to the first row.
      await page.locator('h1').click();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Free Coast Front' }).waitFor();

      expect(await names(page).innerText()).not.toMatch(/ministry/i);
      await names(page).getByRole('button', { name: 'Another name…' }).click();
      await dialog(page)
        .getByLabel(/^The other name/)
        .fill('Ministry of Defence');
      await dialog(page).getByLabel('Why').fill('it took <b>it</b> over');
      await dialog(page).getByLabel('Your name').fill('Ann Example');
      await page.keyboard.press('Enter');
      await page.getByText('Named. j1 is on record.').waitFor();
      await names(page)
        .getByText(/^ministry of defence$/i)
        .waitFor();
      expect(await decisions(page).innerText()).toContain('it took <b>it</b> over');

      await decisions(page).getByRole('button', { name: 'Undo… j1' }).click();
      await dialog(page).getByLabel('Why').fill('it did not');
      await dialog(page).getByRole('button', { name: 'Take back' }).click();
      await decisions(page).getByText('Nothing was decided.').waitFor();
      expect(await names(page).innerText()).not.toMatch(/ministry/i);
    });
  });

  it('lead to the words, and from an incident to the actor', async () => {
    await visits.visit(`/actors/${encodeURIComponent(front)}`, async (page) => {
      await page.getByRole('region', { name: 'Where it is named' }).getByRole('link').first().click();
      await page.locator('.of-range').waitFor();
      expect(await page.locator('.of-range').innerText()).toMatch(/Front/);
    });
    const { rows } = await desk.listIncidents({});
    const incident = rows.find(({ actors }) => actors.length > 0)!;
    await visits.visit('/incidents', async (page) => {
      await page.route(`**/api/v1/incidents/${incident.id}*`, async (route) => {
        const json = (await (await route.fetch()).json()) as typeof incident;
        await route.fulfill({ json: { ...json, actors: [{ ...json.actors[0]!, record: front }] } });
      });
      await page.getByRole('link', { name: incident.title }).click();
      await page.locator('.incident-facts').getByRole('link', { name: incident.actors[0]!.name }).click();
      await page.getByRole('heading', { level: 1, name: 'Free Coast Front' }).waitFor();
    });
  });

  it('have a name that is somebody else’s', async () => {
    const given = { of: { type: 'actor', actor: front }, by: 'Bo Example', note: 'a test' } as const;
    const alias = await desk.decide({ ...given, verdict: 'alias', value: 'Ministry of Defence' });
    await visits.visit(`/actors/${encodeURIComponent(front)}`, async (page) => {
      // Its usual name cannot be somebody else's.
      const buttons = names(page).getByRole('button', { name: /^Somebody else/ });
      await buttons.first().waitFor();
      expect(await names(page).getByRole('button', { name: /“Free Coast Front”/ }).count()).toBe(0);
      await names(page).getByRole('button', { name: /“ministry of defence”/i }).click();
      await dialog(page).getByLabel('Why').fill('it is not');
      await dialog(page).getByLabel('Your name').fill('Bo Example');
      await page.keyboard.press('Enter');
      await decisions(page).getByText(/somebody else: “ministry of defence”/i).waitFor();
      await names(page).getByText(/^ministry of defence$/i).waitFor({ state: 'detached' });
    });
    const { rows } = await desk.listDecisions({ state: 'holds', limit: 1 });
    expect(rows[0]).toMatchObject({ verdict: 'distinct', of: { actor: front }, about: 'Free Coast Front' });
    for (const value of [rows[0]!.id, alias.id])
      await desk.decide({ verdict: 'withdraw', value, by: 'Bo Example', note: 'a test' });
  }); // biome-ignore format: steps

  it('are added to the register, with what is wrong said beside what was typed', async () => {
    const context = await visits.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${visits.server.address.url}/actors`);
    await page.getByText('Nobody was entered yet.').waitFor();
    await page.getByRole('button', { name: 'Add an actor…' }).click();
    expect(await dialog(page).innerText()).toContain('Only public actors belong there');
    await dialog(page).getByLabel('Name', { exact: true }).fill('Ilka Exemplar');
    expect(await dialog(page).getByLabel('Public office or role').count()).toBe(0);
    await dialog(page).getByLabel('Type').selectOption('person');
    await dialog(page).getByLabel('Public office or role').fill('baker');
    await dialog(page).getByLabel('Country').fill('iq');
    await dialog(page).getByLabel('Other names').fill('I. Exemplar\n\nExemplar of Veles');
    await dialog(page).getByLabel('Your name').fill('Ann Example');
    await dialog(page).getByRole('button', { name: 'Add' }).click();
    await dialog(page).getByText(/a person needs the public office/).waitFor();
    expect(await dialog(page).getByLabel('Country').inputValue()).toBe('iq');
    await dialog(page).getByLabel('Public office or role').fill('mayor of Veles');
    await dialog(page).getByRole('button', { name: 'Add' }).click();
    await page.getByText('Ilka Exemplar is in the register.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Ilka Exemplar' }).waitFor();
    await page.getByText('No document names it (then).').waitFor();
    await names(page).getByText('Also known as: I. Exemplar, Exemplar of Veles').waitFor();
    await page.getByRole('link', { name: 'Actors' }).first().click();
    await page.getByRole('region', { name: 'The register of this desk' }).getByText('Ilka Exemplar').waitFor();
    await context.close();
    expect(readFileSync(join(data, 'register.tsv'), 'utf8')).toMatch(
      /by Ann Example: mayor of Veles\nIlka Exemplar\tperson\tIQ\t\t\tI\. Exemplar;Exemplar of Veles\n$/,
    );
  }); // biome-ignore format: steps

  it('are on their way, failed, gone or none, and nobody adds where nobody may', async () => {
    const context = await visits.browser.newContext();
    const page = await context.newPage();
    const url = visits.server.address.url;
    await page.route('**/api/v1/actors?*', (route) => route.abort());
    await page.goto(`${url}/actors`);
    await page.getByText('The server does not answer', { exact: true }).waitFor();
    await page.unroute('**/api/v1/actors?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('Name').fill('nobody at all');
    await page.getByText('No actor fits').waitFor();
    await page.goto(`${url}/actors/register:nobody`);
    await page.getByText(/the decisions tell/).waitFor();
    await page.route('**/api/v1/status*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ json: { ...(await response.json()), readOnly: 'There are no accounts.' } });
    });
    await page.goto(`${url}/actors`);
    await page.getByRole('button', { name: 'Add an actor…' }).click();
    await dialog(page).getByText('There are no accounts.').waitFor();
    expect(await dialog(page).getByRole('textbox').count()).toBe(0);
    await context.close();
  });

  it('fit a small phone and put up no barrier', async () => {
    const open = async (page: Page) => {
      await page.getByRole('button', { name: 'Add an actor…' }).click();
      await dialog(page).getByLabel('Type').selectOption('person');
    };
    for (const { path, options } of takeTurns(['/actors', `/actors/${encodeURIComponent(front)}`])) {
      expect(await visits.findBarriers(path, options)).toEqual([]);
    }
    expect(await visits.findBarriers('/actors', PHONE, open)).toEqual([]);
  });
});
