import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LIBRARY, PROBLEMS_FOLDER, ProblemFiles } from './problems.ts';

const data = mkdtempSync(join(tmpdir(), 'tocsin-problems-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

test('several readers of one folder share the very values until a file changes', async () => {
  const file = join(data, PROBLEMS_FOLDER, 'us-sites-iraq.yaml');
  cpSync(join(LIBRARY, 'us-sites-iraq.yaml'), file);
  const [one, other] = [new ProblemFiles({ data }), new ProblemFiles({ data })];
  const before = await one.read();
  expect(before.problems.map(({ id }) => id)).toEqual(['us-sites-iraq']);
  expect((await other.read()).problems[0]).toBe(before.problems[0]);

  writeFileSync(file, readFileSync(file, 'utf8').replace('title: Attacks on', 'title: More attacks on'));
  const after = await other.read();
  expect(after.problems[0]?.title).toContain('More attacks on');
  // What one of them has read does not keep the other from noticing.
  expect(await one.hasChanged()).toBe(true);
  expect((await one.read()).problems[0]).toBe(after.problems[0]);
  expect(await one.hasChanged()).toBe(false);
});
