import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../src/disseminate/api/api.ts';
import {
  SourceDetailSchema,
  SourcesPreviewSchema,
  SourceTableSchema,
} from '../src/disseminate/api/schemas/source-book.ts';
import type { Desk } from '../src/model/desk.ts';
import type { SourceDetail, SourceList, SourcesPreview, SourceTable } from '../src/model/source-book.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './setup/karvonia-store.ts';
import { openRealDesk } from './setup/real-desk.ts';

/* Who is heard, and the list of those that are asked, over the API: what is shown, what is refused, what is written. */

const OWN = { host: '127.0.0.1:7077', origin: 'http://127.0.0.1:7077', 'sec-fetch-site': 'same-origin' };
const WRITE = { ...OWN, 'content-type': 'application/json', 'x-tocsin-write': '1' };
const now = () => '2031-05-22T10:00:00.000Z';

let kept: TestStore;
let data: string;
let file: string;
let desk: Desk;

beforeEach(async () => {
  kept = await openKarvoniaStore();
  data = mkdtempSync(join(tmpdir(), 'tocsin-sources-'));
  file = join(data, 'sources.yaml');
  desk = await openRealDesk(kept.store, now, data);
});
afterEach(async () => {
  await kept.dispose();
  rmSync(data, { recursive: true });
});

type Problem = { readonly detail: string };

async function ask<Answer>(
  path: string,
  {
    method = 'GET',
    body,
    headers = WRITE,
  }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ readonly status: number; readonly answer: Answer & Problem }> {
  const { store } = kept;
  const app = createApp({
    store,
    engine: plainEngine,
    desk,
    name: 'tocsin 0.0.0-test',
    now,
    host: '127.0.0.1',
  });
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await app.request(`http://127.0.0.1:7077/api/v1/sources${path}`, init);
  return { status: response.status, answer: (await response.json()) as Answer & Problem };
}

const check = async (body: unknown) => (await ask<SourcesPreview>('/check', { method: 'POST', body })).answer;
const list = async () => (await ask<SourceList>('/list')).answer;

const TEXT = `# Ours
sources:
  # The harbour, by phone before 1999
  - id: harbour-wire
    name: Harbour Wire # as printed
    feed: https://harbour-wire.example/rss
`;

const OPML = `<?xml version="1.0"?>
<opml version="2.0"><head><title>Mine</title></head><body>
  <outline text="World">
    <outline type="rss" text="Gulf Meridian" xmlUrl="https://gulf-meridian.example/feed" htmlUrl="https://gulf-meridian.example/" language="en-GB"/>
    <!-- <outline text="gone" xmlUrl="https://gone.example/feed"/> -->
    <outline type="rss" text="Harbour again" xmlUrl="http://www.harbour-wire.example/rss/"/>
    <outline type="rss" text="Inside" xmlUrl="http://192.168.1.4/feed"/>
    <outline type="rss" text="Script" xmlUrl="javascript:alert(1)"/>
  </outline>
</body></opml>`;

describe('who is heard', () => {
  it('is told with state, lag and what it tells, also of a source that nobody has listed', async () => {
    writeFileSync(file, TEXT);
    const { status, answer } = await ask<SourceTable>('/heard');
    expect(status).toBe(200);
    expect(SourceTableSchema.safeParse(answer).success).toBe(true);
    const listed = answer.rows.find(({ source }) => source === 'harbour wire');
    expect(listed?.listed?.id).toBe('harbour-wire');
    const other = answer.rows.find(({ listed: entry }) => entry === undefined);
    expect(other?.documents).toBeGreaterThan(0);
    const detail = await ask<SourceDetail>(`/heard/${encodeURIComponent(other!.source)}`);
    expect(SourceDetailSchema.safeParse(detail.answer).success).toBe(true);
    expect(detail.answer.newest.length).toBeGreaterThan(0);
    expect((await ask('/heard/nobody')).status).toBe(404);
  });

  it('names signs that nobody covers, and tells nothing of feeds as of an earlier instant', async () => {
    writeFileSync(file, TEXT);
    const { answer } = await ask<SourceTable>('/heard?asOf=2031-05-01T00:00:00Z');
    expect(answer.rows.every(({ health, documents }) => health === undefined && documents === 0)).toBe(true);
    expect(answer.holes.length).toBeGreaterThan(0);
    expect(answer.holes.every(({ alive }) => alive.length === 0)).toBe(true);
  });

  it('is left out to see what rests on it', async () => {
    const { rows } = (await ask<SourceTable>('/heard')).answer;
    const { status, answer } = await ask<{ problems: unknown[] }>(
      `/heard/${encodeURIComponent(rows[0]!.source)}/depends`,
    );
    expect(status).toBe(200);
    expect(Array.isArray(answer.problems)).toBe(true);
  });
});

