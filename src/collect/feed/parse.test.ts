import { describe, expect, test } from 'vitest';
import { PageError } from '../../model/errors.ts';
import { parseFeed } from './parse.ts';

const NOW = '2026-11-22T10:00:00Z';
const URL_ = 'https://news.example/world/feed';

function parse(source: string | Uint8Array, contentType?: string) {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  return parseFeed(bytes, {
    url: URL_,
    now: NOW,
    ...(contentType === undefined ? {} : { contentType }),
  });
}

function findError(source: string | Uint8Array): string {
  try {
    parse(source);
  } catch (error) {
    if (error instanceof PageError) return error.message;
    throw error;
  }
  return 'no error';
}

function makeRss(items: string, head = '<?xml version="1.0" encoding="UTF-8"?>\n'): string {
  return `${head}<rss version="2.0"><channel><title>News</title><link>https://news.example/</link>${items}</channel></rss>`;
}

describe('items', () => {
  test('of RSS: link, permalink, date in a zone, markup in the title', () => {
    const feed = parse(
      makeRss(`
        <item><title>Old &amp; <![CDATA[<b>grey</b>]]> pier</title><link>https://news.example/pier</link>
          <guid isPermaLink="false">n-1</guid><pubDate>Sun, 20 Dec 2020 21:04:00 EST</pubDate></item>
        <item><guid>https://news.example/ferry#top</guid><pubDate>Mon, 21 Dec 2020 21:04:00 +0300</pubDate></item>
        <item><title>No page</title><guid isPermaLink="false">n-3</guid></item>`),
    );
    expect(feed).toEqual({
      format: 'rss',
      withoutPage: 1,
      items: [
        {
          url: 'https://news.example/ferry',
          published: '2020-12-21T18:04:00Z',
          id: 'https://news.example/ferry#top',
        },
        {
          url: 'https://news.example/pier',
          title: 'Old & grey pier',
          published: '2020-12-21T02:04:00Z',
          id: 'n-1',
        },
      ],
    });
  });

  test('of Atom: the link to the page, against xml:base', () => {
    const feed =
      parse(`<?xml version="1.0"?><!-- daily --><feed xmlns="http://www.w3.org/2005/Atom" xml:base="/archive/">
      <title>News</title><entry xml:base="2020/"><id>tag:1</id><title type="html">&lt;i&gt;Pier&lt;/i&gt; closed</title>
      <link rel="self" href="pier.atom"/><link rel="alternate" type="application/pdf" href="pier.pdf"/><link href="pier.html"/>
      <published>2020-12-20T21:04:00Z</published><updated>2020-12-25T00:00:00Z</updated></entry></feed>`);
    expect(feed).toMatchObject({
      format: 'atom',
      items: [
        {
          url: 'https://news.example/archive/2020/pier.html',
          title: 'Pier closed',
          published: '2020-12-20T21:04:00Z',
          id: 'tag:1',
        },
      ],
    });
  });

  test('of RDF', () => {
    const feed = parse(`<?xml version="1.0"?><!DOCTYPE rdf:RDF [ <!ENTITY nbsp "&#160;"> ]>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://news.example/"><title>News</title></channel>
      <item rdf:about="https://news.example/pier"><title>Pier&nbsp;closed</title><link>https://news.example/pier</link><dc:date>2020-12-20</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({
      format: 'rdf',
      items: [{ url: 'https://news.example/pier', title: 'Pier closed', published: '2020-12-20' }],
    });
  });

  test('of JSON Feed, with a byte order mark', () => {
    const feed = parse(
      `\ufeff${JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'News about <rss version="2.0"> <channel>',
        items: [
          { id: 7, url: '/pier', title: 'Pier', date_published: '2020-12-20T21:04:00+03:00' },
          { id: 'https://news.example/ferry' },
        ],
      })}`,
    );
    expect(feed).toMatchObject({
      format: 'json',
      items: [
        { url: 'https://news.example/pier', title: 'Pier', published: '2020-12-20T18:04:00Z', id: '7' },
        { url: 'https://news.example/ferry' },
      ],
    });
  });

  test('are read in the encoding that the feed is in', () => {
    const head = '<?xml version="1.0" encoding="windows-1251"?>';
    const bytes = Buffer.concat([
      Buffer.from(`${head}<rss version="2.0"><channel><title>N</title><item><title>`),
      Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0, 0x20, 0xf1, 0xee, 0xee, 0xe1, 0xf9, 0xe0, 0xe5, 0xf2]),
      Buffer.from('</title><link>/a</link></item></channel></rss>'),
    ]);
    expect(parse(bytes).items[0]?.title).toBe('Москва сообщает');
  });

  test('come newest first, each address once, at most a thousand', () => {
    const item = (name: string, date: string) =>
      `<item><link>/${name}</link><pubDate>${date}</pubDate></item>`;
    const feed = parse(
      makeRss(
        item('a', '1 Dec 2020 10:00 GMT') +
          item('b', '3 Dec 2020 10:00 GMT') +
          item('a#again', '9 Dec 2020 10:00 GMT') +
          item('c', 'soon') +
          item('d', '2 Dec 2020 10:00 GMT'),
      ),
    );
    expect(feed.items.map(({ url }) => url.slice(-1))).toEqual(['b', 'd', 'a', 'c']);
    const many = Array.from({ length: 1500 }, (_, i) => item(`n${i}`, '1 Dec 2020 10:00 GMT')).join('');
    expect(parse(makeRss(many)).items).toHaveLength(1000);
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://news.example/a',
    'https://user:word@news.example/a',
    'mailto:desk@news.example',
    `https://news.example/${'a'.repeat(2001)}`,
    'http://',
    'data:text/html,<p>a',
  ])('none for %.40s', (link) => {
    const { items, withoutPage } = parse(
      makeRss(`<item><link>${link.replace('<', '&lt;')}</link></item><item><link>/b</link></item>`),
    );
    expect(items).toEqual([{ url: 'https://news.example/b' }]);
    expect(withoutPage).toBe(1);
  });

  test('none in a feed without items, which is no error', () => {
    expect(parse(makeRss(''))).toEqual({ format: 'rss', items: [], withoutPage: 0 });
  });
});

