import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Collected } from '../../src/collect/collected.ts';
import { makePage } from '../../src/collect/make-page.ts';
import type { Desk } from '../../src/model/desk.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import type { DecodedPage } from '../../src/model/page.ts';
import type { Reading } from '../../src/model/reading.ts';
import { createReader, type Given } from '../../src/process/read.ts';
import { type Config, readConfig } from '../../src/run/config.ts';
import { makeDesk } from '../../src/run/desk.ts';
import { Picture } from '../../src/run/picture.ts';
import { runPipeline } from '../../src/run/pipeline.ts';
import { readProgramName } from '../../src/run/version.ts';
import { openEmbeddedStore } from '../../src/store/embedded/embedded.ts';
import type { Store } from '../../src/store/store.ts';

/* A desk over pages of a test, each seen at its time. */

/** The end of every world. */
export const NOW = '2031-06-30T12:00:00.000Z';
const reader = createReader({ engine: readProgramName() });
const read = new Map<string, Reading>();
/** Pages are read once, however many stores take them. */
const cached = {
  read(page: DecodedPage, given: Given = {}): Reading {
    const name = `${page.bytes} ${page.seen} ${page.url} ${JSON.stringify(given)}`;
    const reading = read.get(name) ?? reader.read(page, given);
    read.set(name, reading);
    return reading;
  },
};

/** A page as tests write it. */
export interface PageGiven {
  readonly at: string;
  readonly url: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly title?: string;
  readonly text: readonly string[];
}

function makeHtml({ outlet, published, title = 'Rockets hit Veles port', text }: PageGiven): string {
  const name = outlet === undefined ? '' : `<meta property="og:site_name" content="${outlet}">`;
  const date =
    published === undefined ? '' : `<meta property="article:published_time" content="${published}">`;
  const ld =
    published === undefined
      ? ''
      : `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', datePublished: published })}</script>`;
  return `<!doctype html><html lang="en"><head><title>${title}</title>${name}${date}${ld}</head><body><article><h1>${title}</h1>${text.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`;
}

const folders: string[] = [];
const stores: Store[] = [];
/** Call it after all tests. */
export async function endWorlds(): Promise<void> {
  for (const store of stores.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export interface World {
  readonly desk: Desk;
  readonly store: Store;
  readonly picture: Picture;
  readonly config: Config;
}

/** A desk over a store that saw these pages at their times, and these judgements. */
export async function makeWorld(
  pages: readonly PageGiven[],
  judgements: readonly Omit<Judgement, 'kind' | 'id'>[] = [],
  { now = NOW }: { readonly now?: string } = {},
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-corrections-'));
  folders.push(folder);
  const config = readConfig({ flags: { data: folder }, env: {}, platform: 'linux', home: folder });
  const store = await openEmbeddedStore({ folder, now: () => now });
  stores.push(store);
  const picture = new Picture(store);
  async function* list(): AsyncGenerator<Collected> {
    for (const page of pages)
      yield {
        kind: 'page',
        page: makePage(Buffer.from(makeHtml(page)), {
          seen: page.at,
          url: page.url,
          headers: { 'content-type': 'text/html; charset=utf-8' },
        }),
      };
  }
  const tally = await runPipeline(list(), {
    reader: cached,
    store,
    engine: readProgramName(),
    isReplay: true,
  });
  expect(tally.failures).toEqual([]);
  await picture.advance();
  for (const judgement of judgements) await store.addJudgement(judgement);
  const desk = await makeDesk({ store, config, now: () => now, picture });
  return { desk, store, picture, config };
}
