import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../model/document.ts';
import type { MediaType } from '../../model/page.ts';
import { LONGEST_TEXT, makeDocument } from './content.ts';

function read(source: string, mediaType: MediaType = 'text/html'): Document {
  return makeDocument({
    kind: 'decodedPage',
    bytes: `sha256:${'0'.repeat(64)}`,
    seen: '2032-01-01T00:00:00Z',
    url: 'https://gazette.example/2031/05/02/port',
    mediaType,
    source,
    charset: 'utf-8',
    charsetEvidence: 'default',
    warnings: [],
  });
}

const RUNS = { numRuns: 150 };

/** What holds of every Document, whatever the page was. */
function checkDocument(document: Document): void {
  const { text, posts = [] } = document;
  expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
  expect(text).toBe(text.trim());
  expect(text).not.toMatch(/\n{3}|[^\n]\n[^\n]|[\u0000-\u0009\u00ad\u200b\u202e\ufeff]|\p{Cs}/u);
  for (const post of posts)
    expect(post.start === 0 || text.slice(post.start - 2, post.start)).toSatisfy(
      (before: unknown) => before === true || before === '\n\n',
    );
  expect(posts.every((post, i) => i === 0 || post.start > posts[i - 1]!.start)).toBe(true);
  for (const name of ['outlet', 'title', 'published', 'modified', 'byline'] as const) {
    expect(document[name] === undefined, name).toBe(document[`${name}Evidence`] === undefined);
    expect(document[name]).not.toBe('');
  }
  if (document.language !== undefined) expect(document.languageEvidence).toBeDefined();
  if (document.published !== undefined)
    expect(document.published).toMatch(
      /^\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?$/,
    );
  for (const piece of document.removed) expect(piece.text.trim()).not.toBe('');
}

const MARKS = [
  '\0',
  '\u00ad',
  '\u200b',
  '\u200e',
  '\u200f',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ud800',
  '\u{e0041}',
  '😀',
  '👩‍🚒',
  'Ａ',
  '한',
  '。',
  'ا',
  '\u0301',
  '\r\n',
  '\u2028',
  '\t',
  '&',
  '<',
  '>',
  '"',
];
const WORDS = [
  'port',
  'Veles',
  'By',
  'Ann',
  'Example',
  '4 May 2031',
  '14:05',
  'Comments',
  'Reply',
  'Subscribe to continue reading',
  'Related',
  'Page 1 of 3',
  'SHUT',
  '٤ مايو ٢٠٣١',
  'said.',
  '2 days ago',
  '©',
  '&amp;',
  '&#0;',
  '&#xD800;',
  '&bogus;',
  '…',
];
const TAGS = [
  'p',
  'div',
  'article',
  'main',
  'h1',
  'h2',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'blockquote',
  'figure',
  'figcaption',
  'a',
  'span',
  'time',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'aside',
  'footer',
  'header',
  'pre',
  'br',
  'img',
  'b',
  'title',
  'textarea',
  'select',
  'o:p',
];
const ATTRIBUTES = [
  'class=comments',
  'class="share x"',
  'id=main',
  'class=entry-content',
  'hidden',
  'style="display:none"',
  'aria-hidden=true',
  'itemprop=author',
  'itemprop=articleBody',
  'rel=author',
  'href="/author/ann"',
  'datetime="2031-05-04T10:00:00Z"',
  'class="news-list-date"',
  'role=navigation',
  'lang=de',
  '"',
  "='",
];

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...WORDS),
      fc.constantFrom(...MARKS),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '));
const tag = fc
  .tuple(
    fc.constantFrom('<', '</', '<!', '<'),
    fc.constantFrom(...TAGS),
    fc.array(fc.constantFrom(...ATTRIBUTES), { maxLength: 3 }),
    fc.constantFrom('>', '>', '>', '/>', ''),
  )
  .map(([open, name, attributes, close]) => `${open}${[name, ...attributes].join(' ')}${close}`);
const page = fc.array(fc.oneof(tag, tag, text), { maxLength: 80 }).map((parts) => parts.join(''));
// biome-ignore-start format: tables

