import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { IncidentSummary } from '../../src/model/incident.ts';
import { makeBigStory } from '../big-story.ts';
import { measureBoard, measureFirstLoad } from './board.ts';
import { countWhile, openPage, settle, sortedClicks } from './page.ts';

/*
 * The workbench in a real Chromium: its first load, a board of 200 problems, a story of 2,000 reports (a click, moving), and a list
 * of 100,000 incidents. The built program serves the example case; problems, story and rows are generated here and put in place
 * of the API's answers on their way to the browser.
 */

const REPORTS = 2_000;
const ROWS = 100_000;
const CLICKS = 15;
/** Milliseconds for which it is moved. */
const MOVING = 4_000;

const CHROMIUM = process.env.TOCSIN_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-background-networking'];
/**
 * Without a graphics card the workbench draws with a pen. Where the browser has one, or is told that its processor is one, with WebGL:
 * on a machine without a card that way is slow, and only shows that it works.
 */
const WAYS = [
  { name: 'drawn with a pen', drawn: 'canvas', flags: ['--disable-gpu', '--disable-3d-apis'] },
  {
    name: 'WebGL (by the processor where there is no card)',
    drawn: 'webgl',
    flags: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  },
] as const;

export async function main(): Promise<number> {
  const load = loadavg()[0] ?? 0;
  console.log(`${availableParallelism()} processors, load ${load.toFixed(1)} before the start`);
  let failed = 0;
  const [pen] = WAYS;
  failed += await withServer(async (at) => {
    let missed = await withBrowser(pen, async (browser) => {
      const first = await measureFirstLoad(browser, at);
      return first + (await measureBoard(browser, at)) + (await measureList(browser, at));
    });
    for (const way of WAYS) missed += await withBrowser(way, (browser) => measureStory(browser, at, way));
    return missed;
  });
  return failed === 0 ? 0 : 1;
}

type Way = (typeof WAYS)[number];

/** Starts the built program over the example case, in a folder of its own. */
async function withServer(measure: (at: string) => Promise<number>): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'tocsin-bench-'));
  const port = await findPort();
  const server = await startServer(data, port);
  try {
    return await measure(`http://127.0.0.1:${port}`);
  } finally {
    server.kill();
    await rm(data, { recursive: true, force: true });
  }
}

async function withBrowser(way: Way, measure: (browser: Browser) => Promise<number>): Promise<number> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...way.flags] });
  try {
    return await measure(browser);
  } finally {
    await browser.close();
  }
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 7077));
    });
  });
}

function startServer(data: string, port: number): Promise<ChildProcess> {
  const main = new URL('../../dist/run/main.js', import.meta.url).pathname;
  const server = spawn(
    process.execPath,
    [main, 'serve', '--example', '--data', data, '--port', String(port)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (text: Buffer) => {
        // Once the example is there, nothing else goes on any more.
        if (/ added, /.test(text.toString())) resolve(server);
      });
    server.once('exit', (code) =>
      reject(new Error(`the server ended with ${code}; run npm run build first`)),
    );
  });
}

async function measureStory(
  browser: Browser,
  at: string,
  { name, drawn }: { readonly name: string; readonly drawn: string },
): Promise<number> {
  const story = makeBigStory(REPORTS);
  const page = await openPage(browser);
  // Asked whether it is quick, a processor that plays a graphics card says no.
  if (drawn === 'webgl') await page.addInitScript('bench.passForACard()');
  await page.route(`**/api/v1/stories/${story.id}*`, (route) => route.fulfill({ json: story }));
  const start = performance.now();
  await page.goto(`${at}/stories/${story.id}`);
  await page.locator(`.graph-stage[data-drawn="${drawn}"]`).waitFor();
  await settle(page);
  const shown = performance.now() - start;
  const rate = await countWhile(page, `bench.move(${MOVING})`);
  const clicks = await click(page);
  const [median, worst] = [clicks[Math.floor(clicks.length / 2)] ?? Number.NaN, clicks.at(-1) ?? Number.NaN];
  console.log(`story of ${REPORTS.toLocaleString('en')} reports, ${name}`);
  console.log(`  shown after ${shown.toFixed(0)} ms (page opened until nothing more is drawn)`);
  console.log(
    `  moving: ${rate.frames.toFixed(1)} frames a second, slowest frame ${rate.slowest.toFixed(0)} ms, ${rate.work.toFixed(1)} ms of work a frame`,
  );
  console.log(
    `  ${clicks.length} clicks answered: median ${median.toFixed(0)} ms, slowest ${worst.toFixed(0)} ms`,
  );
  await page.close();
  // Without a card WebGL is only looked at.
  return drawn === 'webgl' || (median < 100 && rate.frames >= 50) ? 0 : 1;
}

