import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../src/model/account.ts';
import { nameOf, openTestAccounts, PASSWORD } from './setup/accounts.ts';
import { findChromium } from './setup/chromium.ts';
import { DOCUMENT, makeClock, makeProblemFolder } from './setup/karvonia-together.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { startVisits, type Visits } from './setup/visits.ts';

/* Several people at one desk: they write to each other, give each other things to do, and look at things twice. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';
const READER = `/documents/${DOCUMENT.slice('sha256:'.length, 'sha256:'.length + 16)}?claim=c1`;
const HOSTILE = '<img src=x onerror=alert(1)> \u202eשלום </p><script>alert(2)</script>';

describe.skipIf('missing' in found)(`working together in a browser${why}`, () => {
  let visits: Visits;
  let folder: ReturnType<typeof makeProblemFolder>;

  beforeAll(async () => {
    if ('missing' in found) return;
    folder = makeProblemFolder();
    const now = makeClock();
    visits = await startVisits(found.path, (store) => openRealDesk(store, now, folder.data), {
      more: async (store) => ({ accounts: await openTestAccounts(store, now), now }),
    });
  });
  afterAll(async () => {
    await visits?.close();
    folder?.remove();
  });

  /** Somebody with a browser of their own, logged in. */
  async function visitAs(role: Role, path: string, look: (page: Page) => Promise<void>): Promise<void> {
    const context = await visits.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const complaints: string[] = [];
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !/status of 409/.test(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`a dialog opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
    try {
      const { url } = visits.server.address;
      const entered = await context.request.post(`${url}/api/v1/session`, {
        headers: { origin: url, 'x-tocsin-write': '1' },
        data: { name: nameOf(role), password: PASSWORD },
      });
      expect(entered.status()).toBe(200);
      await page.goto(url + path);
      await look(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  it('a comment that calls somebody reaches them, is given to them, and done', async () => {
    await visitAs('analyst', READER, async (page) => {
      const card = page.locator('.claim.is-selected');
      await card.getByRole('button', { name: /^Comment on / }).click();
      const field = card.getByLabel('Your comment');
      await field.pressSequentially('Is that so, @ed');
      const options = card.getByRole('option');
      await expect.poll(() => options.allTextContents()).toEqual(['@the.editor The editor']);
      await field.press('Enter');
      expect(await field.inputValue()).toBe('Is that so, @the.editor ');
      await field.pressSequentially(`or not? ${HOSTILE}`);
      await field.press('Control+Enter');
      const text = card.locator('.comment .comment-text');
      await text.waitFor();
      expect(await text.textContent()).toBe(
        `Is that so, @the.editor or not? ${HOSTILE.replace('\u202e', '')}`,
      );
      expect(await text.locator('img, script').count()).toBe(0);
      expect(await text.locator('.called').textContent()).toBe('@the.editor');
      expect(await text.getAttribute('dir')).toBe('auto');
      await card.getByRole('button', { name: 'Assign…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Who').selectOption({ label: 'The editor' });
      await dialog.getByLabel('By which day').fill('2031-05-24');
      await dialog.getByLabel('What is to be done').fill('Ask the mission.');
      await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
      await card.getByText('for the.editor').waitFor();
      await card.getByRole('button', { name: /^1 comment on / }).waitFor();
    });
    await visitAs('editor', '/', async (page) => {
      await page.getByRole('link', { name: 'For you 2 new' }).click();
      await page.getByRole('heading', { name: 'For you' }).waitFor();
      const rows = page.locator('.inbox-row');
      await expect.poll(() => rows.count()).toBe(2);
      expect(await rows.first().textContent()).toContain('gives you this to do');
      expect(await rows.nth(1).locator('.comment-text').textContent()).toContain('<img src=x');
      await rows
        .nth(1)
        .getByRole('button', { name: /^Mark as read/ })
        .click();
      await page.getByRole('status').filter({ hasText: '1 new' }).waitFor();
      await page.getByRole('radio', { name: 'Unread' }).check();
      await expect.poll(() => rows.count()).toBe(1);
      expect(page.url()).toContain('state=unread');
      await page.getByRole('link', { name: 'To do' }).click();
      await page.getByText('Ask the mission.').waitFor();
      await page.getByRole('button', { name: 'Done: what the.editor is to do' }).click();
      await page.getByText('No assignment here').waitFor();
      await page.getByRole('radio', { name: 'Done' }).check();
      await page.getByRole('button', { name: /^Open again/ }).waitFor();
      // The way from there to what it is about.
      await page.locator('.assignment-about a').click();
      await page
        .locator('.claim.is-selected')
        .getByRole('button', { name: /^1 comment on / })
        .waitFor();
    });
    await visitAs('analyst', '/inbox', async (page) => {
      await page.getByText('says that it is done').waitFor();
      await page.getByRole('button', { name: 'Mark all as read' }).click();
      await page.getByRole('status').filter({ hasText: '0 new' }).waitFor();
    });
  });

  it('what a number rests on is commented in the drawer, and the comment stands with the sign', async () => {
    await visitAs('analyst', '/?asOf=live&evidence=problem:karvonia:officials', async (page) => {
      const drawer = page.getByRole('complementary', { name: 'Evidence' });
      await drawer.getByRole('button', { name: 'Comment on this evidence' }).click();
      await drawer.getByLabel('Your comment').fill('All of it is one briefing.');
      await drawer.getByRole('button', { name: 'Comment', exact: true }).click();
      await drawer.locator('.comment-text').getByText('All of it is one briefing.').waitFor();
      await page.goto(`${visits.server.address.url}/problems/karvonia?asOf=live&show=hypotheses`);
      await page.getByRole('button', { name: '1 comment on Officials fear an attack' }).waitFor();
    });
  });

  it('who is overtaken keeps their words, and sees what stands', async () => {
    await visitAs('analyst', '/problems/karvonia?asOf=live', async (page) => {
      await page.getByRole('button', { name: 'Comment', exact: true }).click();
      await page.getByLabel('Your comment').fill('One rocket');
      await page.getByRole('button', { name: 'Comment', exact: true }).last().click();
      await page.getByRole('button', { name: 'Change the comment of the.analyst' }).click();
      const changed = page.getByLabel('Your comment, changed');
      await changed.fill('Three rockets');
      // The same person in another window.
      await visits.store
        .listComments({ of: 'problem:karvonia' })
        .then(([{ kind: _, id, version, made: __, ...draft } = expect.fail('no comment')]) =>
          visits.store.putComment({ ...draft, text: 'Two rockets' }, { id, base: version }),
        );
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('alert').getByText('the.analyst has changed it', { exact: false }).waitFor();
      await page.locator('.comment-stands').getByText('Two rockets').waitFor();
      expect(await changed.inputValue()).toBe('Three rockets');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.comment .comment-text').getByText('Three rockets').waitFor();
      await page.getByRole('button', { name: 'Remove the comment of the.analyst' }).click();
      await page.getByText('Removed by the.analyst.').waitFor();
    });
    await visitAs('viewer', '/problems/karvonia?asOf=live', async (page) => {
      await page.getByRole('button', { name: 'Comment', exact: true }).click();
      await page.getByText('Removed by the.analyst.').waitFor();
      expect(await page.getByLabel('Your comment').count()).toBe(0);
    });
  });

  it('a decision on what an elevated problem rests on waits for another, and says so', async () => {
    await visitAs('editor', READER, async (page) => {
      const card = page.locator('.claim.is-selected');
      await card.getByRole('button', { name: /^Set aside/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Why').fill('a misreading');
      await dialog.getByRole('button', { name: 'Set aside' }).click();
      await card.getByText('Set aside by the.editor').waitFor();
      await page.locator('.waiting').getByText('Waits for a second look', { exact: false }).waitFor();
      await page.getByRole('link', { name: 'See the queue' }).click();
      await page.getByText('You did this yourself').waitFor();
      expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
    });
    await visitAs('analyst', '/review', async (page) => {
      await page.locator('.review').waitFor();
      await page.getByRole('button', { name: /^Comment/ }).waitFor();
      expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
    });
    await visitAs('admin', '/problems/karvonia?asOf=live', async (page) => {
      await page.locator('.waiting').getByRole('link', { name: 'See the queue' }).click();
      const row = page.locator('.review');
      await row.getByText('It touched what a problem rests on', { exact: false }).waitFor();
      expect(await row.textContent()).toMatch(/(From|stayed:) 44\.\d%, elevated/);
      expect(await row.textContent()).toContain('a misreading');
      await row.getByRole('button', { name: /^Approve/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Why').fill('I read it too');
      await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
      await page.getByText('Nothing waits').waitFor();
      await page.getByRole('radio', { name: 'Approved 1' }).check();
      await row.getByText('the.admin approved it').waitFor();
      expect(page.url()).toContain('state=approved');
    });
    await visitAs('editor', '/inbox', async (page) => {
      await page.getByText('approves what you did').waitFor();
    });
  });

  it('has no barriers and fits a phone', async () => {
    const open = async (page: Page) => {
      await page
        .getByRole('button', { name: /comment/i })
        .first()
        .click();
      await page.locator('.comments-panel textarea').waitFor();
      await page.locator('.comments-panel textarea').pressSequentially('@the');
      await page.getByRole('option').first().waitFor();
    };
    for (const path of ['/inbox', '/inbox?show=all&state=all', '/review?state=approved']) {
      expect(await visits.findBarriers(`${path}${path.includes('?') ? '&' : '?'}asOf=live`, {})).toEqual([]);
    }
    expect(await visits.findBarriers('/problems/karvonia?asOf=live', { colorScheme: 'dark' }, open)).toEqual(
      [],
    );
    const evidence = '/problems/karvonia?show=hypotheses&asOf=live';
    expect(await visits.findBarriers(evidence, {})).toEqual([]);
  });
});
