import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { karvonia } from './setup/case-karvonia.ts';
import { findChromium } from './setup/chromium.ts';
import { karvoniaDesk, RAID } from './setup/karvonia-desk.ts';
import { makeEntry, openKarvoniaStore } from './setup/karvonia-store.ts';
import { takeTurns } from './setup/looks.ts';
import { buildReading, type ReadingPlan } from './setup/reading-builder.ts';
import { addressIn, isWithin, PHONE, startVisits, type Visits } from './setup/visits.ts';

/* The reader: versions put side by side, names, places and times, what was left out, and the list one came from. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

const OVERRIDE = '\u202e';
const LONG = 'wherever'.repeat(60);

const arabic: ReadingPlan = {
  outlet: 'صحيفة الساحل',
  title: 'إغلاق ميناء سرات',
  published: '2031-05-19',
  url: 'https://sahel.example/port',
  language: 'ar',
  text: 'قال الحاكم إن الميناء مغلق منذ الأحد.\n\nThe harbour master confirmed it in English.',
  claims: {
    c1: {
      says: 'الميناء مغلق منذ الأحد',
      chain: [
        { name: 'صحيفة الساحل', type: 'outlet' },
        { name: 'الحاكم', type: 'office', at: 'الحاكم', cue: ['قال', 'say'] },
      ],
    },
  },
};

/** Words that turn the writing round, and one that fits on no line. */
const turning: ReadingPlan = {
  outlet: `${OVERRIDE}teltuO`,
  title: `${OVERRIDE}eltiT ${LONG}`,
  published: '2031-05-19',
  url: 'https://turning.example/page',
  text: `The ${LONG} harbour ${OVERRIDE}desolc was <img src=x onerror=alert(1)> on Sunday.`,
  removed: [{ text: `${OVERRIDE}uneM ${LONG} <b>bold</b>`, why: 'navigation' }],
  claims: {
    c1: {
      says: `harbour ${OVERRIDE}desolc`,
      chain: [
        { name: `${OVERRIDE}teltuO`, type: 'outlet' },
        { name: `${OVERRIDE}ecilop ${LONG}`, type: 'office' },
      ],
    },
  },
  entities: { e1: { at: [LONG], type: 'group', name: `${OVERRIDE}${LONG}`, role: `${OVERRIDE}elor` } },
  times: {
    t1: { at: 'Sunday', type: 'DATE', value: `${OVERRIDE}2031-05-18`, precision: 'day', anchor: 't9' },
  },
};
const turned: ReadingPlan = {
  ...turning,
  seen: '2031-05-21T08:00:00Z',
  text: `${turning.text}\n\n<script>document.title="owned"</script> ${LONG}${LONG}`,
};

const [arabicReading, turningReading, turnedReading] = [arabic, turning, turned].map(buildReading);
const addressOf = ({ reading }: ReturnType<typeof buildReading>) =>
  `/documents/${reading.document.id.slice('sha256:'.length, 'sha256:'.length + 16)}`;
const warning = addressOf(karvonia.warning);
const changed = addressOf(karvonia.relayChanged);

