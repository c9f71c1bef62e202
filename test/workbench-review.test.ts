import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewRow } from '../src/model/review.ts';
import type { ReviewList } from '../src/model/together.ts';
import { readConfig } from '../src/run/config.ts';
import { openDuty } from '../src/run/duty.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { findChromium } from './setup/chromium.ts';
import { makeEntry } from './setup/karvonia-store.ts';
import { buildReading } from './setup/reading-builder.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { addressIn, startVisits, type Visits } from './setup/visits.ts';

/*
 * What waits for a second look without anybody having done anything: a level that rose, and an outcome that one outlet tells of.
 * The program is on duty for some days: it files forecasts of a quiet problem, then a page comes in.
 */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';
const HOUR = 3_600_000;

const PROBLEM = `
id: karvonia
title: Allied mission in Karvonia
question: Will it be attacked?
horizons: [30]
outcome: { match: [{ event: [ASSAULT], words: [Ostra] }], confirmed: 1, total: 1, grace: 5 }
baseRate: { halfLife: 180, prior: { incidents: 1, days: 400 }, history: { place: [Port Sarrat] } }
indicators:
  - { id: officials, title: Officials fear an attack, why: They say so., direction: for, strength: strong, halfLife: 14, match: [{ stance: [fears, warns] }] }
levels: { horizon: 30, consequence: 0.9, guarded: 0.07, elevated: 0.075, high: 0.08, critical: 0.89 }
tell: [{ at: elevated, who: Coast analyst }, { at: high, who: Head of the desk }]
`;

/** Told by one outlet, on the word of another, on that of nobody named. */
const relayed = buildReading({
  ...{ outlet: 'Harbour Wire', published: '2031-05-17', url: 'https://harbourwire.example/ostra' },
  title: 'Courier: rockets hit Ostra',
  text: 'Rockets hit the old fort of Ostra on 12 May, the Channel Courier reported, citing an unnamed official.',
  claims: {
    c1: {
      says: 'Rockets hit the old fort of Ostra on 12 May',
      chain: [
        { name: 'Harbour Wire', type: 'outlet' },
        { name: 'Channel Courier', type: 'outlet', at: 'Channel Courier', cue: ['reported', 'report'] },
        { name: 'an official', type: 'office', anonymous: true, number: 'one', at: 'an unnamed official' },
      ],
      events: ['v1'],
    },
  },
  events: {
    v1: {
      ...{ trigger: 'hit', type: 'ASSAULT', mode: 'heavy-weapons', claim: 'c1', where: 'p1' },
      when: { from: '2031-05-12', to: '2031-05-12', precision: 'day', time: 't1' },
    },
  },
  places: { p1: { at: 'Ostra', name: 'Ostra', country: 'XV', precision: 'city', use: 'place' } },
  times: {
    t1: {
      ...{ at: '12 May', type: 'DATE', value: '2031-05-12', from: '2031-05-12', to: '2031-05-12' },
      ...{ precision: 'day', anchor: 'published' },
    },
  },
});

