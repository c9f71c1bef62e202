import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../src/model/desk.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { findChromium } from './setup/chromium.ts';
import { HOSTILE_STORY, karvoniaDesk, PROBLEM, RAID } from './setup/karvonia-desk.ts';
import { PICTURE_PAGES, takeTurns } from './setup/looks.ts';
import { addressIn, PHONE, startVisits, type Visits } from './setup/visits.ts';

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

/** What the desk is asked, so that a test can see that every view obeys the instant. */
const asked: string[] = [];

/** The desk of the case, over some days, so that there is a time line to move along. */
const desk: Desk = {
  ...karvoniaDesk,
  getBoard: (asOf) => {
    asked.push(`board ${asOf ?? 'live'}`);
    return karvoniaDesk.getBoard(asOf);
  },
  listStories: async (request) => {
    asked.push(`stories ${request.asOf ?? 'live'}`);
    const { rows, total } = await karvoniaDesk.listStories(request);
    return { rows: rows.map((row) => ({ ...row, first: '2031-05-17T08:00:00.000Z' })), total };
  },
};

const warning = karvonia.warning.reading.document.id.slice('sha256:'.length, 'sha256:'.length + 16);

describe.skipIf('missing' in found)(`the picture in a browser${why}`, () => {
  let visits: Visits;

  beforeAll(async () => {
    if (!('missing' in found)) visits = await startVisits(found.path, desk);
  });

  afterAll(() => visits?.close());

  const visit: Visits['visit'] = (...given) => visits.visit(...given);
  const drawer = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });
  const focusedDoor = (page: Page) => page.evaluate<string>('document.activeElement?.dataset.door ?? ""');

  describe('the board', () => {
    it('says of a problem what there is to say, number beside word', async () => {
      await visit('/', async (page) => {
        const row = page.getByRole('article', { name: 'Allied mission in Karvonia' });
        const words = await row.innerText();
        for (const said of ['41%', 'unlikely', '23–60%', 'base rate 12%', 'elevated', 'low confidence'])
          expect(words).toContain(said);
        expect(words).toContain('+29 points since a day before');
        expect(words).toContain('3 Jun 2031: Anniversary of the harbour raid');
        expect(words).toContain('Launchers have been moved at night near Port Sarrat');
      });
    });

    it('lists problem files that could not be used', async () => {
      await visit('/', async (page) => {
        await page.getByRole('heading', { name: '1 fault in problem files' }).waitFor();
        await page.getByText('problems/broken.yaml: horizons is missing.').waitFor();
      });
    });

    it('leads from a reason to the words in three steps, and back to the same place', async () => {
      await visit('/', async (page) => {
        await page.getByRole('link', { name: 'Preparation of an attack is reported', exact: true }).click();
        await drawer(page).getByText('1 possible origin, 2 relays').waitFor();
        const evidence = await page.evaluate<string>('new URLSearchParams(location.search).get("evidence")');
        expect(evidence).toBe(`problem:${PROBLEM}:preparation`);
        await drawer(page).getByRole('link', { name: 'We see launchers being moved at night' }).click();
        await page.locator('.article .of-selected-claim').first().waitFor();
        expect(await addressIn(page)).toBe(`/documents/${warning}?claim=c2`);
        expect((await page.locator('.article .of-selected-claim').allTextContents()).join('')).toBe(
          'We see launchers being moved at night',
        );
        await page.keyboard.press('Escape');
        await drawer(page).waitFor();
        await expect
          .poll(() => page.evaluate<string>('document.activeElement.dataset.claimRef'))
          .toBe(`${warning}#c2`);
        await page.keyboard.press('Escape');
        await drawer(page).waitFor({ state: 'detached' });
        expect(await addressIn(page)).toBe('/');
        await expect.poll(() => focusedDoor(page)).toContain(':preparation');
      });
    });

    it('does the same by keyboard alone', async () => {
      await visit('/', async (page) => {
        await page.getByText('base rate 12%').waitFor();
        await page.keyboard.press('j');
        expect(await page.locator(':focus').textContent()).toBe('Allied mission in Karvonia');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await drawer(page).getByRole('heading', { name: 'Probability' }).waitFor();
        await page.keyboard.press('j');
        await page.keyboard.press('j');
        await page.keyboard.press('k');
        await page.keyboard.press('Enter');
        await page.locator('.article .of-selected-claim').first().waitFor();
        expect(await addressIn(page)).toBe(`/documents/${warning}?claim=c1`);
        await page.keyboard.press('Escape');
        await drawer(page).waitFor();
        await page.keyboard.press('Escape');
        await drawer(page).waitFor({ state: 'detached' });
        await expect.poll(() => focusedDoor(page)).toBe(`problem:${PROBLEM}`);
      });
    });

    it('is found where it was left, however far down', async () => {
      await visit(
        '/',
        async (page) => {
          const far = () => page.evaluate<number>('document.querySelector(".page").scrollTop');
          const newest = page.locator('.newest').first();
          await newest.scrollIntoViewIfNeeded();
          const before = await far();
          expect(before).toBeGreaterThan(50);
          await newest.click();
          await drawer(page).locator('.claim-ref').first().click();
          await page.locator('.article .of-selected-claim').first().waitFor();
          await page.keyboard.press('Escape');
          await drawer(page).waitFor();
          await expect.poll(far).toBe(before);
          await page.keyboard.press('Escape');
          await drawer(page).waitFor({ state: 'detached' });
          expect(await far()).toBe(before);
        },
        { viewport: { width: 1280, height: 420 } },
      );
    });

    it('opens a day of its course, by arrows and Enter', async () => {
      await visit('/', async (page) => {
        const course = page.getByRole('slider', { name: /probability by day/ });
        await course.focus();
        expect(await course.getAttribute('aria-valuetext')).toBe('22 May: 41%, elevated');
        for (let day = 0; day < 13; day++) await page.keyboard.press('ArrowLeft');
        expect(await course.getAttribute('aria-valuetext')).toBe(
          '9 May: 12%, normal; it happened on this day',
        );
        await page.keyboard.press('Enter');
        await drawer(page).getByText('It happened on 9 May 2031').waitFor();
        await drawer(page).getByText('No forecast stood on 9 May 2031').waitFor();
        await page.keyboard.press('Escape');
        await drawer(page).waitFor({ state: 'detached' });
        expect(await page.locator(':focus').getAttribute('role')).toBe('slider');
      });
    });

    it('opens evidence that only the address asks for, and can close it', async () => {
      await visit(`/?evidence=base:${PROBLEM}`, async (page) => {
        await drawer(page).getByText('No history was imported: the base rate is understated.').waitFor();
        await page.getByRole('button', { name: 'Close the evidence' }).click();
        await drawer(page).waitFor({ state: 'detached' });
        expect(await addressIn(page)).toBe('/');
      });
      await visit('/?evidence=nothing:at:all', async (page) => {
        await drawer(page).getByText('Nothing stands behind this address').waitFor();
      });
    });

    it('says when nothing is watched, and what failed', async () => {
      const context = await visits.browser.newContext();
      const page = await context.newPage();
      await page.route('**/api/v1/board*', (route) =>
        route.fulfill({ json: { kind: 'board', asOf: '2031-05-22T10:00:00.000Z', rows: [], failures: [] } }),
      );
      await page.goto(visits.server.address.url);
      await page.getByText('Nothing is watched yet').waitFor();
      await page.unroute('**/api/v1/board*');
      await page.route('**/api/v1/board*', (route) => route.abort());
      await page.reload();
      await page.getByText('The server does not answer', { exact: true }).waitFor();
      await page.unroute('**/api/v1/board*');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('base rate 12%').waitFor();
      await context.close();
    });
  });

  describe('the instant', () => {
    it('goes by days along the slider, and every view obeys it', async () => {
      await visit('/', async (page) => {
        await page.getByText('+29 points since a day before').waitFor();
        const slider = page.getByRole('slider', { name: 'As of which day' });
        await slider.focus();
        expect(await slider.getAttribute('aria-valuetext')).toBe('Live');
        for (let day = 0; day < 2; day++) await page.keyboard.press('ArrowLeft');
        await page.getByText('An earlier state.').waitFor();
        expect(await addressIn(page)).toBe('/?asOf=2031-05-19T23%3A59%3A59.000Z');
        expect(await page.locator('.top').getAttribute('class')).toContain('top-away');
        await page.getByText('+29 points since a day before').waitFor({ state: 'detached' });
        expect(asked).toContain('board 2031-05-19T23:59:59.000Z');
        await page.getByRole('link', { name: 'Stories' }).click();
        await page.getByText('No stories yet').waitFor();
        expect(asked).toContain('stories 2031-05-19T23:59:59.000Z');
        await page.getByRole('button', { name: 'A day later' }).click();
        await page.getByRole('link', { name: 'Officials fear an attack' }).waitFor();
        await page.getByRole('button', { name: 'Back to live' }).click();
        await page.getByText('An earlier state.').waitFor({ state: 'detached' });
        expect(await addressIn(page)).toBe('/stories');
      });
    });

    it('is that of the example first, until live is chosen', async () => {
      const instant = '2031-05-20T12:00:00.000Z';
      await visits.store.setSetting('example.asOf', instant);
      await visit('/', async (page) => {
        await page.getByText('The last day of the example.').waitFor();
        expect(await addressIn(page)).toBe(`/?asOf=${encodeURIComponent(instant)}`);
        await page.getByRole('button', { name: 'Back to live' }).click();
        await page.getByText('The last day of the example.').waitFor({ state: 'detached' });
        expect(await addressIn(page)).toBe('/?asOf=live');
        await page.getByRole('link', { name: 'Stories' }).click();
        await page.getByRole('heading', { name: 'Stories' }).waitFor();
        await page.getByRole('link', { name: 'Board', exact: true }).click();
        await page.getByText('base rate 12%').waitFor();
        expect(await addressIn(page)).toBe('/?asOf=live');
      });
      await visits.store.setSetting('example.asOf', '');
    });
  });

  describe('a problem', () => {
    it('leads from the base rate to the probability, at both horizons', async () => {
      await visit(`/problems/${PROBLEM}`, async (page) => {
        const steps = page.locator('.step');
        await steps.first().waitFor();
        expect(await page.locator('.step-title').allTextContents()).toEqual([
          'Base rate',
          'Preparation of an attack is reported',
          'Anniversary of the harbour raid',
          'Those threatened stay',
          'Rest',
          'Probability: unlikely',
        ]);
        expect(await page.locator('.step-amount').allTextContents()).toEqual([
          '12%',
          '+19',
          '+17',
          '−5',
          '−2',
          '41%',
        ]);
        await page.getByText('A group claims an attack beforehand').waitFor();
        await page.getByText('No Karvonian outlet is read.').waitFor();
        await page.getByRole('link', { name: '7 days' }).click();
        await page.getByText('Probability: very unlikely').waitFor();
        expect(await addressIn(page)).toContain('horizon=7');
        await steps.nth(1).click();
        await drawer(page).getByText('Launchers are moved before they are used.').waitFor();
      });
    });

    it('says of a silence what it means and who is there to break it, and of a sign what each origin counts for', async () => {
      await visit(`/problems/${PROBLEM}`, async (page) => {
        const silences = page.getByRole('region', { name: 'Not reported' });
        await silences.waitFor();
        expect(await silences.innerText()).toContain('looked and not seen');
        expect(await silences.innerText()).toContain('1 of 3 sources delivered in the last day, 1 dead');
        const words = await page.getByRole('main').innerText();
        expect(words).toContain('Pier Post: last heard 1 May 2031');
        expect(words).toContain(
          '1 weight learned from 41 settled outcomes; the others are the analyst’s words.',
        );
        expect(words).toContain('weight learned from 41 outcomes: ×3, by the word ×4');
        await silences.getByText('A group claims an attack beforehand').click();
        await drawer(page).getByText('told nothing of it over its half-life').waitFor();
        await page.keyboard.press('Escape');
        await page.getByText('Preparation of an attack is reported').first().click();
        await drawer(page).getByText('counts 20%, fresh 25%').waitFor();
        const seen = await drawer(page).innerText();
        expect(seen).toContain('graded 4, doubtful');
        expect(seen).toContain('cost to fake: high · undone: slowly');
      });
    });

    it('shows what was on record and how it came out', async () => {
      await visit(`/problems/${PROBLEM}`, async (page) => {
        await page.locator('#page').getByRole('link', { name: 'Record' }).click();
        await page.getByText('1, of these 1 yes (1 incident); 0 open').waitFor();
        await page.getByRole('figure', { name: /Reliability: 1 forecast of about 41% came true/ }).waitFor();
        await page.locator('.ledger-row').first().click();
        await drawer(page).getByText('Forecast no. 1').waitFor();
        await drawer(page).getByText('Settlement no. 2: it happened').waitFor();
        await drawer(page).getByText('Militias in Karvonia are at a raised level').waitFor();
        await page.getByRole('link', { name: /^1 forecast of about 41%/ }).click();
        await drawer(page).getByText('Settled forecasts, 30 days').waitFor();
        await drawer(page)
          .getByRole('link', { name: /^no\. 1, .*it happened$/ })
          .click();
        await drawer(page).getByText('Settlement no. 2: it happened').waitFor();
      });
    });

    it('tells the brief sentence by sentence, each a door, and gives it as a file', async () => {
      await visit(`/problems/${PROBLEM}?show=brief`, async (page) => {
        const brief = page.getByRole('article', { name: /^Brief/ });
        await brief.getByRole('heading', { name: 'Bottom line' }).waitFor();
        await brief.locator('.brief-for .door').first().click();
        await drawer(page).locator('.claim-ref').first().waitFor();
        await brief.getByText('No Karvonian outlet is read.').click();
        await drawer(page)
          .getByText('It stands on no report, but on what the file of the problem says: gaps.0.')
          .waitFor();
        const html = await page.getByRole('link', { name: 'HTML' }).getAttribute('href');
        expect(html).toMatch(`/api/v1/problems/${PROBLEM}/brief?format=html&asOf=`);
      });
    });
  });

  describe('stories and incidents', () => {
    it('shows who is first-hand at the root and who repeats below', async () => {
      await visit('/stories', async (page) => {
        await page.getByRole('link', { name: 'Officials fear an attack' }).click();
        await page.getByRole('link', { name: 'As a list' }).click();
        const tree = page.getByRole('list', { name: 'Who repeats whom' });
        await tree.getByText('possible origin, unnamed, through Channel Courier').waitFor();
        await page.getByRole('heading', { name: '1 possible origin, 2 relays' }).waitFor();
        const reports = tree.locator('.report');
        expect(await reports.count()).toBe(2);
        expect(await reports.nth(1).innerText()).toContain('repeats Channel Courier');
        await reports.nth(1).click();
        await drawer(page).getByText('credits Channel Courier').waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('link', { name: 'rockets hit the harbour district' }).click();
        await page.getByRole('heading', { name: 'Figures' }).waitFor();
        expect(await addressIn(page)).toBe(`/incidents/${RAID}`);
      });
    });

    it('sets differing figures side by side with who says which', async () => {
      await visit(`/incidents/${RAID}`, async (page) => {
        const row = page.getByRole('row', { name: /^rockets/ });
        await row.locator('.said').first().waitFor();
        expect(await row.locator('.said').allInnerTexts()).toEqual([
          'at least 8\nNorthern Gazette 16 May 2031',
          '21\nKarvonian army 16 May 2031',
        ]);
        await row.getByText('2 values, differ, can all hold, risen over time').waitFor();
        await row.getByText('Best statement: 21, what the newest confirmed origin leaves open').waitFor();
        const doers = page.getByRole('row', { name: /^Who did it/ });
        const denial = doers.getByRole('link', { name: 'rejected by Free Coast Front in Northern Gazette' });
        expect(await denial.getAttribute('href')).toMatch(/^\/documents\/[0-9a-f]+\?claim=c8/);
        // What differs is told at the head of the page, too, and opens the same.
        await page.getByText('Disagreement').waitFor();
        await page.getByRole('link', { name: 'rockets: at least 8 · 21' }).click();
        await drawer(page).getByText('Northern Gazette').first().waitFor();
        await row.locator('.said').nth(1).click();
        await drawer(page).getByText('Karvonian army').waitFor();
        await page.keyboard.press('Escape');
        await page.locator('.origin-group').getByText('Free Coast Front').waitFor();
      });
    });

    it('shows hostile names and titles as text', async () => {
      await visit(`/stories/${HOSTILE_STORY}?evidence=story:${HOSTILE_STORY}`, async (page) => {
        await page.getByRole('heading', { level: 1, name: /^<script>document.title/ }).waitFor();
        await drawer(page).getByText('<svg/onload=alert(1)>').waitFor();
        expect(await page.title()).not.toBe('owned');
        expect(await page.locator('main img, main script, aside img, svg[onload]').count()).toBe(0);
      });
      await visit('/', async (page) => {
        await page.getByText('<img src=x onerror=alert(1)>').waitFor();
        expect(await page.locator('main img').count()).toBe(0);
      });
    });

    it('says what is not there', async () => {
      const context = await visits.browser.newContext();
      const page = await context.newPage();
      for (const path of ['/problems/none', '/stories/none', '/incidents/none']) {
        await page.goto(visits.server.address.url + path);
        await page.getByText('Not found').waitFor();
      }
      await context.close();
    });
  });

  it('shows how forecasts came out, that there are too few, and the entries it rests on', async () => {
    await visit('/score', async (page) => {
      await page.getByText('too few to say; so far').first().waitFor();
      await page.getByText('Too few to say: 1 incident (10 needed)').first().waitFor();
      await page.getByText('Last entry scored: no. 2').waitFor();
      await page.getByRole('rowheader', { name: 'critical' }).waitFor();
      await page
        .getByRole('link', { name: /mission/i })
        .first()
        .click();
      await page.locator('.ledger-row').first().waitFor();
    });
  });

  it('lists sources that do not answer first, with what went wrong', async () => {
    await visit('/sources', async (page) => {
      const rows = page.locator('.source');
      await rows.first().waitFor();
      expect(await rows.first().innerText()).toContain('dead: it cannot be seen');
      expect(await rows.first().innerText()).toContain('answered 503. It is tried again later.');
      expect(await rows.nth(1).innerText()).toContain('answers, nothing kept yet');
    });
  });

  it('has a bottom bar on a phone, with the rest behind More', async () => {
    await visit(
      '/',
      async (page) => {
        await page.getByRole('button', { name: 'More' }).click();
        await page.getByRole('link', { name: 'Sources' }).click();
        await page.getByRole('heading', { name: 'Sources', exact: true }).waitFor();
        await page.getByRole('button', { name: /As of/ }).click();
        await page.getByRole('slider', { name: 'As of which day' }).waitFor();
      },
      PHONE,
    );
  });

  it.each(takeTurns(PICTURE_PAGES))('finds no barrier at $path ($look)', async ({ path, options }) => {
    expect(await visits.findBarriers(path, options)).toEqual([]);
  });
});