describe.skipIf('missing' in found)(`the reader in a browser${why}`, () => {
  let visits: Visits;

  beforeAll(async () => {
    if ('missing' in found) return;
    visits = await startVisits(found.path, karvoniaDesk, {
      open: async () => {
        const kept = await openKarvoniaStore();
        await kept.store.put([arabicReading!, turningReading!].map(makeEntry));
        await kept.store.put([makeEntry(turnedReading!)]);
        return kept;
      },
    });
  });
  afterAll(() => visits?.close());

  const place = (page: Page) => page.getByRole('navigation', { name: 'The list it was opened from' });
  const title = (page: Page) => page.getByRole('heading', { level: 1 });

  it('puts two versions side by side, either way round, and the address says which', async () => {
    await visits.visit(`${changed}?view=versions`, async (page) => {
      const difference = page.getByRole('region', { name: 'From version 1 to version 2' });
      await difference
        .locator('ins')
        .getByText('Correction: an earlier version named another harbour.')
        .waitFor();
      expect(await difference.locator('del').count()).toBe(0);
      await difference.getByText('The one claim is the same.').waitFor();
      await page.getByRole('radio', { name: 'Compare version 2' }).check();
      await page.getByRole('radio', { name: 'With version 1' }).check();
      const back = page.getByRole('region', { name: 'From version 2 to version 1' });
      await back.locator('del').getByText('Correction: an earlier version named another harbour.').waitFor();
      expect(await addressIn(page)).toMatch(/view=versions&from=[0-9a-f]{16}&to=[0-9a-f]{16}/);
      await page.reload();
      await back.waitFor();
    });
  });

  it('opens names, places and times as cards, each with the way to its words', async () => {
    await visits.visit(warning, async (page) => {
      await page.getByRole('radio', { name: 'Names, places, times' }).check({ force: true });
      await page.getByRole('button', { name: /^Free Coast Front/ }).click();
      const card = page.locator('.thing.is-selected');
      await card.getByText('rebels').waitFor();
      expect(await page.locator('.article .of-selected-thing').allTextContents()).toContain(
        'The Free Coast Front',
      );
      await card.getByRole('button', { name: 'the Front, place 2' }).click();
      expect(await addressIn(page)).toMatch(/thing=e4&at=\d+-\d+/);
      await page.locator('.article .of-range', { hasText: 'the Front' }).waitFor();
      expect(await card.getByRole('link').getAttribute('href')).toContain('/actors?name=Free+Coast+Front');

      await page.locator('.article [data-thing=t1]').click();
      await card.getByText('2031-05-15', { exact: true }).waitFor();
      await card.getByText('the day of publication, 16 May 2031').waitFor();
      await page.getByRole('button', { name: /^Port Sarrat/ }).click();
      await card.getByRole('img', { name: /Port Sarrat/ }).waitFor();
      await page.keyboard.press('j');
      await page.locator('.thing.is-selected', { hasText: 'Port Sarrat' }).waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.locator('.thing.is-selected').waitFor({ state: 'detached' });
      expect(await addressIn(page)).toBe(warning);
    });
  });

  it('shows what was left out with its reason when asked, and remembers it', async () => {
    await visits.visit(warning, async (page) => {
      const toggle = page.getByRole('button', { name: 'Left out 3', exact: true });
      expect(await toggle.getAttribute('aria-pressed')).toBe('false');
      expect(await page.getByText('Get our morning letter.').count()).toBe(0);
      await toggle.click();
      await page
        .locator('.left-out li', { hasText: 'promotion' })
        .getByText('Get our morning letter.')
        .waitFor();
      await page.reload();
      await page.getByText('Get our morning letter.').waitFor();
    });
  });

  it('goes through a list like through letters, survives a reload, and leads back to it', async () => {
    await visits.visit('/documents?outlet=Harbour+Wire', async (page) => {
      const rows = page.locator('.document-row');
      await rows.first().waitFor();
      const total = await rows.count();
      const names = await page.locator('.document-row h2').allTextContents();
      expect(await page.locator('.document-row .unread').count()).toBe(total);
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await place(page).getByText(`1 of ${total}`, { exact: true }).waitFor();
      await page.keyboard.press('n');
      await place(page).getByText(`2 of ${total}`, { exact: true }).waitFor();
      await title(page).getByText(names[1]!, { exact: true }).waitFor();
      await page.keyboard.press('e');
      await page.getByRole('status').getByText('Marked as read.').waitFor();
      await place(page).getByText(`3 of ${total}`, { exact: true }).waitFor();
      await page.reload();
      await place(page).getByText(`3 of ${total}`, { exact: true }).waitFor();
      await page.keyboard.press('Shift+K');
      await place(page).getByText(`2 of ${total}`, { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Mark as unread' }).waitFor();
      // A claim that was opened on the way does not keep anybody from leaving.
      await page.keyboard.press('j');
      await page.locator('.claim.is-selected').waitFor();
      await page.keyboard.press('n');
      await title(page).getByText(names[2]!, { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await rows.first().waitFor();
      expect(await addressIn(page)).toBe('/documents?outlet=Harbour+Wire');
      expect(await page.locator('.document-row .unread').count()).toBe(total - 1);
      const read = rows.filter({ hasText: names[1]! });
      expect(await read.locator('.unread').count()).toBe(0);
      await read.getByRole('link').focus();
      await page.keyboard.press('u');
      await read.locator('.unread').waitFor();
      expect(await read.locator('.unread').textContent()).toBe('Unread: ');
    });
  });

  it('goes through what was found and through the reports of an incident; an odd list is none', async () => {
    await visits.visit(`/incidents/${RAID}`, async (page) => {
      await page.locator('#mentions').waitFor();
      await page.locator('.origin-group .claim-ref').first().click();
      await place(page).getByRole('link', { name: 'Reports of the incident' }).waitFor();
      await place(page)
        .getByText(/^1 of \d+$/)
        .waitFor();
    });
    await visits.visit('/search?of=documents&q=harbour', async (page) => {
      await page.locator('.found-row h2 a').first().click();
      await place(page).getByRole('link', { name: 'Search' }).waitFor();
      await place(page)
        .getByText(/^1 of \d+$/)
        .waitFor();
    });
    await visits.visit(`${warning}?list=${encodeURIComponent('documents?outlet=Nobody')}`, async (page) => {
      await place(page).getByText('not in this list any more').waitFor();
    });
    await visits.visit(`${warning}?list=${encodeURIComponent('javascript:alert(1)')}`, async (page) => {
      await page.getByRole('button', { name: 'Mark as read' }).waitFor();
      expect(await place(page).count()).toBe(0);
    });
  });

  it('sets writing from right to left as it is written, beside writing from left to right', async () => {
    await visits.visit(addressOf(arabicReading!), async (page) => {
      await title(page).waitFor();
      const directions = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.reader-head h1, .article p, .claim-words')].map((each) => getComputedStyle(each).direction)`,
      );
      expect(directions).toEqual(['rtl', 'rtl', 'ltr', 'rtl']);
    });
  });

  it('keeps words that turn the writing, endless words and tags from doing harm', async () => {
    // Whether there are such words at all, and whether all of them end where they stand.
    const isolated = `(selector) => {
      const turned = [...document.querySelectorAll(selector)].filter((each) => each.textContent.includes('${OVERRIDE}'));
      return turned.length > 0 && turned.every((each) => ['isolate', 'plaintext'].includes(getComputedStyle(each).unicodeBidi));
    }`;
    const address = addressOf(turnedReading!);
    for (const [path, selector] of [
      ['/search?of=documents&q=harbour', '.row-outlet, .row-words h2'],
      ['/documents', '.row-outlet, .row-words h2, .row-excerpt'],
      [address, '.reader-head h1, .facts-outlet, .chain-name, .claim-words'],
      [`${address}?thing=e1`, '.thing-name'],
      [`${address}?view=versions`, '.change-paragraph, .chain-name, .version-title'],
    ] as const) {
      for (const options of [PHONE]) {
        await visits.visit(
          path,
          async (page) => {
            await page.getByRole('heading', { level: 1 }).waitFor();
            await page.locator(selector).filter({ hasText: OVERRIDE }).first().waitFor({ state: 'attached' });
            await page.waitForLoadState('networkidle');
            expect(await page.evaluate<boolean>(`(${isolated})(${JSON.stringify(selector)})`), path).toBe(
              true,
            );
            expect(await isWithin(page), path).toBe(true);
            expect(await page.locator('main img, main script').count(), path).toBe(0);
            expect(await page.title(), path).not.toBe('owned');
          },
          options,
        );
      }
    }
  });

  it('has no serious barrier', async () => {
    for (const { path, options } of takeTurns([
      `${changed}?view=versions`,
      `${warning}?thing=p2&list=documents`,
      `${warning}?thing=t1`,
      '/documents',
    ]))
      expect(await visits.findBarriers(path, options), path).toEqual([]);
  });
});
