import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { getProgram, parseLines, prepareCli, runCli, runHere } from './support/cli.ts';
import { encodeAs } from './support/encode.ts';
import { makeZip } from './support/zip.ts';

const PAGE =
  '<!doctype html><html lang="en"><title>Pier closed</title><p>The harbour master closed the pier on Monday.</p></html>';
/** Root may read and write whatever its permissions say. */
const IS_ROOT = process.getuid?.() === 0;

// Programs are started here, several at a time on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
beforeAll(async () => {
  await prepareCli();
  folder = mkdtempSync(join(tmpdir(), 'tocsin-bad-'));
});
afterAll(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** What `tocsin read` says of one file that cannot be read, without the folder. */
async function refuse(path: string): Promise<{ code: number | null; out: string; err: string }> {
  const { code, out, err } = await runHere(['read', path]);
  return { code, out, err: err.replaceAll(`${folder}/`, '') };
}

describe('a file that cannot be read ends with 1, is named, and the remedy is told', () => {
  test.each<readonly [name: string, content: string | Uint8Array, message: RegExp]>([
    ['empty.html', '', /^tocsin: empty\.html: is empty\. Save the page again/],
    ['blank.txt', ' \n\t\n ', /^tocsin: blank\.txt: holds only white space\. Save the page again/],
    ['nul.txt', 'The pier\0was closed.', /^tocsin: nul\.txt: holds 1 NUL byte, which no text has\. /],
    [
      'picture.html',
      Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
      /^tocsin: picture\.html: is a PNG image, not a page\. /,
    ],
    [
      'paper.pdf',
      '%PDF-1.4\n%\xe2\xe3',
      /^tocsin: paper\.pdf: is a PDF document, not a page\. Save its text/,
    ],
    [
      'noise.bin',
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7) % 256)),
      /^tocsin: noise\.bin: (is binary data|holds \d+ NUL)/,
    ],
    [
      'bomb.html.gz',
      gzipSync(Buffer.alloc(60_000_000, 0x20)),
      /^tocsin: bomb\.html\.gz: (is larger than the 20 MB|expands to more than)/,
    ],
    ['cut.zip', makeZip([['a.html', PAGE]]).subarray(0, 60), /^tocsin: cut\.zip: is a damaged zip archive/],
    ['cut.html.gz', gzipSync(PAGE.repeat(9)).subarray(0, 70), /^tocsin: cut\.html\.gz: is cut off/],
  ])('%s', async (name, content, message) => {
    const { code, out, err } = await refuse(write(name, content));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a file of 200 MB and more is refused at once, unread', async () => {
    const path = write('huge.html', '');
    truncateSync(path, 210_000_000);
    expect(await refuse(path)).toEqual({
      code: 1,
      out: '',
      err: 'tocsin: huge.html: has 210 MB, more than the 200 MB that are read. Split it, or unpack it and give the folder.\n',
    });
  });

  test('a pipe, a device, a link to itself and a missing file', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('round.html', join(folder, 'round.html'));
    const expected = [
      [join(folder, 'pipe'), /^tocsin: pipe: is a pipe \(FIFO\)/],
      ['/dev/zero', /^tocsin: \/dev\/zero: is a device or socket/],
      [join(folder, 'round.html'), /^tocsin: round\.html: is a symbolic link that leads back to itself/],
      [join(folder, 'missing.html'), /^tocsin: missing\.html: there is no such file or folder/],
    ] as const;
    for (const [path, message] of expected) {
      const { code, err } = await refuse(path);
      expect(err).toMatch(message);
      expect(code).toBe(1);
    }
  });

  // A test that root cannot fail would prove nothing, so as root the file is one that even root may not read.
  test('a file without permission', async () => {
    const path = IS_ROOT ? '/proc/self/mem' : write('locked.html', PAGE);
    if (!IS_ROOT) chmodSync(path, 0o000);
    const { code, err } = await refuse(path);
    expect(code).toBe(1);
    expect(err).toMatch(
      IS_ROOT
        ? /^tocsin: \/proc\/self\/mem: could not be read|input\/output error/
        : /^tocsin: locked\.html: may not be read \(permission denied\)\. .*chmod/,
    );
  });
});

