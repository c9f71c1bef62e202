import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import { parseLines, runHere } from './support/cli.ts';

const SOURCE = readFileSync(new URL('../data/problems/coup-sahel.yaml', import.meta.url), 'utf8');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-problems-cli-'));
  const store = await openEmbeddedStore({ folder, now: () => '2031-05-20T08:00:00.000Z' });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) => runHere(['problems', ...args, '--data', folder]);

it('lists what comes with the program, and writes the text of one as it is', async () => {
  const { code, out } = await run('list', '--format', 'json');
  expect(code).toBe(0);
  expect(parseLines(out)).toHaveLength(8);
  expect(parseLines(out)[1]).toMatchObject({ id: 'coup-sahel', isOwn: false, file: 'coup-sahel.yaml' });
  expect((await run('show', 'coup-sahel')).out).toBe(SOURCE);
  const unknown = await run('show', 'coup-shael');
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain('tocsin problems list');
  expect((await run('show', 'coup-sahel', 'ffff')).err).toContain('means no version');
  expect((await run('versions', 'coup-sahel')).code).toBe(0);
});

it('checks files by themselves and beside those in use, each fault with its line', async () => {
  const drafts = join(folder, 'drafts');
  mkdirSync(drafts);
  const good = join(drafts, 'good.yaml');
  const bad = join(drafts, 'bad.yaml');
  writeFileSync(good, SOURCE.replace('id: coup-sahel', 'id: coup-guinea'));
  writeFileSync(bad, SOURCE.replace('critical: 0.7', 'critical: 0.2'));
  const { code, out } = await run('check', good, bad);
  const line = SOURCE.split('\n').findIndex((each) => each.includes('critical: 0.7')) + 1;
  expect(code).toBe(1);
  expect(out).toContain(`${good}: can be used`);
  expect(out).toContain(`${bad}:${line}: levels.critical: "critical" (0.2) is not above "high" (0.45)`);
  expect((await run('check')).code).toBe(0);
});
