/**
 * Takes the pictures of the workbench that the docs show, from the example case as the program reads it today:
 * `node scripts/run.mjs scripts/screenshots.ts [FOLDER]` (default: `docs/images`).
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { createApp } from '../src/disseminate/api/api.ts';
import { serveApp } from '../src/disseminate/api/serve.ts';
import type { Claim } from '../src/model/claim.ts';
import type { Desk } from '../src/model/desk.ts';
import type { Hash } from '../src/model/page.ts';
import { createReader } from '../src/process/read.ts';
import { makeAccounts } from '../src/run/accounts/accounts.ts';
import { readConfig } from '../src/run/config.ts';
import { makeDesk } from '../src/run/desk.ts';
import { makeEngine } from '../src/run/engine.ts';
import { EXAMPLE, EXAMPLE_SETTING, loadExample, readManifest } from '../src/run/example.ts';
import { Picture as AllReports } from '../src/run/picture.ts';
import { readProgramName } from '../src/run/version.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import type { Store } from '../src/store/store.ts';
import { findChromium, launchChromium } from '../test/setup/chromium.ts';
import { buildWorkbench } from '../test/setup/workbench.ts';
import { ADMIN, addPeople, findRecent, logIn, workTogether } from './screenshot-desk.ts';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly options?: BrowserContextOptions;
  /** What is pressed before it is taken: the palette, say. */
  readonly keys?: string;
  /** The name of a button that is pressed before it is taken. */
  readonly button?: string;
}

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};

/** The same page once more: a picture of half the size shows it well enough. */
const NIGHT: BrowserContextOptions = { colorScheme: 'dark', deviceScaleFactor: 1 };

/** Colours that a picture must at least have: an empty page has one or two. */
const FEWEST_COLOURS = 64;

/** Of 100: words stay sharp, and all pictures together small. */
const QUALITY = 50;

/** In a page: the number of colours in a picture that is given as a data address. */
const COUNT_COLOURS = `async (address) => {
  const image = await createImageBitmap(await (await fetch(address)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  return new Set(new Uint32Array(canvas.getImageData(0, 0, image.width, image.height).data.buffer)).size;
}`;

async function countColours(browser: Browser, image: Buffer): Promise<number> {
  const page = await browser.newPage();
  const address = `data:image/webp;base64,${image.toString('base64')}`;
  const colours = await page.evaluate<number>(`(${COUNT_COLOURS})(${JSON.stringify(address)})`);
  await page.close();
  return colours;
}

/** The document with the longest chain in it, and the claim that has it: what the program is about. */
async function findTelling(store: Store): Promise<{ readonly id: Hash; readonly claim: Claim }> {
  const { rows } = await store.search({ query: '"officials" militias preparations', limit: 20 });
  let best: { id: Hash; claim: Claim } | undefined;
  for (const { id } of rows) {
    for (const claim of (await store.getReading(id))?.claims ?? []) {
      const isBetter = best === undefined || claim.chain.length > best.claim.chain.length;
      if (isBetter && claim.events.length > 0) best = { id, claim };
    }
  }
  if (best === undefined) throw new Error('The example holds no claim with a chain; has it been read?');
  return best;
}

/** The day of the example on which there is most to be seen: the warning is out, nothing has happened yet. */
const WARNED = 'asOf=2020-12-11T23:59:59.000Z';
const PROBLEM = 'us-sites-iraq';

interface Shown {
  readonly document: Hash;
  readonly claim: Claim;
  readonly versions: Hash;
  readonly story: string;
  readonly incident: string;
}

const addressOf = (id: Hash) => `/documents/${id.slice('sha256:'.length, 23)}`;

