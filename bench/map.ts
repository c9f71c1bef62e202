import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { createApp } from '../src/disseminate/api/api.ts';
import { serveApp } from '../src/disseminate/api/serve.ts';
import { openKarvoniaStore, plainEngine } from '../test/setup/karvonia-store.ts';
import { type MapTargets, makeMapDesk } from './map/incidents.ts';

const WEB = fileURLToPath(new URL('../dist/disseminate/web', import.meta.url));
const NOW = '2031-05-22T10:00:00.000Z';
const SIZE = { width: 1440, height: 900 };

interface Frames {
  readonly gaps: readonly number[];
  /** Milliseconds of the processor that the page's thread used for one: what is left to others counts against nobody. */
  readonly work: number;
}

/** Answers of one run, in milliseconds. */
interface Run {
  /** From the click on a mark to the frame in which the evidence drawer stands, and to its content. */
  readonly drawer: readonly number[];
  readonly content: readonly number[];
  /** Of the page's thread, for one such click. */
  readonly work: readonly number[];
  /** From the click on a group to the first frame that is closer. */
  readonly group: readonly number[];
  /** Between two frames while the map is moved, and while it is zoomed. */
  readonly panning: Frames;
  readonly zooming: Frames;
}

const rank = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ??
  Number.NaN;
const show = (values: readonly number[]) =>
  `median ${rank(values, 0.5).toFixed(1)}, 95% ${rank(values, 0.95).toFixed(1)}, most ${Math.max(...values).toFixed(1)} ms (${values.length})`;

function showFrames({ gaps, work }: Frames): string {
  const seconds = gaps.reduce((sum, gap) => sum + gap, 0) / 1_000;
  return `${(gaps.length / seconds).toFixed(1)} frames a second; between two: ${show(gaps)};\n${' '.repeat(28)}work of the page's thread: ${work.toFixed(1)} ms a frame`;
}

async function measureWork(page: Page, kind: 'pan' | 'zoom'): Promise<Frames> {
  let gaps: readonly number[] = [];
  const all = await countWork(page, async () => {
    gaps = await measureFrames(page, kind);
  });
  return { gaps, work: all / gaps.length };
}

/** Milliseconds of the processor that the page's thread used meanwhile. */
async function countWork(page: Page, act: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await read();
  await act();
  const after = await read();
  await session.detach();
  return (after - before) * 1_000;
}

/** Moves the pointer or turns the wheel for some seconds, each frame once, and notes when frames came. */
async function measureFrames(page: Page, kind: 'pan' | 'zoom'): Promise<readonly number[]> {
  return page.evaluate(
    ([what, seconds]) =>
      new Promise<number[]>((resolve) => {
        const world = globalThis as unknown as BrowserWorld;
        const canvas = world.document.querySelector('.map-keys canvas');
        const box = canvas.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const point = { bubbles: true, button: 0, pointerId: 1, pointerType: 'mouse', isPrimary: true };
        canvas.setPointerCapture = () => undefined;
        const fire = (type: string, clientX: number, clientY: number) =>
          canvas.dispatchEvent(new world.PointerEvent(type, { ...point, clientX, clientY }));
        if (what === 'pan') fire('pointerdown', x, y);
        const gaps: number[] = [];
        const start = world.performance.now();
        let last = start;
        const step = (now: number) => {
          if (last !== start) gaps.push(now - last);
          last = now;
          const passed = now - start;
          if (passed > seconds * 1_000) {
            if (what === 'pan') fire('pointerup', x, y);
            resolve(gaps);
            return;
          }
          if (what === 'pan')
            fire('pointermove', x + 260 * Math.sin(passed / 300), y + 140 * Math.sin(passed / 470));
          else
            canvas.dispatchEvent(
              new world.WheelEvent('wheel', {
                bubbles: true,
                cancelable: true,
                clientX: x,
                clientY: y,
                deltaY: -22 * Math.sign(Math.sin(passed / 700)),
              }),
            );
          world.requestAnimationFrame(step);
        };
        world.requestAnimationFrame(step);
      }),
    [kind, 4] as const,
  );
}

interface PageCanvas {
  getBoundingClientRect(): { left: number; top: number; width: number; height: number };
  getContext(kind: '2d'): { drawImage: (...given: unknown[]) => void };
  setPointerCapture: (id: number) => void;
  dispatchEvent(event: unknown): void;
}

type Listen = (
  type: string,
  listener: (event: { readonly timeStamp: number }) => void,
  options: { readonly once: true; readonly capture: true },
) => void;

/** What of a browser the functions use that run inside the page. */
interface BrowserWorld {
  readonly document: { querySelector(selector: string): PageCanvas };
  readonly performance: { now(): number };
  readonly PointerEvent: new (type: string, init: object) => unknown;
  readonly WheelEvent: new (type: string, init: object) => unknown;
  requestAnimationFrame(step: (now: number) => void): void;
}

