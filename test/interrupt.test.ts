import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { finish, parseLines, prepareCli, runCli, startCli } from './support/cli.ts';

const PAGES = 120;

// Programs are started here, several at a time on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
beforeAll(async () => {
  await prepareCli();
  folder = mkdtempSync(join(tmpdir(), 'tocsin-interrupt-'));
  for (let i = 0; i < PAGES; i += 1) writeFileSync(join(folder, `${i}.txt`), makePage(i));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function makePage(i: number): string {
  const sentence = `The harbour master said on Monday that ferry number ${i} had been held near the north pier for an hour.`;
  return `Ferry ${i} held\n\n${`${sentence} `.repeat(3)}`;
}

/** Waits until the first batch is being kept: pages are written before what was read from them. */
async function waitForBatch(data: string): Promise<void> {
  for (let i = 0; i < 3000; i += 1) {
    if (existsSync(join(data, 'pages')) && readdirSync(join(data, 'pages')).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nothing was ever kept');
}

describe('Ctrl-C in the middle of adding', () => {
  test('keeps what was read, says what was done, and ends with 130', async () => {
    const env = { TOCSIN_DATA: join(folder, '.data') };
    const child = startCli(['add', folder, '--format', 'json'], { env });
    child.stdin!.end();
    const ending = finish(child);
    await waitForBatch(env.TOCSIN_DATA);
    child.kill('SIGINT');
    const { code, out, err } = await ending;
    expect(err).toMatch(/Stopping after the page at hand/);
    expect(code).toBe(130);
    const lines = parseLines(out);
    const tally = lines.at(-1) as { kind: string; added: number; stopped: boolean };
    expect(tally).toMatchObject({ kind: 'tally', stopped: true, failed: 0 });
    expect(tally.added).toBeGreaterThan(0);
    expect(tally.added).toBeLessThan(PAGES);

    const checks = parseLines((await runCli(['doctor', '--format', 'json'], { env })).out);
    const kept = parseLines((await runCli(['search', '--limit', '500'], { env })).out);
    expect(kept).toHaveLength(Math.min(500, tally.added));
    const ofStore = checks.filter(
      (check) => !['program', 'reader', 'workbench'].includes(String(check['name'])),
    );
    expect(ofStore.filter((check) => check['state'] === 'failed')).toEqual([]);

    const rest = await runCli(['add', folder], { env });
    expect(rest.out).toContain(`${PAGES - tally.added} added, 0 changed, ${tally.added} unchanged, 0 failed`);
  });

  test('twice ends at once', async () => {
    const child = startCli(['add', folder], { env: { TOCSIN_DATA: join(folder, '.data-twice') } });
    child.stdin!.end();
    const ending = finish(child);
    await waitForBatch(join(folder, '.data-twice'));
    child.kill('SIGINT');
    child.stderr!.once('data', () => child.kill('SIGINT'));
    expect((await ending).code).toBe(130);
  });
});

test('two processes add to one data folder and nothing is lost', async () => {
  const env = { TOCSIN_DATA: join(folder, '.data-two') };
  const half = (parity: number): string[] =>
    Array.from({ length: 60 }, (_, i) => join(folder, `${2 * i + parity}.txt`));
  const results = await Promise.all([
    runCli(['add', ...half(0)], { env }),
    runCli(['add', ...half(1)], { env }),
  ]);
  for (const { code, out, err } of results)
    expect({ code, err, out: out.split('\n')[0] }).toEqual({
      code: 0,
      err: '',
      out: '60 added, 0 changed, 0 unchanged, 0 failed',
    });
  expect(parseLines((await runCli(['search', '--limit', '500'], { env })).out)).toHaveLength(120);
});
