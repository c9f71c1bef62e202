import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/disseminate/api/api.ts';
import { ForecastRecordSchema } from '../src/disseminate/api/schemas/record.ts';
import { ScoreReportSchema } from '../src/disseminate/api/schemas/score.ts';
import { formatScores } from '../src/run/print/scores.ts';
import { DESK_NOW, karvoniaDesk, PROBLEM } from './setup/karvonia-desk.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './setup/karvonia-store.ts';

const SCORES = '/api/v1/scores';
const ELSEWHERE = { headers: { origin: 'https://paper.example', 'sec-fetch-site': 'cross-site' } };
let kept: TestStore;

beforeAll(async () => {
  kept = await openKarvoniaStore();
});
afterAll(() => kept.dispose());

function make(given: { readonly public?: readonly 'score'[] } = {}) {
  return createApp({
    ...{ store: kept.store, engine: plainEngine, desk: karvoniaDesk, name: 'x 1', now: () => DESK_NOW },
    ...given,
  });
}

describe('the scores', () => {
  it('come with the ledger’s last entry, and name the entries they rest on', async () => {
    const response = await make().request(SCORES);
    expect(response.status).toBe(200);
    const report = ScoreReportSchema.parse(await response.json());
    expect(report.last?.number).toBe(2);
    expect(report.rows).toMatchObject([
      { problem: PROBLEM, horizon: 30, settled: 1, yes: 1, isEnough: false },
    ]);
    expect(report.rows[0]!.bins[0]!.entries).toEqual([1]);
    expect(report.overall).toMatchObject([{ problems: 1, settled: 1 }]);
  });

  it('are those of an earlier instant, too', async () => {
    const report = ScoreReportSchema.parse(
      await (await make().request(`${SCORES}?asOf=2031-05-20T23:00:00Z`)).json(),
    );
    expect(report.rows).toMatchObject([{ settled: 0, open: 1 }]);
  });

  it('are for nobody elsewhere unless the owner says so, and then for everybody; nothing else is', async () => {
    const other = 'http://scores.example';
    for (const [app, elsewhere, named] of [
      [make(), 403, 421],
      [make({ public: ['score'] }), 200, 200],
    ] as const) {
      expect((await app.request(SCORES, ELSEWHERE)).status).toBe(elsewhere);
      expect((await app.request(`${other}${SCORES}`)).status).toBe(named);
      expect((await app.request('/api/v1/board', ELSEWHERE)).status).toBe(403);
      expect((await app.request(`${other}/api/v1/board`)).status).toBe(421);
      expect((await app.request(`${other}${SCORES}/x`)).status).toBe(421);
      expect((await app.request(SCORES, { ...ELSEWHERE, method: 'POST' })).status).toBe(403);
    }
    const { headers } = await make({ public: ['score'] }).request(SCORES, ELSEWHERE);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    expect((await make().request(SCORES)).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the record', () => {
  it('comes in pages', async () => {
    const get = async (query: string) => {
      const response = await make().request(`/api/v1/problems/${PROBLEM}/record${query}`);
      expect(response.status, query).toBe(200);
      const { entries, total } = ForecastRecordSchema.parse(await response.json());
      return [entries.map(({ number }) => number), total];
    };
    expect(await get('')).toEqual([[2, 1], 1]);
    expect(await get('?offset=1')).toEqual([[], 1]);
    expect(await get('?entry=2')).toEqual([[2, 1], 1]);
    expect(await get('?horizon=7')).toEqual([[], 0]);
    expect(await get('?until=2031-01-01')).toEqual([[], 0]);
    for (const wrong of ['limit=0', 'limit=501', 'offset=-1', 'entry=x', 'until=soon', 'horizon=1.5'])
      expect((await make().request(`/api/v1/problems/${PROBLEM}/record?${wrong}`)).status, wrong).toBe(400);
  });
});

it('printed, says first that there are too few to say', async () => {
  const style = { bold: (text: string) => text, dim: (text: string) => text };
  const form = { width: 90, style: style as Parameters<typeof formatScores>[1]['style'] };
  const text = formatScores(await karvoniaDesk.getScores(), form);
  expect(text).toContain('Too few to say: 1 incident (10 needed) and 0 stretches of 30 days without one');
  expect(text).toMatch(/Last entry scored: 2,\ssha256:/);
  expect(formatScores(await karvoniaDesk.getScores({ asOf: '2030-01-01T00:00:00Z' }), form)).toBe(
    'No forecast has been filed.\n',
  );
});
