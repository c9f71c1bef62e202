import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestAccounts, PASSWORD } from './setup/accounts.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { findChromium } from './setup/chromium.ts';
import { takeTurns } from './setup/looks.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { isWithin, PHONE, startVisits, type Visits } from './setup/visits.ts';

/* People log in, do what their role allows, and log out. Over the real desk and real accounts. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

const { document } = karvonia.warning.reading;
const reader = `/documents/${document.id.slice('sha256:'.length, 'sha256:'.length + 16)}?claim=c7`;

describe.skipIf('missing' in found)(`accounts in a browser${why}`, () => {
  let visits: Visits;

  beforeAll(async () => {
    if ('missing' in found) return;
    let second = 0;
    const now = () => new Date(Date.parse('2031-05-22T10:00:00.000Z') + second++ * 1000).toISOString();
    visits = await startVisits(found.path, (store) => openRealDesk(store, now), {
      more: async (store) => ({ accounts: await openTestAccounts(store, now), login: true, now }),
    });
  });
  afterAll(() => visits?.close());

  /** A browser of one's own. It says of each refusal that it failed: nothing else may be complained of. */
  async function visit(
    path: string,
    look: (page: Page, context: BrowserContext) => Promise<void>,
    options = {},
  ): Promise<void> {
    const context = await visits.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const complaints: string[] = [];
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !/status of 4(0[0139]|29)/.test(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      await page.goto(visits.server.address.url + path);
      await look(page, context);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  async function logIn(page: Page, name: string, password = PASSWORD): Promise<void> {
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
  }

  const openMenu = (page: Page, name: string) =>
    page.getByRole('button', { name: `Account: ${name}` }).click();

  it('log in where they wanted to go, decide under their account, and log out', async () => {
    await visit(reader, async (page, context) => {
      await page.getByRole('heading', { name: 'Log in' }).waitFor();
      expect(await page.locator('nav').count()).toBe(0);
      await logIn(page, 'the.analyst', 'not the password');
      await page.getByText('Name or password do not fit').first().waitFor();
      expect(await page.getByLabel('Password').inputValue()).toBe('');
      await logIn(page, 'the.analyst');

      const card = page.locator('.claim.is-selected');
      await card.getByRole('button', { name: /^Set aside/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('It stands under your account: The analyst.').waitFor();
      expect(await dialog.getByLabel('Your name').count()).toBe(0);
      await dialog.getByLabel('Why').fill('a count of the week');
      await dialog.getByRole('button', { name: 'Set aside' }).click();
      await card.getByText('Set aside by the.analyst').waitFor();
      expect((await context.cookies()).map(({ httpOnly, sameSite }) => [httpOnly, sameSite])).toEqual([
        [true, 'Strict'],
      ]);

      await openMenu(page, 'The analyst');
      const menu = page.getByRole('dialog');
      await menu.getByText('the.analyst, analyst').waitFor();
      expect(await menu.getByRole('link', { name: 'Accounts' }).count()).toBe(0);
      await menu.getByRole('button', { name: 'Log out' }).click();
      await page.getByRole('heading', { name: 'Log in' }).waitFor();
      expect(await context.cookies()).toEqual([]);
      await page.reload();
      await page.getByRole('heading', { name: 'Log in' }).waitFor();
    });
  });

  it('who only read are offered nothing to decide, and are told why', async () => {
    await visit(reader, async (page) => {
      await logIn(page, 'the.viewer');
      await page.locator('.claim.is-selected').waitFor();
      await page.getByRole('button', { name: 'Account: The viewer' }).waitFor();
      await expect.poll(() => page.getByRole('button', { name: /^(Set aside|Undo)/ }).count()).toBe(0);
      await page.goto(`${visits.server.address.url}/audit`);
      await page.getByText('The audit log is for admins').waitFor();
      await page.getByText('Your role is viewer; this takes the role admin.', { exact: false }).waitFor();
    });
  });

  it('admins add an account, change it, and see in the log who did what', async () => {
    await visit('/accounts', async (page) => {
      await logIn(page, 'the.admin');
      await page.getByRole('button', { name: 'Add an account…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill('cy');
      await dialog.getByLabel('As people call them').fill('Cy Example');
      await dialog.getByLabel('Role').selectOption('editor');
      await dialog.getByLabel('Password').fill('aaaaaaaaaaaaaaaaaa');
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await dialog.getByText('fewer than five different characters', { exact: false }).waitFor();
      await dialog.getByLabel('Password').fill('another lighthouse');
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByText('The account is there.').waitFor();
      const row = page.locator('.account', { hasText: 'Cy Example' });
      await row.getByLabel('Role of cy').selectOption('viewer');
      await page.getByText('cy has the role viewer now.').waitFor();
      await row.getByRole('button', { name: 'Disable cy' }).click();
      await row.getByRole('button', { name: 'Enable cy' }).waitFor();
      // The last admin stays one, and it is said why.
      const own = page.locator('.account', { hasText: 'The admin' });
      await own.getByRole('button', { name: 'Disable the.admin' }).click();
      await own.getByText('it is the last admin who may log in', { exact: false }).waitFor();

      await openMenu(page, 'The admin');
      await page.getByRole('link', { name: 'Audit log' }).click();
      const entries = page.locator('.audit-entry');
      await entries.nth(4).waitFor();
      expect((await entries.nth(0).innerText()).replace(/\s+/g, ' ')).toMatch(
        /the\.admin admin: change an account the\.admin: disabled .*refused: it cannot be so$/,
      );
      expect((await entries.nth(1).innerText()).replace(/\s+/g, ' ')).toMatch(/cy: disabled .*done$/);
      await page.getByLabel('What').selectOption('log in');
      await page.getByLabel('Who').fill('the.analyst');
      await page.getByRole('button', { name: 'Show' }).click();
      await expect.poll(() => entries.count()).toBe(2);
      expect(await entries.nth(1).innerText()).toContain('refused: wrong name or password');
      expect(new URL(page.url()).search).toBe('?by=the.analyst&operation=POST+%2Fsession');
    });
  });

  it('change their own password, and whoever is in by the old one elsewhere is out', async () => {
    const NEXT = 'the fog has lifted';
    await visit('/account', async (elsewhere) => {
      await logIn(elsewhere, 'the.editor');
      await elsewhere.getByRole('form', { name: 'Change your password' }).waitFor();
      await visit('/sources', async (page) => {
        await logIn(page, 'the.editor');
        await openMenu(page, 'The editor');
        await page.getByRole('link', { name: 'Your account' }).click();
        await page.getByText('editor: Also writes warning problems and the register.').waitFor();
        const change = async (before: string, next: string, again = next) => {
          await page.getByLabel('Password until now').fill(before);
          await page.getByLabel('New password', { exact: true }).fill(next);
          await page.getByLabel('New password again').fill(again);
          await page.keyboard.press('Enter');
        };
        await change(PASSWORD, NEXT, `${NEXT}!`);
        await page.getByText('The two new passwords are not alike').waitFor();
        await change('not the password', NEXT);
        await page.getByText('It is not the one that you have now').waitFor();
        expect(await page.getByLabel('New password', { exact: true }).inputValue()).toBe(NEXT);
        await change(PASSWORD, 'aaaaaaaaaaaaaaaaaa');
        await page.getByText('fewer than five different characters', { exact: false }).waitFor();
        await change(PASSWORD, NEXT);
        await page.getByText('Your password is changed.').waitFor();
        expect(await page.getByLabel('Password until now').inputValue()).toBe('');
        await page.reload();
        await page.getByRole('form', { name: 'Change your password' }).waitFor();
      });
      await elsewhere.reload();
      await logIn(elsewhere, 'the.editor');
      await elsewhere.getByText('Name or password do not fit').first().waitFor();
      await logIn(elsewhere, 'the.editor', NEXT);
      await elsewhere.getByRole('form', { name: 'Change your password' }).waitFor();
    });
  });

  it('see no barrier, on a phone neither', async () => {
    expect(await visits.findBarriers('/', {})).toEqual([]);
    await visit(
      '/accounts',
      async (page) => {
        expect(
          await page.evaluate<boolean>(
            'document.documentElement.scrollWidth <= document.documentElement.clientWidth',
          ),
        ).toBe(true);
        await logIn(page, 'the.admin');
        await page.locator('.account').first().waitFor();
        expect(await isWithin(page)).toBe(true);
        await page.getByRole('button', { name: 'More' }).click();
        await page.getByRole('link', { name: 'Audit log' }).click();
        await page.locator('.audit-entry').first().waitFor();
        expect(await isWithin(page)).toBe(true);
      },
      PHONE,
    );
    const context = await visits.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${visits.server.address.url}/account`);
    await logIn(page, 'the.admin');
    await page.getByRole('heading', { level: 1, name: /account/i }).waitFor();
    const storageState = await context.storageState();
    await context.close();
    for (const { path, options } of takeTurns(['/account', '/accounts', '/audit']))
      expect(await visits.findBarriers(path, { storageState, ...options })).toEqual([]);
  });
});
