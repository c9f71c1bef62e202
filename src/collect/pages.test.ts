import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack as makePack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeZip } from '../../test/support/zip.ts';
import type { PageError } from '../model/errors.ts';
import type { Page } from '../model/page.ts';
import type { Collected } from './collected.ts';
import { type CollectLimits, DEFAULT_LIMITS } from './limits.ts';
import { collectContent, collectPages, countInputs } from './pages.ts';

const NOW = '2026-11-22T10:00:00Z';
const PAGE = '<!doctype html><title>Ferry held</title><p>The harbour master held the ferry on Monday.</p>';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-pages-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function collect(
  inputs: readonly string[],
  more: Parameters<typeof collectPages>[1] = { now: () => NOW },
) {
  return sort(collectPages(inputs, more));
}

async function sort(found: AsyncIterable<Collected>) {
  const pages: Page[] = [];
  const failures: PageError[] = [];
  const skipped: { source: string; why: string }[] = [];
  for await (const each of found) {
    if (each.kind === 'page') pages.push(each.page);
    else if (each.kind === 'failure') failures.push(each.failure);
    else skipped.push({ source: each.source.replace(`${folder}/`, ''), why: each.why });
  }
  return {
    pages,
    failures,
    skipped,
    messages: failures.map((each) => each.message.replaceAll(`${folder}/`, '')),
  };
}

