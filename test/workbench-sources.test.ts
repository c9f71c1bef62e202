import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from './setup/chromium.ts';
import { makeClock, makeProblemFolder } from './setup/karvonia-together.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { addressIn, isWithin, SMALL_PHONE, startVisits, type Visits } from './setup/visits.ts';

/* Sources in the workbench: added by address, OPML and file, graded by hand, and what rests on each. Over the real desk. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

const SOURCES = `# Ours
sources:
  - id: northern-gazette
    name: Northern Gazette
    feed: https://gazette.example/rss
`;
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Coast &amp; Sea</title><link>http://coast.example/</link>
<description>Reports.</description><item><title>Ferry late</title><link>http://coast.example/1</link></item></channel></rss>`;
const OPML = `<?xml version="1.0"?><opml version="2.0"><body>
<outline type="rss" text="Gulf Meridian" xmlUrl="https://gulf-meridian.example/feed"/>
<outline type="rss" text="&lt;img src=x onerror=alert(1)&gt; \u202eWire" xmlUrl="https://turned.example/feed"/>
<outline type="rss" text="Gazette again" xmlUrl="https://gazette.example/rss"/>
<outline type="rss" text="Room" xmlUrl="javascript:alert(1)"/>
</body></opml>`;
const OWN = `sources:
  - id: harbour-wire
    name: Harbour Wire
    feed: https://harbour-wire.example/rss
`;
const FAULTY = `${OWN}  - id: A b
    name: X
    feed: ftp://x.example
`;

describe.skipIf('missing' in found)(`sources in a browser${why}`, () => {
  let visits: Visits;
  let folder: ReturnType<typeof makeProblemFolder>;
  let server: Server;
  let site: string;

  beforeAll(async () => {
    if ('missing' in found) return;
    folder = makeProblemFolder();
    writeFileSync(join(folder.data, 'sources.yaml'), SOURCES);
    const problem = join(folder.data, 'problems', 'karvonia.yaml');
    const text = readFileSync(problem, 'utf8').replace(
      'halfLife: 14,',
      'halfLife: 14, seenBy: { language: [fr] },',
    );
    writeFileSync(problem, text);
    // The test's own server stands on this machine.
    writeFileSync(join(folder.data, 'tocsin.json'), '{"allowPrivate": true}');
    server = createServer(({ url }, response) => {
      const isFeed = url === '/feed';
      response.setHeader('content-type', isFeed ? 'application/rss+xml' : 'text/html');
      if (isFeed) response.end(FEED);
      else if (url === '/')
        response.end('<title>Coast</title><link rel="alternate" type="application/rss+xml" href="/feed">');
      else response.end('<title>Nothing</title><p>No feed here.</p>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    visits = await startVisits(found.path, (store) => openRealDesk(store, makeClock(), folder.data));
  });
  afterAll(async () => {
    await visits?.close();
    folder?.remove();
    server?.close();
  });

  const readList = () => readFileSync(join(folder.data, 'sources.yaml'), 'utf8');
  const dialog = (page: Page) => page.getByRole('dialog');
  const open = async (page: Page) => {
    await page.getByRole('button', { name: 'Add sources…' }).click();
    await dialog(page).waitFor();
  };
  const preview = (page: Page) => dialog(page).getByRole('region', { name: 'Preview' });
  const handIn = (page: Page, name: string, text: string) =>
    dialog(page)
      .getByLabel('OPML file', { exact: false })
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

  it('are added by the address of a page that names its feed; an address without one is told', async () => {
    await visits.visit(
      '/sources',
      async (page) => {
        await open(page);
        const address = dialog(page).getByLabel('Address of a feed or page');
        await address.fill(`${site}/nothing`);
        await dialog(page).getByRole('button', { name: 'Look for its feed' }).click();
        await dialog(page)
          .getByRole('alert')
          .getByText(/no feed/)
          .waitFor();
        expect(await address.inputValue()).toBe(`${site}/nothing`);
        await address.fill(`${site}/`);
        await dialog(page).getByRole('button', { name: 'Look for its feed' }).click();
        await dialog(page)
          .getByRole('button', { name: `${site}/feed` })
          .click();
        await dialog(page).getByLabel('Name of the outlet').fill('Coast & Sea');
        await dialog(page).getByRole('button', { name: 'Preview' }).click();
        await preview(page).getByText(`Coast & Sea`).waitFor();
        expect(readList()).toBe(SOURCES);
        await preview(page).getByRole('button', { name: 'Add 1 source' }).click();
        await dialog(page).waitFor({ state: 'detached' });
        await page.getByRole('link', { name: 'Coast & Sea' }).waitFor();
        expect(readList()).toContain(`feed: ${site}/feed`);
        expect(readList().startsWith('# Ours')).toBe(true);
        await page.getByRole('link', { name: 'Coast & Sea' }).click();
        await page.getByText('not asked yet').first().waitFor();
        await page.getByRole('button', { name: 'Pause' }).click();
        await page.getByRole('button', { name: 'Go on' }).waitFor();
        expect(readList()).toContain('paused: true');
      },
      { refused: [400, 404, 422] },
    );
  });

  it('are added by OPML and by a file of the own form: what is known and what is wrong is told by line', async () => {
    await visits.visit('/sources', async (page) => {
      await open(page);
      await handIn(page, 'mine.opml', OPML);
      await preview(page).getByText('in the list as northern-gazette').waitFor();
      const words = await preview(page).innerText();
      expect(words).toContain('line 2: Gulf Meridian https://gulf-meridian.example/feed new');
      expect(words).toContain('<img src=x onerror=alert(1)>');
      expect(words).toMatch(/1 fault, not added\s+line 5: /);
      expect(await page.locator('.source-preview img, .source-preview a').count()).toBe(0);
      await preview(page).getByRole('button', { name: 'Add 2 sources' }).click();
      await dialog(page).waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Gulf Meridian' }).waitFor();

      await open(page);
      await handIn(page, 'sources.yaml', FAULTY);
      await preview(page).getByText('2 faults, not added').waitFor();
      expect(await preview(page).innerText()).toMatch(/line 5: [\s\S]*line 7: /);
      expect(await preview(page).getByText('Nothing new').count()).toBe(0);
      await handIn(page, 'mended.yaml', OWN);
      await preview(page).getByRole('button', { name: 'Add 1 source' }).click();
      await dialog(page).waitFor({ state: 'detached' });
      expect(readList()).toContain('harbour-wire.example');

      await open(page);
      await handIn(page, 'mine.opml', OPML);
      await expect
        .poll(() =>
          preview(page)
            .getByText(/in the list as/)
            .count(),
        )
        .toBe(3);
      expect(await preview(page).getByRole('button', { name: /^Add/ }).count()).toBe(0);
      await handIn(page, 'large.opml', 'x'.repeat(2_000_001));
      await dialog(page).getByText('The file has more than 2 MB').waitFor();
      await handIn(page, 'picture.opml', '<opml><body><outline');
      await dialog(page)
        .getByText(/fault|cannot be read|not added/)
        .first()
        .waitFor();
    });
  });

  it('tell what is heard of each, what nobody covers, and are graded by hand with a note', async () => {
    await visits.visit('/sources', async (page) => {
      const row = page
        .locator('li, article')
        .filter({ has: page.getByRole('link', { name: 'Northern Gazette', exact: true }) })
        .last();
      expect(await row.innerText()).toMatch(/1 document, 13 claims/);
      await page.getByText(/^What nobody covers: \d/).click();
      await page.getByText('Officials fear an attack').first().waitFor();
      await page.getByRole('link', { name: 'Northern Gazette', exact: true }).click();
      await page.getByRole('heading', { name: 'Northern Gazette', level: 1 }).waitFor();
      await page.getByText(/^heard on \d+ days? of the last 90/).waitFor();
      await page.getByRole('heading', { name: 'From publication to being known here' }).waitFor();
      await page.getByRole('button', { name: /^Set the grade/ }).click();
      await dialog(page).getByLabel('Grade').selectOption('B, usually reliable');
      await dialog(page).getByLabel('Why').fill('its reporters were there');
      await dialog(page).getByLabel('Your name').fill('Ann Example');
      await dialog(page).getByRole('button', { name: 'Set the grade' }).click();
      await page.getByText('its reporters were there').waitFor();
      await page.getByText(/is on record/).waitFor();
    });
  });

  it('lead from what depends on a source to the evidence, and back', async () => {
    await visits.visit('/sources/northern%20gazette', async (page) => {
      const depends = page.getByRole('region', { name: 'What depends on it' });
      await depends.getByText('without it', { exact: false }).waitFor();
      await depends
        .getByRole('button', { name: 'Officials fear an attack' })
        .or(depends.getByRole('link', { name: 'Officials fear an attack' }))
        .click();
      const drawer = page.getByRole('complementary', { name: 'Evidence' });
      await drawer.locator('.claim-ref').first().waitFor();
      await expect.poll(() => addressIn(page)).toContain('evidence=problem');
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
      await depends.waitFor();
    });
  });

  it('fit a small phone and put up no barrier', async () => {
    await visits.visit(
      '/sources',
      async (page) => {
        await page.locator('h1').first().waitFor();
        await page.waitForLoadState('networkidle');
        expect(await isWithin(page)).toBe(true);
        await open(page);
        await handIn(page, 'mine.opml', OPML);
        await preview(page).waitFor();
        const { width } = (await dialog(page).boundingBox())!;
        expect(width).toBeLessThanOrEqual(360);
        expect(
          await page.evaluate<boolean>(
            'document.querySelector(".dialog").scrollWidth <= document.querySelector(".dialog").clientWidth',
          ),
        ).toBe(true);
      },
      SMALL_PHONE,
    );
    const look = async (page: Page) => {
      await open(page);
      await handIn(page, 'mine.opml', OPML);
      await preview(page).waitFor();
    };
    expect(await visits.findBarriers('/sources', {}, look)).toEqual([]);
    expect(await visits.findBarriers('/sources/northern%20gazette', { colorScheme: 'dark' })).toEqual([]);
  });
});