describe('what looks bad and can be read is read', () => {
  test('HTML nested a hundred thousand deep', async () => {
    const depth = 100_000;
    const { code, out, err } = await runCli(['read', '-'], {
      stdin: `<!doctype html><title>Deep</title>${'<div>'.repeat(depth)}<p>The harbour master closed the pier on Monday.</p>${'</div>'.repeat(depth)}`,
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(parseLines(out)[0]).toMatchObject({ kind: 'reading', document: { title: 'Deep' } });
  });

  test('a page that lies about its encoding, and one that is cut off within a character', async () => {
    const text =
      'Le préfet a fermé la jetée lundi après l’accident de deux navires, a annoncé la préfecture près du port.';
    const lying = encodeAs(
      `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Jetée fermée</title><p>${text}</p></html>`,
      'windows-1252',
    );
    const cut = Buffer.from(`${text}\n\n${text} é`).subarray(0, -1);
    for (const bytes of [lying, cut]) {
      const { code, out, err } = await runHere(['read', '-'], { stdin: bytes });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const [reading] = parseLines(out) as unknown as [{ document: { text: string } }];
      expect(reading.document.text).toContain(text);
      expect(reading.document.text).not.toContain('\ufffd');
    }
  });

  test('a zip bomb stops, and what came before it is read', async () => {
    const zeros: [string, Buffer][] = Array.from({ length: 12 }, (_, i) => [
      `z${i}.txt`,
      Buffer.alloc(19_000_000, 0x20),
    ]);
    const { code, out, err } = await runCli([
      'read',
      write('bomb.zip', makeZip([['good.html', PAGE], ...zeros])),
    ]);
    expect(code).toBe(1);
    expect(parseLines(out)).toEqual([
      expect.objectContaining({ document: expect.objectContaining({ title: 'Pier closed' }) }),
    ]);
    expect(err).toMatch(
      /bomb\.zip: expands to more than 50 MB, far more than pages do; reading stopped there\. /,
    );
  });

  test('two thousand files of which ten are broken', async () => {
    mkdirSync(join(folder, 'many'));
    for (let i = 0; i < 2_000; i += 1) {
      const content = i % 200 === 7 ? '' : `Ferry ${i}\n\nFerry number ${i} was held.`;
      writeFileSync(join(folder, 'many', `${i}.txt`), content);
    }
    const { code, out, err } = await runCli(['read', join(folder, 'many')]);
    expect(code).toBe(1);
    expect(out.match(/\n/g)).toHaveLength(1_990);
    expect(err.match(/: is empty\. /g)).toHaveLength(10);
    expect(err.trimEnd().split('\n')).toHaveLength(10);
  });
});

describe('a data folder that cannot be used ends with 3 and says why', () => {
  test.each([
    ['a file', () => write('file-not-folder', 'x'), /this is a file and not a folder/],
    ['a store of a newer program', () => makeNewerStore(), /newer/],
    [
      'no database',
      () =>
        join(
          write('damaged/store.db', 'this is no database at all, and long enough to be looked at'.repeat(40)),
          '..',
        ),
      /store/,
    ],
  ] as const)('%s', async (_, make, message) => {
    const data = make();
    const { code, out, err } = await runHere(['add', write('page.html', PAGE)], {
      env: { TOCSIN_DATA: data },
    });
    expect(err).toMatch(message);
    expect(err).not.toContain('    at ');
    expect({ code, out }).toEqual({ code: 3, out: '' });
  });

  test('one that may not be written', async () => {
    // Root may write anywhere but where the kernel says no; in /proc it says that the folder above is not there.
    const data = IS_ROOT ? '/proc/tocsin/data' : join(folder, 'locked');
    if (!IS_ROOT) {
      mkdirSync(data);
      chmodSync(data, 0o500);
    }
    const { code, err } = await runHere(['add', write('page.html', PAGE)], { env: { TOCSIN_DATA: data } });
    expect(code).toBe(3);
    expect(err).toMatch(/^tocsin: \/.*: .+\. .+\.\n$/);
    expect(err).not.toContain('    at ');
  });

  test('one with settings that are none', async () => {
    const file = write('odd/tocsin.json', '{"prot": 1}');
    const { code, err } = await runHere(['add', write('page.html', PAGE)], {
      env: { TOCSIN_DATA: join(file, '..') },
    });
    expect(code).toBe(2);
    expect(err).toMatch(/"prot" is no setting/);
  });
});

/** A store whose format number no program has reached yet: bytes 60 to 63 of a SQLite file are its user_version. */
function makeNewerStore(): string {
  const data = join(folder, 'newer');
  execFileSync(process.execPath, [getProgram(), 'add', write('page.html', PAGE), '--data', data]);
  const file = join(data, 'store.db');
  const bytes = Buffer.from(execFileSync('cat', [file]));
  bytes.writeUInt32BE(9_999, 60);
  writeFileSync(file, bytes);
  for (const rest of ['store.db-wal', 'store.db-shm'])
    if (existsSync(join(data, rest)) && statSync(join(data, rest)).size > 0) rmSync(join(data, rest));
  return data;
}
