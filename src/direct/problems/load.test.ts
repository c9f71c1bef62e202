import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { describeProblemFiles, loadProblems } from './load.ts';

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

it('tells the first faults of a file that is wrong throughout', async () => {
  const wrong = Array.from({ length: 500 }, (_, i) => `field${i}: 1\n`).join('');
  const path = makeFolder('wrong', { 'wrong.yaml': `${SOURCE}\n${wrong}` });
  const { failures } = await loadProblems([path]);
  expect(failures).toHaveLength(21);
  expect(failures.at(-1)).toBe(`${path}/wrong.yaml: and more; mend these first`);
});

it('refuses what is no file, and what is far too large, without reading it', async () => {
  const path = makeFolder('odd', { 'good.yaml': SOURCE, 'large.yaml': 'a'.repeat(1_100_000) });
  execFileSync('mkfifo', [join(path, 'pipe.yaml')]);
  symlinkSync('/dev/zero', join(path, 'zero.yaml'));
  symlinkSync(join(path, 'nowhere'), join(path, 'lost.yaml'));
  const { problems, failures } = await loadProblems([path]);
  expect(problems.map(({ id }) => id)).toEqual(['us-sites-iraq']);
  expect(failures).toEqual([
    `${path}/large.yaml: has 1100000 bytes, far more than a problem; split it into several problems`,
    `${path}/lost.yaml: cannot be read (ENOENT); give yourself permission, or remove it`,
    `${path}/pipe.yaml: is no file; move it away`,
    `${path}/zero.yaml: is no file; move it away`,
  ]);
  const file = join(path, 'good.yaml');
  expect((await loadProblems([file])).failures).toEqual([
    `${file}: is a file; make it a folder and put the problem files into it`,
  ]);
});

it('sees from outside that a file came, went or changed', async () => {
  const path = makeFolder('changing', { 'a.yaml': SOURCE });
  const seen = [await describeProblemFiles([path])];
  expect(await describeProblemFiles([path])).toBe(seen[0]);
  writeFileSync(join(path, 'b.yaml'), SOURCE);
  seen.push(await describeProblemFiles([path]));
  writeFileSync(join(path, 'b.yaml'), SOURCE.replace('horizons: [7, 30]', 'horizons: [7, 31]'));
  // As an editor or a copy may do that keeps the time of writing.
  utimesSync(join(path, 'b.yaml'), 0, 0);
  seen.push(await describeProblemFiles([path]));
  rmSync(join(path, 'b.yaml'));
  seen.push(await describeProblemFiles([path]));
  expect(new Set(seen).size).toBe(3);
  expect(seen[3]).toBe(seen[0]);
});
