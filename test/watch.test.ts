import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { finish, parseLines, prepareCli, runHere, startCli } from './support/cli.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
let inbox: string;
beforeAll(prepareCli);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-watch-'));
  inbox = join(folder, 'inbox');
  mkdirSync(inbox);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string) =>
  writeFileSync(
    join(inbox, `${name}.txt`),
    `Pier ${name} closed\n\nThe harbour master closed pier ${name} on Monday.`,
  );

/** The lines that a program prints, as they come. */
function listen(child: ChildProcess): (fits: (line: Record<string, unknown>) => boolean) => Promise<Record<string, unknown>> {
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return async (fits) => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error('it ended');
      const line = JSON.parse(value as string) as Record<string, unknown>;
      if (fits(line)) return line;
    }
  };
} // biome-ignore format: a table

describe('watching folders', () => {
  test('keeps what lies there and what is put there, and ends at Ctrl-C', async () => {
    write('one');
    const env = { TOCSIN_DATA: join(folder, 'data') };
    const child = startCli(['watch', inbox, '--format', 'json'], { env });
    child.stdin!.end();
    const next = listen(child);
    const isTally = ({ kind }: Record<string, unknown>) => kind === 'tally';
    expect(await next(isTally)).toMatchObject({ added: 1, failed: 0 });
    write('two');
    expect(await next(({ kind }) => kind === 'outcome')).toMatchObject({ status: 'added', file: join(inbox, 'two.txt') });
    expect(await next(isTally)).toMatchObject({ added: 1, failed: 0 });
    child.kill('SIGINT');
    expect((await finish(child)).code).toBe(0);
    const kept = parseLines((await runHere(['search'], { env })).out);
    expect(kept.map(({ file }) => file).toSorted()).toEqual(['one.txt', 'two.txt'].map((name) => join(inbox, name)));
  }); // biome-ignore format: lines

  test('refuses what is no folder, before anything is made', async () => {
    const data = join(folder, 'data');
    const { code, err } = await runHere(['watch', join(folder, 'typo')], { env: { TOCSIN_DATA: data } });
    expect(code).toBe(2);
    expect(err).toMatch(/typo is no folder\. Make it first/);
  });
});
