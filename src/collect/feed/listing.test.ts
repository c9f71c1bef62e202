import { describe, expect, test } from 'vitest';
import { PageError } from '../../model/errors.ts';
import { parseFeed } from './parse.ts';

const PAGE = 'https://news.example/world/';
const read = (html: string, links = '/world/2026/*') =>
  parseFeed(Buffer.from(html), { url: PAGE, now: '2026-11-22T10:00:00Z', links });

describe('a page that lists articles', () => {
  test('gives the links that fit, each once under its longest words, in the order of the page', () => {
    const html = `<!doctype html><html><body><nav><a href="/about">About</a></nav>
      <a href="/world/2026/pier#top"><img alt="a pier"></a><h2><a href='2026/pier'>Pier
        closed</a></h2>
      <a href="https://news.example/world/2026/ferry">Ferry held <b>again</b></a><a href="//evil.example/world/2026/x">x</a>
      <a href="javascript:alert(1)">no</a><a href="/world/2025/old">old</a></body></html>`;
    expect(read(html)).toEqual({
      format: 'listing',
      withoutPage: 0,
      items: [
        { url: 'https://news.example/world/2026/pier', title: 'Pier closed' },
        { url: 'https://news.example/world/2026/ferry', title: 'Ferry held again' },
      ],
    });
  });

  test('keeps to the base that the page names', () => {
    const html = '<head><base href="https://news.example/world/2026/"></head><a href="pier">Pier</a>';
    expect(read(html).items[0]?.url).toBe('https://news.example/world/2026/pier');
  });

  test.each([
    ['<p>Nothing here</p>', /holds no links: it is no page that lists articles/],
    [
      '<a href="/one">1</a><a href="/two">2</a>',
      /holds 2 links, and none whose address fits \/world\/2026\/\*/,
    ],
  ])('%s says what is missing', (html, message) => {
    expect(() => read(html)).toThrow(PageError);
    expect(() => read(html)).toThrow(message);
  });

  test('is bounded, however many links it holds and however deep', () => {
    const many = Array.from({ length: 30_000 }, (_, at) => `<a href="/world/2026/${at}">${at}</a>`).join('');
    expect(read(many).items).toHaveLength(1000);
    expect(read(`${'<div>'.repeat(100_000)}<a href="/world/2026/1">`).items).toHaveLength(1);
  });
});

const message = (id: number, inner: string) => `
  <div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message js-widget_message" data-post="harbourwire/${id}">
    <div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name" href="https://t.me/harbourwire"><span dir="auto">Harbour Wire</span></a></div>
    ${inner}
    <div class="tgme_widget_message_footer"><a class="tgme_widget_message_date" href="https://t.me/harbourwire/${id}"><time datetime="2026-11-22T08:0${id}:00+00:00" class="time">08:0${id}</time></a></div>
  </div></div>`;
const words = (html: string) =>
  `<div class="tgme_widget_message_text js-message_text" dir="auto">${html}</div>`;

describe('the preview page of a channel', () => {
  const html = `<!DOCTYPE html><html><head><title>Harbour Wire</title></head><body>
    ${message(1, words('Pier <b>closed</b>.<br/>Two ships wait &amp; hold.'))}
    ${message(2, '<a class="tgme_widget_message_photo_wrap"></a>')}
    ${message(3, `<a class="tgme_widget_message_reply"><div class="tgme_widget_message_text js-message_reply_text">Pier closed</div></a>${words('It is open again.')}`)}
    ${message(4, `<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/x"><span>Coast Desk</span></a></div>${words('A ferry is held.')}`)}
  </body></html>`;
  const feed = parseFeed(Buffer.from(html), {
    url: 'https://t.me/s/harbourwire',
    now: '2026-11-22T10:00:00Z',
  });

  test('gives its messages as the records of an export, the newest first', () => {
    expect(feed.format).toBe('channel');
    expect(feed.items.map(({ url, published }) => [url, published])).toEqual([
      ['https://t.me/harbourwire/4', '2026-11-22T08:04:00Z'],
      ['https://t.me/harbourwire/3', '2026-11-22T08:03:00Z'],
      ['https://t.me/harbourwire/1', '2026-11-22T08:01:00Z'],
    ]);
    expect(feed.items.map(({ record }) => JSON.parse(record!))).toMatchObject([
      { id: 4, from: 'Harbour Wire', forwarded_from: 'Coast Desk', text: 'A ferry is held.' },
      { id: 3, text: 'It is open again.' },
      {
        id: 1,
        type: 'message',
        date_unixtime: String(Date.parse('2026-11-22T08:01:00Z') / 1000),
        from_id: 'channel:harbourwire',
        text: 'Pier closed.\nTwo ships wait & hold.',
      },
    ]);
  });

  test('is bounded: no message is longer than a message may be', () => {
    const long = parseFeed(Buffer.from(message(5, words('a '.repeat(100_000)))), { url: 'https://t.me/s/x', now: '2026-11-22T10:00:00Z' }); // biome-ignore format: one line
    expect((JSON.parse(long.items[0]!.record!) as { text: string }).text.length).toBeLessThanOrEqual(20_000);
  });
});
