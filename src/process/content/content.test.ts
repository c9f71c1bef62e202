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

describe('dates', () => {
  const utc = (visible: string, instant = '2031-05-04T03:37:20Z') =>
    makeDocument(
      page(
        `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${instant}"}</script><h1>Port shut</h1><div>${visible}</div>${BODY}`,
      ),
    );

  it("are told by the clock of the page's readers where the page shows it", () => {
    expect(utc('3 May 2031, 11:37 pm')).toMatchObject({
      published: '2031-05-03T23:37:20-04:00',
      publishedEvidence: 'JSON-LD datePublished, at the clock of the visible date',
    });
    expect(utc('4 May 2031, 9:07', '2031-05-04T03:37:20Z').published).toBe('2031-05-04T09:07:20+05:30');
    expect(utc('3 May 2031').published).toBe('2031-05-03');
  });

  it('stay in UTC where the visible date is another one', () => {
    expect(utc('4 May 2031, 12:15').published).toBe('2031-05-04T03:37:20Z');
    expect(utc('1 May 2031').published).toBe('2031-05-04T03:37:20Z');
    expect(utc('4 May 2031').published).toBe('2031-05-04T03:37:20Z');
  });

  it('stand in a dateline', () => {
    const source =
      '<h1>Port shut</h1><p>VELES, 2 May 2031 — The port was closed on Friday after an explosion in its oldest shed.</p>';
    expect(makeDocument(page(source))).toMatchObject({
      published: '2031-05-02',
      publishedEvidence: 'dateline',
    });
  });

  it('are none of quoted posts, tables and the story', () => {
    const source = `<h1>Port shut</h1>${BODY}<blockquote><p>We shut it. — Ann Example, 3 May 2030</p></blockquote><table><caption>Dead, as of 5 May 2030</caption><tr><td>3<td>4</table>`;
    expect(makeDocument(page(source)).published).toBeUndefined();
  });

  it('of change have their evidence too', () => {
    const source = `<meta property="article:modified_time" content="2031-05-05T10:00:00Z"><h1>Port shut</h1>${BODY}`;
    expect(makeDocument(page(source))).toMatchObject({
      modified: '2031-05-05T10:00:00Z',
      modifiedEvidence: 'meta article:modified_time',
    });
  });
});

describe('titles', () => {
  const title = (head: string, body: string) =>
    makeDocument(page(`<title>${head}</title>${body}${BODY}`)).title;

  it('lose what stands above them in the heading', () => {
    const head = 'Harbour of Veles closed after a blast | Strait Review';
    expect(title(head, '<h1><span>Trade</span><span>Harbour of Veles closed after a blast</span></h1>')).toBe(
      'Harbour of Veles closed after a blast',
    );
    expect(title(head, '<h1>Report: Harbour of Veles closed after a blast</h1>')).toBe(
      'Report: Harbour of Veles closed after a blast',
    );
  });

  it('are not the name of the site in a first heading that leads home', () => {
    expect(
      title(
        'Four Winds Weekly » Harbour of Veles closed',
        '<h1><a href="/">Four Winds Weekly</a></h1><h2>Harbour of Veles closed</h2>',
      ),
    ).toBe('Harbour of Veles closed');
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

  it('sets apart what style sheets set apart, and parts no word', () => {
    const source = `${BODY}<p><span>21:22</span><span>The ferry</span> sailed, <span>un</span><span>seen</span> by most.</p>`;
    expect(text(source)).toContain('21:22 The ferry sailed, unseen by most.');
  });

  it('keeps the words of a sentence whatever their class', () => {
    const source = `${BODY}<p><a class="player-link popup" href="/p">Ann Example</a> sailed, said <span class="ad-word promo">the ministry</span>.</p>`;
    expect(text(source)).toContain('Ann Example sailed, said the ministry.');
    const box = `${BODY}<p><span class="promo">Try our new pages</span></p>`;
    expect(text(box)).not.toContain('Try our');
  });

  it('leaves out cards that come up over a name', () => {
    const card =
      '<span><img src="a"><a href="/p">Ann Example</a> <a href="/1">Ferry fares rise again in June</a></span>';
    expect(
      text(`${BODY}<p>The mayor, <a href="/p">Ann Example</a>${card}, said nothing on Friday.</p>`),
    ).toContain('The mayor, Ann Example, said nothing on Friday.');
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
