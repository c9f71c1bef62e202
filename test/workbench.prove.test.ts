import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../src/model/desk.ts';
import { openTestAccounts } from './setup/accounts.ts';
import { findChromium } from './setup/chromium.ts';
import { analysedDesk } from './setup/karvonia-analysis.ts';
import { karvoniaDesk } from './setup/karvonia-desk.ts';
import { CLAIM, DOCUMENT, makeClock, makeProblemFolder } from './setup/karvonia-together.ts';
import { ANALYSIS_PAGES, crossLooks, DOCUMENT_PAGES, PICTURE_PAGES, REFERENCE_PAGE } from './setup/looks.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { listOpened, listRouteLooks, type Things } from './setup/route-looks.ts';
import { PHONE, startVisits, type Visits } from './setup/visits.ts';

/* Every page of the workbench, in every state, and whatever opens over it, by day and by night, at a desk and on a phone. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';

const LOOKS = {
  light: {},
  dark: { colorScheme: 'dark' },
  'phone light': PHONE,
  'phone dark': { ...PHONE, colorScheme: 'dark' },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

describe.skipIf('missing' in found)(`barriers over the real desk${why}`, () => {
  let visits: Visits;
  let folder: ReturnType<typeof makeProblemFolder>;
  let things: Things;

  beforeAll(async () => {
    if ('missing' in found) return;
    folder = makeProblemFolder();
    const now = makeClock();
    let desk: Desk | undefined;
    const open = async (store: Visits['store']) => {
      desk = await openRealDesk(store, now, folder.data);
      return desk;
    };
    visits = await startVisits(found.path, open, {
      more: async (store) => ({ accounts: await openTestAccounts(store, now), now }),
    });
    things = await fill(desk!);
  });
  afterAll(async () => {
    await visits?.close();
    folder?.remove();
  });

  it.each(Object.keys(LOOKS) as (keyof typeof LOOKS)[])('finds none on any page (%s)', async (look) => {
    const faults: Record<string, readonly string[]> = {};
    for (const path of Object.values(listRouteLooks(things)).flat()) {
      const barriers = await visits.findBarriers(path, LOOKS[look]);
      if (barriers.length > 0) faults[path] = barriers;
    }
    expect(faults).toEqual({});
  });

  it.each(Object.keys(LOOKS) as (keyof typeof LOOKS)[])(
    'finds none in what opens over a page (%s)',
    async (look) => {
      const faults: Record<string, readonly string[]> = {};
      for (const { name, path, open } of listOpened(things)) {
        const barriers = await visits
          .findBarriers(path, LOOKS[look], open)
          .catch((error: Error) => [`not opened: ${error.message}`]);
        if (barriers.length > 0) faults[`${name} (${path})`] = barriers;
      }
      expect(faults).toEqual({});
    },
  );
});

/** Something of each kind that people write, and what addresses are filled with. */
async function fill(desk: Desk): Promise<Things> {
  const by = 'Ann Example';
  const hand = { by, author: 'the desk' };
  const incidents = (await desk.listIncidents({})).rows;
  const incident = incidents.find(({ title }) => /harbour/.test(title))!.id;
  const { id } = await desk.decide({
    ...{ by, note: 'a misreading', verdict: 'reject' },
    of: { type: 'claim', document: DOCUMENT, claim: 'c3' },
  });
  await desk.decide({ by, note: 'it was right', verdict: 'withdraw', value: id });
  await desk.decide({
    by,
    note: 'known for years',
    verdict: 'grade',
    value: 'B',
    of: { type: 'source', source: 'northern gazette' },
  });
  await desk.together.addComment({ of: 'problem:karvonia', text: 'Look at this, @desk' }, hand);
  await desk.together.addAssignment(
    { of: `claim:${CLAIM}`, to: 'the.editor', note: 'Ask the mission.' },
    hand,
  );
  await desk.addWatchArea({
    ...{ name: 'Harbour', by, shape: { kind: 'point', lat: 41.2, lon: 19.1 } },
    hazards: [{ type: 'any', km: 25 }],
  });
  await desk.saveSearch({ name: 'Launchers', of: 'claims', terms: { q: 'launchers' }, by, isAlert: true });
  return {
    ...{ problem: 'karvonia', indicator: 'officials', incident, source: 'northern gazette' },
    story: (await desk.listStories({})).rows.find(({ documents }) => documents > 1)!.id,
    actor: (await desk.listActors({})).rows[0]!.id,
    ...{ document: DOCUMENT.slice('sha256:'.length, 'sha256:'.length + 16), claim: 'c7' },
  };
}

/** Pages over desks written by hand, which have more on each than the real one makes of so few documents. */
describe.skipIf('missing' in found).each([
  {
    name: 'the made-up case',
    desk: karvoniaDesk,
    pages: [...DOCUMENT_PAGES, REFERENCE_PAGE, ...PICTURE_PAGES],
  },
  { name: 'the weighed case', desk: analysedDesk, pages: ANALYSIS_PAGES },
])(`barriers in $name${why}`, ({ desk, pages }) => {
  let visits: Visits;
  beforeAll(async () => {
    if (!('missing' in found)) visits = await startVisits(found.path, desk);
  });
  afterAll(() => visits?.close());

  it.each(crossLooks(pages))('finds none at $path ($look)', async ({ path, options }) => {
    expect(await visits.findBarriers(path, options)).toEqual([]);
  });
});
