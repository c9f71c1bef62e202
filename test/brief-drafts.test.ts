import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendBrief } from '../src/disseminate/alert/notify.ts';
import { createApp } from '../src/disseminate/api/api.ts';
import { DraftedBriefSchema, SignedBriefSchema } from '../src/disseminate/api/schemas/brief.ts';
import { loadKey } from '../src/disseminate/proof/keys.ts';
import { verifySignedFile } from '../src/disseminate/proof/sign.ts';
import type { DraftChange, DraftedBrief, DraftSentence, SignedBrief } from '../src/model/brief.ts';
import type { Desk } from '../src/model/desk.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './setup/karvonia-store.ts';
import { openRealDesk } from './setup/real-desk.ts';

/* Briefs are edited, signed and sent over the API: what is kept, who is told, and what is never let through. */

const OWN = { host: '127.0.0.1:7077', origin: 'http://127.0.0.1:7077', 'sec-fetch-site': 'same-origin' };
const WRITE = { ...OWN, 'content-type': 'application/json', 'x-tocsin-write': '1' };
const PROBLEM = `
id: karvonia
title: Allied mission in Karvonia
question: Will it be attacked?
horizons: [30]
outcome: { match: [{ event: [ASSAULT], words: ["never said"] }] }
baseRate: { halfLife: 180, prior: { incidents: 1, days: 60 }, history: { place: [Port Sarrat] } }
indicators:
  - { id: officials, title: Officials fear an attack, why: They say so., direction: for, strength: strong, halfLife: 14, match: [{ stance: [fears, warns] }] }
levels: { horizon: 30, consequence: 0.9, guarded: 0.2, elevated: 0.4, high: 0.6, critical: 0.8 }
`;
const CITED = `${karvonia.warning.reading.document.id}#c1`;

let kept: TestStore;
let data: string;
let desk: Desk;
let minute = 0;
const now = () => `2031-05-22T10:${`${minute}`.padStart(2, '0')}:00.000Z`;

beforeEach(async () => {
  minute = 0;
  kept = await openKarvoniaStore();
  data = mkdtempSync(join(tmpdir(), 'tocsin-drafts-'));
  mkdirSync(join(data, 'problems'));
  writeFileSync(join(data, 'problems', 'karvonia.yaml'), PROBLEM);
  desk = await openRealDesk(kept.store, now, data);
});
afterEach(async () => {
  await kept.dispose();
  rmSync(data, { recursive: true });
});

async function ask(
  path: string,
  {
    method = 'GET',
    body,
    headers = WRITE,
  }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const app = createApp({
    ...{ store: kept.store, engine: plainEngine, desk, name: 'tocsin 0.0.0-test', now },
    host: '127.0.0.1',
  });
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  return app.request(`http://127.0.0.1:7077/api/v1/problems/karvonia/brief/draft${path}`, init);
}

const get = async () => (await (await ask('')).json()) as DraftedBrief;
const put = async (change: DraftChange) => {
  const response = await ask('', { method: 'PUT', body: change });
  return { status: response.status, answer: (await response.json()) as DraftedBrief & { detail: string } };
};

/** The draft with a sentence more in its first section. */
function add(
  { draft }: DraftedBrief,
  sentence: Omit<Extract<DraftSentence, { kind: 'own' }>, 'kind' | 'by'>,
  by = 'Ann Example',
): DraftChange {
  const [first, ...rest] = draft.sections;
  return {
    asOf: draft.asOf,
    revision: draft.revision,
    by,
    sections: [
      { ...first!, sentences: [...first!.sentences, { kind: 'own', by: '', ...sentence }] },
      ...rest,
    ],
  };
}

