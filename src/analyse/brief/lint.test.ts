import { describe, expect, it } from 'vitest';
import { karvonia } from '../../../test/setup/case-karvonia.ts';
import { makeKarvoniaFacts, shippedTemplate } from '../../../test/setup/karvonia-brief.ts';
import { makeAssessment, makeKarvoniaBrief, raid, refer } from '../../../test/setup/karvonia-desk.ts';
import type { BriefSectionName, ClaimField, Part, Sentence } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { makeTeller } from './brief.ts';
import { lintBrief, lintSentence } from './lint.ts';
import { trimQuote } from './wording.ts';

const sources = makeTeller(
  makeKarvoniaFacts({ assessment: makeAssessment(), incidents: [raid] }),
  shippedTemplate,
);
const claim = refer(karvonia.warning.reading, 'c1');
const brief = makeKarvoniaBrief();

function findSentence(name: BriefSectionName, index = 0): Sentence {
  return brief.sections.find((section) => section.name === name)!.sentences[index]!;
}

function make(parts: readonly Part[], rest: Partial<Sentence> = {}): Sentence {
  return { text: parts.map(({ text }) => text).join(''), parts, claims: [claim], ...rest };
}

function says(text: string, field: ClaimField): Part {
  return { text, from: { kind: 'claim', claim: makeClaimKey(claim), field } };
}

const lint = (sentence: Sentence) => lintSentence(sentence, sources);

/** A sentence with one of its stretches changed, and its text with it. */
function change(sentence: Sentence, from: string, to: string): Sentence {
  const parts = sentence.parts.map((part) => (part.text === from ? { ...part, text: to } : part));
  const text = parts.map((part) => part.text).join('');
  expect(text).not.toBe(sentence.text);
  return { ...sentence, parts, text };
}

describe('lintBrief', () => {
  it('says where the fault is', () => {
    const faulty = { ...findSentence('for'), claims: [] };
    const sections = [{ name: 'for' as const, heading: 'For', sentences: [findSentence('for'), faulty] }];
    const [first] = lintBrief({ sections }, sources);
    expect(first).toMatchObject({ section: 'for', index: 1 });
  });
});

