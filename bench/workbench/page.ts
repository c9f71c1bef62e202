import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';

export interface Counted {
  /** A second. */
  readonly frames: number;
  /** Milliseconds. */
  readonly slowest: number;
  /** Milliseconds for which the page's own thread had the processor in one frame: the same on a busy machine. */
  readonly work: number;
}

/** Runs what counts frames, and how long the page's own thread worked meanwhile. */
export async function countWhile(page: Page, script: string): Promise<Counted> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')
      ?.value ?? 0;
  const before = await read();
  const counted = await page.evaluate<Omit<Counted, 'work'> & { readonly count: number }>(script);
  const work = (1_000 * ((await read()) - before)) / counted.count;
  await session.detach();
  return { ...counted, work };
}

/** What is done within the page stands in a script of its own. */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript({ path: fileURLToPath(new URL('../workers/workbench-page.js', import.meta.url)) });
  return page;
}

export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate('bench.settle()');
}

/** Milliseconds of the clicks that were watched, in order. */
export async function sortedClicks(page: Page): Promise<readonly number[]> {
  const times = await page.evaluate<number[]>('bench.clicked');
  return times.sort((a, b) => a - b);
}
