import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DefinitionEdit } from '../../model/definition.ts';
import { findDraftFaults } from './draft.ts';
import { EditError, editProblem } from './edit.ts';
import { readProblem } from './problem.ts';

const SHIPPED = readFileSync(new URL('../../../data/problems/us-sites-iraq.yaml', import.meta.url), 'utf8');
const RECORD = '2031-05-22 Ann Example: it came true twice';
const apply = (...edits: readonly DefinitionEdit[]) => editProblem(SHIPPED, edits, RECORD);
const read = (text: string) => readProblem(text, 'us-sites-iraq.yaml').problem;

/** Lines of the second text that the first has not, and the other way round. */
function compare(
  before: string,
  after: string,
): { readonly gone: readonly string[]; readonly come: readonly string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
}

describe('editProblem', () => {
  it('changes a word and nothing else, and says who and why at the end', () => {
    const { strength } = read(SHIPPED).indicators.find(({ id }) => id === 'intent')!;
    expect(strength).not.toBe('very strong');
    const text = apply({ edit: 'strength', sign: 'intent', strength: 'very strong' });
    expect(read(text).indicators.find(({ id }) => id === 'intent')?.strength).toBe('very strong');
    expect(text.endsWith(`\n# ${RECORD}\n`)).toBe(true);
    const { gone, come } = compare(SHIPPED, text);
    expect(gone).toEqual([]);
    expect(come).toEqual(['    strength: very strong', `# ${RECORD}`]);
  });

  it('changes what a row tells of a hypothesis, and takes it back', () => {
    const text = apply({ edit: 'tells', sign: 'intent', hypothesis: 'held-back', strength: 'strong' });
    expect(read(text).indicators.find(({ id }) => id === 'intent')?.tells).toMatchObject({
      'held-back': 'strong',
    });
    const back = editProblem(text, [{ edit: 'tells', sign: 'intent', hypothesis: 'held-back' }], RECORD);
    const tells = read(back).indicators.find(({ id }) => id === 'intent')?.tells ?? {};
    expect(Object.keys(tells)).not.toContain('held-back');
  });

  it('changes a share', () => {
    const text = apply({ edit: 'share', hypothesis: 'held-back', share: 9 });
    expect(read(text).hypotheses.find(({ id }) => id === 'held-back')?.share).toBe(9);
  });

  it('adds a hypothesis and a row, in the words that were given', () => {
    const title = 'A "test": of #air defence';
    const text = apply(
      { edit: 'hypothesis', title, why: 'They said so - twice.', answer: 'no', share: 2 },
      {
        edit: 'indicator',
        title,
        why: 'Because.',
        direction: 'against',
        strength: 'slight',
        halfLife: 7,
        words: ['air defence test*', 'yes'],
      },
    );
    expect(findDraftFaults({ text, file: 'us-sites-iraq.yaml', id: 'us-sites-iraq' }, [])).toEqual([]);
    const { hypotheses, indicators } = read(text);
    expect(hypotheses.at(-1)).toEqual({
      id: 'a-test-of-air-defence',
      title,
      why: 'They said so - twice.',
      answer: 'no',
      share: 2,
    });
    expect(indicators.at(-1)).toMatchObject({
      id: 'a-test-of-air-defence-2',
      title,
      direction: 'against',
      strength: 'slight',
      halfLife: 7,
      match: [{ words: ['air defence test*', 'yes'] }],
    });
    expect(compare(SHIPPED, text).gone).toEqual([]);
  });

  it('adds the list where there is none', () => {
    const none = SHIPPED.replace(/\nhypotheses:[\s\S]*?(?=\nladder:)/, '').replace(
      /\n *tells:.*(?:\n {6,}\S.*)*/g,
      '',
    );
    expect(read(none).hypotheses).toEqual([]);
    const one = { edit: 'hypothesis', title: 'First', why: 'It is.', answer: 'yes', share: 1 } as const;
    const text = editProblem(none, [one, { ...one, title: 'Second', answer: 'no' }], RECORD);
    expect(read(text).hypotheses.map(({ id }) => id)).toEqual(['first', 'second']);
  });

  it('adds a field to a sign that stands on one line', () => {
    const text = `id: x\nhypotheses:\n  - { id: a, title: A, why: a, answer: yes, share: 1 }\nindicators:\n  - { id: s, title: S, strength: slight } # a note\n`;
    const edited = editProblem(
      text,
      [{ edit: 'tells', sign: 's', hypothesis: 'a', strength: 'very strong' }],
      RECORD,
    );
    expect(edited).toContain(
      '  - { id: s, title: S, strength: slight, tells: { a: very strong } } # a note\n',
    );
  });

  it('refuses what is not there', () => {
    for (const edit of [
      { edit: 'strength', sign: 'none', strength: 'slight' },
      { edit: 'share', hypothesis: 'none', share: 1 },
    ] as const)
      expect(() => apply(edit)).toThrow(EditError);
  });
});
