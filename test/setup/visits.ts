import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { createApp } from '../../src/disseminate/api/api.ts';
import { type RunningServer, serveApp } from '../../src/disseminate/api/serve.ts';
import type { Desk } from '../../src/model/desk.ts';
import { launchChromium } from './chromium.ts';
import { searchPlainly } from './karvonia-search.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './karvonia-store.ts';
import { type BuiltWorkbench, buildWorkbench } from './workbench.ts';

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
export const SMALL_PHONE = { ...PHONE, viewport: { width: 360, height: 740 } } as const;
const DESK = { viewport: { width: 1280, height: 800 } } as const;

/** The workbench over the made-up case, and a browser that looks at it. */
export interface Visits {
  readonly store: TestStore['store'];
  readonly server: RunningServer;
  readonly browser: Browser;
  /** Opens an address, does something there, and fails on whatever the browser complains about meanwhile. */
  visit(path: string, look: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<void>;
  /** Serious barriers that axe finds at an address, each with the elements that have it. */
  findBarriers(
    path: string,
    options: BrowserContextOptions,
    /** Done before axe looks: opens a dialog, say. */
    prepare?: (page: Page) => Promise<void>,
  ): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Builds the workbench as it stands, serves it with a desk and starts a browser. */
export async function startVisits(
  chromium: string,
  given: Desk | ((store: TestStore['store']) => Promise<Desk>),
): Promise<Visits> {
  const [kept, built]: [TestStore, BuiltWorkbench] = await Promise.all([
    openKarvoniaStore(),
    buildWorkbench(),
  ]);
  const now = () => '2031-05-22T10:00:00.000Z';
  const desk =
    typeof given === 'function' ? await given(kept.store) : { ...given, ...searchPlainly(kept.store, now) };
  const app = createApp({
    store: kept.store,
    engine: plainEngine,
    desk,
    name: 'tocsin 0.0.0-test',
    now,
    webFolder: built.folder,
    host: '127.0.0.1',
  });
  const server = await serveApp(app, { port: 0 });
  const browser = await launchChromium(chromium);
  return {
    store: kept.store,
    server,
    browser,
    visit: (path, look, options) => visit({ browser, server }, { path, look, options: options ?? {} }),
    findBarriers: (path, options, prepare) => findBarriers({ browser, server }, { path, options, prepare }),
    close: async () => {
      await browser.close();
      await server.close();
      await kept.dispose();
      await built.dispose();
    },
  };
}

type Place = Pick<Visits, 'browser' | 'server'>;

async function visit(
  { browser, server }: Place,
  given: {
    readonly path: string;
    readonly look: (page: Page) => Promise<void>;
    readonly options: BrowserContextOptions;
  },
): Promise<void> {
  const context = await browser.newContext({ ...DESK, timezoneId: 'UTC', locale: 'en-GB', ...given.options });
  const complaints: string[] = [];
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address.url)) complaints.push(`asked ${request.url()}`);
  });
  try {
    await page.goto(server.address.url + given.path);
    await given.look(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Axe cannot be injected under the real policy; that the policy holds is what all other tests see. */
async function findBarriers(
  { browser, server }: Place,
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
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const context = await browser.newContext({ ...DESK, ...options, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(server.address.url + path);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await prepare?.(page);
  await page.evaluate(source);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  await context.close();
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

export const addressIn = (page: Page) => page.evaluate<string>('location.pathname + location.search');

/** Whether the page fits its window: nothing has to be scrolled sideways. */
export const isWithin = (page: Page) =>
  page.evaluate<boolean>(`document.documentElement.scrollWidth <= innerWidth
    && document.querySelector('.page').scrollWidth <= document.querySelector('.page').clientWidth`);