/** Every view by its name, with its address. */
function listViews({ document, claim, versions, story, incident }: Shown): readonly Picture[] {
  const reader = addressOf(document);
  const problem = `/problems/${PROBLEM}`;
  const tabs = ['indicators', 'hypotheses', 'ladder', 'record', 'replay', 'brief', 'definition'];
  return [
    { name: 'board', path: `/?${WARNED}` },
    { name: 'evidence', path: `/?${WARNED}&evidence=problem:${PROBLEM}:preparation` },
    { name: 'problem', path: `${problem}?${WARNED}` },
    ...tabs.map((tab) => ({ name: tab, path: `${problem}?show=${tab}&${WARNED}` })),
    { name: 'stories', path: `/stories?${WARNED}` },
    { name: 'story', path: `/stories/${story}?${WARNED}` },
    { name: 'incidents', path: `/incidents?${WARNED}` },
    { name: 'incident', path: `/incidents/${incident}` },
    { name: 'map', path: `/map?${WARNED}` },
    { name: 'search', path: `/search?q=rocket&of=claims&${WARNED}` },
    { name: 'search-documents', path: `/search?q=rocket&of=documents&${WARNED}` },
    { name: 'search-events', path: `/search?q=rocket&of=events&${WARNED}` },
    { name: 'documents', path: `/documents?${WARNED}` },
    { name: 'reader', path: `${reader}?claim=${claim.id}` },
    { name: 'timeline', path: `${reader}?view=timeline` },
    { name: 'versions', path: `${addressOf(versions)}?view=versions` },
    { name: 'actors', path: `/actors?${WARNED}` },
    { name: 'actor', path: '/actors/wikidata:Q794' },
    { name: 'sources', path: `/sources?${WARNED}` },
    { name: 'source', path: '/sources/harbour%20wire' },
    { name: 'score', path: `/score?${WARNED}` },
    { name: 'read', path: '/read' },
    { name: 'palette', path: `/?${WARNED}`, keys: 'Control+k' },
    { name: 'help', path: `/?${WARNED}`, keys: '?' },
  ];
}

/** What a desk of several people has beside that. */
function listDeskViews({ document, claim }: Shown): readonly Picture[] {
  return [
    { name: 'comments', path: `${addressOf(document)}?claim=${claim.id}`, button: '1 comment' },
    { name: 'inbox', path: '/inbox' },
    { name: 'review', path: '/review' },
    { name: 'decisions', path: '/decisions' },
    { name: 'accounts', path: '/accounts' },
    { name: 'audit', path: '/audit' },
  ];
}

/** Each view as it is by day, by night and on a phone. */
function inAllForms(views: readonly Picture[]): readonly Picture[] {
  return views.flatMap((view) => [
    view,
    { ...view, name: `${view.name}-dark`, options: NIGHT },
    { ...view, name: `${view.name}-phone`, options: PHONE },
  ]);
}

/** The story with the most reports that only repeat, and the incident with the most figures that differ. */
async function findShown(desk: Desk, store: Store): Promise<Shown> {
  const { id, claim } = await findTelling(store);
  const { rows: stories } = await desk.listStories({ asOf: WARNED.slice('asOf='.length), limit: 200 });
  const { rows: incidents } = await desk.listIncidents({ limit: 200 });
  const story = stories.toSorted((a, b) => b.relays - a.relays)[0];
  const incident = incidents.toSorted((a, b) => b.differing - a.differing || b.documents - a.documents)[0];
  const { rows: documents } = await store.listDocuments({ limit: 100 });
  const versions = documents.find(({ version }) => version > 1);
  if (story === undefined || incident === undefined || versions === undefined)
    throw new Error('The example holds no story, or no second version of a page.');
  return { document: id, claim, versions: versions.id, story: story.id, incident: incident.id };
}

/** Where pictures are taken, and as whom: nobody has to be anybody unless a cookie is given. */
interface Place {
  readonly browser: Browser;
  readonly base: string;
  readonly cookie?: string;
}

async function take({ browser, base, cookie }: Place, picture: Picture): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...picture.options,
  });
  const [name, value] = cookie?.split('=') ?? [];
  if (name !== undefined && value !== undefined) await context.addCookies([{ name, value, url: base }]);
  const page = await context.newPage();
  await page.goto(base + picture.path, { waitUntil: 'networkidle' });
  // Words that were jumped to are marked for a moment; pictures are of what stays.
  await page.locator('.is-fresh').first().waitFor({ state: 'detached' });
  await page.locator('h1').first().waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
  if (picture.keys !== undefined) {
    await page.locator('main').focus();
    await page.keyboard.press(picture.keys);
    await page.getByRole('dialog').waitFor();
  }
  if (picture.button !== undefined) {
    const button = page.getByRole('button', { name: picture.button }).first();
    if (await button.isVisible()) await button.click();
    await page.waitForLoadState('networkidle');
  }
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const session = await context.newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await context.close();
  return Buffer.from(data, 'base64');
}

