import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Collected } from '../collected.ts';
import { decodePage } from '../decode.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { collectContent } from '../pages.ts';
import { splitRecords } from './records.ts';

const SEEN = '2026-01-02T03:04:05.000Z';
const ARTICLE = {
  url: 'https://news.example/a',
  title: 'Pier closed',
  text: 'The harbour master closed the pier "for good".',
};

async function collect(text: string | Uint8Array, file = 'week.ndjson', limits = DEFAULT_LIMITS) {
  const found: Collected[] = [];
  for await (const each of collectContent(Buffer.from(text as Uint8Array), { seen: SEEN, file }, limits))
    found.push(each);
  return found;
}

const tell = (found: readonly Collected[]) =>
  found.map((each) => {
    if (each.kind === 'page') return JSON.parse(Buffer.from(each.page.content).toString());
    return each.kind === 'failure' ? `! ${each.failure.message}` : `- ${each.why}`;
  });

describe('articles as JSON', () => {
  it('are pages of their own, as they stand there, one on each line', async () => {
    const lines = `${JSON.stringify(ARTICLE)}\n\n${JSON.stringify({ ...ARTICLE, title: 'عربي', crawled_at: '2020-12-11 10:00:00' })}`;
    const found = await collect(lines);
    expect(tell(found)).toEqual([ARTICLE, { ...ARTICLE, title: 'عربي', crawled_at: '2020-12-11 10:00:00' }]);
    expect(found).toMatchObject([
      { page: { file: 'week.ndjson/1', url: ARTICLE.url, seen: SEEN } },
      { page: { file: 'week.ndjson/2', seen: '2020-12-11T10:00:00.000Z' } },
    ]);
    const [page] = found;
    if (page?.kind !== 'page') throw new Error('no page');
    expect(decodePage(page.page).mediaType).toBe('application/json');
  });

  it.each([
    ['a list', JSON.stringify([ARTICLE, ARTICLE], undefined, 2), 'week.json', 2],
    ['one article alone', JSON.stringify(ARTICLE, undefined, 2), 'one.json', 1],
    [
      'lines without a telling name',
      `${JSON.stringify(ARTICLE)}\n${JSON.stringify(ARTICLE)}\n`,
      'week.txt',
      2,
    ],
    [
      'a JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'News',
        items: [{ id: 1, ...ARTICLE }],
      }),
      'feed.json',
      1,
    ],
  ])('are found in %s, plain and gzip', async (_, text, file, count) => {
    for (const bytes of [Buffer.from(text), gzipSync(text)]) {
      const found = await collect(bytes, file);
      expect(found.map(({ kind }) => kind)).toEqual(Array.from({ length: count }, () => 'page'));
    }
  });

  it('come from an export of a channel, and never from what people write', async () => {
    const message = { type: 'message', date: '2020-12-11T10:00:00', date_unixtime: '1607680800' };
    const chat = {
      name: 'Harbour Wire',
      type: 'public_channel',
      id: 7,
      messages: [
        { id: 1, type: 'service', action: 'create_channel', text: '' },
        {
          id: 2,
          ...message,
          from: 'Harbour Wire',
          from_id: 'channel7',
          text: ['Pier ', { type: 'bold', text: 'closed' }, '.'],
        },
        { id: 3, ...message, from: 'Harbour Wire', from_id: 'channel7', text: '' },
        { id: 4, ...message, from: 'A reader', from_id: 'user9', text: 'Is it true?' },
      ],
    };
    const wanted = [
      '- notes of a chat',
      expect.objectContaining({ id: 2 }),
      '- without text',
      '- written by a person in a chat',
    ];
    expect(tell(await collect(JSON.stringify(chat, undefined, 1), 'result.json'))).toEqual(wanted);
    const account = { about: 'x', chats: { about: 'y', list: [chat, { ...chat, name: 'Port Post' }] } };
    const whole = `{"type": "export", ${JSON.stringify(account).slice(1)}`;
    expect(tell(await collect(whole, 'result.json'))).toEqual([...wanted, ...wanted]);
  });

  it('fail alone where they are broken, too large or no object', async () => {
    const lines = [
      JSON.stringify(ARTICLE),
      '{"text": "never ends',
      '["text"]',
      `{"text": "${'x'.repeat(3_000)}"}`,
      '{"id": 1}',
      JSON.stringify(ARTICLE),
    ];
    const found = tell(
      await collect(lines.join('\n'), 'week.ndjson', { ...DEFAULT_LIMITS, pageBytes: 1_000 }),
    );
    expect(found).toEqual([
      ARTICLE,
      expect.stringMatching(/week\.ndjson\/2.*no well-formed JSON/),
      expect.stringMatching(/week\.ndjson\/3.*no object/),
      expect.stringMatching(/week\.ndjson\/4.*larger than the 1 kB/),
      '- without text',
      ARTICLE,
    ]);
  });

  it('are read up to where a list is cut off, which is told', async () => {
    const text = JSON.stringify([ARTICLE, ARTICLE, ARTICLE]);
    const [first, second, third] = tell(await collect(text.slice(0, -60), 'week.json'));
    expect([first, second]).toEqual([ARTICLE, ARTICLE]);
    expect(third).toMatch(/damaged JSON after 2 objects: it is cut off/);
    const [deep] = tell(await collect(`[{"text": ${'['.repeat(5_000)}`, 'deep.json'));
    expect(deep).toMatch(/nested more than 100 deep/);
  });

  it('are not seen in data of another kind', async () => {
    const [told] = tell(
      await collect('{"name": "x", "version": "1.0.0", "description": "y"}', 'package.json'),
    );
    expect(told).toMatch(/is JSON data, not a page/);
    const [inner] = tell(await collect('{"settings": {"text": "y"}}', 'settings.json'));
    expect(inner).toMatch(/is JSON data, not a page/);
  });

  it('take no address that is none of the web or holds a password', async () => {
    for (const url of ['javascript:alert(1)', 'https://me:secret@news.example/', 'file:///etc/passwd']) {
      const [found] = await collect(JSON.stringify({ ...ARTICLE, url }));
      expect((found as { page: { url?: string } }).page.url).toBeUndefined();
    }
  });
});

describe('the objects of a JSON text', () => {
  it('are the same however its bytes arrive', async () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.array(tie('any')),
        fc.dictionary(fc.string(), tie('any')),
      ),
    })).any;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), value), { maxLength: 5 }),
        fc.array(fc.nat(400)),
        async (list, cuts) => {
          const bytes = Buffer.from(JSON.stringify(list, undefined, list.length % 3));
          const places = [0, ...cuts.filter((at) => at < bytes.length).sort((a, b) => a - b), bytes.length];
          const pieces = async function* () {
            for (const [i, from] of places.slice(0, -1).entries()) yield bytes.subarray(from, places[i + 1]);
          };
          const found = [];
          for await (const record of splitRecords(pieces(), { place: 'list', most: 100_000 }))
            found.push(JSON.parse(record.bytes!.toString()));
          expect(found).toEqual(JSON.parse(bytes.toString()));
        },
      ),
      { numRuns: 100 },
    );
  });
});
