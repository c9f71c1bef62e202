import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import type { Board } from '../../src/model/desk.ts';
import { countWhile, openPage, settle, sortedClicks } from './page.ts';

const PROBLEMS = 200;
const LOADS = 7;
const CLICKS = 15;
/** Milliseconds for which it is moved. */
const MOVING = 4_000;
/** The example, where its problem has the most to show. */
const AS_OF = '2020-12-11T18:00:00.000Z';
/** Bytes of script, gzip; milliseconds. */
const BARS = { script: 200_000, interactive: 1_000, click: 100, frames: 50 };

const middle = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;

/**
 * Opens the board anew, with nothing kept from before: the bytes of its scripts, and the time from the navigation until the first row
 * has answered a key.
 */
export async function measureFirstLoad(browser: Browser, at: string): Promise<number> {
  const script = await measureScript(browser, at);
  const times: number[] = [];
  for (let load = 0; load < LOADS; load++) {
    const page = await openPage(browser);
    await page.goto(`${at}/?asOf=${AS_OF}`, { waitUntil: 'commit' });
    times.push(await page.evaluate<number>('bench.firstAnswer()'));
    await page.close();
  }
  const sorted = times.sort((a, b) => a - b);
  console.log('first load of the board, nothing kept');
  console.log(`  script ${(script / 1000).toFixed(0)} kB, gzip`);
  console.log(
    `  a row answers a key ${middle(sorted).toFixed(0)} ms after the navigation (slowest of ${sorted.length}: ${sorted.at(-1)?.toFixed(0)} ms)`,
  );
  return script < BARS.script && middle(sorted) < BARS.interactive ? 0 : 1;
}

/** Bytes of script, gzip, until the board stands and nothing more is asked for. */
async function measureScript(browser: Browser, at: string): Promise<number> {
  const page = await openPage(browser);
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(`${at}/?asOf=${AS_OF}`);
  await page.locator('.problem-row').first().waitFor();
  await settle(page);
  const sizes = await Promise.all(scripts);
  await page.close();
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * A board of the example's problem, many times under other names: put in place of the API's answers, which takes time of its own at each
 * click. With as many problems of its own the server takes minutes to load the example.
 */
export async function measureBoard(browser: Browser, at: string): Promise<number> {
  const board = (await (await fetch(`${at}/api/v1/board?asOf=${AS_OF}`)).json()) as Board;
  const row = board.rows[0]!;
  const page = await openPage(browser);
  const rows = Array.from({ length: PROBLEMS }, (_, i) => ({
    ...row,
    problem: `${row.problem}-${i}`,
    title: `${row.title}, no. ${i}`,
  }));
  await page.route('**/api/v1/board*', (route) => route.fulfill({ json: { ...board, rows } }));
  await page.route(`**/api/v1/problems/${row.problem}-*`, (route) =>
    route.continue({
      url: route
        .request()
        .url()
        .replace(/(\/problems\/.*?)-\d+(?=[/?]|$)/, '$1'),
    }),
  );
  const start = performance.now();
  await page.goto(`${at}/?asOf=${AS_OF}`);
  await page
    .locator('.problem-row')
    .nth(PROBLEMS - 1)
    .waitFor({ state: 'attached' });
  await settle(page);
  const shown = performance.now() - start;
  const rate = await countWhile(page, `bench.scroll(${MOVING})`);
  await page.evaluate('bench.watchClicks()');
  for (let i = 0; i < CLICKS; i++) {
    const number = page.locator('.now-number').nth((i * 37) % PROBLEMS);
    await number.scrollIntoViewIfNeeded();
    await settle(page);
    await number.click();
    await page.locator('.drawer .claim-ref').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
  }
  const clicks = await sortedClicks(page);
  console.log(`board of ${PROBLEMS} problems`);
  console.log(`  shown after ${shown.toFixed(0)} ms (page opened until nothing more is drawn)`);
  console.log(
    `  scrolling: ${rate.frames.toFixed(1)} frames a second, slowest frame ${rate.slowest.toFixed(0)} ms, ${rate.work.toFixed(1)} ms of work a frame`,
  );
  console.log(
    `  ${clicks.length} clicks on a probability, until its evidence stands: median ${middle(clicks).toFixed(0)} ms, slowest ${clicks.at(-1)?.toFixed(0)} ms`,
  );
  await page.close();
  return middle(clicks) < BARS.click && rate.frames >= BARS.frames ? 0 : 1;
}
