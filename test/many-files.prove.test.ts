import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareCli, runCli } from './support/cli.ts';

/* The long form of the case of the same kind in `bad-input.test.ts`. */

let folder: string;
beforeAll(async () => {
  await prepareCli();
  folder = mkdtempSync(join(tmpdir(), 'tocsin-many-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('of ten thousand files the fifty broken ones are named and the others are read', async () => {
  for (let i = 0; i < 10_000; i += 1) {
    const content = i % 200 === 7 ? '' : `Ferry ${i}\n\nFerry number ${i} was held.`;
    writeFileSync(join(folder, `${i}.txt`), content);
  }
  const { code, out, err } = await runCli(['read', folder]);
  expect(code).toBe(1);
  expect(out.match(/\n/g)).toHaveLength(9_950);
  expect(err.match(/: is empty\. /g)).toHaveLength(50);
  expect(err.trimEnd().split('\n')).toHaveLength(50);
});
