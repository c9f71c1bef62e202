import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseLines, runHere } from './support/cli.ts';

/* `tocsin actors` and `tocsin register` as a person runs them. */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let data: readonly string[];

const page = (text: string): string =>
  `<!doctype html><html lang="en"><title>Statement</title><h1>Statement</h1><p>${text}</p><p>Nothing else was known of it by the evening, and the roads stayed open all day for those who had to travel.</p></html>`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-register-'));
  data = ['--data', join(folder, 'data')];
  const texts = [
    [
      "Kata'ib Hizballah denied on 20 May 2025 that it had fired rockets at the U.S. embassy in Baghdad, and Qassem Sulaimani was praised.",
      'Harbour Wire',
    ],
    [
      'Kataib Hezbollah said on 20 May 2025 that it had fired no rockets at the American embassy in Baghdad. The militia named Qasem Soleimani.',
      'Gulf Meridian',
    ],
    [
      'The Jabhat al-Mithal militia attacked a convoy near Mosul on 20 May 2025, the Iraqi army said. Ann Example, a teacher, was wounded.',
      'Old Quay',
    ],
  ] as const;
  for (const [at, [text, outlet]] of texts.entries()) {
    const file = join(folder, `page${at}.html`);
    writeFileSync(file, page(text));
    await runHere(['add', file, '--outlet', outlet, '--published', '2025-05-21', ...data]);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Row {
  readonly id: string;
  readonly name: string;
  readonly documents: number;
  readonly names: readonly { readonly name: string }[];
}

async function listActors(...args: readonly string[]): Promise<readonly Row[]> {
  return parseLines((await runHere(['actors', '--limit', '200', ...args, ...data])).out) as unknown as Row[];
}

describe('tocsin actors', () => {
  test('lists each actor once under all its spellings, and no private person', async () => {
    const rows = await listActors();
    expect(rows.find(({ id }) => id === 'register:kataib-hizballah')).toMatchObject({ documents: 2 });
    const general = rows.find(({ id }) => id === 'register:qassem-soleimani');
    expect(general?.names.map(({ name }) => name)).toEqual(['Qasem Soleimani', 'Qassem Sulaimani']);
    expect(JSON.stringify(rows)).not.toContain('Ann Example');
    expect((await listActors('--as-of', '2025-05-20')).length).toBe(0);
  });

  test('shows one with where it is named', async () => {
    const { out } = await runHere(['actors', 'register:kataib-hizballah', '--format', 'text', ...data]);
    expect(out).toMatch(/Kataib Hezbollah @0/);
    expect(out).toContain('Gulf Meridian');
    const unknown = await runHere(['actors', 'register:nobody', ...data]);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringMatching(/no actor of that id is named/)]);
    expect((await runHere(['actors', '--type', 'ghost', ...data])).code).toBe(2);
  });
});

describe('tocsin register', () => {
  test('adds an actor, whom kept documents lead to at once', async () => {
    const added = await runHere([
      'register', 'add', 'Example Front', '--type', 'group', '--country', 'IQ', '--alias', 'Jabhat al-Mithal',
      '--by', 'Ann Example', ...data,
    ]); // biome-ignore format: a command line
    expect(added.code, added.err).toBe(0);
    expect(readFileSync(join(folder, 'data', 'register.tsv'), 'utf8')).toMatch(
      /^name\ttype\tcountry\tsector\twikidata\taliases\n# added 20\S+Z by Ann Example\nExample Front\tgroup\tIQ\t\t\tJabhat al-Mithal\n$/,
    );
    const nobody = await runHere(['register', 'add', 'Ann Example', '--type', 'person', ...data]);
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringMatching(/needs the public office or role/)]);
    expect(parseLines((await runHere(['register', 'list', '--own', ...data])).out)).toMatchObject([
      { id: 'register:example-front', isOwn: true },
    ]);
    expect((await listActors('--name', 'example front')).map(({ id }) => id)).toEqual([
      'register:example-front',
    ]);
    const twice = await runHere([
      'register',
      'add',
      'Other',
      '--type',
      'group',
      '--alias',
      'Jabhat al-Mithal',
      ...data,
    ]);
    expect([twice.code, twice.err]).toEqual([
      2,
      expect.stringMatching(/is a name of "Example Front" in line 3/),
    ]);
    expect((await runHere(['register', 'check', ...data])).out).toContain('1 actor, nothing wrong');
  });

  test('keeps a decision with who and why, and takes it back', async () => {
    const [first] = (await listActors('--name', 'soleimani')) as [Row];
    const args = ['--note', 'another man', '--by', 'Ann Example', ...data];
    const told = await runHere(['register', 'distinct', first.id, 'Qassem Sulaimani', ...args]);
    expect(parseLines(told.out)).toMatchObject([
      { id: 'j1', verdict: 'distinct', value: 'Qassem Sulaimani', by: 'Ann Example', note: 'another man' },
      { id: first.id, documents: 1, decisions: [{ judgement: 'j1' }] },
    ]);
    expect((await runHere(['correct', '--withdraw', 'j1', '--note', 'he was not', ...data])).code).toBe(0);
    expect((await listActors('--name', 'soleimani')).map(({ documents }) => documents)).toEqual([2]);
    const nobody = await runHere(['register', 'alias', 'register:nobody', 'x y', ...args]);
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringMatching(/no actor of that id/)]);
  });

  test('that cannot be used ends a command with everything that is wrong', async () => {
    const file = join(folder, 'data', 'register.tsv');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, `${good}Third Front\tgang\tIraq\n`);
    const refused = await runHere(['actors', ...data]);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/register\.tsv:4: type "gang".*\n.*register\.tsv:4: country "Iraq"/);
    writeFileSync(file, good);
  });
});