describe.skipIf('missing' in found)(`what waits by itself for a second look${why}`, () => {
  let visits: Visits;
  let data: string;
  let time = 0;
  const now = () => new Date(time).toISOString();

  beforeAll(async () => {
    if ('missing' in found) return;
    data = mkdtempSync(join(tmpdir(), 'tocsin-review-'));
    mkdirSync(join(data, 'problems'));
    writeFileSync(join(data, 'problems', 'karvonia.yaml'), PROBLEM);
    const store = await openEmbeddedStore({ folder: data, now });
    const config = readConfig({ flags: { data }, env: {}, platform: 'linux', home: data });
    time = Date.parse('2031-05-07T08:00:00.000Z');
    await store.put(karvonia.shipping.map(makeEntry));
    const duty = await openDuty({ store, config, now, log: () => undefined });
    for (const day of ['2031-05-08', '2031-05-09', '2031-05-17']) {
      time = Date.parse(`${day}T08:00:00.000Z`);
      if (day === '2031-05-17') await store.put([karvonia.warning, relayed].map(makeEntry));
      await duty.attend();
    }
    time += HOUR;
    await duty.finish();
    visits = await startVisits(found.path, (kept) => openRealDesk(kept, now, data), {
      open: async () => ({
        store,
        dispose: async () => {
          await store.close();
          rmSync(data, { recursive: true, force: true });
        },
      }),
      more: async () => ({ now }),
    });
  });
  afterAll(() => visits?.close());

  async function read(query = ''): Promise<ReviewList> {
    const answer = await fetch(`${visits.server.address.url}/api/v1/reviews${query}`);
    expect(answer.status).toBe(200);
    return (await answer.json()) as ReviewList;
  }
  const findCause = ({ rows }: ReviewList, cause: ReviewRow['cause']) =>
    rows.filter((row) => row.cause === cause);

  it('has a level that rose, with what stood before, and who is told of it', async () => {
    const [row, ...others] = findCause(await read(), 'level');
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      ...{ key: 'level karvonia high 2031-05-17', problem: 'karvonia', since: '2031-05-17' },
      ...{ state: 'waiting', touches: ['problem:karvonia'], told: ['Coast analyst', 'Head of the desk'] },
      ...{ before: { level: 'normal' }, after: { level: 'high' } },
    });
    expect(row!.after!.p!).toBeGreaterThan(row!.before!.p!);
    expect(row).not.toHaveProperty('by');
    expect(findCause(await read('?asOf=2031-05-16T09:00:00Z'), 'level')).toEqual([]);
  });

  it('has an outcome without a confirmed origin that forecasts are settled by', async () => {
    const [row, ...others] = findCause(await read(), 'outcome');
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      ...{ problem: 'karvonia', state: 'waiting', day: '2031-05-12', forecasts: 2, about: 'Hit, Ostra' },
      touches: ['problem:karvonia', `incident:${row!.incident}`],
    });
    expect(findCause(await read('?asOf=2031-05-16T09:00:00Z'), 'outcome')).toEqual([]);
  });

  it('says both in words, leads to what they are about, and is approved and sent back', async () => {
    await visits.visit('/problems/karvonia', async (page) => {
      await page.getByText('2 things here wait for a second look.').waitFor();
      await page.getByRole('link', { name: 'See the queue' }).click();
      const level = page.locator('.review', { hasText: 'the level rose to high' });
      await level.getByText('The level rose from normal to high.').waitFor();
      await level.getByText('Told at this level: Coast analyst, Head of the desk.').waitFor();
      const outcome = page.locator('.review', { hasText: 'an outcome rests on one possible origin' });
      await outcome
        .getByText(
          'What is said to have happened on 12 May 2031 has no confirmed origin and one possible one.',
        )
        .waitFor();
      await outcome.getByText('It settles 2 forecasts with yes.').waitFor();

      const act = async (row: typeof level, name: 'Approve' | 'Send back', note: string) => {
        await row.getByRole('button', { name: new RegExp(`^${name}`) }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Why').fill(note);
        await dialog.getByLabel('Your name').fill('Ann Example');
        await dialog.getByRole('button', { name, exact: true }).click();
        await dialog.waitFor({ state: 'detached' });
      };
      await act(level, 'Approve', 'the fear is real');
      await level.waitFor({ state: 'detached' });
      await act(outcome, 'Send back', 'one outlet is not enough');
      await page.getByText('Nothing waits').waitFor();
      await page.getByRole('radio', { name: 'Sent back 1' }).check();
      await outcome.getByText('one outlet is not enough').waitFor();
      await outcome.getByRole('link', { name: 'incident Hit, Ostra' }).click();
      await expect.poll(() => addressIn(page)).toMatch(/^\/incidents\//);
      await page.getByText('Figures').first().waitFor();
    });
    expect((await read()).counts).toEqual({ waiting: 0, approved: 1, 'sent back': 1 });
  });

  it('waits no longer once the incident is set aside, and what was said of it stays', async () => {
    const { incident } = findCause(await read(), 'outcome')[0]!;
    time += 60_000;
    await visits.visit(
      `/incidents/${incident}`,
      async (page) => {
        await page.getByRole('button', { name: 'Set aside…', exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Why').fill('nothing hit anything');
        await dialog.getByLabel('Your name').fill('Ben Example');
        await dialog.getByRole('button', { name: 'Set aside' }).click();
        await page.getByText(/is on record/).waitFor();
      },
      { refused: [404] },
    );
    time += 60_000;
    const list = await read();
    expect(findCause(list, 'outcome')).toMatchObject([{ state: 'sent back', incident }]);
  });
});
