import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseLines, prepareCli, runCli } from './support/cli.ts';

/* `tocsin correct` and `tocsin changes` as a person runs them. */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let data: readonly string[];
let id: string;
let claim: string;

beforeAll(async () => {
  prepareCli();
  folder = mkdtempSync(join(tmpdir(), 'tocsin-correct-'));
  data = ['--data', join(folder, 'data')];
  const file = join(folder, 'port.html');
  writeFileSync(
    file,
    '<!doctype html><html lang="en"><title>Rockets hit Veles port</title><h1>Rockets hit Veles port</h1><p>Four rockets hit the port of Veles on 20 May 2025, the Karvonian army said, and two soldiers were wounded in the attack.</p><p>Police closed the road to the harbour while soldiers looked for the launcher in the hills.</p></html>',
  );
  await runCli(['add', file, '--outlet', 'Harbour Wire', '--published', '2025-05-20', ...data]);
  const [row] = parseLines((await runCli(['search', 'rockets', ...data])).out) as { id: string }[];
  id = row!.id.slice('sha256:'.length, 'sha256:'.length + 12);
  const [reading] = parseLines((await runCli(['show', id, ...data])).out) as { claims: { id: string }[] }[];
  claim = reading!.claims[0]!.id;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function countIncidents(): Promise<number> {
  return parseLines((await runCli(['incidents', ...data])).out).length;
}

describe('a claim that is rejected', () => {
  test('is taken out of what rests on it, shown with who and why, and comes back when that is withdrawn', async () => {
    const before = await countIncidents();
    expect(before).toBeGreaterThan(0);
    const rejected = await runCli([
      'correct', id, claim, '--reject', '--note', 'an exercise', '--by', 'Ann Example', ...data,
    ]); // biome-ignore format: a command line
    expect(rejected.code).toBe(0);
    const [judgement, changes] = parseLines(rejected.out) as Record<string, unknown>[];
    expect(judgement).toMatchObject({ id: 'j1', verdict: 'reject', by: 'Ann Example', note: 'an exercise' });
    expect(changes).toMatchObject({
      kind: 'changes',
      setAside: [{ claim: { claim }, cause: { judgement: 'j1' } }],
    });
    expect(await countIncidents()).toBeLessThan(before);

    const shown = await runCli(['changes', '--format', 'text', ...data]);
    expect(shown.out).toContain('rejected by Ann Example (j1): an exercise');

    const withdrawn = await runCli([
      'correct',
      '--withdraw',
      'j1',
      '--note',
      'it was none',
      '--by',
      'Ann Example',
      ...data,
    ]);
    expect(withdrawn.code).toBe(0);
    expect(await countIncidents()).toBe(before);
    const listed = parseLines((await runCli(['correct', '--list', ...data])).out);
    expect(listed).toMatchObject([
      { id: 'j1', holds: false },
      { id: 'j2', verdict: 'withdraw' },
    ]);
  });

  test.each([
    [['c1', '--reject'], 2, /no reason/],
    [['c99', '--reject', '--note', 'x'], 1, /no claim of that id/],
    [['--note', 'x'], 2, /not said what to do/],
    [['--withdraw', 'j9', '--note', 'x'], 1, /no judgement has that id/],
  ])('%j is refused', async (args, code, message) => {
    const refused = await runCli(['correct', id, ...args, ...data]);
    expect([refused.code, refused.err]).toEqual([code, expect.stringMatching(message)]);
  });
});
