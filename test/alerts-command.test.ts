import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseAlert } from '../src/disseminate/alert/alert.ts';
import { loadOrMakeKey } from '../src/disseminate/proof/keys.ts';
import { sign } from '../src/disseminate/proof/sign.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import { parseLines, runHere } from './support/cli.ts';
import { makeHash, makeTestAssessment, makeTestContribution } from './support/ledger.ts';

/* What `tocsin alerts` tells and sends again. */

let data: string;
let server: Server;
let url: string;
let got: string[];
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'tocsin-alerts-'));
  got = [];
  server = createServer((request, response) => {
    got.push(String(request.headers['x-tocsin-alert']));
    request.resume();
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(data, { recursive: true, force: true });
});

/** A store with an alert that did not arrive, and one of a replay. */
async function fill(): Promise<string> {
  const issued = new Date(Date.now() - 60_000).toISOString();
  const store = await openEmbeddedStore({ folder: data, now: () => issued });
  const key = loadOrMakeKey(data);
  const make = (asOf: string) => {
    const assessment = makeTestAssessment({ level: 'high', contributions: [makeTestContribution('talk', [1])], asOf });
    return sign(chooseAlert(assessment, { forecast: makeHash('f'), issued, engine: 'tocsin 0', tlp: 'TLP:GREEN' })!, key);
  }; // biome-ignore format: lines
  const [news, old] = [make(issued), make('2026-01-01T00:00:00.000Z')];
  await store.putAlert(old, true);
  await store.putAlert(news, false);
  await store.putDelivery({
    ...{ alert: news.content.id, channel: 'webhook', update: 0, state: 'failed', attempts: 4 },
    ...{ problem: 'the server answered 503', at: issued },
  });
  await store.close();
  return news.content.id;
}

test('lists them, tells what did not arrive, and sends that again', async () => {
  const id = await fill();
  const env = { TOCSIN_DATA: data, TOCSIN_WEBHOOK: url };
  const listed = await runHere(['alerts', '--format', 'text'], { env });
  expect(listed.code).toBe(1);
  expect(listed.out).toContain('normal → high');
  expect(listed.out).toMatch(/✗ webhook: did not arrive, tried 4 times, last .*: the server answered 503/);
  expect(listed.out.replace(/\s+/g, ' ')).toContain('made in a replay, sent to nobody');
  const unsent = await runHere(['alerts', '--unsent', '--format', 'json'], { env });
  expect(parseLines(unsent.out)).toMatchObject([{ kind: 'alert row', alert: { content: { id } } }]);
  expect(got).toEqual([]);
  const sent = await runHere(['alerts', '--send', '--format', 'text'], { env });
  expect([sent.code, sent.err]).toEqual([0, '']);
  expect(sent.out).toContain('✓ webhook: update 1 arrived');
  // Only what is news, and once.
  expect(got).toEqual([id]);
  await runHere(['alerts', '--send'], { env });
  expect(got).toEqual([id]);
});

test('an alert whose marking keeps it from a channel is not sent there, and the list says why', async () => {
  await fill();
  const env = { TOCSIN_DATA: data, TOCSIN_WEBHOOK: url, TOCSIN_WEBHOOK_FOR: 'public' };
  const sent = await runHere(['alerts', '--send', '--format', 'text'], { env });
  expect(sent.code).toBe(1);
  expect(sent.err).toContain('was not sent by webhook: TLP:GREEN may not reach the public');
  expect(sent.out).toContain('✗ webhook: not sent: TLP:GREEN may not reach the public');
  expect(got).toEqual([]);
  const wrong = await runHere(['alerts'], { env: { ...env, TOCSIN_WEBHOOK_FOR: 'everybody' } });
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('public, recipients or desk') });
});

test('says what does not fit, and that there is none', async () => {
  const store = await openEmbeddedStore({ folder: data, now: () => '2026-11-22T10:00:00.000Z' });
  await store.close();
  const env = { TOCSIN_DATA: data };
  expect(await runHere(['alerts', '--format', 'text'], { env })).toMatchObject({
    code: 0,
    out: 'No alert.\n',
  });
  for (const limit of ['0', '501', 'many'])
    expect((await runHere(['alerts', '--limit', limit], { env })).err).toMatch(/--limit: .* does not fit/);
});
