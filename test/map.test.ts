import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../src/disseminate/api/api.ts';
import { MapSchema, WatchAreaListSchema, WatchAreaSchema } from '../src/disseminate/api/schemas/map.ts';
import type { Desk } from '../src/model/desk.ts';
import type { IncidentSummary } from '../src/model/incident.ts';
import type { MapPicture } from '../src/model/map.ts';
import type { WatchArea } from '../src/model/watch-area.ts';
import { makeMap } from '../src/run/map.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './setup/karvonia-store.ts';
import { openRealDesk } from './setup/real-desk.ts';

/* The map and the watch areas over the API. */

const OWN = { host: '127.0.0.1:7077', origin: 'http://127.0.0.1:7077', 'sec-fetch-site': 'same-origin' };
const WRITE = { ...OWN, 'content-type': 'application/json', 'x-tocsin-write': '1' };

let kept: TestStore;
let desk: Desk;
let minute = 0;
const now = () => `2031-05-22T10:${`${minute++}`.padStart(2, '0')}:00.000Z`;

beforeEach(async () => {
  minute = 0;
  kept = await openKarvoniaStore();
  desk = await openRealDesk(kept.store, now);
});
afterEach(() => kept.dispose());

async function ask<Answer>(
  path: string,
  { method = 'GET', body, headers = WRITE }: { method?: string; body?: unknown; headers?: object } = {},
): Promise<{ readonly status: number; readonly answer: Answer & { readonly detail: string } }> {
  const { store } = kept;
  const app = createApp({ store, engine: plainEngine, desk, name: 'tocsin 0', now, host: '127.0.0.1' });
  const response = await app.request(`http://127.0.0.1:7077/api/v1${path}`, {
    method,
    headers: headers as Record<string, string>,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: (await response.json()) as Answer & { detail: string } };
}

const PORT = {
  name: 'Port',
  shape: { kind: 'point', lat: 41.7, lon: 179.9 },
  hazards: [
    { type: 'ASSAULT', mode: 'heavy-weapons', km: 20 },
    { type: 'PROTEST', km: 2 },
  ],
  by: 'Ann Example',
};

describe('the map', () => {
  it('has what the list of incidents has, with what is prepared or threatened, as of an instant', async () => {
    const { status, answer } = await ask<MapPicture>('/map');
    expect(status).toBe(200);
    expect(MapSchema.safeParse(answer).success).toBe(true);
    const { rows } = await desk.listIncidents({ limit: 200 });
    expect(rows.length).toBeGreaterThan(0);
    expect(answer.rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(answer.total).toBe(rows.length);
    const { answer: before } = await ask<MapPicture>('/map?asOf=2031-05-01T00:00:00Z');
    expect(before).toMatchObject({ rows: [], total: 0, asOf: '2031-05-01T00:00:00.000Z' });
  });

  it('is narrowed and bounded', () => {
    const make = (id: string, more: Partial<IncidentSummary>): IncidentSummary => ({
      kind: 'incident',
      id,
      type: 'ASSAULT',
      title: id,
      realis: 'occurred',
      actors: [],
      recipients: [],
      mentions: 1,
      documents: 1,
      confirmed: 1,
      possible: 0,
      differing: 0,
      first: '2031-05-01T00:00:00.000Z',
      last: '2031-05-01T00:00:00.000Z',
      ...more,
    });
    const all = [
      make('day', { when: { from: '2031-05-10', to: '2031-05-10', precision: 'day' } }),
      make('month', { when: { from: '2031-05-01', to: '2031-05-31', precision: 'month' } }),
      make('undated', { realis: 'threatened' }),
      make('instant', {
        type: 'PROTEST',
        when: { from: '2031-06-01T23:00:00Z', precision: 'instant' },
        recipients: [{ name: 'A', type: 'person', record: 'register:a' }],
      }),
    ];
    const list = (request: Parameters<Desk['getMap']>[0]) =>
      makeMap(all, { asOf: '', request }).rows.map(({ id }) => id);
    expect(list({})).toEqual(['day', 'month', 'undated', 'instant']);
    expect(list({ from: '2031-05-11' })).toEqual(['month', 'instant']);
    expect(list({ to: '2031-05-10' })).toEqual(['day', 'month']);
    expect(list({ from: '2031-06-01', to: '2031-06-01' })).toEqual(['instant']);
    expect(list({ realis: 'threatened' })).toEqual(['undated']);
    expect(list({ type: 'PROTEST' })).toEqual(['instant']);
    expect(list({ actor: 'register:a' })).toEqual(['instant']);
    expect(makeMap(all, { asOf: '', request: { limit: 1 } })).toMatchObject({
      total: 4,
      rows: [{ id: 'day' }],
    });
  });

  it('refuses what does not fit', async () => {
    for (const query of ['from=May', 'type=WAR', 'realis=true', 'limit=0', 'limit=20001'])
      expect((await ask(`/map?${query}`)).status).toBe(400);
  });
});

describe('watch areas', () => {
  const add = (body: unknown = PORT) => ask<WatchArea>('/watch-areas', { method: 'POST', body });

  it('are drawn, changed and removed, each by whoever says so', async () => {
    const { status, answer } = await add();
    expect(status).toBe(201);
    expect(WatchAreaSchema.safeParse(answer).success).toBe(true);
    expect(answer).toMatchObject({ ...PORT, id: 'w1', version: 1 });
    const changed = await ask<WatchArea>('/watch-areas/w1', {
      method: 'PUT',
      body: { ...PORT, name: 'Old port', by: 'Bo Example', base: 1 },
    });
    expect(changed.answer).toMatchObject({ name: 'Old port', version: 2, by: 'Bo Example' });
    const list = await ask<{ rows: readonly WatchArea[] }>('/watch-areas');
    expect(WatchAreaListSchema.safeParse(list.answer).success).toBe(true);
    expect(list.answer.rows).toEqual([changed.answer]);
    const body = { by: 'Bo Example', base: 2 };
    expect((await ask('/watch-areas/w1', { method: 'DELETE', body })).status).toBe(200);
    expect((await ask<{ rows: readonly WatchArea[] }>('/watch-areas')).answer.rows).toEqual([]);
    const asOf = changed.answer.changed;
    expect((await ask<{ rows: readonly WatchArea[] }>(`/watch-areas?asOf=${asOf}`)).answer.rows).toHaveLength(
      1,
    );
  });

  it('of two people who change one, the later is told who was first', async () => {
    await add();
    const change = (by: string) => ask('/watch-areas/w1', { method: 'PUT', body: { ...PORT, by, base: 1 } });
    expect((await change('Ann Example')).status).toBe(200);
    const { status, answer } = await change('Bo Example');
    expect(status).toBe(409);
    expect(answer.detail).toMatch(/^Port: Ann Example has changed it at .* Look at it again/);
    const removed = await ask('/watch-areas/w1', { method: 'DELETE', body: { by: 'Bo', base: 1 } });
    expect(removed.status).toBe(409);
    const unknown = await ask('/watch-areas/w9', { method: 'PUT', body: { ...PORT, base: 1 } });
    expect(unknown.status).toBe(404);
  });

  it('are refused where they are none', async () => {
    const points = [
      { lat: 1, lon: 1 },
      { lat: 1, lon: 2 },
    ];
    for (const fault of [
      { shape: { kind: 'point', lat: 91, lon: 0 } },
      { shape: { kind: 'outline', points } },
      { shape: { kind: 'circle', lat: 1, lon: 1 } },
      { hazards: [] },
      { hazards: [{ type: 'WAR', km: 1 }] },
      { hazards: [{ type: 'any', km: 0 }] },
      { name: ' ' },
      { by: undefined },
      { secret: true },
    ])
      expect((await add({ ...PORT, ...fault })).status).toBe(400);
    expect((await ask<{ rows: readonly WatchArea[] }>('/watch-areas')).answer.rows).toEqual([]);
  });

  it('are written only by whoever may write', async () => {
    const headers = { ...OWN, 'content-type': 'application/json' };
    for (const [method, path] of [
      ['POST', '/watch-areas'],
      ['PUT', '/watch-areas/w1'],
      ['DELETE', '/watch-areas/w1'],
    ] as const)
      expect((await ask(path, { method, body: PORT, headers })).status).toBe(403);
  });
});
