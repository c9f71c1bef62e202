import { describe, expect, it } from 'vitest';
import type { MediaType } from '../../model/page.ts';
import { LONGEST_TEXT, makeDocument } from './content.ts';
import { REMOVED_BOUNDS } from './removed.ts';

const SENTENCE =
  'The harbour of Veles was closed on Monday after a storm, the port authority said in a statement.';
const PARAGRAPH = `<p>${SENTENCE}</p>`;

function read(source: string, mediaType: MediaType = 'text/html') {
  return makeDocument({
    kind: 'decodedPage',
    bytes: `sha256:${'0'.repeat(64)}`,
    seen: '2032-01-01T00:00:00Z',
    mediaType,
    source,
    charset: 'utf-8',
    charsetEvidence: 'default',
    warnings: [],
  });
}

describe('a page that is built to hurt is still read', () => {
  const around: Record<string, string> = {
    'a hundred thousand nested blocks': `${'<div>'.repeat(100_000)}${PARAGRAPH}${'</div>'.repeat(100_000)}`,
    'nested lists that are never closed': `${'<ul><li>'.repeat(50_000)}${PARAGRAPH}`,
    'emphasis that is never closed': `${'<font><b><i>'.repeat(100_000)}${PARAGRAPH}`,
    'end tags of what was never opened': `${'<div><span>'.repeat(200)}${'</b></i></foo>'.repeat(200_000)}${PARAGRAPH}`,
    'an attribute of megabytes': `<div title="${'word '.repeat(500_000)}">${PARAGRAPH}</div>`,
    'a million attributes': `<div ${'a=b '.repeat(1_000_000)}>${PARAGRAPH}</div>`,
    'unclosed SVG': `<svg>${'<g>'.repeat(50_000)}${PARAGRAPH}`,
    'tables within tables': `${'<table><tr><td>'.repeat(20_000)}${PARAGRAPH}`,
    'a form within a form': `${'<form>'.repeat(50_000)}${PARAGRAPH}`,
    'tables that lay out tables': `${'<table><tr><td>'.repeat(80)}${PARAGRAPH}${'</table>'.repeat(80)}${'<table><tr><td></table>'.repeat(20_000)}`,
    'home links without end': `<title>Veles</title>${PARAGRAPH}${'<a href="/"><img alt="Veles"></a>'.repeat(50_000)}`,
    'comment headings': `${PARAGRAPH}${PARAGRAPH.replaceAll('p>', 'div hidden>')}${'<h3>Comments</h3>'.repeat(20_000)}`,
    'sign-up boxes': `${PARAGRAPH}${'<div><h3>Signs</h3><div>Sign up</div></div>'.repeat(10_000)}`,
    'names of object members': `<constructor><div class="__proto__ constructor toString" constructor=a __proto__=b>${PARAGRAPH}</div>`,
  };
  it.each(Object.entries(around))('%s', (_, source) => {
    expect(read(source).text).toBe(SENTENCE);
  });

  it('with a hundred thousand tags that are never closed', () => {
    const { text } = read('<p>One short line of text that ends here.'.repeat(100_000));
    expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
    expect(text.startsWith('One short line of text that ends here.\n\nOne short')).toBe(true);
  });

  it('with scripts alone: there is no text', () => {
    const { text, removed } = read(`<script>${'var a = "<p>text</p>";'.repeat(50_000)}</script>`);
    expect(text).toBe('');
    expect(removed).toEqual([]);
  });

  it('with plaintext: what follows is text, tags and all', () => {
    expect(
      read(`<h1>Notice</h1>${PARAGRAPH}<plaintext><b>not bold</b> and more words in this last line.`).text,
    ).toContain('<b>not bold</b>');
  });

  it('with broken entities', () => {
    const { text } = read(
      `<p>Fish &amp chips &bogus; &#x26; &#99999999; &#0; &euro;5 & more were sold at the quay.</p>`,
    );
    expect(text).toContain('Fish & chips &bogus; &');
    expect(text).toContain('€5 & more were sold at the quay.');
    expect(text).not.toContain('\0');
  });

  it('with far more pieces to leave out than are shown: the rest is counted', () => {
    const { removed } = read(
      `${PARAGRAPH}<nav>${'<div>x</div><aside>y</aside>'.repeat(5_000)}</nav>`.repeat(2),
    );
    expect(removed.length).toBeLessThanOrEqual(REMOVED_BOUNDS.pieces + 1);
    const many = read(
      Array.from({ length: 1_000 }, (_, i) => `<nav>a${i}</nav><footer>b${i}</footer>`).join('') + PARAGRAPH,
    );
    expect(many.removed).toHaveLength(REMOVED_BOUNDS.pieces + 1);
    expect(many.removed.at(-1)).toEqual({ text: '1800 more pieces', why: 'not listed' });
    expect(many.removed.every((piece) => piece.text.length <= REMOVED_BOUNDS.characters)).toBe(true);
  });

  it('with more text than a Document holds: says what was cut', () => {
    const { text, removed } = read(PARAGRAPH.repeat(30_000));
    expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
    expect(text.endsWith('in a statement.')).toBe(true);
    expect(removed.at(-1)?.why).toBe('beyond the bound');
  });
});

