import { describe, expect, test } from 'vitest';
import { SourcesError } from './error.ts';
import { parseSources } from './parse.ts';

function findProblems(text: string): readonly string[] {
  try {
    parseSources(text, 'sources.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof SourcesError)) throw error;
    return error.message.split('\n');
  }
}

const ONE =
  'sources:\n  - id: harbour-wire\n    name: Harbour Wire\n    feed: https://harbour-wire.example/feed\n';

describe('a sources file', () => {
  test('gives its sources with what was not said filled in', () => {
    expect(parseSources(ONE, 'sources.yaml')).toEqual([
      {
        kind: 'source',
        id: 'harbour-wire',
        name: 'Harbour Wire',
        feed: 'https://harbour-wire.example/feed',
        every: 15,
        allowPrivate: false,
      },
    ]);
  });

  test('takes every field, comments and anchors', () => {
    const text = `# the desk's sources
sources:
  - id: gulf-meridian
    name: "  Gulf Meridian "
    feed: HTTP://Gulf-Meridian.example/rss
    homepage: https://gulf-meridian.example/
    language: en
    country: NO   # a string, not "false"
    type: warning
    family: Meridian Group
    every: &often 5
    allowPrivate: true
  - id: old-quay
    name: Old Quay
    feed: https://old-quay.example/feed.json
    every: *often
`;
    expect(parseSources(text, 'sources.yaml')).toEqual([
      {
        kind: 'source',
        id: 'gulf-meridian',
        name: 'Gulf Meridian',
        feed: 'http://gulf-meridian.example/rss',
        homepage: 'https://gulf-meridian.example/',
        language: 'en',
        country: 'NO',
        type: 'warning',
        family: 'Meridian Group',
        every: 5,
        allowPrivate: true,
      },
      expect.objectContaining({ id: 'old-quay', every: 5, allowPrivate: false }),
    ]);
  });

  test('without sources yet is no error', () => {
    expect(parseSources('sources:\n', 'sources.yaml')).toEqual([]);
    expect(parseSources('sources: []\n', 'sources.yaml')).toEqual([]);
  });
});

describe('what is wrong', () => {
  test('is told all at once, each with its line', () => {
    const text = `sources:
  - id: Harbour Wire
    name: ""
    feed: ftp://harbour-wire.example/feed
    every: 0.5
    retries: 3
  - id: two
    name: Two
    feed: https://user:word@two.example/feed
    language: eng
    country: iq
    type: blog
    allowPrivate: "yes"
  - name: Three
  - just text
`;
    expect(findProblems(text)).toEqual([
      expect.stringMatching(/^sources\.yaml:2: id "Harbour Wire" does not fit; it must be a short name/),
      expect.stringMatching(/^sources\.yaml:3: name "" does not fit/),
      expect.stringMatching(/^sources\.yaml:4: feed "ftp:.*does not fit; it must be an address that begins/),
      expect.stringMatching(
        /^sources\.yaml:5: every 0\.5 does not fit; it must be a number of minutes from 1/,
      ),
      expect.stringMatching(/^sources\.yaml:6: "retries" is no field of a source; those are id, name, feed,/),
      expect.stringMatching(/^sources\.yaml:9: feed .* without a user name or password/),
      expect.stringMatching(/^sources\.yaml:10: language "eng" does not fit/),
      expect.stringMatching(/^sources\.yaml:11: country "iq" does not fit/),
      expect.stringMatching(/^sources\.yaml:12: type "blog" does not fit; it must be one of agency, state/),
      expect.stringMatching(/^sources\.yaml:13: allowPrivate "yes" does not fit; it must be true or false/),
      expect.stringMatching(/^sources\.yaml:14: the source has no "id"/),
      expect.stringMatching(/^sources\.yaml:14: the source has no "feed"/),
      expect.stringMatching(/^sources\.yaml:15: a source must be a list of fields/),
    ]);
  });

  test('a doubled id and a doubled feed', () => {
    const text = `${ONE}  - id: harbour-wire\n    name: Other\n    feed: https://other.example/\n  - id: third\n    name: Third\n    feed: https://HARBOUR-WIRE.example/feed\n`;
    expect(findProblems(text)).toEqual([
      expect.stringMatching(/^sources\.yaml:5: id "harbour-wire" is that of the source in line 2 too/),
      expect.stringMatching(/^sources\.yaml:10: feed .* is that of the source in line 2 too/),
    ]);
  });

  test.each([
    ['', /:1: the file must begin with "sources:"/],
    ['- id: a\n', /:1: the file must begin with "sources:"/],
    ['sources: many\n', /:1: there is no list "sources"/],
    ['source:\n  - id: a\n', /:1: "source" is not known here/],
    [`version: 2\n${ONE}`, /:1: "version" is not known here/],
    ['sources:\n  - id: a\n   name: b\n', /:3: no valid YAML/],
    [
      'sources:\n  - id: a\n    id: b\n    name: n\n    feed: https://a.example/\n',
      /:3: no valid YAML: .*unique/,
    ],
    [`sources: ${'['.repeat(100_000)}`, /^[^\n]*:1: it is nested more than 40 deep$/],
    ['x'.repeat(2_000_001), /too long/],
  ])('%.40j', (text, message) => {
    expect(findProblems(text).join('\n')).toMatch(message);
  });

  test('more sources than there may be', () => {
    const many = Array.from(
      { length: 1001 },
      (_, i) => `  - { id: s${i}, name: S, feed: "https://s${i}.example/" }`,
    );
    expect(findProblems(`sources:\n${many.join('\n')}\n`)).toEqual([
      'sources.yaml:1002: 1001 sources are listed, more than 1000',
    ]);
    expect(parseSources(`sources:\n${many.slice(1).join('\n')}\n`, 'sources.yaml')).toHaveLength(1000);
  });
});