async function openExample(folder: string) {
  const now = () => new Date().toISOString();
  const name = readProgramName();
  const config = readConfig({ flags: { data: folder }, env: {}, platform: process.platform, home: folder });
  const store = await openEmbeddedStore({ folder, now });
  const reader = createReader({ engine: name });
  const picture = new AllReports(store);
  await store.setSetting(EXAMPLE_SETTING, EXAMPLE);
  await loadExample(await readManifest(), { store, reader, picture, config, now });
  const desk = await makeDesk({ store, config, now, picture });
  const engine = makeEngine({ loadReader: () => reader, name, now });
  return { store, desk, engine, name, now, config, picture };
}

async function takeAll(place: Place, pictures: readonly Picture[], folder: string): Promise<void> {
  for (const picture of pictures) {
    const image = await take(place, picture);
    const colours = await countColours(place.browser, image);
    if (colours < FEWEST_COLOURS) throw new Error(`${picture.name} is blank: it has ${colours} colours`);
    await writeFile(join(folder, `${picture.name}.webp`), image);
    console.log(`${picture.name}.webp  ${Math.round(image.length / 1_000)} kB, ${colours} colours`);
  }
}

/** The morning after the warning, on which the people of the desk are at work. */
const MORNING = Date.parse('2020-12-12T08:00:00.000Z');

type Example = Awaited<ReturnType<typeof openExample>>;

/** The pages that need people, at a desk that has some. */
async function takeDesk(
  browser: Browser,
  {
    example,
    folder,
    webFolder,
    shown,
  }: { example: Example; folder: string; webFolder: string; shown: Shown },
): Promise<void> {
  let minutes = 0;
  const now = () => new Date(MORNING + minutes++ * 1_000).toISOString();
  const { store, config, picture } = example;
  const desk = await makeDesk({ store, config, now, picture });
  const accounts = makeAccounts({ store, now });
  await addPeople(accounts);
  const app = createApp({ ...example, desk, now, accounts, login: true, host: '127.0.0.1', webFolder });
  const server = await serveApp(app, { port: 0 });
  const base = server.address.url;
  try {
    const { document, claim } = shown;
    const incident = await findRecent(desk, now());
    await workTogether(base, { problem: PROBLEM, incident, document, claim });
    const outside = inAllForms([{ name: 'log-in', path: '/' }]);
    await takeAll({ browser, base }, outside, folder);
    const cookie = await logIn(base, ADMIN);
    await takeAll({ browser, base, cookie }, inAllForms(listDeskViews(shown)), folder);
  } finally {
    await server.close();
  }
}

export async function main(argv: readonly string[]): Promise<number> {
  const folder = resolve(argv[0] ?? 'docs/images');
  const found = await findChromium();
  if ('missing' in found) {
    console.error(`No pictures: ${found.missing}`);
    return 1;
  }
  const data = await mkdtemp(join(tmpdir(), 'pictures-'));
  const webFolder = await buildWorkbench();
  const example = await openExample(data);
  const server = await serveApp(createApp({ ...example, host: '127.0.0.1', webFolder }), {
    port: 0,
  });
  const browser = await launchChromium(found.path);
  try {
    await mkdir(folder, { recursive: true });
    const shown = await findShown(example.desk, example.store);
    const base = server.address.url;
    await takeAll({ browser, base }, inAllForms(listViews(shown)), folder);
    await takeDesk(browser, { example, folder, webFolder, shown });
  } finally {
    await browser.close();
    await server.close();
    await example.store.close();
    await rm(data, { recursive: true, force: true });
  }
  return 0;
}