describe('JSON-LD that cannot be trusted', () => {
  const withJsonLd = (json: string) =>
    read(`<script type="application/ld+json">${json}</script><h1>Storm</h1>${PARAGRAPH}`);

  it('that is no JSON is passed over', () => {
    const document = withJsonLd('{"@type":"NewsArticle","datePublished":"2031-01-01",');
    expect(document.text).toBe(SENTENCE);
    expect(document.published).toBeUndefined();
  });

  it('that nests without end is passed over', () => {
    expect(withJsonLd(`${'['.repeat(200_000)}${']'.repeat(200_000)}`).text).toBe(SENTENCE);
  });

  it('that names the prototype changes nothing', () => {
    const document = withJsonLd(
      '{"__proto__":{"headline":"Owned","datePublished":"2031-01-01"},"@type":"NewsArticle"}',
    );
    expect(document.title).toBe('Storm');
    expect(document.published).toBeUndefined();
    expect(({} as Record<string, unknown>)['headline']).toBeUndefined();
  });

  it('with values of the wrong kind gives nothing', () => {
    const document = withJsonLd(
      '{"@type":["NewsArticle",7],"headline":{"a":1},"datePublished":20310101,"author":[[["x"]],null,5],"publisher":true}',
    );
    expect([document.title, document.published, document.byline, document.outlet]).toEqual([
      'Storm',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('plain text that is built to hurt is still read', () => {
  it.each([
    ['one endless line', 'word '.repeat(1_000_000)],
    ['lines of brackets', '(((((((\n'.repeat(100_000)],
    ['lines of codes', 'A1F\n'.repeat(100_000)],
    ['header lines without end', 'From: a\n'.repeat(100_000)],
    ['names that never end', `${'A-'.repeat(55)}\n`.repeat(10_000)],
    ['lists of other titles', 'Related articles\nThe crane\n'.repeat(50_000)],
    ['dashes', '- '.repeat(1_000_000)],
    ['blank lines', '\n'.repeat(2_000_000)],
    ['quoted mail', `From: a\nTo: b\n\n${'> quoted\n'.repeat(50_000)}`],
    ['heads of printed sheets', '12/05/2031, 09:14 Port\n'.repeat(50_000)],
    ['stamps', '14:05\nThe port was shut, the harbour office said.\n'.repeat(20_000)],
  ])('%s', (_, source) => {
    const { text, removed } = read(source, 'text/plain');
    expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
    expect(removed.length).toBeLessThanOrEqual(REMOVED_BOUNDS.pieces + 2);
  });
});
