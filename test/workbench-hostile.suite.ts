import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../src/model/desk.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import { findChromium } from './setup/chromium.ts';
import { addHostilePages, LONG, TAGS, TURNED } from './setup/hostile-pages.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { isWithin, SMALL_PHONE, startVisits, type Visits } from './setup/visits.ts';

/* Pages full of what does harm, kept in the ordinary way: every view that shows words of theirs shows them as text. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';
const NOW = '2031-05-21T10:00:00.000Z';

/** In the page: what is there that texts must not bring about. */
const HARM = `(() => {
  const harm = [];
  if (globalThis.owned !== undefined) harm.push('a script of theirs ran: ' + globalThis.owned);
  if (getComputedStyle(document.body).display === 'none') harm.push('a style of theirs holds');
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) harm.push(element.localName + ' has ' + name);
      if (/^\\s*javascript:/i.test(value) && ['href', 'src', 'action'].includes(name)) harm.push('a link to ' + value);
    }
    if (['iframe', 'object', 'embed', 'base'].includes(element.localName)) harm.push('there is ' + element.localName);
    if (['script', 'style'].includes(element.localName) && element.textContent.includes('owned')) harm.push('their ' + element.localName);
    if (element.localName === 'img' && !element.currentSrc.startsWith(location.origin)) harm.push('their image');
  }
  return harm;
})()`;

/**
 * In the page: words of ours that stand turned round. What turns the direction reaches to the end of its paragraph, or of the element
 * that sets it apart: nothing but the same text may follow in there.
 */
const TURNED_WORDS = `(() => {
  const turned = [];
  const isApart = (element) => {
    const { display, unicodeBidi } = getComputedStyle(element);
    return display !== 'inline' && display !== 'contents' || unicodeBidi.startsWith('isolate') || unicodeBidi === 'plaintext';
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!/[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data) || node.parentElement.closest('.article, textarea, script') !== null) continue;
    if (/Wire[^\\u2069]*[\\p{L}\\p{N}]/su.test(node.data)) turned.push('in one piece with a name of theirs: ' + node.data.slice(-40));
    let within = node.parentElement;
    while (!isApart(within)) within = within.parentElement;
    const after = document.createRange();
    after.setStartAfter(node);
    after.setEndAfter(within.lastChild ?? within);
    const rest = [];
    const others = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    others.currentNode = node;
    for (let next = others.nextNode(); next !== null; next = others.nextNode()) {
      let own = next.parentElement;
      while (own !== within && !isApart(own)) own = own.parentElement;
      if (own === within || getComputedStyle(own).display.startsWith('inline')) rest.push(next.data);
    }
    const words = rest.join('').replace(/[\\s\\p{P}]/gu, '');
    if (words !== '') turned.push(within.className + ': ' + words.slice(0, 80));
  }
  return turned;
})()`;

/** Of addresses with an id the one of the page that is the worst to lay out: the last that was kept. */
function takeOneOfEach(paths: readonly string[]): readonly string[] {
  const byKind = new Map(
    paths.map((path) => [path.replace(/^(\/\w+)\/[^?]+/, '$1/').replace(/(evidence=\w+:).*$/, '$1'), path]),
  );
  return [...byKind.values()];
}

/** In the page: the elements that reach beyond the window, the outermost ones. */
const TOO_WIDE = `(() => {
  const page = document.querySelector('.page');
  const edge = page.getBoundingClientRect().left + page.clientWidth + 1;
  const isWide = (element) => element.getBoundingClientRect().right > edge;
  const wide = [...page.querySelectorAll('*')].filter((element) => isWide(element) && !isWide(element.parentElement));
  return wide.length === 0 ? ['.page'] : wide.slice(0, 4).map((element) => element.parentElement.className + ' > ' + element.localName + '.' + element.className);
})()`;

/** @param isWhole Every page of theirs at a desk and on a phone; else one page of each kind on a phone. */
export function describeHostile(isWhole: boolean): void {
  describe.skipIf('missing' in found)(`hostile pages in a browser${why}`, () => check(isWhole));
}