describe('a draft', () => {
  it('holds all that the engine tells until somebody saves one', async () => {
    const found = await get();
    expect(DraftedBriefSchema.parse(found)).toEqual(found);
    expect(found.draft.revision).toBe(0);
    expect(found.brief).toEqual(found.whole);
    expect(found.marks).toEqual([]);
  });

  it('is kept with who saved it, as of its own instant, whatever comes later', async () => {
    const before = await get();
    const { status, answer } = await put(add(before, { text: 'They fear it.', claims: [CITED] }));
    expect(status).toBe(200);
    expect(answer.marks).toEqual([]);
    minute = 30;
    const later = await get();
    expect(later.draft.asOf).toBe(before.draft.asOf);
    expect(later.draft.record).toEqual([{ by: 'Ann Example', at: '2031-05-22T10:00:00.000Z' }]);
    expect(later.brief.sections[0]!.sentences.at(-1)).toMatchObject({ own: { by: 'Ann Example' } });
    const html = await (await ask('?format=html')).text();
    expect(html).toContain('They fear it. (analyst: Ann Example)');
    const markdown = await (await ask('?format=markdown')).text();
    expect(markdown).toContain('Saved by Ann Example');
    expect((await ask('?format=markdown')).headers.get('content-type')).toContain('text/markdown');
  });

  it('tells the second of two who edit it, and keeps what the first saved', async () => {
    const before = await get();
    await put(add(before, { text: 'They fear it.', claims: [CITED] }));
    const second = await put(add(before, { text: 'They do not.', claims: [CITED] }, 'Ben Example'));
    expect(second.status).toBe(409);
    expect(second.answer.detail).toContain('Ann Example has saved the draft meanwhile');
    expect(JSON.stringify((await get()).draft)).not.toContain('They do not.');
    const third = await put(add(await get(), { text: 'They do not.', claims: [CITED] }, 'Ben Example'));
    // Who wrote a sentence stays with it.
    const own = third.answer.draft.sections[0]!.sentences.filter(({ kind }) => kind === 'own');
    expect(own.map((each) => each.kind === 'own' && each.by)).toEqual(['Ann Example', 'Ben Example']);
  });

  it('begins anew where it is discarded', async () => {
    const { answer } = await put(add(await get(), { text: 'They fear it.', claims: [CITED] }));
    minute = 5;
    expect((await ask('?revision=0', { method: 'DELETE' })).status).toBe(409);
    const fresh = (await (
      await ask(`?revision=${answer.draft.revision}`, { method: 'DELETE' })
    ).json()) as DraftedBrief;
    expect(fresh.draft).toMatchObject({ revision: 0, asOf: now(), record: [] });
  });

  it('is not signed with a mark; mended it is, and the file verifies', async () => {
    const marked = (await put(add(await get(), { text: 'They fear Vostok.', claims: [CITED] }))).answer;
    expect(marked.marks.map(({ problem }) => problem)).toEqual([
      'the name "Vostok" stands in no text that it cites',
    ]);
    const bad = (await put(add(marked, { text: 'It is likely.', claims: [] }))).answer;
    expect(bad.marks.map(({ problem }) => problem)).toContain('it cites no claim');
    const sign = (revision: number) => ask('/sign', { method: 'POST', body: { revision, send: true } });
    expect((await sign(bad.draft.revision)).status).toBe(400);
    const mended = (
      await put({
        asOf: bad.draft.asOf,
        revision: bad.draft.revision,
        by: 'Ann Example',
        sections: bad.draft.sections.map(({ name, sentences }) => ({
          name,
          sentences: sentences.map((each) =>
            each.kind === 'own' ? { ...each, text: 'They fear it.', claims: [CITED] } : each,
          ),
        })),
      })
    ).answer;
    expect(mended.marks).toEqual([]);
    expect((await sign(0)).status).toBe(409);
    const made = (await (await sign(mended.draft.revision)).json()) as SignedBrief;
    expect(SignedBriefSchema.parse(made)).toEqual(made);
    expect(made.deliveries).toEqual([]);
    const bytes = Buffer.from(JSON.stringify(made.signed));
    const { publicKey } = loadKey(data);
    expect(verifySignedFile(bytes, [publicKey]).state).toBe('trusted');
    const forged = Buffer.from(JSON.stringify(made.signed).replace('They fear it.', 'They want it.'));
    expect(verifySignedFile(forged, [publicKey]).state).toBe('wrong');
  });

  it('is saved and signed by those who may write, who say who they are', async () => {
    const change = add(await get(), { text: 'They fear it.', claims: [CITED] });
    expect(
      (
        await ask('', {
          method: 'PUT',
          body: change,
          headers: { ...OWN, 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await ask('/sign', {
          method: 'POST',
          body: { revision: 0, send: false },
          headers: { ...OWN, 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(403);
    expect((await put({ ...change, by: ' ' })).status).toBe(400);
    expect((await ask('/sign', { method: 'POST', body: { revision: 0, send: false } })).status).toBe(400);
  });
});

describe('a signed brief', () => {
  it('is posted to the webhook as it was signed, and a refusal is told', async () => {
    const { answer } = await put(add(await get(), { text: 'They fear it.', claims: [CITED] }));
    const { signed } = (await desk.signDraft('karvonia', { revision: answer.draft.revision, send: false }))!;
    const got: { headers: Record<string, unknown>; body: string }[] = [];
    let status = 204;
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        got.push({ headers: request.headers, body });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const options = {
        config: {
          webhook: `http://127.0.0.1:${port}/`,
          telegramRoot: 'http://127.0.0.1:1',
          telegramChat: '@x',
        },
        engine: 'tocsin 0.0.0-test',
        now,
      };
      expect(await sendBrief(signed, options)).toEqual([
        { channel: 'webhook', state: 'sent' },
        { channel: 'telegram', state: 'failed', problem: 'TOCSIN_TELEGRAM_TOKEN is not set' },
      ]);
      expect(got[0]!.headers['x-tocsin-brief']).toBe('karvonia');
      expect(verifySignedFile(Buffer.from(got[0]!.body), [loadKey(data).publicKey]).state).toBe('trusted');
      // What is marked for the desk alone goes to nobody else, whoever sends it.
      const strict = { ...signed, content: { ...signed.content, tlp: 'AMBER+STRICT' } };
      expect((await sendBrief(strict, options))[0]).toMatchObject({
        state: 'failed',
        problem: expect.stringContaining('TLP:AMBER+STRICT may not reach recipients'),
      });
      expect(got).toHaveLength(1);
      status = 500;
      expect((await sendBrief(signed, options))[0]).toMatchObject({
        state: 'failed',
        problem: 'it answered 500',
      });
    } finally {
      server.close();
    }
  });
});
