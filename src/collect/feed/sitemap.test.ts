import { describe, expect, it } from 'vitest';
import { MAX_ITEMS, parseFeed } from './parse.ts';
import { readSitemap } from './sitemap.ts';

const FROM = { url: 'https://news.example/sitemap-news.xml', now: '2026-01-02T03:04:05.000Z' };
const read = (text: string) => parseFeed(Buffer.from(text), FROM);
const NEWS = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url><loc>https://news.example/old</loc><lastmod>2020-12-10</lastmod></url>
  <url>
    <loc> https://news.example/new?a=1&amp;b=2 </loc>
    <image:image><image:loc>https://news.example/pier.jpg</image:loc><image:title>A pier</image:title></image:image>
    <news:news>
      <news:publication><news:name>Harbour Wire</news:name><news:language>en</news:language></news:publication>
      <news:publication_date>2020-12-11T10:00:00+02:00</news:publication_date>
      <news:title><![CDATA[Pier closed & shut]]></news:title>
    </news:news>
    <lastmod>2021-01-01</lastmod>
  </url>
  <url><loc>javascript:alert(1)</loc></url>
</urlset>`;

describe('a news sitemap', () => {
  it('is read like a feed, newest first, by what the page itself says', () => {
    expect(read(NEWS)).toEqual({
      format: 'sitemap',
      withoutPage: 1,
      items: [
        {
          url: 'https://news.example/new?a=1&b=2',
          title: 'Pier closed & shut',
          published: '2020-12-11T08:00:00Z',
        },
        { url: 'https://news.example/old', published: '2020-12-10' },
      ],
    });
  });

  it('keeps the newest where it holds more than are looked at', () => {
    const day = (i: number) => new Date(Date.UTC(2015, 0, 1 + i)).toISOString().slice(0, 10);
    const urls = Array.from(
      { length: 2_000 },
      (_, i) => `<url><loc>https://news.example/${i}</loc><lastmod>${day(i)}</lastmod></url>`,
    );
    const { items } = read(`<urlset>${urls.join('')}</urlset>`);
    expect(items).toHaveLength(MAX_ITEMS);
    expect(items[0]?.url).toBe('https://news.example/1999');
    expect(items.at(-1)?.url).toBe('https://news.example/1000');
  });

  it('is damaged where it nests without end, and bounded where a text is endless', () => {
    expect(() => read(`<urlset>${'<url>'.repeat(5_000)}`)).toThrow(/damaged feed.*nested deeper/);
    const [item] = readSitemap(
      `<urlset><url><loc>https://news.example/${'a'.repeat(1_000_000)}</loc></url></urlset>`,
      10,
    );
    expect(item?.link?.length).toBe(4_000);
  });

  it('takes no entity that grows', () => {
    const bomb = `<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><urlset><url><loc>https://news.example/&b;</loc></url></urlset>`;
    expect(() => read(bomb)).toThrow(/declares entities/);
  });
});
