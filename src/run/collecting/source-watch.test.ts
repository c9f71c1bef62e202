import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SourceWatch } from './source-watch.ts';
import { loadSources } from './sources-file.ts';

let data: string;
let file: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'tocsin-watch-'));
  file = join(data, 'sources.yaml');
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const write = (...ids: readonly string[]) =>
  writeFileSync(
    file,
    `sources:\n${ids.map((id) => `  - { id: ${id}, name: Outlet ${id}, feed: "https://${id}.example/feed" }\n`).join('')}`,
  );

async function open() {
  const told: string[] = [];
  const sources = await loadSources({ data });
  const watch = new SourceWatch({ config: { data }, sources, tell: (line) => told.push(line) });
  expect(await watch.read()).toBeUndefined();
  return { watch, sources, told };
}

test('a changed list is given once, with what is as before as the same', async () => {
  write('one', 'two');
  const { watch, sources } = await open();
  write('two', 'three', 'four');
  const read = await watch.read();
  expect(read?.map(({ id }) => id)).toEqual(['two', 'three', 'four']);
  expect(read?.[0]).toBe(sources[1]);
  expect(await watch.read()).toBeUndefined();
});

test('a list that cannot be used, or is away, changes nothing, and is told once', async () => {
  write('one');
  const { watch, told } = await open();
  writeFileSync(file, 'sources: {');
  expect(await watch.read()).toBeUndefined();
  expect(await watch.read()).toBeUndefined();
  expect(told).toEqual([expect.stringMatching(/^The list of sources cannot be used and stays as it was: /)]);
  rmSync(file);
  expect(await watch.read()).toBeUndefined();
  expect(told).toHaveLength(1);
  write('one', 'two');
  expect((await watch.read())?.map(({ id }) => id)).toEqual(['one', 'two']);
});
