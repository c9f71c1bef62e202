import { describe, expect, it } from 'vitest';
import { karvonia } from '../../../test/setup/case-karvonia.ts';
import { makeKarvoniaBrief, refer } from '../../../test/setup/karvonia-desk.ts';
import type { Sentence } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';
import { lintBrief } from './lint.ts';

const claim = refer(karvonia.warning.reading, 'c1');

function lint(sentence: Sentence): readonly string[] {
  const brief = makeKarvoniaBrief();
  const sections = [{ name: 'for', heading: 'For', sentences: [sentence] }] as const;
  return lintBrief({ ...brief, sections }).map(({ problem }) => problem);
}

function lintText(text: string): readonly string[] {
  return lint({ text, claims: [claim] });
}

describe('lintBrief', () => {
  it('passes a sentence with its claims', () => {
    expect(lintText('Within 30 days: 41%, unlikely (interval 23–60%).')).toEqual([]);
  });

  it('says where the fault is', () => {
    const brief = makeKarvoniaBrief();
    const sentences = [...brief.sections[1]!.sentences, { text: 'It is so.', claims: [] }];
    const sections = [brief.sections[0]!, { ...brief.sections[1]!, sentences }];
    expect(lintBrief({ ...brief, sections })).toEqual([
      { section: 'for', index: 1, problem: 'it stands on no claim' },
    ]);
  });

  it('refuses a sentence that says nothing', () => {
    expect(lintText(' ')).toEqual(['it says nothing']);
  });

  it.each<[string, Partial<ClaimRef>, RegExp]>([
    ['no hash', { document: 'sha256:123' }, /is no id of a claim/],
    ['no claim id', { claim: 'c1"><script>' }, /is no id of a claim/],
    ['another document', { document: `sha256:${'0'.repeat(64)}` }, /of no report that was handed in/],
    ['another claim', { claim: 'c99' }, /of no report that was handed in/],
    ['a later day', { published: '2031-05-24' }, /was published after 2031-05-22/],
    ['a later instant', { published: '2031-05-22T10:00:01Z' }, /was published after/],
    ['a later month', { published: '2031-06' }, /was published after/],
  ])('refuses a claim of %s', (_, change, message) => {
    const problems = lint({ text: 'It is so.', claims: [{ ...claim, ...change }] });
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  it.each<[string, string]>([
    ['Within 30 days: 41%, likely.', '41% is unlikely, not likely'],
    ['Within 30 days: 20%, very unlikely.', '20% is unlikely, not very unlikely'],
    ['Within 30 days: <1%, very unlikely.', '<1% is almost no chance, not very unlikely'],
    ['Within 30 days: >99%, very likely.', '>99% is almost certain, not very likely'],
    ['Within 30 days: 41%.', '41% stands without its word'],
    ['Within 30 days: 41 per cent.', '41 per cent stands without its word'],
    ['An attack is very likely.', '"very likely" stands without its number'],
    ['An attack is highly probable.', '"highly probable" stands without its number'],
  ])('refuses %j', (text, problem) => {
    expect(lintText(text)).toEqual([problem]);
  });

  it.each([
    'Within 30 days: 19.9%, very unlikely.',
    'Within 30 days: <1%, almost no chance; the base rate is >99%, almost certain.',
    'Officials: “an attack is very likely, 80%” (A, B).',
  ])('passes %j', (text) => {
    expect(lintText(text)).toEqual([]);
  });

  it('refuses likelihood and confidence in one sentence', () => {
    expect(lintText('It is 41%, unlikely, with low confidence.')).toEqual([
      'it speaks of likelihood and of confidence',
    ]);
    expect(lintText('Confidence is low.')).toEqual([]);
  });
});
