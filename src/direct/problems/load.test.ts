import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadProblems } from './load.ts';

const OWN = new URL('../../../data/problems/', import.meta.url);
const SOURCE = readFileSync(new URL('us-sites-iraq.yaml', OWN), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tocsin-problems-'));
afterAll(() => rmSync(folder, { recursive: true }));

function makeFolder(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

it('loads what comes with the program without a fault', async () => {
  const { problems, failures } = await loadProblems([OWN.pathname]);
  expect(failures).toEqual([]);
  expect(problems.map(({ id }) => id)).toContain('us-sites-iraq');
});

it('goes on where one file is bad, and tells file and line', async () => {
  const path = makeFolder('mixed', {
    'bad.yaml': SOURCE.replace('horizons: [7, 30]', 'horizons: [7, 3000]'),
    'good.yml': SOURCE,
    'twin.yaml': SOURCE,
    'notes.txt': 'no problem',
  });
  const { problems, failures } = await loadProblems([path, join(folder, 'not there')]);
  expect(problems.map(({ file }) => file)).toEqual([join(path, 'good.yml')]);
  expect(failures).toEqual([
    expect.stringMatching(/bad\.yaml:\d+: horizons\[1\]: 3000 is too high: it must be at most 365$/),
    expect.stringMatching(/twin\.yaml:1: the id "us-sites-iraq" is that of .*good\.yml already/),
  ]);
});

it('lets a later folder take the place of an earlier one', async () => {
  const first = makeFolder('first', { 'a.yaml': SOURCE });
  const second = makeFolder('second', { 'b.yaml': SOURCE.replace('title: Attacks on', 'title: Raids on') });
  const { problems, failures } = await loadProblems([first, second]);
  expect(failures).toEqual([]);
  expect(problems.map(({ title }) => title)).toEqual(['Raids on US sites in Iraq']);
});
