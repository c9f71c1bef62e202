import { describe, expect, it } from 'vitest';
import { karvonia } from '../../../test/setup/case-karvonia.ts';
import { makeKarvoniaFacts } from '../../../test/setup/karvonia-brief.ts';
import { makeAssessment, makeKarvoniaBrief, raid, refer } from '../../../test/setup/karvonia-desk.ts';
import type { BriefDraft, DraftSentence } from '../../model/brief.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { CitedTexts } from './cited.ts';
import { applyDraft, makeWholeDraft } from './drafted.ts';
import { lintOwn } from './own.ts';

const cited = new CitedTexts(makeKarvoniaFacts({ assessment: makeAssessment(), incidents: [raid] }));
const claim = refer(karvonia.warning.reading, 'c4');
const lint = (text: string, claims = [claim]) => lintOwn({ text, claims }, { cited, missing: [] });

describe('lintOwn', () => {
  it('passes what stands in what is cited', () => {
    expect(lint('The troops of Ilka Tamberg stay for now.')).toEqual([]);
    expect(lint('She says that they “had received no order to leave”.')).toEqual([]);
  });

  it.each([
    ['', 'it says nothing'],
    ['They talk to General Vostok.', 'the name "Vostok" stands in no text that it cites'],
    ['They moved 4711 men.', 'the figure "4711" stands in no text that it cites'],
    ['She says “we leave tomorrow”.', '“we leave tomorrow” is in no claim that it cites'],
    ['An attack is very likely.', 'it speaks of likelihood, which the engine’s own sentences tell'],
    ['We have high confidence in that.', 'it speaks of confidence, which the engine’s own sentences tell'],
    ['x'.repeat(501), 'it has 501 characters, and at most 500 are read'],
  ])('refuses %j', (text, problem) => {
    expect(lint(text)).toContain(problem);
  });

  it('refuses what cites nothing, or nothing that is kept', () => {
    expect(lint('They stay.', [])).toEqual(['it cites no claim']);
    expect(lintOwn({ text: 'They stay.', claims: [] }, { cited, missing: ['sha256:0#c1'] })).toEqual([
      'sha256:0#c1 is a claim of no report that is kept',
    ]);
  });
});

describe('applyDraft', () => {
  const whole = makeKarvoniaBrief();
  const draft = makeWholeDraft(whole);
  const change = (
    name: string,
    make: (all: readonly DraftSentence[]) => readonly DraftSentence[],
  ): BriefDraft => ({
    ...draft,
    revision: 1,
    record: [{ by: 'Ann Example', at: '2031-05-22T10:00:00.000Z' }],
    sections: draft.sections.map((each) =>
      each.name === name ? { ...each, sentences: make(each.sentences) } : each,
    ),
  });

  it('is what the engine tells where nothing was changed', () => {
    const { brief, marks } = applyDraft(whole, draft, cited);
    expect(brief).toEqual(whole);
    expect(marks).toEqual([]);
  });

  it('leaves out, reorders and adds, and says so', () => {
    const own: DraftSentence = {
      kind: 'own',
      text: 'The troops stay.',
      claims: [makeClaimKey(claim)],
      by: 'Ann Example',
    };
    const { brief, marks } = applyDraft(
      whole,
      change('against', ([, ...rest]) => [own, ...rest]),
      cited,
    );
    expect(marks).toEqual([]);
    const section = brief.sections.find(({ name }) => name === 'against')!;
    expect(section.sentences[0]).toMatchObject({ text: 'The troops stay.', own: { by: 'Ann Example' } });
    expect(section.sentences[0]!.claims.map(makeClaimKey)).toEqual([makeClaimKey(claim)]);
    expect(brief.edited).toMatchObject({ omitted: 1, added: 1 });
  });

  it('marks what does not hold, and does not show it', () => {
    const own: DraftSentence = { kind: 'own', text: 'Vostok said so.', claims: [], by: 'Ann Example' };
    const { brief, marks } = applyDraft(
      whole,
      change('for', (all) => [...all, own]),
      cited,
    );
    const at = draft.sections.find(({ name }) => name === 'for')!.sentences.length;
    expect(marks).toContainEqual({ section: 'for', index: at, problem: 'it cites no claim' });
    expect(JSON.stringify(brief.sections)).not.toContain('Vostok');
  });

  it('keeps the engine’s words: another number is no sentence of the engine', () => {
    const changed = change('bottomLine', (all) =>
      all.map((each) => ({ ...each, text: each.text.replace('41%', '99%') })),
    );
    const { brief, marks } = applyDraft(whole, changed, cited);
    expect(marks.map(({ problem }) => problem)).toContain(
      'the engine does not say this any more as of that instant',
    );
    expect(JSON.stringify(brief.sections)).not.toContain('99%');
  });

  it('does not let the probability be left out', () => {
    const { marks } = applyDraft(
      whole,
      change('bottomLine', () => []),
      cited,
    );
    expect(marks.some(({ problem }) => problem.startsWith('the probability cannot be left out'))).toBe(true);
  });
});