/** Clicks the middle of the map; answers the milliseconds until something stands on the page, frames included. */
async function measureClick(page: Page, selector: string): Promise<number> {
  await page.evaluate((wanted) => {
    const world = globalThis as unknown as BrowserWorld & {
      answer: Promise<number>;
      addEventListener: Listen;
    };
    world.answer = new Promise((resolve) => {
      world.addEventListener(
        'pointerdown',
        (event) => {
          const look = () => {
            if (world.document.querySelector(wanted) !== null)
              // The frame after the one in which it was put there has been painted.
              world.requestAnimationFrame(() => resolve(world.performance.now() - event.timeStamp));
            else world.requestAnimationFrame(look);
          };
          look();
        },
        { once: true, capture: true },
      );
    });
  }, selector);
  await clickMiddle(page);
  return page.evaluate(() => (globalThis as unknown as { answer: Promise<number> }).answer);
}

async function clickMiddle(page: Page): Promise<void> {
  const box = await page.locator('.map-keys canvas').boundingBox();
  if (box !== null) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

async function measure(page: Page, url: string, { singles, groups }: MapTargets): Promise<Run> {
  const drawer: number[] = [];
  const content: number[] = [];
  const work: number[] = [];
  const group: number[] = [];
  await openMap(page, `${url}/map?view=33,44,4`);
  for (const address of singles) {
    for (const [selector, into] of [
      ['aside.drawer h2', drawer],
      ['aside.drawer .claim-ref, aside.drawer .drawer-body p', content],
    ] as const) {
      await lookAt(page, address);
      work.push(
        await countWork(page, async () => {
          into.push(await measureClick(page, selector));
        }),
      );
    }
  }
  for (const address of groups) {
    await lookAt(page, address);
    group.push(await measureZoom(page));
  }
  await openMap(page, `${url}/map?view=30,40,3.2`);
  const panning = await measureWork(page, 'pan');
  await openMap(page, `${url}/map?view=33,44,4`);
  const zooming = await measureWork(page, 'zoom');
  return { drawer, content, work, group, panning, zooming };
}

/** From the click on a group to the first frame that shows something else. */
async function measureZoom(page: Page): Promise<number> {
  await page.evaluate(() => {
    const world = globalThis as unknown as BrowserWorld & {
      answer: Promise<number>;
      addEventListener: Listen;
    };
    const canvas = world.document.querySelector('.map-keys canvas');
    const pen = canvas.getContext('2d');
    const draw = pen.drawImage;
    world.answer = new Promise((resolve) => {
      world.addEventListener(
        'pointerdown',
        (event) => {
          pen.drawImage = function drawOnce(...given: unknown[]) {
            pen.drawImage = draw;
            world.requestAnimationFrame(() => resolve(world.performance.now() - event.timeStamp));
            draw.apply(this, given);
          };
        },
        { once: true, capture: true },
      );
    });
  });
  await clickMiddle(page);
  return page.evaluate(() => (globalThis as unknown as { answer: Promise<number> }).answer);
}

/** Another part of the same map, as going back and forth in the browser shows it: nothing is loaded again. */
async function lookAt(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    const world = globalThis as unknown as {
      history: { pushState(state: object, title: string, to: string): void };
      dispatchEvent(event: unknown): void;
      PopStateEvent: new (type: string) => unknown;
    };
    world.history.pushState({}, '', to);
    world.dispatchEvent(new world.PopStateEvent('popstate'));
  }, address);
  await page.locator('aside.drawer').waitFor({ state: 'detached' });
  await page.waitForTimeout(500);
}

async function openMap(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('.map-row').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(600);
}

/** `npm run bench -- map [--incidents 5000] [--drawing auto|card|plain]`. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      incidents: { type: 'string', default: '5000' },
      drawing: { type: 'string', default: 'auto' },
    },
  });
  const count = Number(values.incidents);
  const executablePath = process.env['TOCSIN_CHROMIUM'] ?? '/usr/bin/chromium';
  const { desk, targets } = makeMapDesk(count, NOW);
  const kept = await openKarvoniaStore();
  const app = createApp({
    store: kept.store,
    engine: plainEngine,
    desk,
    name: 'tocsin bench',
    now: () => NOW,
    webFolder: WEB,
    host: '127.0.0.1',
  });
  const server = await serveApp(app, { port: 0 });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: SIZE });
    await page.addInitScript(
      `localStorage.setItem('tocsin.map.drawing', ${JSON.stringify(JSON.stringify(values.drawing))})`,
    );
    const run = await measure(page, server.address.url, targets);
    console.log(
      `${count} incidents, Chromium ${browser.version()} without a graphics card (--disable-gpu), window ${SIZE.width} x ${SIZE.height},\n` +
        `land drawn: ${values.drawing}; ${cpus().length} cores (${cpus()[0]?.model.trim()}), load ${loadavg()[0]?.toFixed(1)}. Clicks are real ones of the browser, timed in the page from\n` +
        `their own time stamp to the frame after the answer stands; frames are those of requestAnimationFrame over 4 seconds of moving.\n`,
    );
    console.log(`click on a mark → drawer    ${show(run.drawer)}`);
    console.log(`click on a mark → content   ${show(run.content)}`);
    console.log(`  work of the page's thread ${show(run.work)}`);
    console.log(`click on a group → closer   ${show(run.group)}`);
    console.log(`moving                      ${showFrames(run.panning)}`);
    console.log(`zooming                     ${showFrames(run.zooming)}`);
    return 0;
  } finally {
    await browser.close();
    await server.close();
    await kept.dispose();
  }
}
