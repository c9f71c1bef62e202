import { describe, expect, it } from 'vitest';
import type { AnyAlert } from '../model/alert.ts';
import type { Source } from '../model/source.ts';
import type { Store } from '../store/store.ts';
import { formatSpan, formatStatus } from './print/status.ts';
import { makeStyle } from './print/terminal.ts';
import { readStatus } from './status.ts';

const NOW = '2026-11-22T12:00:00.000Z';
const DOCUMENT = 'sha256:aa';

const source = (id: string, given: Partial<Source> = {}): Source => ({
  ...{ kind: 'source', id, name: `Outlet ${id}`, feed: `https://${id}.example/feed`, every: 15 },
  ...{ allowPrivate: false, ...given },
});

const alert = (issued: string): AnyAlert => ({
  ...{ kind: 'search alert', version: 1, id: `alert-${issued}`, update: 1, problem: 'search:s1', title: 'Piers' },
  ...{ happening: { type: 'incident', id: 'i1' }, count: 1, asOf: issued, issued, tlp: 'TLP:CLEAR', engine: 't' },
  found: [{ document: DOCUMENT, text: 'a pier' }],
}); // biome-ignore format: a table

/** Only what is asked of a store here. */
function makeStore(given: Partial<Record<keyof Store, unknown>> = {}): Store {
  const seen = (minutes: number) => new Date(Date.parse('2026-11-22T11:00:00Z') + minutes * 60_000).toISOString();
  return {
    count: async () => ({ documents: 3, claims: 12, events: 7 }),
    listUnreported: async () => [{}],
    listSourceStates: async () => [
      { kind: 'source health', source: 'good', name: 'Outlet good', feed: 'https://good.example/feed', state: 'alive', failures: 0, kept: 1, lost: 0, lastSuccess: seen(30), pace: { changes: 1, minutes: 2 } },
      { kind: 'source health', source: 'bad', name: 'Outlet bad', feed: 'https://bad.example/feed', state: 'failing', failures: 3, kept: 0, lost: 0, problem: 'answered 503' },
    ],
    listDocuments: async () => ({
      rows: [
        { id: DOCUMENT, published: '2026-11-22T11:00:00Z', seen: seen(1) },
        { id: 'sha256:bb', published: '2026-11-22T11:00:00Z', seen: seen(5) },
        // Of these nobody can say how long they took.
        { id: 'sha256:cc', published: '2026-11-22', seen: seen(9) },
        { id: 'sha256:dd', published: '2026-11-20T11:00:00Z', seen: '2026-11-20T11:30:00Z' },
      ],
    }),
    listAlerts: async () => [
      { alert: { content: alert('2026-11-22T11:01:30.000Z') }, isReplayed: false, deliveries: [{ alert: 'alert-1', channel: 'webhook', state: 'failed', attempts: 4, problem: 'refused', update: 1, at: NOW }] },
      { alert: { content: alert('2026-11-22T11:05:00.000Z') }, isReplayed: true, deliveries: [] },
      { alert: { content: alert('2026-11-01T11:05:00.000Z') }, isReplayed: false, deliveries: [] },
    ],
    getDocument: async () => ({ seen: seen(1) }),
    ...given,
  } as unknown as Store;
} // biome-ignore format: tables

const sources = [source('good'), source('bad'), source('fresh'), source('rests', { paused: true })];

describe('the status of a desk', () => {
  it('tells how sources answer, how long news took, and what did not arrive', async () => {
    const status = await readStatus(makeStore(), { sources, now: NOW, engine: 'tocsin 0' });
    expect(status).toMatchObject({
      waiting: 1,
      sources: { alive: 1, failing: 1, new: 1, paused: 1, answered: '2026-11-22T11:30:00.000Z' },
      latency: { kept: { median: 60_000, p95: 300_000, of: 2 }, alerted: { median: 30_000, p95: 30_000, of: 1 } },
      alerts: { ofDay: 1, unsent: [{ channel: 'webhook', attempts: 4, problem: 'refused' }] },
    }); // biome-ignore format: a table
    const text = formatStatus(status, { width: 100, style: makeStyle(false) });
    expect(text).toContain('3 documents, 12 claims, 7 events; 1 not in the picture yet');
    expect(text).toContain('1 alive, 1 failing, 1 not asked yet, 1 paused');
    expect(text).toContain('from publication to kept 60 s (95% within 5 min, of 2); from kept to alert 30 s');
    expect(text).toContain('Outlet bad fails, 3 times in a row');
  });

  it('of an empty store says that nothing came', async () => {
    const none = async () => [];
    const store = makeStore({
      listUnreported: none,
      listSourceStates: none,
      listAlerts: none,
      listDocuments: async () => ({ rows: [] }),
    });
    const status = await readStatus(store, { sources: [], now: NOW, engine: 'tocsin 0' });
    expect(status.latency).toEqual({});
    const text = formatStatus(status, { width: 100, style: makeStyle(false) });
    expect(text).toContain('none is listed');
    expect(text).toContain('nothing came in the last day');
  });

  it.each([
    [45_000, '45 s'],
    [119_400, '119 s'],
    [180_000, '3 min'],
    [3 * 3_600_000, '3 h'],
    [4 * 3_600_000 - 5_000, '4 h'],
    [3 * 3_600_000 + 20 * 60_000, '3 h 20 min'],
  ])('%i ms is %s', (milliseconds, words) => {
    expect(formatSpan(milliseconds)).toBe(words);
  });
});