const BOMB = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>`;
const FILES = `<!DOCTYPE rss [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>`;

describe('what is no feed is refused with what it is and what to do', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /is empty\. Check in a browser/],
    ['white space', ' \n ', /is empty\. /],
    [
      'a page that names its feed',
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2"></head><body>News</body></html>',
      /is a web page, not a feed\. The feed that it names is https:\/\/news\.example\/rss\?a=1&b=2/,
    ],
    ['a page', '<html><body>News', /is a web page, not a feed\. Give the address of an RSS/],
    ['a page of XML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', /is a web page/],
    [
      'a list of sitemaps',
      '<sitemapindex><sitemap><loc>https://news.example/old.xml</loc></sitemap><sitemap><loc>https://news.example/news.xml</loc></sitemap></sitemapindex>',
      /is a list of sitemaps, not one.*news\.example\/news\.xml/,
    ],
    ['a sitemap without addresses', '<urlset><url/></urlset>', /no address of a page/],
    ['other XML', '<note>Ferry</note>', /is XML, but "note" is no feed/],
    ['plain text', 'The pier was closed.', /is neither XML nor JSON/],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), /is neither XML nor JSON/],
    ['other JSON', '{"error":"no"}', /is JSON data, but no JSON Feed/],
    ['a JSON list', '[1,2]', /is JSON data, but no JSON Feed/],
    ['damaged JSON', '{"items": [', /is damaged JSON \(.*\)\. It is tried again/],
    [
      'a feed cut off',
      makeRss('<item><title>Pi').slice(0, -30),
      /is a damaged feed \(.*\)\. It is tried again/,
    ],
    [
      'entities that grow',
      makeRss('<item><title>&c;</title></item>', BOMB),
      /declares entities made of other/,
    ],
    ['entities of files', makeRss('<item/>', FILES), /declares entities made of other entities or of files/],
    ['deep nesting', makeRss('<a>'.repeat(100_000)), /is nested deeper than any feed/],
    ['JSON nested deeply', `{"items":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, /./],
    ['items without a page', makeRss('<item><title>A</title></item>'), /has 1 item and no address of a page/],
    ['a prolog without end', `<?xml ${'<!-- '.repeat(50_000)}`, /is neither XML nor JSON/],
    ['a document type without end', `<!DOCTYPE rss [${'<!ENTITY a '.repeat(100_000)}`, /./],
  ])('%s', (_, source, message) => {
    expect(findError(source)).toMatch(message);
  });

  // Anything worse than linear would run into the runner's limit.
  test('and each comes to an end', () => {
    for (const source of [
      makeRss('<'.repeat(1_000_000)),
      makeRss('<item><link>'.repeat(100_000)),
      makeRss(`<item><title>${'<![CDATA['.repeat(200_000)}`),
      makeRss(`<item ${'a='.repeat(300_000)}/>`),
      `<html>${'<link '.repeat(100_000)}`,
      `${' '.repeat(1_000_000)}<rss`,
    ])
      findError(source);
  });
});