async function makeTar(members: readonly (readonly [name: string, content: string])[]): Promise<Buffer> {
  const pack = makePack();
  for (const [name, content] of members) pack.entry({ name }, content);
  pack.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of pack as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('files', () => {
  test('a page is its bytes, where they came from and when', async () => {
    const path = write('plain.html', PAGE);
    const { pages, failures } = await collect([path]);
    expect(failures).toEqual([]);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({ kind: 'page', file: path, seen: NOW });
    expect(pages[0]!.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(Buffer.from(pages[0]!.content).toString()).toBe(PAGE);
    expect(pages[0]!.url).toBeUndefined();
  });

  test('the address that a browser noted in a saved page is taken', async () => {
    const path = write(
      'saved.html',
      `<!doctype html>\n<!-- saved from url=(0030)https://news.example/ferry?id=1 -->\n${PAGE}`,
    );
    expect((await collect([path])).pages[0]!.url).toBe('https://news.example/ferry?id=1');
  });

  const PROBLEMS: readonly (readonly [name: string, content: string | Uint8Array, message: RegExp])[] = [
    ['empty.html', '', /^empty\.html: is empty\. /],
    ['picture.html', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), /is a PNG image, not a page\. /],
    ['photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), /is a JPEG image, not a page/],
    ['paper.txt', '%PDF-1.7\n1 0 obj', /is a PDF document, not a page. Save its text/],
    ['list.xml', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', /is a feed \(RSS\), not a page/],
    ['answer.json', '{"title": "Ferry"}', /is JSON data, not a page/],
    ['letter.docx', makeZip([['[Content_Types].xml', '<Types/>']]), /is an Office document, not a page/],
    [
      'cut.html.gz',
      gzipSync(PAGE.repeat(50)).subarray(0, 60),
      /is cut off: its compressed data end too early/,
    ],
    [
      'bad.html.gz',
      Buffer.concat([gzipSync(PAGE).subarray(0, 20), Buffer.alloc(40, 7)]),
      /is damaged|is cut off/,
    ],
    [
      'bad.zip',
      Buffer.from('PK\x03\x04 and nothing else that a zip has', 'latin1'),
      /is a damaged zip archive/,
    ],
  ];
  test.each(PROBLEMS)('%s is refused with the reason', async (name, content, message) => {
    const { pages, messages } = await collect([write(name, content)]);
    expect(pages).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(message);
  });

  test('what looks like a signature in the middle of words is none', async () => {
    for (const text of [
      'OTTO came to the port.',
      'The big WAVE of arrivals ended.',
      'ID3 is a road.',
      'BZh is a name.',
    ]) {
      expect((await collect([write('words.txt', text)])).pages, text).toHaveLength(1);
    }
  });

  test('XHTML with an XML declaration is a page', async () => {
    const path = write(
      'x.xhtml',
      `<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y">\n<html><p>Held.</p></html>`,
    );
    expect((await collect([path])).pages).toHaveLength(1);
  });

  test('a file larger than any is read is refused without reading it', async () => {
    const path = write('huge.html', '');
    truncateSync(path, 3_000_000_000);
    const { messages } = await collect([path]);
    expect(messages[0]).toMatch(/^huge\.html: has 3 GB, more than the 200 MB that are read\. /);
  });

  test('a page larger than a page may be is refused', async () => {
    const limits: CollectLimits = { ...DEFAULT_LIMITS, pageBytes: 1000 };
    const { messages } = await collect([write('long.txt', 'word '.repeat(300))], { now: () => NOW, limits });
    expect(messages[0]).toMatch(/is larger than the 1 kB that a page may have/);
  });

  test('pipes, devices and missing files say what they are', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { messages } = await collect([
      pipe,
      '/dev/null',
      join(folder, 'gone.html'),
      join(folder, 'plain.html', 'x'),
    ]);
    expect(messages).toEqual([
      expect.stringMatching(/^pipe: is a pipe \(FIFO\), not a file\. .*standard input/),
      expect.stringMatching(/is a device or socket/),
      expect.stringMatching(/^gone\.html: there is no such file or folder\. /),
      expect.stringMatching(/there is no such file or folder\. .*part of the path is a file/),
    ]);
  });

  test('standard input is a page, and only once', async () => {
    const stdin = (async function* () {
      yield Buffer.from(PAGE.slice(0, 20));
      yield Buffer.from(PAGE.slice(20));
    })();
    const { pages, messages } = await collect(['-', '-'], { now: () => NOW, stdin });
    expect(Buffer.from(pages[0]!.content).toString()).toBe(PAGE);
    expect(messages).toEqual([expect.stringMatching(/^-: standard input can be read only once/)]);
  });
});

describe('folders', () => {
  test('are walked; hidden files, companions and circles are told, the rest goes on', async () => {
    write('week/a.html', PAGE);
    write('week/b.html', `${PAGE}<!-- b -->`);
    write('week/b_files/logo.html', 'never read');
    write('week/case_files/c.txt', 'The inquiry opened on Tuesday.');
    write('week/.secret.html', PAGE);
    write('week/deep/er/d.txt', 'A second ferry was held.');
    write('week/broken.html', '');
    symlinkSync(join(folder, 'week'), join(folder, 'week/deep/back'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'week/dangling.html'));
    const { pages, messages, skipped } = await collect([join(folder, 'week')]);
    expect(pages.map((page) => page.file!.replace(`${folder}/week/`, ''))).toEqual([
      'a.html',
      'b.html',
      'case_files/c.txt',
      'deep/er/d.txt',
    ]);
    expect(messages).toEqual([
      expect.stringMatching(/^week\/broken\.html: is empty/),
      expect.stringMatching(/^week\/dangling\.html: there is no such/),
    ]);
    expect(skipped).toEqual([
      { source: 'week/.secret.html', why: 'hidden' },
      { source: 'week/b_files', why: 'pictures and styles of a saved page' },
      { source: 'week/deep/back', why: 'folder already visited by another way' },
    ]);
    expect(await countInputs([join(folder, 'week'), '-'])).toBe(7);
  });

  test.skipIf(process.platform !== 'linux')(
    'a name of bytes that are no text is opened all the same',
    async () => {
      const odd = Buffer.concat([
        Buffer.from(join(folder, 'odd/')),
        Buffer.from([0xe9, 0xff]),
        Buffer.from('.html'),
      ]);
      mkdirSync(join(folder, 'odd'));
      writeFileSync(odd, PAGE);
      const { pages, failures } = await collect([join(folder, 'odd')]);
      expect(failures).toEqual([]);
      expect(pages[0]!.file).toBe(join(folder, 'odd/\ufffd\ufffd.html'));
    },
  );

  test('what is plainly no page is passed over; what should be one and is broken is told', async () => {
    const PNG = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
    const files: readonly (readonly [name: string, content: string | Uint8Array])[] = [
      ['report.html', PAGE],
      ['statement', 'The harbour master held the ferry on Monday.'],
      ['saved-as.css', PAGE],
      ['logo.png', PNG],
      ['logo', PNG],
      ['style.css', 'p { color: red }'],
      ['empty.css', ''],
      ['menu.js', 'document.title'],
      ['manifest.json', '[{"file": "report.html"}]'],
      ['state.json.gz', gzipSync('{"page": 1}')],
      ['table.csv', 'a,b'],
      ['face.woff2', 'wOF2\0\x01\0\0'],
      ['paper.pdf', '%PDF-1.7\n1 0 obj'],
      ['letter.docx', makeZip([['docProps/app.xml', '<a/>']])],
      ['talk.mp3', 'ID3\x03\0'],
      ['README.md', '# Pages of one week'],
      ['LICENSE', 'You may read these pages.'],
      ['feed.xml', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>'],
      ['picture.html', PNG],
      ['blank.html', ''],
      ['cut.html.gz', gzipSync(PAGE.repeat(9)).subarray(0, 60)],
      ['week.7z', "7z\xbc\xaf'\x1c\0\x04"],
    ];
    for (const [name, content] of files)
      write(`mixed/${name}`, typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
    truncateSync(write('mixed/long.mp4', ''), DEFAULT_LIMITS.fileBytes + 1);
    const { pages, skipped, messages } = await collect([join(folder, 'mixed')]);
    expect(pages.map((each) => each.file!.slice(folder.length + 1))).toEqual([
      'mixed/report.html',
      'mixed/saved-as.css',
      'mixed/statement',
    ]);
    const passed = new Map(skipped.map((each) => [each.source.slice('mixed/'.length), each.why]));
    expect(Object.fromEntries(passed)).toEqual({
      LICENSE: 'notes',
      'README.md': 'notes',
      'empty.css': 'styles and programs',
      'face.woff2': 'fonts',
      'feed.xml': 'feeds and lists',
      'letter.docx': 'documents',
      logo: 'images',
      'logo.png': 'images',
      'long.mp4': 'sound and video',
      'manifest.json': 'data',
      'menu.js': 'styles and programs',
      'paper.pdf': 'documents',
      'state.json.gz': 'data',
      'style.css': 'styles and programs',
      'table.csv': 'data',
      'talk.mp3': 'sound and video',
    });
    expect(messages).toEqual([
      expect.stringMatching(/^mixed\/blank\.html: is empty/),
      expect.stringMatching(/^mixed\/cut\.html\.gz: is cut off/),
      expect.stringMatching(/^mixed\/picture\.html: is a PNG image, not a page/),
      expect.stringMatching(/^mixed\/week\.7z: is a 7-Zip archive/),
    ]);
  });

  test('an empty folder is told', async () => {
    mkdirSync(join(folder, 'hollow'));
    expect((await collect([join(folder, 'hollow')])).messages).toEqual([
      expect.stringMatching(/is an empty folder/),
    ]);
  });
});

describe('archives', () => {
  test('zip, tar, tar.gz and gz give their pages, each named after its place', async () => {
    const members = [
      ['one.html', PAGE],
      ['sub/two.txt', 'Held again.'],
      ['__MACOSX/._one.html', 'x'],
      ['sub/', ''],
    ] as const;
    const tarred = await makeTar(members.slice(0, 2));
    const files = [
      write('w.zip', makeZip(members)),
      write('w.tar', tarred),
      write('w.tgz', gzipSync(tarred)),
      write('p.html.gz', gzipSync(PAGE)),
    ];
    const { pages, failures, skipped } = await collect(files);
    expect(failures).toEqual([]);
    expect(pages.map((page) => page.file!.replace(`${folder}/`, ''))).toEqual([
      'w.zip/one.html',
      'w.zip/sub/two.txt',
      'w.tar/one.html',
      'w.tar/sub/two.txt',
      'w.tgz/one.html',
      'w.tgz/sub/two.txt',
      'p.html.gz',
    ]);
    expect(Buffer.from(pages.at(-1)!.content).toString()).toBe(PAGE);
    expect(skipped).toEqual([{ source: 'w.zip/__MACOSX/._one.html', why: 'hidden' }]);
  });

  test('an archive in an archive is opened, one within that is not', async () => {
    const inner = makeZip([['x.html', PAGE]]);
    const { pages, messages } = await collect([
      write(
        'in.zip',
        makeZip([
          ['a.zip', inner],
          ['b.zip', makeZip([['c.zip', inner]])],
        ]),
      ),
    ]);
    expect(pages.map((page) => page.file!.replace(`${folder}/`, ''))).toEqual(['in.zip/a.zip/x.html']);
    expect(messages).toEqual([
      expect.stringMatching(/^in\.zip\/b\.zip\/c\.zip: is an archive within archives/),
    ]);
  });

  test('members that are plainly no pages are passed over', async () => {
    const content = makeZip([
      ['report.html', PAGE],
      ['pictures/logo.png', '\x89PNG\r\n\x1a\n'],
      ['notes/README.md', '# Week 4'],
      ['blank.html', ''],
    ]);
    const { pages, skipped, messages } = await collect([write('mixed.zip', content)]);
    expect(pages).toHaveLength(1);
    expect(skipped.map((each) => each.why).sort()).toEqual(['images', 'notes']);
    expect(messages).toEqual([expect.stringMatching(/^mixed\.zip\/blank\.html: is empty/)]);
  });

  test('a member name leads nowhere', async () => {
    const { pages } = await collect([
      write(
        'evil.zip',
        makeZip([
          ['../../etc/cron.d/x.html', PAGE],
          ['C:\\win\\y\u001b[31m.html', PAGE],
        ]),
      ),
    ]);
    expect(pages.map((page) => page.file!.replace(`${folder}/`, ''))).toEqual([
      'evil.zip/etc/cron.d/x.html',
      'evil.zip/win/y\ufffd[31m.html',
    ]);
  });

  test('a gzip bomb stops at the size of a page', async () => {
    const { messages } = await collect([write('bomb.html.gz', gzipSync(Buffer.alloc(60_000_000)))]);
    expect(messages).toEqual([
      expect.stringMatching(/is larger than the 20 MB that a page may have|expands to more than/),
    ]);
  });

  test('a zip bomb of many members stops at the ratio; what came before is kept', async () => {
    const zeros: [string, Buffer][] = Array.from({ length: 20 }, (_, i) => [
      `z${i}.txt`,
      Buffer.alloc(5_000_000, 0x61),
    ]);
    const { pages, messages } = await collect([write('many.zip', makeZip([['good.html', PAGE], ...zeros]))]);
    expect(pages[0]!.file).toMatch(/good\.html$/);
    expect(pages.length).toBeLessThan(12);
    expect(messages).toEqual([
      expect.stringMatching(/^many\.zip: expands to more than 50 MB, far more than pages do/),
    ]);
  });

  test('a tar.gz bomb stops too', async () => {
    const bomb = gzipSync(
      await makeTar(Array.from({ length: 20 }, (_, i) => [`z${i}.txt`, 'a'.repeat(5_000_000)] as const)),
    );
    expect((await collect([write('many.tgz', bomb)])).messages).toEqual([
      expect.stringMatching(/^many\.tgz: expands to more than 50 MB/),
    ]);
  });

  test('a tar that is cut off gives what came before and says so', async () => {
    const whole = await makeTar([
      ['one.html', PAGE],
      ['two.txt', 'word '.repeat(1000)],
    ]);
    const { pages, messages } = await collect([write('cut.tar', whole.subarray(0, 3000))]);
    expect(pages.map((page) => page.file!.replace(`${folder}/`, ''))).toEqual(['cut.tar/one.html']);
    expect(messages).toEqual([expect.stringMatching(/^cut\.tar: is cut off/)]);
  });

  test('members of an archive that came from an address carry no address', async () => {
    const { pages } = await sort(
      collectContent(makeZip([['one.html', PAGE]]), { seen: NOW, url: 'https://x.example/week.zip' }),
    );
    expect(pages[0]).toMatchObject({ file: 'https://x.example/week.zip/one.html' });
    expect(pages[0]!.url).toBeUndefined();
  });
});

describe('saved web archives', () => {
  const LINES = [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://news.example/ferry',
    'Subject: Ferry held',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="--==Part"',
    '',
    '----==Part',
    'Content-Type: text/css',
    'Content-Location: https://news.example/a.css',
    '',
    'p { color: red }',
    '----==Part',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://news.example/ferry',
    '',
    '<p class=3D"x">The caf=C3=A9 by the har=',
    'bour closed.</p>',
    '----==Part--',
    '',
  ];

  test.each(['\r\n', '\n'])('give their page, decoded, with its address (%j)', async (end) => {
    const { pages, failures } = await collect([write('saved.mhtml', LINES.join(end))]);
    expect(failures).toEqual([]);
    expect(Buffer.from(pages[0]!.content).toString()).toBe(
      '<p class="x">The café by the harbour closed.</p>',
    );
    expect(pages[0]).toMatchObject({
      url: 'https://news.example/ferry',
      headers: { 'content-type': 'text/html; charset="utf-8"' },
    });
  });

  test('without a page in it are refused', async () => {
    const { messages } = await collect([
      write('none.mht', [...LINES.slice(0, 13), '----==Part--', ''].join('\n')),
    ]);
    expect(messages).toEqual([expect.stringMatching(/is a saved web archive without a page in it/)]);
  });
});
