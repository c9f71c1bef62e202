import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type AppOptions, createApp } from '../../src/disseminate/api/api.ts';
import { type RunningServer, serveApp } from '../../src/disseminate/api/serve.ts';
import type { Desk } from '../../src/model/desk.ts';
import { launchChromium } from './chromium.ts';
import { EXAMPLE_NOW, openExampleStore } from './example-store.ts';
import { searchPlainly } from './karvonia-search.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './karvonia-store.ts';
import { Windows } from './windows.ts';
import { buildWorkbench } from './workbench.ts';

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
export const SMALL_PHONE = { ...PHONE, viewport: { width: 360, height: 740 } } as const;
const DESK = { viewport: { width: 1280, height: 800 } } as const;

/** The workbench over the made-up case, and a browser that looks at it. */
/** How somebody looks, and which answers the server is expected to refuse with: 409, say. */
export interface VisitOptions extends BrowserContextOptions {
  readonly refused?: readonly number[];
}

export interface Visits {
  readonly store: TestStore['store'];
  readonly server: RunningServer;
  readonly browser: Browser;
  /** Opens an address, does something there, and fails on whatever the browser complains about meanwhile. */
  visit(path: string, look: (page: Page) => Promise<void>, options?: VisitOptions): Promise<void>;
  /** Serious barriers that axe finds at an address, each with the elements that have it, and whether it is too wide for a small phone. */
  findBarriers(
    path: string,
    options: BrowserContextOptions,
    /** Done before axe looks: opens a dialog, say. */
    prepare?: (page: Page) => Promise<void>,
  ): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Serves the workbench as it stands with a desk, over the made-up case unless told otherwise, and starts a browser. */
export async function startVisits(
  chromium: string,
  given: Desk | ((store: TestStore['store']) => Promise<Desk>),
  {
    open = openKarvoniaStore,
    now = '2031-05-22T10:00:00.000Z',
    more = async () => ({}),
  }: {
    readonly open?: () => Promise<TestStore>;
    readonly now?: string;
    /** What else the server is given. */
    readonly more?: (store: TestStore['store']) => Promise<Partial<AppOptions>>;
  } = {},
): Promise<Visits> {
  const [kept, webFolder, browser] = await Promise.all([open(), buildWorkbench(), launchChromium(chromium)]);
  const desk =
    typeof given === 'function'
      ? await given(kept.store)
      : { ...given, ...searchPlainly(kept.store, () => now) };
  const app = createApp({
    store: kept.store,
    engine: plainEngine,
    desk,
    name: 'tocsin 0.0.0-test',
    now: () => now,
    webFolder,
    host: '127.0.0.1',
    ...(await more(kept.store)),
  });
  const server = await serveApp(app, { port: 0 });
  const { url } = server.address;
  const windows = new Windows(browser, url);
  return {
    store: kept.store,
    server,
    browser,
    visit: (path, look, options) => visit({ windows, url }, { path, look, options: options ?? {} }),
    findBarriers: (path, options, prepare) => findBarriers({ windows, url }, { path, options, prepare }),
    close: async () => {
      await browser.close();
      await server.close();
      await kept.dispose();
    },
  };
}

/** The workbench over the example case that comes with the program, with its real desk, and a browser that looks at it. */
export async function startExampleVisits(chromium: string, now = EXAMPLE_NOW): Promise<Visits> {
  const example = await openExampleStore(now);
  return startVisits(chromium, async () => example.desk, { open: async () => example, now });
}

interface Place {
  readonly windows: Windows;
  readonly url: string;
}

async function visit(
  { windows, url }: Place,
  given: {
    readonly path: string;
    readonly look: (page: Page) => Promise<void>;
    readonly options: VisitOptions;
  },
): Promise<void> {
  const { refused = [], ...asked } = given.options;
  const options = { ...DESK, timezoneId: 'UTC', locale: 'en-GB', ...asked };
  const isExpected = (text: string) => refused.some((status) => text.includes(`with a status of ${status} `));
  await windows.withTab(options, async (page) => {
    const complaints: string[] = [];
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !isExpected(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`a dialog opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) complaints.push(`asked ${request.url()}`);
    });
    await page.goto(url + given.path);
    await given.look(page);
    expect(complaints).toEqual([]);
  });
}

const IS_WITHIN = `document.documentElement.scrollWidth <= document.documentElement.clientWidth
  && document.querySelector('.page').scrollWidth <= document.querySelector('.page').clientWidth`;

let axe: Promise<string> | undefined;
function readAxe(): Promise<string> {
  axe ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return axe;
}

interface Axe {
  run(options: RunOptions): Promise<AxeResults>;
}

/** Axe cannot be injected under the real policy; that the policy holds is what all other tests see. */
async function findBarriers(
  { windows, url }: Place,
  {
    path,
    options,
    prepare,
  }: {
    readonly path: string;
    readonly options: BrowserContextOptions;
    readonly prepare: ((page: Page) => Promise<void>) | undefined;
  },
): Promise<readonly string[]> {
  return windows.withTab({ ...DESK, ...options, bypassCSP: true }, async (page) => {
    await page.goto(url + path);
    // What cannot be shown says so in place of its heading.
    await page.locator('h1, [role="alert"]').first().waitFor();
    await page.waitForLoadState('networkidle');
    await prepare?.(page);
    await page.evaluate(await readAxe());
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
    );
    const barriers = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    return (await fitsSmallPhone(page)) ? barriers : [...barriers, 'too wide for a small phone'];
  });
}

/** Asked last of a page: its window is that small afterwards. The reference of the API is a page of its own and scrolls. */
async function fitsSmallPhone(page: Page): Promise<boolean> {
  if ((await page.locator('.page').count()) === 0) return true;
  await page.setViewportSize(SMALL_PHONE.viewport);
  return page
    .waitForFunction(IS_WITHIN, undefined, { timeout: 3_000 })
    .then(() => true)
    .catch(() => false);
}

export const addressIn = (page: Page) => page.evaluate<string>('location.pathname + location.search');

/** Whether the page fits its window: nothing has to be scrolled sideways. */
export const isWithin = (page: Page) => page.evaluate<boolean>(IS_WITHIN);
