import type { ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { finish, prepareCli, runCli, startCli } from './support/cli.ts';

// Programs are started here, several at a time on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let running: ChildProcess[] = [];
beforeAll(async () => {
  await prepareCli();
  folder = mkdtempSync(join(tmpdir(), 'tocsin-serve-'));
});
afterEach(async () => {
  for (const child of running)
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'close');
  running = [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PASSWORD = 'a lighthouse in fog';

async function addAccount(data: string): Promise<void> {
  const { code, err } = await runCli(['account', 'add', 'ann', '--role', 'admin', '--data', data], {
    stdin: PASSWORD,
  });
  expect([code, err]).toEqual([0, '']);
}

/** Starts a server on a free port and waits until it says where it is. */
async function serve(args: readonly string[], data: string): Promise<{ child: ChildProcess; url: string }> {
  const child = startCli(['serve', '--port', '0', '--format', 'json', ...args], {
    env: { TOCSIN_DATA: data },
  });
  running.push(child);
  child.stdin!.end();
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  return { child, url: String((JSON.parse(line) as { url: string }).url) };
}

/** The status of an answer to a request under another host name, as `fetch` cannot make it. */
function askAs(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({
      port,
      host: '127.0.0.1',
      path: '/api/v1/status',
      headers: { host: `${host}:${port}` },
    });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
}

/** The status of an answer to a decision that nobody can make, sent as the workbench sends it, and what it says. */
async function decide(url: string): Promise<readonly [number, string]> {
  const answer = await fetch(`${url}/api/v1/judgements`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tocsin-write': '1', origin: url },
    body: JSON.stringify({ verdict: 'withdraw', value: 'j1', by: 'Ann Example', note: 'a test' }),
  });
  return [answer.status, ((await answer.json()) as { detail: string }).detail];
}

describe('serve', () => {
  test('answers, and ends with 0 on Ctrl-C with the store closed', async () => {
    const data = join(folder, 'data');
    const { child, url } = await serve([], data);
    const status = await fetch(`${url}/api/v1/status`);
    expect(status.status).toBe(200);
    const posted = await fetch(`${url}/api/v1/readings`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'Pier closed\n\nThe harbour master closed the pier on Monday.',
    });
    expect(posted.status).toBe(200);
    expect(await decide(url)).toEqual([404, expect.stringContaining('no judgement has that id')]);
    const ending = finish(child);
    child.kill('SIGINT');
    const { code, err } = await ending;
    expect({ code, err }).toEqual({ code: 0, err: 'Stopped.\n' });
    expect(existsSync(join(data, 'store.db-wal'))).toBe(false);
  });

  test('answers others while one page takes long to read, and does not wait for it to stop', async () => {
    const { child, url } = await serve([], join(folder, 'long'));
    const post = (body: string) =>
      fetch(`${url}/api/v1/readings`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body });
    const sentence = 'The harbour master told the Coast Gazette on Monday that two ferries had collided. ';
    let isLongOver = false;
    const long = post(`Ferries collide\n\n${`${sentence}\n\n`.repeat(11_000)}`).finally(() => {
      isLongOver = true;
    });
    const short = await post(`Ferries collide\n\n${sentence}`);
    expect(((await short.json()) as { readings: { claims: unknown[] }[] }).readings[0]?.claims).not.toEqual(
      [],
    );
    expect((await fetch(`${url}/api/v1/status`)).status).toBe(200);
    expect(isLongOver).toBe(false);
    const ending = finish(child);
    child.kill('SIGTERM');
    const stopped = await long;
    expect(stopped.headers.get('content-type')).toBe('application/problem+json');
    expect(await stopped.json()).toMatchObject({
      status: 422,
      detail: 'the page given: was not read, since the program is stopping. Start it and try again.',
    });
    expect(await ending).toMatchObject({ code: 0, err: 'Stopped.\n' });
  });

  test('listens on all addresses where it is told to, once somebody can log in', async () => {
    const data = join(folder, 'all');
    await addAccount(data);
    const { child, url } = await serve(['--host', '0.0.0.0', '--allow-host', 'tocsin.example'], data);
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    const { port } = new URL(url);
    const ask = (host: string) => askAs(host, Number(port));
    expect(await ask('127.0.0.1')).toBe(401);
    expect(await ask('tocsin.example')).toBe(401);
    expect(await ask('elsewhere.example')).toBe(421);
    expect(await decide(url)).toEqual([401, expect.stringContaining('Log in first')]);
    const logIn = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tocsin-write': '1', origin: url },
      body: JSON.stringify({ name: 'ann', password: PASSWORD }),
    });
    const cookie = logIn.headers.get('set-cookie')!.split(';')[0]!;
    expect((await fetch(`${url}/api/v1/board`, { headers: { cookie } })).status).toBe(200);
    child.kill('SIGINT');
  });

  test('says that a port is in use, and what to do', async () => {
    const { url } = await serve([], join(folder, 'first'));
    const { port } = new URL(url);
    const second = await runCli(['serve', '--port', port], { env: { TOCSIN_DATA: join(folder, 'second') } });
    expect(second).toMatchObject({ code: 2, out: '' });
    expect(second.err).toBe(
      `tocsin: port ${port} on 127.0.0.1 is in use, perhaps by another tocsin. Choose another with --port NUMBER; --port 0 takes any free one.\n`,
    );
  });

  test('says that an address is not of this machine', async () => {
    const data = join(folder, 'host');
    await addAccount(data);
    const { code, err } = await runCli(['serve', '--port', '0', '--host', '192.0.2.1'], {
      env: { TOCSIN_DATA: data },
    });
    expect(code).toBe(2);
    expect(err).toMatch(/192\.0\.2\.1 is no address of this machine\. .*--host/);
  });

  test('loads the example once, with the addresses and times of its pages', async () => {
    const data = join(folder, 'example');
    const { child, url } = await serve(['--example'], data);
    const lines = createInterface({ input: child.stderr! });
    const ending = once(lines, 'close');
    const told: string[] = [];
    for await (const line of on(lines, 'line') as AsyncIterable<[string]>) {
      told.push(line[0]);
      if (/ added, /.test(line[0])) break;
    }
    expect(told).toEqual([
      'Loading the example: 63 pages.',
      expect.stringMatching(/^\d+ added, \d+ changed, 0 unchanged, 0 failed$/),
    ]);
    const ask = async () =>
      (await (await fetch(`${url}/api/v1/status`)).json()) as {
        example?: string;
        counts: { documents: number };
      };
    expect((await ask()).counts.documents).toBe(63);
    expect((await ask()).example).toBe('baghdad');
    child.kill('SIGINT');
    await ending;
    const again = await serve(['--example'], data);
    const stopped = finish(again.child);
    again.child.kill('SIGINT');
    expect((await stopped).err).toBe('Stopped.\n');
  });

  test('does not mix the example with what is already kept', async () => {
    const data = join(folder, 'mine');
    await runCli(['add', '-'], {
      env: { TOCSIN_DATA: data },
      stdin: 'Pier closed\n\nThe harbour master closed the pier on Monday.',
    });
    const { code, err } = await runCli(['serve', '--port', '0', '--example'], { env: { TOCSIN_DATA: data } });
    expect(code).toBe(2);
    expect(err).toMatch(/the data folder holds 1 documents? that (is|are) not the example\. .*--data/);
  });
});
