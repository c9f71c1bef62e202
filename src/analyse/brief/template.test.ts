import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BRIEF_SECTIONS } from '../../model/brief.ts';
import { PATTERNS } from './patterns.ts';
import { parseTemplate, TemplateError } from './template.ts';

const HORIZON = '== bottomLine: Bottom line\nhorizon: {probability} within {days}';

function findError(source: string): TemplateError {
  try {
    parseTemplate(source, 'templates/brief.txt');
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error('the template was taken');
}

describe('parseTemplate', () => {
  it('reads order, headings and patterns', () => {
    const template = parseTemplate(
      `# remark\n\n== gaps: Not seen\ngap: {gap}\n${HORIZON}[, until {until}].`,
      'x',
    );
    expect(template.sections.map(({ name, heading }) => [name, heading])).toEqual([
      ['gaps', 'Not seen'],
      ['bottomLine', 'Bottom line'],
    ]);
    expect(template.sections[1]?.patterns.get('horizon')).toEqual([
      { kind: 'slot', name: 'probability' },
      { kind: 'wording', text: ' within ' },
      { kind: 'slot', name: 'days' },
      {
        kind: 'optional',
        pieces: [
          { kind: 'wording', text: ', until ' },
          { kind: 'slot', name: 'until' },
        ],
      },
      { kind: 'wording', text: '.' },
    ]);
    expect([...template.wordings]).toEqual([' within ', ', until ', '.']);
  });

  it('takes the one that comes with the program, which tells everything that there is to tell', () => {
    const source = readFileSync(new URL('../../../data/brief/brief.txt', import.meta.url), 'utf8');
    const { sections } = parseTemplate(source, 'brief.txt');
    expect(sections.map(({ name }) => name).toSorted()).toEqual([...BRIEF_SECTIONS].toSorted());
    for (const { name, patterns } of sections)
      expect([...patterns.keys()], name).toEqual(Object.keys(PATTERNS[name]));
  });

  it.each<[string, string, number, RegExp]>([
    [
      'an unknown slot',
      `${HORIZON} {odds}`,
      2,
      /there is no slot \{odds\} in horizon; those there are: \{days\} /,
    ],
    ['an unknown section', '== weather: Weather', 1, /"weather" is no section/],
    ['an unknown kind of sentence', '== gaps: Gaps\nhole: {gap}', 2, /"hole" is no kind of sentence of gaps/],
    ['no kind of sentence', '== gaps: Gaps\n{gap}', 2, /is no kind of sentence/],
    [
      'a name of the prototype',
      '== gaps: Gaps\nconstructor: {gap}',
      2,
      /"constructor" is no kind of sentence/,
    ],
    ['a section twice', `${HORIZON}\n== bottomLine: Again`, 3, /is there already/],
    ['a pattern twice', `${HORIZON}\nhorizon: {days}`, 3, /has a pattern horizon already/],
    ['a pattern before a section', 'gap: {gap}', 1, /before the first section/],
    ['a bracket within another', '== gaps: Gaps\ngap: [a [{gap}]]', 2, /stands within another/],
    ['an open bracket', '== gaps: Gaps\ngap: [{gap}', 2, /is not closed/],
    ['an optional part without a slot', '== gaps: Gaps\ngap: {gap} [always]', 2, /no slot stands before it/],
    ['a lone brace', '== gaps: Gaps\ngap: {gap', 2, /stands alone/],
    ['no slot', '== gaps: Gaps\ngap: all is well', 2, /has no slot/],
    ['a figure', '== gaps: Gaps\ngap: {gap} in 3 places', 2, /"3" is a figure/],
    ['a number word', '== gaps: Gaps\ngap: {gap} twice', 2, /"twice" is a figure/],
    ['a name', '== gaps: Gaps\ngap: {gap}, says Reuters', 2, /"Reuters" has a capital letter/],
    ['a likelihood', '== gaps: Gaps\ngap: {gap} is likely', 2, /speaks of likelihood/],
    ['confidence elsewhere', '== gaps: Gaps\ngap: {gap} with confidence', 2, /only the pattern confidence/],
    ['a quotation mark', '== gaps: Gaps\ngap: “{gap}”', 2, /quotation mark/],
    ['an unseen character', '== gaps: Gaps\ngap: {gap} \u202eok', 2, /cannot be seen/],
    ['a heading with a name', '== gaps: What Reuters says', 1, /"Reuters" has a capital letter/],
    ['a heading that never ends', `== gaps: ${'a'.repeat(81)}`, 1, /a heading has 1 to 80/],
    ['a line that never ends', `== gaps: Gaps\ngap: {gap}${'a'.repeat(1_000)}`, 2, /longer than 1000/],
    ['no end', 'a'.repeat(65_537), 1, /longer than 65536 characters/],
    ['lines without end', '\n'.repeat(501), 500, /more than 500 lines/],
    ['no bottom line', '== gaps: Gaps\ngap: {gap}', 2, /bottomLine with its pattern horizon is missing/],
  ])('refuses %s, with file and line', (_, source, line, message) => {
    const error = findError(source);
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(new RegExp(`^templates/brief\\.txt:${line}: `));
    expect(error.line).toBe(line);
  });

  it('is done in no time, whatever it is given', () => {
    for (const unit of ['[', '{', ']', '{}', '[{gap}', '}{'])
      expect(() =>
        parseTemplate(`== gaps: G\n${`gap: ${unit.repeat(900 / unit.length)}\n`.repeat(60)}`, 'x'),
      ).toThrow(TemplateError);
  });
});
