import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { karvonia } from '../../../test/setup/case-karvonia.ts';
import { makeAssessment, makeKarvoniaBrief, refer } from '../../../test/setup/karvonia-desk.ts';
import type { Brief } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';
import { renderBriefHtml } from './html.ts';
import { escapeMarkdown, renderBriefMarkdown } from './markdown.ts';
import { flatten } from './plain.ts';
import { groupNumbers, numberClaims } from './references.ts';

const HOSTILE =
  '<script>alert(1)</script>\n\n# [a](javascript:alert(1)) ![b](//x.example/p) | *c* `d` &lt; \u202egnp.exe\u200f https://evil.example www.evil.example me@evil.example';
const warning = karvonia.warning.reading;

/** A brief in which everything that was fetched would do harm where it is not shown as text. */
function makeHostileBrief(): Brief {
  const claim = { ...refer(warning, 'c1'), words: HOSTILE, title: HOSTILE, outlet: HOSTILE };
  return {
    ...makeKarvoniaBrief(),
    title: HOSTILE,
    question: HOSTILE,
    tlp: 'AMBER+STRICT',
    assessment: makeAssessment(),
    sections: [
      {
        name: 'for',
        heading: HOSTILE,
        sentences: [{ text: HOSTILE, parts: [{ text: HOSTILE }], claims: [claim] }],
      },
      {
        name: 'sources',
        heading: 'Sources',
        sentences: [{ text: 'A page.', parts: [{ text: 'A page.' }], claims: [claim] }],
      },
    ],
    dropped: [{ section: 'for', problem: HOSTILE }],
  };
}

describe('flatten', () => {
  it('leaves one line without marks that act on what stands around it', () => {
    expect(flatten(' a\r\n\tb\u2028c\u0000d \u202ee\u202c\u200f\ufeff\u{e0041} ')).toBe('a b c d e');
  });

  it('keeps what writing needs', () => {
    expect(flatten('می\u200cخواهم 👩\u200d🚒 é')).toBe('می\u200cخواهم 👩\u200d🚒 é');
  });
});

describe('groupNumbers', () => {
  it('joins neighbours', () => {
    expect(groupNumbers([1, 2, 3, 7, 9, 10])).toEqual([
      [1, 3],
      [7, 7],
      [9, 10],
    ]);
    expect(groupNumbers([])).toEqual([]);
  });
});

describe('numberClaims', () => {
  const refs = ['c1', 'c3', 'c4', 'c6'].map((id) => refer(warning, id));
  const other = refer(karvonia.relay.reading, 'c1');
  const cite = (claims: readonly ClaimRef[]) => ({ text: 'x', parts: [{ text: 'x' }], claims });

  it('numbers documents in the order in which they are cited, and letters claims where there are several', () => {
    const sentences = [cite([refs[0]!, other]), cite([refs[3]!, refs[2]!]), cite(refs)];
    const { documents, marksOf } = numberClaims({ sections: [{ name: 'for', heading: 'For', sentences }] });
    expect(documents.map(({ number, claims }) => [number, claims.map(({ mark }) => mark)])).toEqual([
      [1, ['1a', '1b', '1c', '1d']],
      [2, ['2']],
    ]);
    expect(sentences.map(marksOf)).toEqual([
      [{ from: '1a' }, { from: '2' }],
      [{ from: '1b' }, { from: '1c' }],
      [{ from: '1a', to: '1d' }],
    ]);
  });

  it('names many documents by their numbers alone', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...other,
      document: `sha256:${String(index).padStart(64, '0')}` as const,
    }));
    const sentences = [cite(many)];
    const { marksOf } = numberClaims({ sections: [{ name: 'for', heading: 'For', sentences }] });
    expect(marksOf(sentences[0]!)).toEqual([{ from: '1', to: '30' }]);
  });
});