/** Clicks on reports here and there; milliseconds from the press of the button until the drawer with its words was drawn, in order. */
async function click(page: Page): Promise<readonly number[]> {
  await page.getByRole('button', { name: 'All of it' }).click();
  await page.waitForTimeout(400);
  await page.evaluate('bench.watchClicks()');
  const stage = page.locator('.graph-stage');
  await stage.scrollIntoViewIfNeeded();
  for (let tried = 0, hit = 0; tried < 400 && hit < CLICKS; tried += 1) {
    const box = (await stage.boundingBox())!;
    const place = {
      x: box.width * (0.05 + 0.9 * ((tried * 0.381966) % 1)),
      y: box.height * (0.1 + 0.8 * ((tried * 0.618034) % 1)),
    };
    await page.mouse.move(box.x + place.x, box.y + place.y);
    await page.mouse.click(box.x + place.x, box.y + place.y);
    await page.waitForTimeout(350);
    if ((await page.locator('.drawer').count()) === 0) continue;
    hit += 1;
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
    await page.waitForTimeout(350);
  }
  return sortedClicks(page);
}

function makeRow(at: number): IncidentSummary {
  const instant = new Date(Date.parse('2031-05-20T00:00:00Z') - at * 600_000).toISOString();
  return {
    ...{ kind: 'incident', id: `i${at}`, type: 'ASSAULT', mode: 'heavy-weapons', realis: 'occurred' },
    title: `Rocket attack no. ${at}, harbour district of Port Sarrat`,
    when: { from: instant.slice(0, 10), to: instant.slice(0, 10), precision: 'day' },
    ...{ actors: [], recipients: [], mentions: 3, documents: 2, confirmed: 1, possible: 1, differing: 0 },
    ...{ first: instant, last: instant },
  };
}

/** Scrolls through a list of 100,000 rows, jumps to its end, and counts frames. */
async function measureList(browser: Browser, at: string): Promise<number> {
  const page = await openPage(browser);
  await page.route('**/api/v1/incidents?*', (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const [limit, offset] = [Number(asked.get('limit')), Number(asked.get('offset'))];
    const rows = Array.from({ length: Math.min(limit, ROWS - offset) }, (_, each) => makeRow(offset + each));
    return route.fulfill({ json: { rows, total: ROWS } });
  });
  await page.goto(`${at}/incidents`);
  await page.locator('.picture-row').first().waitFor();
  await settle(page);
  const rate = await countWhile(page, `bench.scroll(${MOVING})`);
  const start = performance.now();
  await page.keyboard.press('End');
  await page.getByText(`Rocket attack no. ${ROWS - 1},`).waitFor();
  const toEnd = performance.now() - start;
  const kept = await page.locator('.virtual-row').count();
  console.log(`list of ${ROWS.toLocaleString('en')} incidents`);
  console.log(
    `  scrolling: ${rate.frames.toFixed(1)} frames a second, slowest frame ${rate.slowest.toFixed(0)} ms, ${rate.work.toFixed(1)} ms of work a frame`,
  );
  console.log(`  to the last row by End: ${toEnd.toFixed(0)} ms; ${kept} rows in the page`);
  await page.close();
  return rate.frames >= 50 ? 0 : 1;
}
