import { expect, test } from 'vitest';
import { readOpml, writeOpml } from './opml.ts';

const now = '2031-05-22T10:00:00.000Z';

test('what OPML has no words for goes out and comes in again', () => {
  const feed = {
    feed: 'https://harbour-ministry.example/press/?a=1&b=2',
    name: 'Ministry & "Sons"',
    homepage: 'https://harbour-ministry.example/',
    language: 'en',
    country: 'KW',
    type: 'warning',
    family: 'Government <of> Karvonia',
    links: '/press/2031/*',
    every: 60,
  } as const;
  const text = writeOpml([feed, { feed: 'https://plain.example/feed' }], { title: 'Ours', now });
  expect(text).toContain('<opml xmlns:tocsin="urn:tocsin:sources" version="2.0">');
  // A type of its own is what OPML asks for; what other readers go by stays so.
  expect(text).toMatch(/type="rss".*tocsin:kind="warning"/);
  const [own, plain] = readOpml(text, 'ours.opml');
  expect(own).toEqual({ ...feed, every: '60', line: expect.any(Number) });
  expect(plain).toEqual({
    feed: 'https://plain.example/feed',
    name: 'https://plain.example/feed',
    line: expect.any(Number),
  });
});

test('attributes of other programs and empty ones are passed over', () => {
  const [feed] = readOpml(
    '<opml version="2.0" xmlns:x="urn:x"><body><outline text="A" xmlUrl="https://a.example/" country="KW" x:country="IQ" tocsin:family=" "/></body></opml>',
    'theirs.opml',
  );
  expect(feed).toEqual({ feed: 'https://a.example/', name: 'A', line: 1 });
});
