import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../src/model/desk.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { findChromium } from './setup/chromium.ts';
import { takeTurns } from './setup/looks.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { addressIn, startVisits, type Visits } from './setup/visits.ts';

/* People decide in the workbench: over the real desk, so that what they see afterwards follows from what they did. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

const { reading } = karvonia.warning;
const digits = reading.document.id.slice('sha256:'.length, 'sha256:'.length + 16);
const words = (id: string) => reading.claims.find((claim) => claim.id === id)!.content.text;

describe.skipIf('missing' in found)(`decisions in a browser${why}`, () => {
  let visits: Visits;
  let desk: Desk;
  let incident: string;

  beforeAll(async () => {
    if ('missing' in found) return;
    let minute = 0;
    const now = () => new Date(Date.parse('2031-05-22T10:00:00.000Z') + minute++ * 60_000).toISOString();
    visits = await startVisits(found.path, async (store) => {
      desk = await openRealDesk(store, now);
      return desk;
    });
    const { rows } = await desk.listIncidents({});
    incident = rows.find(({ title }) => /harbour/.test(title))!.id;
  });
  afterAll(() => visits?.close());

  const counts = (page: Page) => page.locator('#mentions').innerText();
  const dialog = (page: Page) => page.getByRole('dialog');
  const openIncident = async (page: Page) => {
    await page.getByRole('heading', { name: 'Figures' }).waitFor();
    return counts(page);
  };

  async function fill(page: Page, note: string, by?: string): Promise<void> {
    await dialog(page).getByLabel('Why').fill(note);
    if (by !== undefined) await dialog(page).getByLabel('Your name').fill(by);
  }

  it('set a claim aside in the reader, and the counts fall; taken back, they rise; the log shows both', async () => {
    await visits.visit(`/incidents/${incident}`, async (page) => {
      const before = await openIncident(page);
      expect(before).toMatch(/^3 mentions: 1 origin/);

      await page
        .locator('.claim-ref', { hasText: words('c7') })
        .first()
        .click();
      const card = page.locator('.claim.is-selected');
      await card.getByRole('button', { name: /^Set aside/ }).click();
      await dialog(page).getByText(words('c7'), { exact: true }).waitFor();
      // Nobody and no reason: the browser keeps the form open.
      await dialog(page).getByRole('button', { name: 'Set aside' }).click();
      expect(await dialog(page).isVisible()).toBe(true);
      await fill(page, 'a count of <b>the week</b>', 'Ann Example');
      await page.keyboard.press('Enter');
      await page.getByText('Set aside. j1 is on record.').waitFor();
      await card.getByText('Set aside by Ann Example').waitFor();
      await card.getByText('a count of <b>the week</b>').waitFor();

      await page.goBack();
      await expect.poll(() => openIncident(page)).not.toBe(before);
      expect(await counts(page)).toMatch(/^2 mentions: 1 possible origin/);
      const aside = page.getByRole('region', { name: /^Set aside: 1 claim/ });
      await aside.getByText(words('c7'), { exact: true }).waitFor();

      await aside.getByRole('button', { name: 'Undo… j1' }).click();
      // The name is remembered.
      expect(await dialog(page).getByLabel('Your name').inputValue()).toBe('Ann Example');
      await fill(page, 'it was right');
      await dialog(page).getByRole('button', { name: 'Take back' }).click();
      await page.getByText('Taken back. j2 is on record.').waitFor();
      await expect.poll(() => counts(page)).toBe(before);
      await aside.waitFor({ state: 'detached' });

      await page.getByRole('link', { name: 'Decisions' }).click();
      const rows = page.locator('.decision');
      await rows.nth(1).waitFor();
      expect(await rows.nth(0).innerText()).toMatch(/Ann Example took back j1[\s\S]*it was right/);
      expect(await rows.nth(1).innerText()).toMatch(/Ann Example set aside a claim[\s\S]*taken back by j2/);
      await page.getByRole('radio', { name: 'Holding' }).check();
      await page.getByText('1 decision', { exact: true }).waitFor();
      expect(await addressIn(page)).toBe('/decisions?state=holds');
    });
  });

  it('set one event of a claim aside, by keyboard alone', async () => {
    await visits.visit(`/documents/${digits}?claim=c6`, async (page) => {
      const card = page.locator('.claim.is-selected');
      const button = card.getByRole('button', { name: /^Set aside/ });
      await button.focus();
      await page.keyboard.press('Enter');
      await dialog(page).waitFor();
      // The focus stays within, keys of the reader do nothing, and Escape leads back to the button.
      for (let step = 0; step < 9; step++) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate<boolean>('document.activeElement.closest("[role=dialog]") !== null')).toBe(
          true,
        );
      }
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
      expect(await addressIn(page)).toBe(`/documents/${digits}?claim=c6`);
      expect(await button.evaluate((own) => own === own.ownerDocument.activeElement)).toBe(true);

      await page.keyboard.press('Enter');
      await dialog(page).getByLabel('Which part').selectOption({ index: 1 });
      await fill(page, 'it was an exercise', 'Bo Example');
      await dialog(page).getByRole('button', { name: 'Set aside' }).press('Enter');
      await card.getByText('Set aside by Bo Example').waitFor();
    });
    const { rows } = await desk.listDecisions({ state: 'holds' });
    expect(rows[0]).toMatchObject({ verdict: 'reject', of: { claim: 'c6', event: 'v6' }, by: 'Bo Example' });
    await desk.decide({ verdict: 'withdraw', value: rows[0]!.id, by: 'Bo Example', note: 'a test' });
  });

  it('put a field right with two keys, see it read so, and are told when somebody else was first', async () => {
    await visits.visit(
      `/documents/${digits}?claim=c6&event=v6`,
      async (page) => {
        const card = page.locator('.claim.is-selected');
        await card.getByText('occurred').waitFor();
        await page.keyboard.press('c');
        await dialog(page).getByText('Which field?').waitFor();
        await page.keyboard.press('r');
        const value = dialog(page).getByLabel('It should read: realis');
        expect(await value.inputValue()).toBe('occurred');
        expect(await value.evaluate((own) => own === own.ownerDocument.activeElement)).toBe(true);
        await value.selectOption('exercise');
        await dialog(page).getByLabel('Your name').fill('Ann Example');
        // Meanwhile somebody else corrects the same field.
        const of = { type: 'claim', document: reading.document.id, claim: 'c6', event: 'v6' } as const;
        const other = await desk.decide({
        verdict: 'correct', of, field: 'realis', value: 'possible', by: 'Bo Example', note: 'it says may',
      }); // biome-ignore format: one decision
        await page.keyboard.press('Enter');
        await dialog(page)
          .getByText(/Bo Example has corrected it already to possible/)
          .waitFor();
        // Nothing that was filled in is lost.
        expect(await value.inputValue()).toBe('exercise');
        await desk.decide({ verdict: 'withdraw', value: other.id, by: 'Bo Example', note: 'agreed' });
        await dialog(page).getByRole('button', { name: 'Correct it' }).click();
        await card.getByText('realis reads: exercise').waitFor();
        await card.getByText('Corrected by Ann Example').waitFor();
        await card.locator('.claim-event', { hasText: 'exercise' }).waitFor();
      },
      { refused: [409] },
    );
    const incidents = await desk.listIncidents({});
    expect(incidents.rows.length).toBeGreaterThan(0);
    const { rows } = await desk.listDecisions({ state: 'holds' });
    expect(rows[0]).toMatchObject({ verdict: 'correct', value: 'exercise', by: 'Ann Example' });
    await desk.decide({ verdict: 'withdraw', value: rows[0]!.id, by: 'Ann Example', note: 'a test' });
  });

  it('grade an incident and a source, apart, and take the grade back', async () => {
    await visits.visit(`/incidents/${incident}`, async (page) => {
      const grades = page.getByRole('region', { name: 'Credibility of what is said' });
      const sources = page.getByRole('region', { name: 'Reliability of the sources' });
      const [first, second] = [grades.locator('.grade-tag').first(), sources.locator('.grade-tag').first()];
      await first.waitFor();
      const [said, source] = [await first.innerText(), await second.innerText()];
      await grades.getByRole('button', { name: 'Set the grade…', exact: true }).click();
      await dialog(page).getByLabel('Grade').selectOption('1, confirmed');
      await fill(page, 'seen by our own reporter', 'Ann Example');
      await dialog(page).getByRole('button', { name: 'Set the grade' }).click();
      await grades.getByText('seen by our own reporter').waitFor();
      expect(await first.innerText()).toBe('1');
      // The sources keep their letters.
      expect(await second.innerText()).toBe(source);
      await grades.getByRole('button', { name: /^Undo/ }).click();
      await fill(page, 'a mistake');
      await dialog(page).getByRole('button', { name: 'Take back' }).click();
      await expect.poll(() => first.innerText()).toBe(said);
    });
    await visits.visit('/sources/northern%20gazette', async (page) => {
      const row = page.locator('.grades');
      await row.getByRole('button', { name: /^Set the grade/ }).click();
      await dialog(page).getByLabel('Grade').selectOption('B, usually reliable');
      await fill(page, 'known for years', 'Ann Example');
      await dialog(page).getByRole('button', { name: 'Set the grade' }).click();
      await row.getByText('known for years').waitFor();
      expect(await row.locator('.grade-tag').first().innerText()).toBe('B');
    });
    const { rows } = await desk.listDecisions({ limit: 1 });
    expect(rows[0]).toMatchObject({ verdict: 'grade', of: { source: 'northern gazette' }, value: 'B' });
  });

  it('say what is wrong and keep what was typed', async () => {
    const { id } = await desk.decide({
      ...{ verdict: 'reject', by: 'Bo Example', note: 'a hoax' },
      of: { type: 'incident', incident },
    });
    const context = await visits.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${visits.server.address.url}/incidents/${incident}`);
    await page.getByText('It may have been set aside').waitFor();
    await page.getByRole('link', { name: 'Decisions' }).last().click();
    await page.getByRole('button', { name: `Undo… ${id}` }).click();
    await desk.decide({ verdict: 'withdraw', value: id, by: 'Ann Example', note: 'none' });
    await fill(page, 'no hoax', 'Bo Example');
    await dialog(page).getByRole('button', { name: 'Take back' }).click();
    await dialog(page)
      .getByText(/withdrawn already/)
      .waitFor();
    expect(await dialog(page).getByLabel('Why').inputValue()).toBe('no hoax');
    await context.close();
  });

  it('are refused on an earlier state in words, and where nobody may decide', async () => {
    await visits.visit(`/incidents/${incident}?asOf=2031-05-21T10:00:00.000Z`, async (page) => {
      await page.getByRole('button', { name: 'Set aside…', exact: true }).click();
      await dialog(page).getByText('You look at an earlier state.').waitFor();
    });
    await visits.visit(`/incidents/${incident}`, async (page) => {
      await page.route('**/api/v1/status*', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ json: { ...(await response.json()), readOnly: 'There are no accounts.' } });
      });
      await page.reload();
      await page.getByRole('button', { name: 'Set aside…', exact: true }).click();
      await dialog(page).getByText('There are no accounts.').waitFor();
      expect(await dialog(page).getByRole('textbox').count()).toBe(0);
    });
  });

  it('show words of a note where they stand', async () => {
    const at = reading.document.text.indexOf('rockets');
    await visits.visit(`/documents/${digits}?at=${at}-${at + 7}`, async (page) => {
      await page.locator('.of-range').waitFor();
      expect(await page.locator('.of-range').innerText()).toBe('rockets');
    });
  });

  it('are listed, on their way, failed, or none', async () => {
    const context = await visits.browser.newContext();
    const page = await context.newPage();
    await page.route('**/api/v1/judgements*', (route) => route.abort());
    await page.goto(`${visits.server.address.url}/decisions`);
    await page.getByText('The server does not answer', { exact: true }).waitFor();
    await page.unroute('**/api/v1/judgements*');
    await page.route('**/api/v1/judgements*', (route) => route.fulfill({ json: { rows: [], total: 0 } }));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Nothing was decided yet').waitFor();
    await context.close();
  });

  it('fit a small phone and put up no barrier', async () => {
    const pages = ['/decisions', '/sources', `/incidents/${incident}`, `/documents/${digits}?claim=c7`];
    for (const { path, options } of takeTurns(pages)) {
      expect(await visits.findBarriers(path, options)).toEqual([]);
    }
    const open = async (page: Page) => {
      await page.getByRole('button', { name: 'Set aside…', exact: true }).click();
      await dialog(page).waitFor();
    };
    expect(await visits.findBarriers(`/incidents/${incident}`, { colorScheme: 'dark' }, open)).toEqual([]);
  });
});
