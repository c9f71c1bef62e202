import { describe, expect, it } from 'vitest';
import type { DecodedPage } from '../../model/page.ts';
import { makeDocument } from './content.ts';
import { agreesWithHost } from './sitename.ts';

const BODY =
  '<p>The ferry to Saro was stopped on Monday after its crew reported smoke in the engine room.</p>';

function read(source: string, url?: string) {
  const page: DecodedPage = {
    kind: 'decodedPage',
    bytes: `sha256:${'0'.repeat(64)}`,
    seen: '2032-01-01T00:00:00Z',
    mediaType: 'text/html',
    source,
    charset: 'utf-8',
    charsetEvidence: 'default',
    warnings: [],
    ...(url === undefined ? {} : { url }),
  };
  return makeDocument(page);
}

describe('the name of a site that states it for readers only', () => {
  it.each([
    [
      'title part and rights line',
      `<title>Ferry stopped after smoke - Veles Harbour Gazette</title><h1>Ferry stopped after smoke</h1>${BODY}<p>&copy; 2031 Veles Harbour Gazette. Made by hand.</p>`,
      'Veles Harbour Gazette',
      'title part that agrees with the rights line',
    ],
    [
      'first title part and home link',
      `<title>Veles Gazette :: Ferry stopped after smoke</title><a href="index.php">Veles Gazette</a><h1>Ferry stopped after smoke</h1>${BODY}`,
      'Veles Gazette',
      'title part that agrees with the masthead',
    ],
    [
      'words before a colon and the first words of the page',
      `<html><head><title>Veles Gazette: Ferry stopped after smoke</title></head><body><font size=5>Veles Gazette</font><h2>Ferry stopped after smoke</h2>${BODY}`,
      'Veles Gazette',
      'title part that agrees with the masthead',
    ],
    [
      'the picture of a home link and the rights line',
      `<title>Ferry stopped after smoke</title><a href="/"><img alt="Veles Gazette logo"></a><h1>Ferry stopped after smoke</h1>${BODY}<p>Copyright 2031 Veles Gazette</p>`,
      'Veles Gazette',
      'masthead that agrees with the rights line',
    ],
    [
      'title part and feed',
      `<title>Ferry stopped after smoke | Veles Gazette</title><link rel="alternate" type="application/rss+xml" title="Veles Gazette » Feed" href="/feed"><h1>Ferry stopped after smoke</h1>${BODY}`,
      'Veles Gazette',
      'title part that agrees with the feed',
    ],
  ])('is found by %s', (_name, source, outlet, outletEvidence) => {
    expect(read(source)).toMatchObject({ outlet, outletEvidence, title: 'Ferry stopped after smoke' });
  });

  it('is found by the host', () => {
    const source = `<title>Ferry stopped after smoke - Veles Harbour Gazette</title><h1>Ferry stopped after smoke</h1>${BODY}`;
    expect(read(source).outlet).toBeUndefined();
    expect(read(source, 'https://velesgazette.example/1').outlet).toBe('Veles Harbour Gazette');
    expect(read(source, 'https://sarotimes.example/1').outlet).toBeUndefined();
  });

  it.each([
    [
      'a section',
      `<title>Ferry stopped after smoke - World</title><a href="/">World</a><h1>Ferry stopped after smoke</h1>${BODY}`,
    ],
    [
      'a place before a colon',
      `<title>Saro: Ferry stopped after smoke</title><a href="/saro">Saro</a><h1>Saro: Ferry stopped after smoke</h1>${BODY}`,
    ],
    [
      'the maker of the software',
      `<title>Ferry stopped after smoke</title>${BODY}<p>&copy; 2031</p><a href="https://press.example/">Powered by Press</a>`,
    ],
    [
      'a site that is only linked to',
      `<title>Ferry stopped after smoke</title><h1>Ferry stopped after smoke</h1>${BODY}<a href="https://other.example/">Saro Times</a><p>© 2031 Saro Times pictures</p>`,
    ],
    [
      'the rights line alone',
      `<title>Ferry stopped after smoke</title><h1>Ferry stopped after smoke</h1>${BODY}<p>© 2031 Saro Media Holding</p>`,
    ],
  ])('is not %s', (_name, source) => {
    expect(read(source).outlet).toBeUndefined();
  });
});

it.each([
  ['Veles Harbour Courier', 'velescourier.example', true],
  ['The Veles Courier', 'velescourier.example', true],
  ['Veles Courier', 'www.theveles.example', false],
  ['Veles Courier', 'velescouriers.example', false],
  ['Veles Courier', 'saro.example', false],
  ['Saro', 'saro.example', true],
])('compares %s with %s', (name, host, agrees) => {
  expect(agreesWithHost(name, host)).toBe(agrees);
});
