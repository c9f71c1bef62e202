import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { karvonia } from './setup/case-karvonia.ts';
import { findChromium } from './setup/chromium.ts';
import { karvoniaDesk } from './setup/karvonia-desk.ts';
import { DOCUMENT_PAGES, takeTurns } from './setup/looks.ts';
import { addressIn, isWithin, PHONE, startVisits, type Visits } from './setup/visits.ts';

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

/** In the page: the most characters that stand on one line of the article. */
const LONGEST_LINE = `(() => {
  let most = 0;
  for (const paragraph of document.querySelectorAll('.article p')) {
    const lines = new Map();
    const top = paragraph.getBoundingClientRect().top;
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        const line = Math.floor(((box.top + box.bottom) / 2 - top) / 28);
        lines.set(line, (lines.get(line) ?? 0) + 1);
      }
    }
    most = Math.max(most, ...lines.values());
  }
  return most;
})()`;

function addressOf(name: 'warning' | 'relay' | 'hostile'): string {
  return `/documents/${karvonia[name].reading.document.id.slice('sha256:'.length, 'sha256:'.length + 16)}`;
}

describe.skipIf('missing' in found)(`the workbench in a browser${why}`, () => {
  let visits: Visits;

  beforeAll(async () => {
    if (!('missing' in found)) visits = await startVisits(found.path, karvoniaDesk);
  });

  afterAll(() => visits?.close());

  const visit: Visits['visit'] = (...given) => visits.visit(...given);

  const selectedWords = (page: Page) => page.locator('.article .of-selected-claim').allTextContents();
  const focused = (page: Page) => page.locator(':focus');

  it('finds a document by its words and opens it at them', async () => {
    await visit('/documents', async (page) => {
      await page.getByRole('heading', { name: 'Documents' }).waitFor();
      await page.getByLabel('Search documents').fill('launchers');
      await page.getByRole('status').getByText('2 hits').waitFor();
      expect(await page.locator('.row mark').first().textContent()).toBe('launchers');
      await page.getByRole('link', { name: 'Officials fear an attack' }).click();
      await page.locator('.claim.is-selected').waitFor();
      expect(await addressIn(page)).toBe(
        `${addressOf('warning')}?claim=c2&list=${encodeURIComponent('documents?q=launchers')}`,
      );
      expect((await selectedWords(page)).join('')).toBe('We see launchers being moved at night');
      const chain = page.getByRole('list', { name: 'Who says so' });
      expect(await chain.getByRole('listitem').allTextContents()).toEqual([
        'Northern Gazetteoutlet',
        'Channel Courieroutlet',
        'toldone of two officialsunnamed, one',
      ]);
    });
  });

  it('brings words into sight that an address asks for', async () => {
    await visit(
      `${addressOf('warning')}?claim=c13`,
      async (page) => {
        await page.locator('.article .of-selected-claim').first().waitFor();
        const isInSight = async () => {
          const frame = await page.locator('.reader-main').boundingBox();
          const words = await page.locator('.article .of-selected-claim').first().boundingBox();
          if (frame === null || words === null) return false;
          return words.y >= frame.y && words.y + words.height <= frame.y + frame.height;
        };
        await expect.poll(isInSight).toBe(true);
      },
      { viewport: { width: 1280, height: 400 } },
    );
  });

  it('selects the claim whose words are clicked, the inner one where claims overlap', async () => {
    await visit(addressOf('warning'), async (page) => {
      await page.locator('.article').getByText('her troops had received').click();
      await page
        .locator('.claim.is-selected')
        .getByText('General')
        .or(page.getByText('Ilka Tamberg').first())
        .waitFor();
      expect(await addressIn(page)).toContain('claim=c4');
      await page.locator('.article .event', { hasText: 'hit' }).click();
      await expect.poll(() => addressIn(page)).toContain('claim=c6');
      expect(await addressIn(page)).toContain('event=v6');
    });
  });

  it('works by keyboard alone, and goes back to where it was', async () => {
    await visit('/documents', async (page) => {
      await page.getByText('33 documents').waitFor();
      await page.keyboard.press('Tab');
      expect(await focused(page).textContent()).toBe('Skip to the page');
      await page.keyboard.press('/');
      await page.keyboard.type('rockets harbour');
      await expect.poll(() => addressIn(page)).toBe('/documents?q=rockets+harbour');
      await page.getByRole('status').getByText('1 hit').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await page.locator('.row a:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.claim.is-selected').waitFor();
      const first = await addressIn(page);
      await page.keyboard.press('j');
      await expect.poll(() => addressIn(page)).not.toBe(first);
      await page.keyboard.press('k');
      await expect.poll(() => addressIn(page)).toBe(first);
      await page.keyboard.press('Escape');
      const list = encodeURIComponent('documents?q=rockets+harbour');
      await expect.poll(() => addressIn(page)).toBe(`${addressOf('warning')}?list=${list}`);
    });
    await visit('/documents', async (page) => {
      await page.getByText('33 documents').waitFor();
      for (const key of ['j', 'j', 'Enter']) await page.keyboard.press(key);
      await page.locator('.article').waitFor();
      expect(await addressIn(page)).toBe(`${addressOf('warning')}?list=documents`);
      await page.keyboard.press('Escape');
      await page.getByText('33 documents').waitFor();
      await page.keyboard.press('j');
      expect(await focused(page).textContent()).toContain('<script>');
    });
  });

  it('goes anywhere by the palette, and has help in place', async () => {
    await visit('/documents', async (page) => {
      await page.getByText('33 documents').waitFor();
      await page.keyboard.press('Control+k');
      const field = page.getByRole('combobox', { name: 'Where to, or what to do' });
      await field.waitFor();
      await page.keyboard.type('stor');
      const chosen = page.getByRole('option', { selected: true });
      expect(await chosen.textContent()).toBe('Storiespage');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Stories', level: 1 }).waitFor();
      expect(await addressIn(page)).toBe('/stories');
      // Words that name nothing are searched for; keys typed here are not meant for the page below.
      await page.keyboard.press('Control+k');
      await page.keyboard.type('launchers?');
      await page.getByRole('option', { name: 'Search for “launchers?”' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Search: launchers?' }).waitFor();
      expect(await addressIn(page)).toBe('/search?q=launchers%3F');
      await page.locator('main').focus();
      await page.keyboard.press('?');
      const help = page.getByRole('dialog', { name: 'Help' });
      await help.getByText('looked and not seen').waitFor();
      expect(await help.getByText('own denial').count()).toBe(1);
      await page.keyboard.press('Escape');
      await help.waitFor({ state: 'detached' });
    });
  });

  it('keeps filters in the address', async () => {
    await visit('/documents', async (page) => {
      await page.getByLabel('Stance').selectOption('fears');
      await page.getByText('1 document', { exact: true }).waitFor();
      expect(await addressIn(page)).toBe('/documents?stance=fears');
      await page.reload();
      await page.getByText('1 document', { exact: true }).waitFor();
      expect(await page.getByLabel('Stance').inputValue()).toBe('fears');
      await page.getByLabel('Language').selectOption('de');
      await page.getByText('No document fits').waitFor();
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.getByText('33 documents').waitFor();
      expect(await addressIn(page)).toBe('/documents');
    });
  });

  it('draws only rows in sight, and reaches the last', async () => {
    await visit('/documents', async (page) => {
      await page.getByText('33 documents').waitFor();
      await page.locator('.row').nth(5).waitFor();
      expect(await page.locator('.row').count()).toBeLessThan(25);
      await page.keyboard.press('End');
      await page.getByRole('link', { name: 'Shipping report of 2031-04-01' }).waitFor();
    });
  });

  it('says when an earlier state is shown, and shows it everywhere', async () => {
    const asOf = 'asOf=2031-05-20T12%3A00%3A00.000Z';
    await visit(`/documents?${asOf}&q=launchers`, async (page) => {
      await page.getByText('An earlier state.').waitFor();
      await page.getByRole('link', { name: 'Courier: launchers moved' }).click();
      await page.locator('.article').waitFor();
      expect(await addressIn(page)).toContain(asOf);
      expect(await page.locator('.article').textContent()).not.toContain('Correction');
      await page.getByRole('button', { name: 'Back to live' }).click();
      await page.getByText('An earlier state.').waitFor({ state: 'detached' });
    });
  });

  it('lays events out by day and leads from each to its words', async () => {
    await visit(`${addressOf('warning')}?view=timeline`, async (page) => {
      const rows = page.locator('.timeline-row');
      await expect.poll(() => rows.count()).toBe(11);
      expect(await page.locator('.timeline-day').allTextContents()).toEqual([
        'Apr 2030within this month',
        '9 May 2031',
        '9 May 2031',
        '9 May 2031',
        '15 May 2031',
        '16 May – 3 Jun 2031within these days',
      ]);
      await rows.filter({ hasText: 'at least 8 rockets' }).click();
      await page.locator('.article .of-selected-event').first().waitFor();
      expect(await addressIn(page)).toBe(`${addressOf('warning')}?claim=c6&event=v6`);
      const words = await page.locator('.article .of-selected-event').allTextContents();
      expect(words).toEqual(['at least eight rockets', 'hit', 'one dock worker']);
    });
  });

  it('shows what was left out and why, captions, notes, and the versions', async () => {
    await visit(addressOf('warning'), async (page) => {
      await page.getByText('Credit: M. Oru/Gazette').waitFor();
      await page.getByRole('button', { name: 'Left out of the text: 3 pieces' }).click();
      await page.locator('.left-out li', { hasText: 'promotion' }).getByText('Sign up here.').waitFor();
      await page.getByRole('button', { name: 'Notes of the reading: 2 notes' }).click();
      await page.getByText('taken as a count of rockets').waitFor();
      await page.getByRole('button', { name: 'Versions' }).click();
      const original = page.getByRole('link', { name: 'https://gazette.example/2031/05/16/mission' });
      expect(await original.getAttribute('rel')).toBe('noopener noreferrer');
    });
  });

  it('shows hostile text as text and links no hostile address', async () => {
    await visit(`${addressOf('hostile')}?view=versions`, async (page) => {
      await page.getByText('javascript:alert(document.domain)').first().waitFor();
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
      await page.getByRole('button', { name: 'Text', exact: true }).click();
      expect(await page.locator('.article').textContent()).toContain(
        '<svg/onload=alert(1)> said that ships </script>',
      );
      expect(await page.title()).not.toBe('owned');
      expect(await page.locator('.article svg[onload], .article script, img').count()).toBe(0);
    });
  });

  it('reads a pasted page without keeping it', async () => {
    await visit('/read', async (page) => {
      await page
        .getByLabel('Article text or HTML')
        .fill('A ferry left the port of Ostra.\n\nNobody said why.');
      await page.getByLabel('Outlet').fill('Own Desk');
      await page.getByRole('button', { name: 'Read', exact: true }).click();
      await page.getByText('Read now and not kept.').waitFor();
      expect(await page.locator('.article p').allTextContents()).toEqual([
        'A ferry left the port of Ostra.',
        'Nobody said why.',
      ]);
      await page.getByText('Own Desk').waitFor();
      await page.getByRole('link', { name: 'Documents' }).click();
      await page.getByText('33 documents').waitFor();
    });
  });

  it('says what failed and tries again', async () => {
    const context = await visits.browser.newContext();
    const page = await context.newPage();
    await page.route('**/api/v1/documents?**', (route) => route.abort());
    await page.goto(`${visits.server.address.url}/documents`);
    await page.getByText('The server does not answer', { exact: true }).waitFor();
    await page.unroute('**/api/v1/documents?**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('33 documents').waitFor();
    await page.goto(`${visits.server.address.url}/documents/0123456789abcdef`);
    await page.getByText('Not found').waitFor();
    await context.close();
  });

  it('is dark where the system is, and remembers who wants it otherwise', async () => {
    const ground = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    await visit(
      '/documents',
      async (page) => {
        expect(await ground(page)).toBe('rgb(19, 19, 18)');
        await page.getByRole('button', { name: 'Light' }).click();
        expect(await ground(page)).toBe('rgb(250, 250, 248)');
        await page.reload();
        await page.getByRole('button', { name: 'Dark' }).waitFor();
        expect(await ground(page)).toBe('rgb(250, 250, 248)');
      },
      { colorScheme: 'dark' },
    );
  });

  it('fits a phone, with the claims in a sheet', async () => {
    for (const path of [
      '/documents',
      addressOf('warning'),
      `${addressOf('warning')}?view=timeline`,
      '/read',
    ]) {
      await visit(
        path,
        async (page) => {
          await page.locator('h1').waitFor();
          expect(await isWithin(page), path).toBe(true);
        },
        PHONE,
      );
    }
    await visit(
      addressOf('warning'),
      async (page) => {
        await page.getByRole('button', { name: 'Claims (13)' }).click();
        await page.locator('.claim-head').nth(4).click();
        await expect.poll(() => selectedWords(page)).toEqual(['We are staying']);
        await page.getByRole('button', { name: 'Close the claims' }).click();
        await page.getByRole('button', { name: 'Claims (13)' }).waitFor();
      },
      PHONE,
    );
  });

  it('sets text in lines of at most 70 characters', async () => {
    await visit(addressOf('warning'), async (page) => {
      await page.locator('.article p').first().waitFor();
      const longest = await page.evaluate<number>(LONGEST_LINE);
      expect(longest).toBeGreaterThan(50);
      expect(longest).toBeLessThanOrEqual(70);
    });
  });

  describe('accessibility', () => {
    it.each(takeTurns(DOCUMENT_PAGES))('finds no barrier at $path ($look)', async ({ options, path }) => {
      expect(await visits.findBarriers(path, options)).toEqual([]);
    });
  });
});
