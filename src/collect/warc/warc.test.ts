import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeZip } from '../../../test/support/zip.ts';
import type { Collected } from '../collected.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { collectContent } from '../pages.ts';
import { makeAnswer, makeRecord } from './fixtures.ts';

const SEEN = '2026-01-02T03:04:05.000Z';
const PAGE =
  '<!doctype html><html lang="en"><title>Pier closed</title><p>The harbour master closed the pier.</p></html>';

async function collect(bytes: Uint8Array, file = 'crawl.warc.gz', limits = DEFAULT_LIMITS) {
  const found: Collected[] = [];
  for await (const each of collectContent(bytes, { seen: SEEN, file }, limits)) found.push(each);
  return found;
}

/** Each thing found, in short. */
const tell = (found: readonly Collected[]) =>
  found.map((each) => {
    if (each.kind === 'page') return Buffer.from(each.page.content).toString();
    return each.kind === 'failure' ? `! ${each.failure.message}` : `- ${each.why}`;
  });

const response = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
  makeRecord({ block: makeAnswer(body, { headers }) });

describe('a web archive', () => {
  it('gives each page under its address, seen when the crawler saw it', async () => {
    const [page] = await collect(response(PAGE), 'crawl.warc');
    expect(page).toMatchObject({
      kind: 'page',
      page: {
        url: 'https://news.example/a',
        seen: '2020-12-11T10:00:00.000Z',
        file: 'crawl.warc/1',
        headers: { 'content-type': 'text/html; charset=utf-8' },
      },
    });
    expect(tell([page!])).toEqual([PAGE]);
  });

  it('is read with each record compressed by itself, as one stream, and plain', async () => {
    const records = [
      makeRecord({ type: 'warcinfo', contentType: 'application/warc-fields', block: 'software: x\r\n' }),
      makeRecord({ type: 'request', block: 'GET / HTTP/1.1\r\n\r\n' }),
      response(PAGE),
      makeRecord({ type: 'revisit', block: makeAnswer('') }),
      makeRecord({ url: 'https://news.example/b', block: makeAnswer(PAGE.replace('pier', 'quay')) }),
    ];
    const wanted = [
      '- notes of the crawler',
      '- notes of the crawler',
      PAGE,
      '- seen before, without its content',
      PAGE.replace('pier', 'quay'),
    ];
    const plain = Buffer.concat(records);
    for (const bytes of [plain, gzipSync(plain), Buffer.concat(records.map((each) => gzipSync(each)))])
      expect(tell(await collect(bytes))).toEqual(wanted);
  });

  it.each<readonly [name: string, body: Uint8Array | string, headers: Readonly<Record<string, string>>]>([
    [
      'in chunks',
      `5\r\n${PAGE.slice(0, 5)}\r\n${(PAGE.length - 5).toString(16)};x=1\r\n${PAGE.slice(5)}\r\n0\r\n\r\n`,
      { 'Transfer-Encoding': 'chunked' },
    ],
    ['said to be in chunks, and joined already', PAGE, { 'Transfer-Encoding': 'chunked' }],
    ['gzip', gzipSync(PAGE), { 'Content-Encoding': 'gzip' }],
    ['said to be gzip, and unpacked already', PAGE, { 'Content-Encoding': 'gzip' }],
    ['deflate', deflateSync(PAGE), { 'Content-Encoding': 'deflate' }],
    ['raw deflate', deflateRawSync(PAGE), { 'Content-Encoding': 'deflate' }],
    ['brotli', brotliCompressSync(PAGE), { 'Content-Encoding': 'br' }],
  ])('unpacks a body: %s', async (_, body, headers) => {
    expect(tell(await collect(response(body, headers)))).toEqual([PAGE]);
  });

  it.each<readonly [name: string, record: Buffer, told: RegExp]>([
    [
      'a redirect',
      makeRecord({ block: makeAnswer('', { status: '301 Moved' }) }),
      /leads to another address/,
    ],
    [
      'not found',
      makeRecord({ block: makeAnswer('gone', { status: '404 Not Found' }) }),
      /an error of the server/,
    ],
    ['a picture', response('\x89PNG', { 'Content-Type': 'image/png' }), /no page by its type/],
    [
      'a picture that says it is a page',
      response(Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1')),
      /^- images$/,
    ],
    [
      'a piece of a page',
      makeRecord({ more: { 'WARC-Segment-Number': '1' }, block: makeAnswer(PAGE) }),
      /in several pieces/,
    ],
    ['a name looked up', makeRecord({ contentType: 'text/dns', block: 'x' }), /not fetched over the web/],
    ['no answer at all', makeRecord({ block: 'hello' }), /holds no answer of a web server/],
    [
      'damaged gzip',
      response(Buffer.concat([gzipSync(PAGE).subarray(0, 30), Buffer.from('xxxxxx')]), {
        'Content-Encoding': 'gzip',
      }),
      /cannot be unpacked/,
    ],
    [
      'zstd',
      response(Buffer.from('28b52ffd00', 'hex'), { 'Content-Encoding': 'zstd' }),
      /compressed with zstd/,
    ],
    [
      'a bomb',
      response(gzipSync(Buffer.alloc(30_000_000, 0x20)), { 'Content-Encoding': 'gzip' }),
      /larger than the 20 MB/,
    ],
    ['a huge page', makeRecord({ block: makeAnswer('x'.repeat(21_000_000)) }), /larger than the 20 MB/],
  ])('goes on after %s, and tells it', async (_, record, told) => {
    const [first, second, ...rest] = tell(await collect(Buffer.concat([record, response(PAGE)])));
    expect(first).toMatch(told);
    expect(second).toBe(PAGE);
    expect(rest).toEqual([]);
  });

  it.each<readonly [name: string, bytes: Buffer, told: RegExp]>([
    [
      'cut off within a page',
      Buffer.concat([response(PAGE), response(PAGE).subarray(0, -40)]),
      /after 1 record: its last record is cut off/,
    ],
    [
      'cut off within a head',
      Buffer.concat([response(PAGE), response(PAGE).subarray(0, 60)]),
      /after 1 record: it is cut off/,
    ],
    [
      'rubbish between records',
      Buffer.concat([response(PAGE), Buffer.from('rubbish\r\n'), response(PAGE)]),
      /no record begins where one must/,
    ],
    [
      'no length',
      Buffer.concat([response(PAGE), makeRecord({ more: { 'Content-Length': 'many' }, block: 'x' })]),
      /does not say how long/,
    ],
    [
      'an endless head',
      Buffer.concat([response(PAGE), Buffer.from(`WARC/1.0\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)]),
      /an endless head/,
    ],
  ])('keeps what came before the damage: %s', async (_, bytes, told) => {
    const found = tell(await collect(bytes, 'crawl.warc'));
    expect(found[0]).toBe(PAGE);
    expect(found[1]).toMatch(told);
    expect(found).toHaveLength(2);
  });

  it('takes no address that is none of the web or holds a password, and no instant to come', async () => {
    for (const url of [
      'file:///etc/passwd',
      'https://me:secret@news.example/',
      'javascript:alert(1)',
      'x'.repeat(3000),
    ]) {
      const [page] = await collect(
        makeRecord({ url, date: '2999-01-01T00:00:00Z', block: makeAnswer(PAGE) }),
      );
      expect(page).toMatchObject({ kind: 'page', page: { seen: SEEN } });
      expect((page as { page: { url?: string } }).page.url).toBeUndefined();
    }
    const [bracketed] = await collect(
      makeRecord({ url: '<https://news.example/c>', block: makeAnswer(PAGE) }),
    );
    expect(bracketed).toMatchObject({ page: { url: 'https://news.example/c' } });
  });

  it('holds pages and no archives: what is one by its bytes is passed over, and raises no bound', async () => {
    const inner = gzipSync(Buffer.concat([response(PAGE), response(PAGE)]));
    const found = tell(await collect(Buffer.concat([response(inner), response(PAGE)])));
    expect(found).toEqual(['- no page by its content', PAGE]);
    const limits = { ...DEFAULT_LIMITS, archiveMembers: 5 };
    const many = Buffer.concat(Array.from({ length: 9 }, () => response(PAGE)));
    const zipped = tell(await collect(makeZip([['crawl.warc', many]]), 'week.zip', limits));
    expect(zipped.filter((each) => each === PAGE).length).toBeLessThan(6);
    expect(zipped.at(-1)).toMatch(/holds more than 5 files/);
  });

  it('may hold the text of pages, and more records than an archive of files', async () => {
    const text = makeRecord({
      type: 'conversion',
      contentType: 'text/plain',
      block: 'Pier closed\n\nThe pier was closed.',
    });
    const limits = { ...DEFAULT_LIMITS, archiveMembers: 3 };
    const found = await collect(
      gzipSync(Buffer.concat(Array.from({ length: 9 }, () => text))),
      'crawl.wet.gz',
      limits,
    );
    expect(tell(found)).toEqual(Array.from({ length: 9 }, () => 'Pier closed\n\nThe pier was closed.'));
  });

  it('comes to the same however its bytes arrive, and to an end wherever it is cut', async () => {
    const { readWarc } = await import('./read-warc.ts');
    const { ExpansionBudget } = await import('../budget.ts');
    const bytes = Buffer.concat([
      response(PAGE),
      makeRecord({ type: 'metadata', block: 'x: y' }),
      response(PAGE),
    ]);
    const read = async (cuts: readonly number[], end: number) => {
      const places = [0, ...cuts.filter((at) => at < end).sort((a, b) => a - b), end];
      const pieces = async function* () {
        for (const [i, from] of places.slice(0, -1).entries()) yield bytes.subarray(from, places[i + 1]);
      };
      const budget = new ExpansionBudget('x', bytes.length, DEFAULT_LIMITS);
      const found = [];
      for await (const each of readWarc(pieces(), 'x', { budget, limits: DEFAULT_LIMITS })) found.push(each);
      return found;
    };
    const whole = await read([], bytes.length);
    expect(whole.map(({ kind }) => kind)).toEqual(['capture', 'skipped', 'capture']);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(bytes.length), { maxLength: 30 }),
        fc.nat(bytes.length),
        async (cuts, end) => {
          expect(await read(cuts, bytes.length)).toEqual(whole);
          const cut = await read(cuts, end);
          const before = cut.filter(({ kind }) => kind !== 'failure');
          expect(before).toEqual(whole.slice(0, before.length));
          expect(cut.length - before.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
