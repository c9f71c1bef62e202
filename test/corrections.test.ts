import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Collected } from '../src/collect/collected.ts';
import { makePage } from '../src/collect/make-page.ts';
import type { Desk } from '../src/model/desk.ts';
import type { Judgement } from '../src/model/judgement.ts';
import type { DecodedPage } from '../src/model/page.ts';
import type { Reading } from '../src/model/reading.ts';
import { createReader, type Given } from '../src/process/read.ts';
import { readConfig } from '../src/run/config.ts';
import { makeDesk } from '../src/run/desk.ts';
import { Picture } from '../src/run/picture.ts';
import { runPipeline } from '../src/run/pipeline.ts';
import { formatChanges } from '../src/run/print/changes.ts';
import { formatStory } from '../src/run/print/stories.ts';
import { makeStyle } from '../src/run/print/terminal.ts';
import { readProgramName } from '../src/run/version.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import type { Store } from '../src/store/store.ts';

/* Corrections, rejections and bad input on the whole road: pages in, the picture as of any instant out. */

const NOW = '2031-06-30T12:00:00.000Z';
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

interface PageGiven {
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
afterAll(async () => {
  for (const store of stores) await store.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A desk over a store that saw these pages at their times, and these judgements. */
async function makeWorld(
  pages: readonly PageGiven[],
  judgements: readonly Omit<Judgement, 'kind' | 'id'>[] = [],
): Promise<{ readonly desk: Desk; readonly store: Store; readonly picture: Picture }> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-corrections-'));
  folders.push(folder);
  const config = readConfig({ flags: { data: folder }, env: {}, platform: 'linux', home: folder });
  const store = await openEmbeddedStore({ folder, now: () => NOW });
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
  const desk = await makeDesk({ store, config, now: () => NOW, picture });
  return { desk, store, picture };
}

const say = (rockets: string) => [
  `VELES, May 20 - ${rockets} rockets hit the port of Veles on Tuesday, the Karvonian army said, and two soldiers were wounded in the attack.`,
  'Police closed the road to the harbour while soldiers looked for the launcher in the hills above the town.',
];
const relay = [
  'Four rockets hit the port of Veles on Tuesday, Harbour Wire reported, and soldiers were wounded in the attack.',
  'The harbour of Veles lies below the hills from which the town was shelled before.',
];
const NOTE =
  'Correction: An earlier version of this story said that four rockets hit the port. Two rockets hit the port.';

const wire = { url: 'https://wire.example/port', outlet: 'Harbour Wire', published: '2031-05-20T08:00:00Z' };
const STREAM: readonly PageGiven[] = [
  { ...wire, at: '2031-05-20T09:00:00.000Z', text: say('Four') },
  {
    at: '2031-05-20T11:00:00.000Z',
    url: 'https://times.example/a',
    outlet: 'Delta Times',
    published: '2031-05-20T10:30:00Z',
    title: 'Port of Veles under fire',
    text: relay,
  },
  {
    at: '2031-05-20T13:00:00.000Z',
    url: 'https://post.example/b',
    outlet: 'Port Post',
    published: '2032-05-20T12:00:00Z',
    title: 'Six rockets in Veles',
    text: [
      'Six rockets hit the port of Veles on Tuesday, Governor Ilka Example said, and the harbour was closed.',
      'The governor said that a ship burned at the pier for an hour after the attack.',
    ],
  },
  { ...wire, at: '2031-05-21T09:00:00.000Z', text: [...say('Two'), NOTE] },
  {
    at: '2031-05-21T12:00:00.000Z',
    url: 'https://herald.example/c',
    outlet: 'Hill Herald',
    title: 'Attack on Veles',
    text: [
      'Nine rockets hit the port of Veles on Tuesday, a witness said, and three soldiers were killed in the attack.',
      'The Herald could not reach the army on Wednesday.',
    ],
  },
  {
    at: '2031-05-22T09:00:00.000Z',
    url: 'https://herald.example/c',
    outlet: 'Hill Herald',
    title: 'Attack on Veles',
    text: [
      'This story has been retracted because its source could not be confirmed.',
      'Nine rockets hit the port of Veles on Tuesday, a witness said, and three soldiers were killed in the attack.',
    ],
  },
];

/** All that a desk answers as of an instant. */
async function look(desk: Desk, asOf: string, since: string): Promise<unknown> {
  const stories = await desk.listStories({ asOf, limit: 500 });
  const incidents = await desk.listIncidents({ asOf, limit: 500 });
  return {
    stories,
    incidents,
    board: await desk.getBoard(asOf),
    eachStory: await Promise.all(stories.rows.map(({ id }) => desk.getStory(id, asOf))),
    eachIncident: await Promise.all(incidents.rows.map(({ id }) => desk.getIncident(id, asOf))),
    changes: await desk.getChanges({ since, asOf, limit: 500 }),
  };
}

describe('the picture as of an instant', async () => {
  const { desk, store } = await makeWorld(STREAM);
  const post = (await store.listDocuments({ outlet: 'Port Post' })).rows[0]!;
  const decide = (made: string, given: Partial<Judgement>): Omit<Judgement, 'kind' | 'id'> => ({
    made,
    by: 'Ann Example',
    of: { type: 'document', document: post.id },
    verdict: 'reject',
    note: 'a hoax',
    ...given,
  });
  const judgements = [
    decide('2031-05-21T10:00:00.000Z', {}),
    decide('2031-05-21T11:00:00.000Z', { verdict: 'withdraw', value: 'j1', note: 'it is not' }),
    decide('2031-05-23T10:00:00.000Z', { note: 'it is after all' }),
  ];
  for (const judgement of judgements) await store.addJudgement(judgement);

  test.each([
    '2031-05-20T08:59:59.999Z',
    '2031-05-20T12:00:00.000Z',
    '2031-05-20T23:00:00.000Z',
    '2031-05-21T09:30:00.000Z',
    '2031-05-21T10:30:00.000Z',
    '2031-05-21T12:30:00.000Z',
    '2031-05-22T10:00:00.000Z',
    '2031-05-24T00:00:00.000Z',
  ])('%s is that of a store that never saw more', async (asOf) => {
    const past = await makeWorld(
      STREAM.filter(({ at }) => at <= asOf),
      judgements.filter(({ made }) => made <= asOf),
    );
    const since = '2031-05-20T11:30:00.000Z';
    expect(await look(desk, asOf, since)).toEqual(await look(past.desk, asOf, since));
  });

  test('gives up what the wire corrected, also where it is only relayed', async () => {
    const before = await findFigures(desk, '2031-05-20T12:00:00.000Z');
    expect(before).toContain('4 rockets: Delta Times');
    const after = await findFigures(desk, '2031-05-21T09:30:00.000Z');
    expect(after.filter((each) => each.startsWith('4 '))).toEqual([]);
    expect(after.some((each) => each.startsWith('2 rockets'))).toBe(true);
  });

  test('tells what changed, and why', async () => {
    const changes = await desk.getChanges({
      since: '2031-05-21T08:00:00.000Z',
      asOf: '2031-05-21T09:30:00.000Z',
    });
    expect(changes.versions).toMatchObject([{ outlet: 'Harbour Wire', from: 1, to: 2 }]);
    const types = new Set(changes.incidents.flatMap(({ causes }) => causes.map(({ type }) => type)));
    expect([...types].some((type) => type === 'note' || type === 'version')).toBe(true);
    const shown = formatChanges(changes, { width: 100, style: makeStyle(false) });
    expect(shown).toContain('version 1 → 2');
    expect(shown).toContain('correction by Harbour Wire');
    const retracted = await desk.getChanges({
      since: '2031-05-22T08:00:00.000Z',
      asOf: '2031-05-22T10:00:00.000Z',
    });
    expect(retracted.setAside.every(({ cause }) => cause.type === 'note')).toBe(true);
    expect(retracted.setAside.length).toBeGreaterThan(0);
  });

  test('shows what was rejected with who and why, and counts it again after the withdrawal', async () => {
    const rejected = await desk.getChanges({
      since: '2031-05-21T09:59:00.000Z',
      asOf: '2031-05-21T10:30:00.000Z',
    });
    expect(rejected.setAside.map(({ cause }) => cause)).toContainEqual(
      expect.objectContaining({ type: 'judgement', by: 'Ann Example', note: 'a hoax' }),
    );
    const again = await desk.getChanges({
      since: '2031-05-21T10:30:00.000Z',
      asOf: '2031-05-21T11:30:00.000Z',
    });
    expect(again.restored.length).toBe(rejected.setAside.length);
    expect(again.incidents.flatMap(({ causes }) => causes.map(({ type }) => type))).toContain('withdrawal');
  });
});

async function findFigures(desk: Desk, asOf: string): Promise<readonly string[]> {
  const { rows } = await desk.listIncidents({ asOf, limit: 500 });
  const incidents = await Promise.all(rows.map(({ id }) => desk.getIncident(id, asOf)));
  return incidents.flatMap((incident) =>
    incident!.figures.flatMap(({ of, values }) =>
      values.flatMap(({ value, says }) => says.map(({ claim }) => `${value} ${of}: ${claim.outlet}`)),
    ),
  );
}

describe('bad input', () => {
  const at = '2031-05-20T13:00:00.000Z';
  const page = (given: Partial<PageGiven>): PageGiven => ({
    at,
    url: 'https://wire.example/port',
    outlet: 'Harbour Wire',
    text: say('Four'),
    ...given,
  });

  test('a clock a year ahead neither hides a document nor puts it last, and is told', async () => {
    const { desk } = await makeWorld([
      page({ published: '2032-05-20T12:00:00Z' }),
      page({
        at: '2031-05-20T15:00:00.000Z',
        url: 'https://times.example/a',
        outlet: 'Delta Times',
        published: '2031-05-20T14:00:00Z',
        text: relay,
      }),
    ]);
    const { rows } = await desk.listStories({ asOf: '2031-05-20T16:00:00.000Z' });
    const stories = await Promise.all(rows.map(({ id }) => desk.getStory(id, '2031-05-20T16:00:00.000Z')));
    const nodes = stories.flatMap((story) => story!.tree.reports);
    expect(nodes[0]).toMatchObject({ outlet: 'Harbour Wire', publishedRefused: '2032-05-20T12:00:00Z' });
    expect(nodes[0]).not.toHaveProperty('published');
    const shown = stories
      .map((story) => formatStory(story!, { width: 120, style: makeStyle(false) }))
      .join('\n');
    expect(shown).toContain('gives 20 May 2032, which cannot be');
  });

  test.each([['1970-01-01T00:00:00Z'], ['2031-13-45'], [undefined]])(
    'the date %s is none',
    async (published) => {
      const { desk, picture } = await makeWorld([
        page({ ...(published === undefined ? {} : { published }) }),
      ]);
      expect(picture.known(NOW).map((report) => report.published)).toEqual([undefined]);
      expect((await desk.listStories({ asOf: at })).total).toBe(1);
    },
  );

  test('the same page under twenty addresses is one document, and copies under twenty names are one origin', async () => {
    const mirrors = Array.from({ length: 20 }, (_, i) =>
      page({ at: `2031-05-20T13:${10 + i}:00.000Z`, url: `https://mirror${i}.example/port?ref=${i}` }),
    );
    const same = await makeWorld(mirrors);
    expect(same.picture.known(NOW)).toHaveLength(1);
    const [story] = (await same.desk.listStories({})).rows;
    expect(story).toMatchObject({ documents: 1, outlets: 1 });
    expect(story!.confirmed + story!.possible).toBe(1);
    const copies = await makeWorld(
      mirrors.map((each, i) => ({ ...each, outlet: `Paper ${String.fromCharCode(65 + i)}` })),
    );
    const { rows } = await copies.desk.listIncidents({ limit: 500 });
    for (const { confirmed, possible } of rows) expect(confirmed + possible).toBe(1);
    expect((await copies.desk.listStories({})).rows).toMatchObject([{ documents: 20 }]);
  });

  test('a page that changes at every fetch is one report that says how often it changed', async () => {
    const fetches = Array.from({ length: 40 }, (_, i) =>
      page({
        at: new Date(Date.parse(at) + i * 60_000).toISOString(),
        text: [...say('Four'), `Readers on this page now: ${1000 + i}`],
      }),
    );
    const { desk, picture } = await makeWorld(fetches);
    expect(picture.known(NOW)).toHaveLength(1);
    const { rows } = await desk.listStories({});
    expect(rows).toMatchObject([{ documents: 1 }]);
    const story = (await desk.getStory(rows[0]!.id))!;
    expect(story.confirmed + story.possible).toBe(1);
    expect(formatStory(story, { width: 160, style: makeStyle(false) })).toContain('changed 39 times');
  });

  test('outlets that credit each other in a circle come to an end', async () => {
    const credit = (name: string) => [
      `Four rockets hit the port of Veles on Tuesday, ${name} reported, and soldiers were wounded in the attack.`,
    ];
    const { desk } = await makeWorld([
      page({ outlet: 'Harbour Wire', text: credit('Delta Times') }),
      page({
        at: '2031-05-20T14:00:00.000Z',
        url: 'https://times.example/a',
        outlet: 'Delta Times',
        title: 'Veles port hit',
        text: credit('Harbour Wire'),
      }),
    ]);
    const { rows } = await desk.listIncidents({});
    for (const { confirmed, possible } of rows) {
      expect(confirmed).toBe(0);
      expect(possible).toBeLessThanOrEqual(1);
    }
    const changes = await desk.getChanges({ since: at, asOf: NOW });
    expect(changes.totals.stories).toBeGreaterThan(0);
  });
});
