import { describe, expect, it } from 'vitest';
import type { DecodedPage } from '../../model/page.ts';
import { makeDocument } from './content.ts';

function page(source: string, more: Partial<DecodedPage> = {}): DecodedPage {
  return {
    kind: 'decodedPage',
    bytes: `sha256:${'0'.repeat(64)}`,
    seen: '2032-01-01T00:00:00Z',
    mediaType: 'text/html',
    source,
    charset: 'utf-8',
    charsetEvidence: 'default',
    warnings: [],
    ...more,
  };
}

const BODY =
  '<p>The port of Veles was closed on Friday after an explosion, the port authority said in a statement.</p>';

describe('makeDocument', () => {
  it('lets what is given win over what the page says', () => {
    const source = `<meta property="og:site_name" content="Strait Review"><meta name="date" content="2031-05-02"><h1>Port shut</h1>${BODY}`;
    expect(makeDocument(page(source))).toMatchObject({
      outlet: 'Strait Review',
      outletEvidence: 'og:site_name',
      published: '2031-05-02',
      publishedEvidence: 'meta date',
    });
    const given = {
      outlet: 'The Harbour Post',
      published: '2031-05-03',
      url: 'https://post.example/a',
      version: 2,
    };
    expect(makeDocument(page(source), given)).toMatchObject({
      outlet: 'The Harbour Post',
      outletEvidence: 'given',
      published: '2031-05-03',
      publishedEvidence: 'given',
      url: 'https://post.example/a',
      version: 2,
    });
  });

  it('leaves out what neither says', () => {
    const document = makeDocument(page(BODY));
    expect(Object.keys(document).sort()).toEqual(
      [
        'bytes',
        'captions',
        'id',
        'kind',
        'language',
        'languageEvidence',
        'removed',
        'seen',
        'text',
        'version',
      ].sort(),
    );
  });

  it('gives one id to the same text of one outlet, whatever the address and wrapping', () => {
    const first = makeDocument(page(`<nav>Home</nav><h1>Port shut</h1>${BODY}`), {
      outlet: 'Post',
      url: 'https://a.example/1',
    });
    const second = makeDocument(page(`<h1>Port  shut</h1><div>${BODY}</div>`), {
      outlet: 'Post',
      url: 'https://a.example/2?x',
    });
    const other = makeDocument(page(`<h1>Port shut</h1>${BODY}`), { outlet: 'Review' });
    expect(second.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
  });

  it('hashes the host where there is no outlet', () => {
    const on = (url: string) => makeDocument(page(BODY), { url }).id;
    expect(on('https://www.post.example/1')).toBe(on('https://post.example/2'));
    expect(on('https://post.example/1')).not.toBe(on('https://review.example/1'));
  });

  it('does not take the day from a date that no page can know', () => {
    const source = `<h1>Port shut</h1><p>4 May 2040</p>${BODY}`;
    expect(makeDocument(page(source)).published).toBeUndefined();
  });

  it('takes the day from the address only where nothing else says it', () => {
    const url = 'https://post.example/2031/05/02/port-shut';
    expect(makeDocument(page(BODY), { url })).toMatchObject({
      published: '2031-05-02',
      publishedEvidence: 'address',
    });
  });

  it('reads an ambiguous date only with a reason', () => {
    const source = `<h1>Port shut</h1><p>4/5/2031</p>${BODY}`;
    expect(makeDocument(page(source)).published).toBeUndefined();
    expect(makeDocument(page(`<html lang="de">${source}`)).published).toBe('2031-05-04');
    expect(makeDocument(page(source), { url: 'https://coast.gov/a' }).published).toBe('2031-04-05');
    expect(makeDocument(page(`${source}<p>5/25/2031</p>`)).published).toBe('2031-04-05');
  });

  it('names the outlet by a part of the title only where it is the host', () => {
    const source = `<title>Port shut after blast | Harbour Post</title>${BODY}`;
    expect(makeDocument(page(source)).outlet).toBeUndefined();
    expect(makeDocument(page(source), { url: 'https://www.harbourpost.example/a' }).outlet).toBe(
      'Harbour Post',
    );
    expect(makeDocument(page(source)).title).toBe('Port shut after blast');
  });
});

describe('text', () => {
  const text = (source: string) => makeDocument(page(source)).text;

  it('does not glue words at block borders, nor part them within a line', () => {
    expect(
      text(
        `${BODY}<ul><li>one<li>two</ul><p>un<b>break</b>able H<sub>2</sub>O was delivered to the town.</p>`,
      ),
    ).toMatch(/\n\none\n\ntwo\n\nunbreakable H2O was/);
  });

  it('parts paragraphs that are only broken lines', () => {
    expect(
      text(
        `<div>The port was closed on Friday.<br><br>It opened on Monday after the search was over.<br>The ferry\nsailed\nagain.</div>`,
      ),
    ).toBe(
      'The port was closed on Friday.\n\nIt opened on Monday after the search was over.\n\nThe ferry sailed again.',
    );
  });

  it('does not show what the page hides within a line', () => {
    const document = makeDocument(
      page(
        `<p>The port<span style="display:none"> of nowhere</span> was closed on Friday, the authority said.</p>`,
      ),
    );
    expect(document.text).toBe('The port was closed on Friday, the authority said.');
    expect(document.removed).toEqual([{ text: 'of nowhere', why: 'hidden' }]);
  });

  it('keeps a list of facts whose items have links in them', () => {
    const source = `${BODY}<ul><li>The <a href=x>ministry</a> said that nine people were hurt.</li></ul>`;
    expect(text(source)).toContain('The ministry said that nine people were hurt.');
  });

  it('keeps a page whose whole text stands in one part of a misleading name', () => {
    expect(
      text(
        `<div class="sidebar"><p>${'The port was closed on Friday, and the ferry did not sail for a week. '.repeat(4)}</p></div>`,
      ),
    ).toContain('The port was closed');
  });
});