describe('whatever comes in', () => {
  it('HTML of broken pieces', () => {
    fc.assert(
      fc.property(page, (source) => checkDocument(read(source))),
      RUNS,
    );
  });

  it('HTML of any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (source) => checkDocument(read(source))),
      RUNS,
    );
  });

  it('plain text of any lines', () => {
    const lines = fc.array(
      fc.oneof(
        text,
        fc.constantFrom(
          '',
          '> quoted',
          '-- ',
          'From: a@b.example',
          'Date: x',
          'https://a.example/b 1/2',
          '12/05/2031, 09:14 Port',
        ),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(lines, (all) => checkDocument(read(all.join('\n'), 'text/plain'))),
      RUNS,
    );
  });

  it('JSON-LD of any values', () => {
    const fields = fc.dictionary(
      fc.constantFrom(
        '@type',
        'headline',
        'datePublished',
        'dateModified',
        'author',
        'publisher',
        'articleBody',
        'liveBlogUpdate',
        'isAccessibleForFree',
        'name',
        '@id',
        '@graph',
        '__proto__',
      ),
      fc.oneof(
        fc.jsonValue(),
        fc.constantFrom('NewsArticle', 'LiveBlogPosting', '2031-05-04', 'Ann Example', 'False'),
      ),
      { maxKeys: 10 },
    );
    fc.assert(
      fc.property(fields, (value) => {
        const json = JSON.stringify({ '@type': 'NewsArticle', ...value });
        checkDocument(
          read(
            `<script type="application/ld+json">${json}</script><h1>Port</h1><p>The port was shut on Friday, the harbour office said.</p>`,
          ),
        );
      }),
      RUNS,
    );
  });
});

const WORD = fc.constantFrom(
  'harbour',
  'storm',
  'ferry',
  'ministry',
  'said',
  'the',
  'closed',
  'island',
  'on',
  'for',
  'Veles',
  'guard',
);
const SENTENCE = fc.array(WORD, { minLength: 12, maxLength: 20 }).map((words) => `The ${words.join(' ')}.`);
const PARAGRAPHS = fc.array(SENTENCE, { minLength: 2, maxLength: 6 });

/** Ways to write the same paragraphs, none of which a reader of the page would see. */
const WAYS: Readonly<Record<string, (paragraph: string) => string>> = {
  'soft hyphens and zero-width spaces': (p) =>
    `<p>${p.replaceAll('rb', 'r\u00adb').replaceAll('or', 'o\u200br')}</p>`,
  'marks of direction': (p) => `<p>\u200f${p.replaceAll(' ', ' \u2066')}\u202c</p>`,
  'null bytes': (p) => `<p>${p.replaceAll('e', 'e\0')}</p>`,
  'tags that are not closed': (p) => `<p>${p}`,
  'capital tags': (p) => `<P CLASS=X>${p}</P>`,
  entities: (p) => `<p>${p.replaceAll('t', '&#116;').replaceAll('s', '&#x73;')}</p>`,
  'line breaks of the source': (p) => `<p>\n  ${p.replaceAll(' ', '\n\t')}\r\n</p>`,
  'spans and emphasis': (p) => `<p>${p.replaceAll('the', '<b>t</b><span>he</span>')}</p>`,
  'comments and scripts within': (p) =>
    `<p>${p.replace(' ', ' <!-- x --><script>var p = "<p>no</p>";</script>')}</p>`,
  'hidden words within': (p) => `<p>${p.replace(' ', ' <span hidden>denied and </span>')}</p>`,
  'hidden paragraphs between': (p) =>
    `<p>${p}</p><div style="display:none"><p>${p} It was denied by nobody at all.</p></div>`,
  'emphasis that is not closed': (p) => `<p><i>${p}</p>`,
  'divs in place of paragraphs': (p) => `<div>${p}</div>`,
};

it.each(Object.entries(WAYS))('the same text comes of %s', (_, write) => {
  fc.assert(
    fc.property(PARAGRAPHS, (paragraphs) => {
      const source = `<html lang=en><h1>Port shut after storm</h1><article>${paragraphs.map(write).join('')}</article></html>`;
      const document = read(source);
      expect(document.text.split('\n\n')).toEqual(paragraphs);
      expect(document.title).toBe('Port shut after storm');
    }),
    { numRuns: 30 },
  );
});
// biome-ignore-end format: tables
