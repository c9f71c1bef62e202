import { describe, expect, it } from 'vitest';
import { makeDocument } from './content.ts';

const BODY =
  '<p>The port of Veles was closed on Friday after an explosion, the port authority said in a statement.</p>';

function read(head: string, body: string, url?: string) {
  const { byline, bylineEvidence } = makeDocument({
    kind: 'decodedPage',
    bytes: `sha256:${'0'.repeat(64)}`,
    seen: '2032-01-01T00:00:00Z',
    mediaType: 'text/html',
    source: `<title>Port shut</title>${head}<h1>Port shut</h1>${body}`,
    charset: 'utf-8',
    charsetEvidence: 'default',
    warnings: [],
    ...(url === undefined ? {} : { url }),
  });
  return byline === undefined ? undefined : [byline, bylineEvidence];
}

const author = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author: value, publisher: { name: 'Veles Gazette' } })}</script>`;

describe('a byline', () => {
  it.each([
    ['JSON-LD', author([{ '@type': 'Person', name: 'Ann Example' }, { name: 'Nils Vorbild' }]), BODY, 'Ann Example, Nils Vorbild', 'JSON-LD author'],
    ['an agency in JSON-LD', author({ '@type': 'Organization', name: 'Lantern News Agency' }), BODY, 'Lantern News Agency', 'JSON-LD author'],
    ['meta', '<meta name="author" content="By Ann Example, https://example.org">', BODY, 'Ann Example', 'meta author'],
    ['rel', '', `<a rel="author" href="/a">Ann Example</a>${BODY}`, 'Ann Example', 'rel author'],
    ['a class', '', `<div class="c-author-name">Ann Example</div>${BODY}`, 'Ann Example', 'element of class author'],
    ["a link to the author's page", '', `<p><a href="/authors/ann-example">Ann Example</a></p>${BODY}`, 'Ann Example', "link to the author's page"],
    ['a line', '', `<p>By Ann Example and Nils Vorbild</p>${BODY}`, 'Ann Example and Nils Vorbild', 'visible byline'],
    ['a line with the date', '', `<div>Posted on 3 May 2031 by Ann Example in Ports</div>${BODY}`, 'Ann Example', 'visible byline'],
    ['an element with the date', '', `<div class="byline">Veröffentlicht am 3. Mai 2031 von Ann Example</div>${BODY}`, 'Ann Example', 'element of class author'],
    ['a name for two widths of screen', '', `<span class="author">Ann Example Ann Example</span>${BODY}`, 'Ann Example', 'element of class author'],
  ])('by %s', (_, head, body, name, evidence) => expect(read(head, body)).toEqual([name, evidence])); // biome-ignore format: a table

  it.each([
    ['the publisher', author({ '@type': 'Organization', name: 'Veles Gazette' }), BODY],
    ['the publisher as a person', author({ '@type': 'Person', name: 'Veles Gazette' }), BODY],
    ['a company', '<meta name="author" content="Veles Presse GmbH, Veles, Germany">', BODY],
    ['nobody', '<meta name="author" content="admin">', BODY],
    ['a reader', '', `${BODY}<div class="comment"><b class="fn">Ann Example</b> says: <p>Well done to all of them.</p></div>`],
    ['somebody linked to in the text', '', `${BODY.repeat(30)}<p><a href="/people/ann-example">Ann Example</a> said so.</p>`],
    ['a time', '', `<div>Updated on 3 May 2031 by noon</div>${BODY}`],
  ])('is not %s', (_, head, body) => expect(read(head, body, 'https://velesgazette.example/1')).toBeUndefined()); // biome-ignore format: a table

  it('is looked for further where the publisher is given as the author', () => {
    expect(read(author({ name: 'Veles Gazette' }), `<p>By Ann Example</p>${BODY}`)).toEqual([
      'Ann Example',
      'visible byline',
    ]);
  });

  it('is the owner of a site named after a person', () => {
    const own = author({ '@type': 'Person', name: 'Ann Example' });
    expect(read(own, BODY, 'https://annexample.example/1')?.[0]).toBe('Ann Example');
  });
});