describe('a brief on a day before anything was known', () => {
  it('has no heading without anything under it', () => {
    const brief: Brief = { ...makeKarvoniaBrief(), sections: [] };
    for (const text of [renderBriefMarkdown(brief), renderBriefHtml(brief).html])
      expect(text).not.toMatch(/^## |<h2/m);
  });
});

describe('a sentence that was left out', () => {
  it('is told with the reason', () => {
    const dropped = [{ section: 'for', problem: '"Ada Quill" is not the speaker' }] as const;
    const brief: Brief = { ...makeKarvoniaBrief(), dropped };
    const told = 'One sentence was left out, since what it says could not be traced. In "for": ';
    expect(renderBriefMarkdown(brief)).toContain(`\n${told}"Ada Quill" is not the speaker.\n`);
    expect(renderBriefHtml({ ...brief, dropped: [...dropped, ...dropped] }).html).toContain(
      '2 sentences were left out, since what they say could not be traced.',
    );
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['a [link](https://x.example)', 'a \\[link\\](https\\://x.example)'],
    ['<b>|*_`~\\', '\\<b\\>\\|\\*\\_\\`\\~\\\\'],
    ['line\n# head', 'line \\# head'],
    ['1. one', '1\\. one'],
    ['- one', '\\- one'],
    ['__www.evil.example', '\\_\\_www\\.evil.example'],
    ['me@evil.example mailto:x', 'me\\@evil.example mailto\\:x'],
    ['&lt; $x^2$', '\\&lt; \\$x\\^2\\$'],
    ['plain words: 41%, unlikely (23–60%).', 'plain words: 41%, unlikely (23–60%).'],
  ])('%j is %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe('renderBriefMarkdown', () => {
  const markdown = renderBriefMarkdown(makeKarvoniaBrief());
  const lines = markdown.split('\n');

  it('is marked at top and bottom', () => {
    expect(lines[0]).toBe('**TLP:CLEAR**');
    expect(lines.at(-2)).toBe('**TLP:CLEAR**');
  });

  it('says as of when, from how much and by what, with every number beside its word', () => {
    expect(lines).toContain(
      'As of 22 May 2031 10:00 UTC · level elevated · confidence low · 33 reports · tocsin 0.0.0-test',
    );
    expect(lines).toContain(
      '- Within 30 days, until 21 June 2031: 41%, unlikely (interval 23–60%); the base rate is 12%, very unlikely. \\[1a–1d, 2\\]',
    );
  });

  it('gives each sentence the marks of its claims, which follow with their words and ids', () => {
    expect(lines).toContain(
      '- Those threatened stay: “her troops had received no order to leave” (Ilka Tamberg, in Northern Gazette, 16 May 2031); one confirmed origin. \\[1c\\]',
    );
    expect(lines).toContain(
      '1. Northern Gazette, “Officials fear an attack on the mission in Port Sarrat”, 16 May 2031',
    );
    expect(lines).toContain(
      `   - 1c: “her troops had received no order to leave” \`${warning.document.id}#c4\``,
    );
  });

  it('says where a sentence stands on the problem’s file alone', () => {
    expect(lines).toContain('- No Karvonian outlet is read. \\[definition\\]');
    expect(markdown).toMatch(
      /\ndefinition: said by the file of the problem allied-mission-karvonia \(version sha256:/,
    );
  });

  it('shows hostile words as words', () => {
    const text = renderBriefMarkdown(makeHostileBrief());
    expect(text).toMatch(/^\*\*TLP:AMBER\+STRICT\*\*\n/);
    expect(text).not.toMatch(/(?<!\\)<|(?<!\\)\[a|(?<!\\)\]\(|!\[b\]|https:\/\/|(?<!\\)\|.*\*c/);
    expect(text).not.toMatch(/[\u202e\u200f]/);
    // One heading of ours for each section, the title, and the documents.
    expect(text.match(/^#+ /gm)).toHaveLength(4);
  });
});

describe('renderBriefHtml', () => {
  it('needs nothing else, runs nothing and says so', () => {
    const { html, policy } = renderBriefHtml(makeKarvoniaBrief());
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\ssrc=|@import|url\(/i);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'/);
    const { document } = parseHTML(html);
    const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy.startsWith(meta?.getAttribute('content') ?? 'absent')).toBe(true);
  });

  it('can be read by everybody: language, headings in order, links with names', () => {
    const { document } = parseHTML(renderBriefHtml(makeKarvoniaBrief()).html);
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect([...document.querySelectorAll('h2')].map((each) => each.textContent)).toEqual([
      'Bottom line',
      'What speaks for it',
      'What speaks against it',
      'Outlook',
      'Contradictions',
      'Key assumptions',
      'Collection gaps',
      'Documents',
    ]);
    for (const link of document.querySelectorAll('.refs a')) {
      expect(link.getAttribute('aria-label')).toMatch(/^(claim \d+[a-z]+|document \d+)$/);
      expect(document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
    }
    const marks = [...document.querySelectorAll('.tlp')].map((each) => each.textContent);
    expect(marks).toEqual(['TLP:CLEAR', 'TLP:CLEAR']);
  });

  it('opens each claim in its place in the workbench, as of the same instant', () => {
    const { document } = parseHTML(renderBriefHtml(makeKarvoniaBrief(), { workbench: '' }).html);
    const link = document.querySelector('#claim-1a a')?.getAttribute('href');
    expect(link).toBe(
      `/documents/${warning.document.id.slice('sha256:'.length)}?claim=c1&asOf=2031-05-22T10%3A00%3A00.000Z`,
    );
  });

  it('carries ids and no links where there is no workbench', () => {
    const { document } = parseHTML(renderBriefHtml(makeKarvoniaBrief()).html);
    expect(document.querySelector('#claim-1a a')).toBeNull();
    expect(document.querySelector('#claim-1a .id')?.textContent).toBe(`${warning.document.id}#c1`);
  });

  it('shows hostile words as words', () => {
    const brief = makeHostileBrief();
    const odd = { ...refer(warning, 'c1'), claim: 'c1"><script>' };
    const sections = [
      { ...brief.sections[0]!, sentences: [{ text: HOSTILE, parts: [{ text: HOSTILE }], claims: [odd] }] },
    ];
    for (const each of [brief, { ...brief, sections }]) {
      const { html } = renderBriefHtml(each, { workbench: '' });
      const { document } = parseHTML(html);
      expect(document.querySelectorAll('script, img, svg, [onerror], [onload]')).toHaveLength(0);
      expect(document.querySelector('h1')?.textContent).toBe(flatten(HOSTILE));
      expect(document.querySelector('main section li span')?.textContent).toBe(flatten(HOSTILE));
      const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
      for (const link of links)
        expect(link).toMatch(/^(#(claim|document)-\d+[a-z]*$|\/documents\/[0-9a-f]{64}\?)/);
      expect(html).not.toMatch(/[\u202e\u200f]/);
    }
  });
});