function check(isWhole: boolean): void {
  let visits: Visits;
  let desk: Desk;
  let paths: readonly string[];

  beforeAll(async () => {
    if ('missing' in found) return;
    const data = mkdtempSync(join(tmpdir(), 'tocsin-hostile-'));
    mkdirSync(join(data, 'problems'));
    await addHostilePages(data);
    const store = await openEmbeddedStore({ folder: data, now: () => NOW });
    const dispose = async () => {
      await store.close();
      rmSync(data, { recursive: true, force: true });
    };
    visits = await startVisits(
      found.path,
      async () => {
        desk = await openRealDesk(store, () => NOW, data);
        return desk;
      },
      { open: async () => ({ store, dispose }), now: NOW },
    );
    const all = await listPaths();
    paths = isWhole ? all : takeOneOfEach(all);
  }, 240_000);
  afterAll(() => visits?.close());

  async function listPaths(): Promise<readonly string[]> {
    const { url } = visits.server.address;
    const list = async (path: string) =>
      ((await (await fetch(`${url}/api/v1${path}`)).json()) as { rows: { id: string; source: string }[] })
        .rows;
    const [documents, stories, incidents, actors, sources] = await Promise.all(
      ['/documents', '/stories', '/incidents', '/actors', '/sources/heard'].map(list),
    );
    const of = (name: string, rows: readonly string[] = []) =>
      rows.map((id) => `/${name}/${encodeURIComponent(id)}`);
    const short = documents!.map(({ id }) => id.slice('sha256:'.length, 'sha256:'.length + 16));
    const digits = of('documents', short);
    return [
      ...['/', '/documents', '/stories', '/incidents', '/actors', '/sources', '/map', '/decisions', '/review'],
      ...digits.flatMap((path) => [path, `${path}?view=timeline`, `${path}?view=versions`, `${path}?claim=c1`]),
      ...of('stories', stories!.map(({ id }) => id)).flatMap((path, at) => [
        path,
        `${path}?tree=list&evidence=story:${stories![at]!.id}`,
      ]),
      ...of('incidents', incidents!.map(({ id }) => id)).slice(0, 8),
      `/incidents/${incidents![0]!.id}?evidence=incident:${incidents![0]!.id}`,
      ...of('actors', actors!.map(({ id }) => id)).slice(0, 6),
      ...of('sources', sources!.map(({ source }) => source)).filter((path) => path.length < 1_000),
      ...['documents', 'claims', 'events'].map((each) => `/search?q=rockets&of=${each}`),
      ...['why', 'indicators', 'hypotheses', 'record', 'brief'].map((show) => `/problems/veles?show=${show}`),
      '/problems/veles?evidence=problem:veles:attacks',
      '/problems/veles?evidence=problem:veles:fears',
    ]; // biome-ignore format: a list
  }

  async function settle(page: Page): Promise<void> {
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
  }

  /** What is wrong with a page, each with its address. */
  async function look(page: Page, path: string): Promise<readonly string[]> {
    const harm = await page.evaluate<readonly string[]>(HARM);
    const turned = await page.evaluate<readonly string[]>(TURNED_WORDS);
    const wide = (await isWithin(page)) ? [] : await page.evaluate<readonly string[]>(TOO_WIDE);
    return [
      ...harm.map((each) => `${path}: ${each}`),
      ...turned.map((each) => `${path}: turned round: ${each}`),
      ...wide.map((each) => `${path}: wider than the window: ${each}`),
    ];
  }

  it('are kept whole, as text', async () => {
    const { rows } = await visits.store.listDocuments({ limit: 10 });
    expect(rows).toHaveLength(3);
    const kept = JSON.stringify(rows);
    for (const words of [TAGS.slice(0, 40), LONG.slice(0, 60), 'globalThis.owned'])
      expect(kept).toContain(JSON.stringify(words).slice(1, -1));
  });

  it.each([...(isWhole ? [['a desk', {}] as const] : []), ['a small phone', SMALL_PHONE] as const])(
    'do nothing and break nothing anywhere on %s',
    async (_, options) => {
      await visits.visit(
        paths[0]!,
        async (page) => {
          let shown = '';
          const faults: string[] = [];
          for (const path of paths) {
            await page.goto(visits.server.address.url + path);
            await settle(page);
            faults.push(...(await look(page, path)));
            shown += await page.locator('body').innerText();
          }
          expect(faults).toEqual([]);
          // It was there to be seen: as text.
          for (const words of [TAGS.slice(0, 40), LONG.slice(0, 60), TURNED.slice(0, 5)])
            expect(shown).toContain(words);
        },
        options,
      );
    },
    900_000,
  );

  it('nor where they are pasted to be read', async () => {
    await visits.visit('/read', async (page) => {
      for (const words of [TAGS, LONG, TURNED]) {
        await page
          .getByLabel('Article text or HTML')
          .fill(`Rockets hit the port, ${words} said.\n\nNobody ${words} denied it.`);
        await page.getByLabel('Outlet').fill(words.slice(0, 60));
        await page.getByRole('button', { name: 'Read', exact: true }).click();
        await page.getByText('Read now and not kept.').waitFor();
        expect(await look(page, '/read')).toEqual([]);
        await page.reload();
        await settle(page);
      }
    });
  });
}