describe('lintSentence', () => {
  it('passes what each claim says', () => {
    const words = trimQuote(claim.words);
    expect(
      lint(
        make([
          { text: '“' },
          says(words, 'words'),
          { text: '”' },
          { text: ' (' },
          says('Northern Gazette', 'outlet'),
          { text: ', ' },
          says('16 May 2031', 'day'),
          { text: ')' },
        ]),
      ),
    ).toEqual([]);
  });

  it('refuses a sentence that says nothing, or stands on nothing', () => {
    expect(lint(make([{ text: ' ' }], { claims: [], fields: ['question'] }))).toEqual(['it says nothing']);
    expect(lint(make([{ text: ', ' }], { claims: [] }))).toEqual([
      'it stands on no claim and on no field of the problem',
    ]);
  });

  it('refuses a text that is not what its parts say', () => {
    const sentence = findSentence('for');
    expect(lint({ ...sentence, text: sentence.text.replace('Northern', 'Southern') })).toEqual([
      'its text is not what its parts say',
    ]);
  });

  it.each<[string, string, ClaimField]>([
    ['another outlet', 'Harbour Wire', 'outlet'],
    ['another day', '17 May 2031', 'day'],
    ['who is not first-hand', 'Ilka Tamberg', 'speaker'],
    ['another go-between', 'Northern Gazette', 'via'],
    ['another word within a quotation', 'Militias in Karvonia are at a lowered level of readiness', 'words'],
    ['a stance it does not take', 'denied by ', 'stance'],
    ['a figure it does not give', 'at least 9', 'figure'],
  ])('refuses %s', (_, text, field) => {
    expect(lint(make([says(text, field)]))).toContainEqual(
      `"${text}" is not the ${field} of ${makeClaimKey(claim)}`,
    );
  });

  it('refuses what no document of a claim holds, also where the analysis names it', () => {
    const facts = makeKarvoniaFacts({ assessment: makeAssessment(), incidents: [raid] });
    const [first, ...rest] = facts.assessment.contributions;
    const [origin] = first!.tree.origins;
    const tree = { ...first!.tree, origins: [{ ...origin!, name: 'Ada Quill' }] };
    const told = makeTeller(
      { ...facts, assessment: { ...facts.assessment, contributions: [{ ...first!, tree }, ...rest] } },
      shippedTemplate,
    );
    expect(lintSentence(make([says('Ada Quill', 'speaker')]), told)).toHaveLength(1);
  });

  it('refuses wording that is none of the template’s, with the names and figures in it', () => {
    expect(lint(make([says('16 May 2031', 'day'), { text: ', says Harbour Wire twice' }]))).toEqual([
      '", says Harbour Wire twice" is no wording of the template, and no source is given for it',
      'the figure "twice" has no source',
      'the name "Harbour" has no source',
    ]);
  });

  it('refuses another value than was worked out, and one that never was', () => {
    const sentence = findSentence('for');
    expect(lint(change(sentence, 'one possible origin', 'two possible origins'))[0]).toBe(
      '"two possible origins" is not the value origins.preparation, which is "one possible origin"',
    );
    const made: Part = { text: '12', from: { kind: 'computed', value: 'casualties' } };
    expect(lint(make([says('16 May 2031', 'day'), made]))[0]).toBe('"12" is not the value casualties');
  });

  it('refuses what the problem’s file does not say', () => {
    const sentence = findSentence('assumptions', 2);
    expect(lint(sentence)).toEqual([]);
    expect(lint(change(sentence, 'strong', 'very strong'))[0]).toBe(
      '"very strong" is not what indicators.preparation.strength of the problem says',
    );
    expect(lint({ ...sentence, fields: ['indicators.none.title'] })).toEqual([
      'the problem has no field indicators.none.title',
    ]);
  });

  it('refuses a sentence that does not cite all it rests on, or cites more', () => {
    const sentence = findSentence('for');
    const [first, ...rest] = sentence.claims;
    expect(lint({ ...sentence, claims: rest })).toEqual([
      `it does not cite ${makeClaimKey(first!)}, on which it rests`,
    ]);
    const other = refer(karvonia.warning.reading, 'c7');
    expect(lint({ ...sentence, claims: [...sentence.claims, other] })).toEqual([
      `it cites ${makeClaimKey(other)} and says nothing of it`,
    ]);
  });

  it.each<[string, Partial<ClaimRef>, RegExp]>([
    ['no hash', { document: 'sha256:123' }, /is no id of a claim/],
    ['no claim id', { claim: 'c1"><script>' }, /is no id of a claim/],
    ['another document', { document: `sha256:${'0'.repeat(64)}` }, /of no report that was handed in/],
    ['another claim', { claim: 'c99' }, /of no report that was handed in/],
    ['a later day', { published: '2031-05-24' }, /was published after 2031-05-22/],
    ['a later instant', { published: '2031-05-22T10:00:01Z' }, /was published after/],
    ['a later month', { published: '2031-06' }, /was published after/],
    ['other words', { words: 'It is so' }, /is cited otherwise than it is kept/],
    ['another title', { title: 'Calm' }, /is cited otherwise than it is kept/],
  ])('refuses a claim of %s', (_, differing, message) => {
    const problems = lint(make([says('16 May 2031', 'day')], { claims: [{ ...claim, ...differing }] }));
    expect(problems).toContainEqual(expect.stringMatching(message));
  });

  it.each<[string, string]>([
    ['41%, likely', '41% is unlikely, not likely'],
    ['20%, very unlikely', '20% is unlikely, not very unlikely'],
    ['<1%, very unlikely', '<1% is almost no chance, not very unlikely'],
    ['>99%, very likely', '>99% is almost certain, not very likely'],
    ['41%', '41% stands without its word'],
    ['41 per cent', '41 per cent stands without its word'],
    ['very likely', '"very likely" stands without its number'],
    ['highly probable', '"highly probable" stands without its number'],
  ])('refuses %j as a likelihood', (text, problem) => {
    expect(lint(change(findSentence('bottomLine'), '41%, unlikely', text))).toContain(problem);
  });

  it('refuses likelihood and confidence in one sentence, however they are said', () => {
    const sentence = findSentence('bottomLine');
    const mixed = 'it speaks of likelihood and of confidence';
    const append = (added: Part) =>
      lint({ ...sentence, parts: [...sentence.parts, added], text: `${sentence.text}${added.text}` });
    expect(append({ text: ' Confidence is low.' })).toContain(mixed);
    expect(append({ text: 'low', from: { kind: 'computed', value: 'confidence' } })).toEqual([mixed]);
    expect(lint(findSentence('bottomLine', 2))).toEqual([]);
  });
});
