import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '../src/disseminate/api/api.ts';
import { SignHistorySchema } from '../src/disseminate/api/schemas/sign-history.ts';
import type { Desk } from '../src/model/desk.ts';
import type { SignHistory } from '../src/model/sign-history.ts';
import { View } from '../src/run/views.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './setup/karvonia-store.ts';
import { openRealDesk } from './setup/real-desk.ts';

/* Indicators day by day over the API: each day is what the assessment as of its end says, and is worked out once. */

const PROBLEM = `
id: karvonia
title: Allied mission in Karvonia
question: Will it be attacked?
horizons: [30]
outcome: { match: [{ event: [ASSAULT], words: ["never said"] }] }
baseRate: { halfLife: 180, prior: { incidents: 1, days: 60 }, history: { place: [Port Sarrat] } }
indicators:
  - { id: officials, title: Officials fear an attack, why: They say so., direction: for, strength: strong, halfLife: 14, costToFake: low, reversible: at once, match: [{ stance: [fears, warns] }] }
  - { id: eclipse, title: An eclipse is foretold, why: Why not., direction: against, strength: slight, halfLife: 3, match: [{ words: ["eclipse of the moon"] }] }
levels: { horizon: 30, consequence: 0.9, guarded: 0.2, elevated: 0.4, high: 0.6, critical: 0.8 }
`;

let kept: TestStore;
let data: string;
let desk: Desk;
const NOW = '2031-05-22T10:00:00.000Z';

beforeEach(async () => {
  kept = await openKarvoniaStore();
  data = mkdtempSync(join(tmpdir(), 'tocsin-signs-'));
  mkdirSync(join(data, 'problems'));
  writeFileSync(join(data, 'problems', 'karvonia.yaml'), PROBLEM);
  desk = await openRealDesk(kept.store, () => NOW, data);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await kept.dispose();
  rmSync(data, { recursive: true });
});

async function ask(query: string, problem = 'karvonia') {
  const app = createApp({
    store: kept.store,
    engine: plainEngine,
    desk,
    name: 'tocsin 0.0.0-test',
    now: () => NOW,
  });
  const response = await app.request(`http://127.0.0.1:7077/api/v1/problems/${problem}/signs${query}`, {
    headers: { host: '127.0.0.1:7077' },
  });
  return { status: response.status, answer: (await response.json()) as SignHistory };
}

describe('signs day by day', () => {
  it('are what the assessment as of the end of each day says', async () => {
    const { status, answer } = await ask('?days=5');
    expect(status).toBe(200);
    expect(SignHistorySchema.parse(answer)).toEqual(answer);
    expect(answer.days.map(({ day }) => day)).toEqual([
      '2031-05-18',
      '2031-05-19',
      '2031-05-20',
      '2031-05-21',
      '2031-05-22',
    ]);
    expect(answer.days.at(-1)?.asOf).toBe(NOW);
    expect(answer.first).toBe('2031-05-20');
    for (const [column, { asOf, reports }] of answer.days.entries()) {
      const assessment = await desk.getAssessment('karvonia', asOf);
      expect(reports).toBe(assessment?.reports);
      for (const { id, cells } of answer.rows) {
        const found = assessment?.contributions.find((each) => each.id === id);
        const { state, weight, logOdds } = cells[column]!;
        expect({ state, weight, logOdds }).toEqual({
          state: found?.state,
          weight: found?.weight,
          logOdds: found?.logOdds,
        });
      }
    }
    const [officials, eclipse] = answer.rows;
    expect(officials).toMatchObject({
      halfLife: 14,
      costToFake: 'low',
      reversible: 'at once',
      kind: 'indicator',
    });
    expect(officials?.cells.map(({ state }) => state)).toEqual([
      'cannot be seen',
      'cannot be seen',
      'observed',
      'observed',
      'observed',
    ]);
    expect(officials?.cells.at(-1)?.origins?.length).toBeGreaterThan(0);
    expect(eclipse?.cells.some(({ state }) => state === 'observed')).toBe(false);
  });

  it('end at the instant that is asked about, and go back from any day', async () => {
    const { answer } = await ask('?days=2&until=2031-06-30&asOf=2031-05-20T12:00:00.000Z');
    expect(answer.days.map(({ day, asOf }) => [day, asOf])).toEqual([
      ['2031-05-19', '2031-05-19T23:59:59.999Z'],
      ['2031-05-20', '2031-05-20T12:00:00.000Z'],
    ]);
    const earlier = await ask('?days=1&until=2031-05-18');
    expect(earlier.answer.days).toEqual([
      { day: '2031-05-18', asOf: '2031-05-18T23:59:59.999Z', reports: 0 },
    ]);
  });

  it('are assessed once, and again only where more became known by then', async () => {
    const before = (await ask('?days=4')).answer;
    const assess = vi.spyOn(View.prototype, 'assess');
    expect((await ask('?days=4')).answer).toEqual(before);
    expect(assess).not.toHaveBeenCalled();
    const { document } = karvonia.warning.reading;
    await desk.decide({
      verdict: 'reject',
      of: { type: 'document', document: document.id },
      by: 'Ann Example',
      note: 'forged',
    });
    const after = (await ask('?days=4')).answer;
    // Only today: what was decided today was not known before.
    expect(assess).toHaveBeenCalledTimes(1);
    const cellsOf = ({ rows }: SignHistory) => rows[0]!.cells;
    expect(cellsOf(after).slice(0, 3)).toEqual(cellsOf(before).slice(0, 3));
    expect(cellsOf(after)[3]).not.toEqual(cellsOf(before)[3]);
  });

  it('follow the problem file', async () => {
    const before = (await ask('?days=1')).answer;
    writeFileSync(
      join(data, 'problems', 'karvonia.yaml'),
      PROBLEM.replace('strength: strong', 'strength: slight'),
    );
    const after = (await ask('?days=1')).answer;
    expect(after.rows[0]?.cells[0]?.logOdds).toBeLessThan(before.rows[0]!.cells[0]!.logOdds);
  });

  it('are bounded, and of a problem that is watched', async () => {
    expect((await ask('?days=91')).status).toBe(400);
    expect((await ask('?until=2031-02-30')).status).toBe(400);
    expect((await ask('', 'nowhere')).status).toBe(404);
  });
});