describe('the list of sources', () => {
  it('is previewed from OPML with duplicates, faults and lines, and nothing is written', async () => {
    writeFileSync(file, TEXT);
    const preview = await check({ form: 'opml', text: OPML });
    expect(SourcesPreviewSchema.safeParse(preview).success).toBe(true);
    expect(preview.rows.map(({ source, known, line }) => [source.name, source.id, known, line])).toEqual([
      ['Gulf Meridian', 'gulf-meridian', undefined, 4],
      ['Harbour again', 'harbour-again', 'harbour-wire', 6],
    ]);
    expect(preview.rows[0]?.source).toMatchObject({
      language: 'en',
      homepage: 'https://gulf-meridian.example/',
    });
    expect(preview.faults.map(({ line }) => line)).toEqual([7, 8]);
    expect(preview.faults[0]?.message).toContain('of this machine or network');
    expect(readFileSync(file, 'utf8')).toBe(TEXT);
  });

  it.each([
    [
      '<!DOCTYPE o [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><opml><body><outline xmlUrl="&c;"/></body></opml>',
      'attacks',
    ],
    ['<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml><body/></opml>', 'attacks'],
    [`<opml><body>${'<outline text="a">'.repeat(50_000)}</body></opml>`, 'deep'],
    ['<rss version="2.0"><channel/></rss>', 'no OPML'],
    ['plain words', 'no OPML'],
    [`<opml><body>${'<outline xmlUrl="https://a.example/"/>'.repeat(2100)}</body></opml>`, 'more than 2000'],
    [`<opml><body>${'<outline "'.repeat(100_000)}`, ''],
  ])('reads no hostile OPML (%#)', async (text, told) => {
    const { rows, faults } = await check({ form: 'opml', text });
    expect(rows).toEqual([]);
    if (told !== '') expect(faults[0]?.message).toContain(told);
  });

  it('is previewed from a file of its own form with every fault by line', async () => {
    const { faults } = await check({
      form: 'yaml',
      text: 'sources:\n  - id: A b\n    name: X\n    feed: ftp://x.example\n',
    });
    expect(faults.map(({ line }) => line)).toEqual([2, 4]);
    const open = await check({
      form: 'yaml',
      text: 'sources:\n  - id: room\n    name: Room\n    feed: https://room.example/f\n    allowPrivate: true\n',
    });
    expect(open.rows).toEqual([]);
    expect(open.faults[0]?.message).toContain('allowPrivate');
  });

  it('is added to with its comments kept; the second of two editors is told', async () => {
    writeFileSync(file, TEXT);
    const { version } = await list();
    const drafts = [{ name: 'Gulf Meridian', feed: 'https://gulf-meridian.example/feed' }];
    const added = await ask<SourceList>('', { method: 'POST', body: { base: version, drafts } });
    expect(added.status).toBe(200);
    expect(added.answer.sources.map(({ id }) => id)).toEqual(['harbour-wire', 'gulf-meridian']);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith(TEXT.trimEnd())).toBe(true);
    const second = await ask('', { method: 'POST', body: { base: version, drafts } });
    expect(second.status).toBe(409);
    expect(second.answer.detail).toContain('somebody else');
    expect(readFileSync(file, 'utf8')).toBe(text);
    const again = await ask<SourceList>('', { method: 'POST', body: { base: added.answer.version, drafts } });
    expect(again.answer.version).toBe(added.answer.version);
  });

  it('is made where there is none, paused, gone on with, and taken out of', async () => {
    const drafts = [{ name: 'Gulf Meridian', feed: 'https://gulf-meridian.example/feed' }];
    const { version, sources } = await list();
    expect([version, sources]).toEqual(['none', []]);
    const made = (await ask<SourceList>('', { method: 'POST', body: { base: version, drafts } })).answer;
    const change = (method: string, base: string, more = {}) =>
      ask<SourceList>('/gulf-meridian', { method, body: { base, ...more } });
    const paused = (await change('PATCH', made.version, { paused: true })).answer;
    expect(paused.sources[0]?.paused).toBe(true);
    expect((await desk.listSources())[0]?.paused).toBe(true);
    const { rows } = (await ask<SourceTable>('/heard')).answer;
    expect(rows.find(({ name }) => name === 'Gulf Meridian')?.state).toBe('paused');
    const on = (await change('PATCH', paused.version, { paused: false })).answer;
    expect(on.sources[0]?.paused).toBeUndefined();
    const gone = await change('DELETE', on.version);
    expect(gone.answer.sources).toEqual([]);
    expect((await change('DELETE', gone.answer.version)).status).toBe(404);
  });

  it('refuses addresses of the own machine, and whoever may not write', async () => {
    const base = 'none';
    for (const feed of [
      'http://127.0.0.1/f',
      'http://[::1]/f',
      'http://localhost/f',
      'http://10.0.0.1/f',
      'http://2130706433/f',
      'http://intranet/f',
    ]) {
      const { status } = await ask('', { method: 'POST', body: { base, drafts: [{ name: 'X', feed }] } });
      expect([feed, status]).toEqual([feed, 400]);
    }
    const { 'x-tocsin-write': _, ...headers } = WRITE;
    const drafts = [{ name: 'X', feed: 'https://x.example/f' }];
    expect((await ask('', { method: 'POST', body: { base, drafts }, headers })).status).toBe(403);
    expect(existsSync(file)).toBe(false);
  });

  it('goes out as OPML that comes in again', async () => {
    writeFileSync(file, TEXT);
    const text = await desk.sources.exportOpml();
    const { rows } = await check({ form: 'opml', text });
    expect(rows.map(({ known }) => known)).toEqual(['harbour-wire']);
  });

  it('writes nothing over a list that has faults', async () => {
    writeFileSync(file, 'sources:\n  - id: X\n');
    const { version, faults } = await list();
    expect(faults.length).toBeGreaterThan(0);
    const drafts = [{ name: 'X', feed: 'https://x.example/f' }];
    expect((await ask('', { method: 'POST', body: { base: version, drafts } })).status).toBe(409);
    expect(readFileSync(file, 'utf8')).toBe('sources:\n  - id: X\n');
  });

  it('writes down in the audit log who added what', async () => {
    const drafts = [{ name: 'Gulf Meridian', feed: 'https://gulf-meridian.example/feed' }];
    await ask('', { method: 'POST', body: { base: 'none', drafts } });
    const [entry] = await kept.store.listAudit();
    expect(entry).toMatchObject({ operation: 'POST /sources', outcome: 'done', on: 'Gulf Meridian' });
  });
});

describe('an address', () => {
  let server: Server;
  let asked: number;
  beforeEach(async () => {
    asked = 0;
    server = createServer((_, response) => {
      asked += 1;
      response.setHeader('content-type', 'text/html');
      response.end(
        '<html><head><title>The Wire &amp; Co</title><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => void server.close());

  const find = (address: string) =>
    ask<{ feeds: { feed: string; name: string }[] }>('/find', { method: 'POST', body: { address } });

  it('of this machine is not asked unless the setting allows it; then its page names its feeds', async () => {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const refused = await find(address);
    expect([refused.status, asked]).toEqual([400, 0]);
    writeFileSync(join(data, 'tocsin.json'), '{"allowPrivate": true}');
    desk = await openRealDesk(kept.store, now, data);
    const { status, answer } = await find(address);
    expect(status).toBe(200);
    expect(answer.feeds).toEqual([{ feed: `${address}rss`, name: 'The Wire & Co' }]);
  });
});
