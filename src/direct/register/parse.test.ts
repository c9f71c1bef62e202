import { describe, expect, test } from 'vitest';
import { RegisterError } from './error.ts';
import { HEADER, parseRegister } from './parse.ts';
import { addLine } from './write.ts';

function findProblems(text: string): readonly string[] {
  try {
    parseRegister(text, 'register.tsv');
    return [];
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error;
    return error.message.split('\n');
  }
}

const row = (...cells: readonly string[]): string => `${cells.join('\t')}\n`;
const HEAD = `${HEADER}\n`;

describe('a register', () => {
  test('gives its actors, with comments, empty lines and any order of columns', () => {
    const text =
      `# the desk's own\n\naliases\tname\ttype\tcountry\n; \n`.replace('; \n', '') +
      row('Jabhat al-Mithal; Front of Example', 'Example Front', 'group', 'IQ') +
      row('', 'Ann Example', 'person');
    expect(parseRegister(text, 'register.tsv')).toEqual([
      {
        id: 'register:example-front',
        name: 'Example Front',
        type: 'group',
        country: 'IQ',
        aliases: ['Jabhat al-Mithal', 'Front of Example'],
        isOwn: true,
      },
      { id: 'register:ann-example', name: 'Ann Example', type: 'person', aliases: [], isOwn: true },
    ]);
    const full = HEAD + row('Example Front', 'group', 'IQ', 'REB', 'Q1', '');
    expect(parseRegister(`\ufeff${full.replaceAll('\n', '\r\n')}`, 'register.tsv')).toMatchObject([
      { id: 'wikidata:Q1', sector: 'REB', wikidata: 'Q1' },
    ]);
  });

  test('that is empty or holds nobody yet is no error', () => {
    expect([parseRegister('', 'x'), parseRegister(HEAD, 'x')]).toEqual([[], []]);
  });
});

describe('what is wrong', () => {
  test('is told all at once, each with its line', () => {
    const text =
      HEAD +
      row('Example Front', 'gang', 'Iraq', 'ARMY', '796', 'A;;B') +
      row('', 'group') +
      row('Nobody') +
      row('x'.repeat(121), 'group') +
      row('Turned \u202eround', 'group', '', '', '', 'bell\u0007') +
      row('77 88', 'group') +
      row('One', 'group', '', '', '', 'Two', 'Three');
    expect(findProblems(text)).toEqual([
      expect.stringMatching(/^register\.tsv:2: type "gang" does not fit; it must be one of person, organ/),
      expect.stringMatching(/^register\.tsv:2: country "Iraq" does not fit; .*\(IQ\)/),
      expect.stringMatching(/^register\.tsv:2: sector "ARMY" does not fit; it must be one of GOV, MIL/),
      expect.stringMatching(/^register\.tsv:2: wikidata "796" does not fit/),
      expect.stringMatching(/^register\.tsv:2: alias "" is empty/),
      expect.stringMatching(/^register\.tsv:3: the actor has no name/),
      expect.stringMatching(/^register\.tsv:4: the actor has no type/),
      expect.stringMatching(/^register\.tsv:5: name "x{80}" is longer than 120 characters/),
      expect.stringMatching(/^register\.tsv:6: name "Turned round" holds a control character/),
      expect.stringMatching(/^register\.tsv:6: alias "bell " holds a control character/),
      expect.stringMatching(/^register\.tsv:7: name "77 88" holds no letter/),
      expect.stringMatching(/^register\.tsv:8: there are 7 cells and 6 columns/),
    ]);
  });

  test('a name that two claim, however it is written, and one actor in two lines', () => {
    const text =
      HEAD +
      row('Example Front', 'group', 'IQ', 'REB', '', "Jabhat al-Mith'al") +
      row('Other Front', 'organization', 'SY', '', '', 'Jabhat Al-Mithal') +
      row('EXAMPLE FRONT', 'group', 'IQ') +
      row('Jabhat al-Mithal', 'person');
    expect(findProblems(text)).toEqual([
      expect.stringMatching(
        /^register\.tsv:3: "Jabhat Al-Mithal" is a name of "Example Front" in line 2 too/,
      ),
      expect.stringMatching(/^register\.tsv:4: "EXAMPLE FRONT" is the actor of line 2 too/),
    ]);
  });

  test.each([
    ['Example Front\tgroup\n', /:1: "Example Front" is no column of a register; those are name, type/],
    ['name\tcountry\n', /:1: there is no column "type"/],
    ['name\ttype\tname\n', /:1: the column "name" is there twice/],
    [`${HEAD}One\tgroup\t\t\t\t${'a;'.repeat(70)}b\n`, /:2: 71 aliases are given, more than 60/],
    ['x'.repeat(10_000_001), /:1: the file is too long/],
    [
      `${HEAD}${Array.from({ length: 20_001 }, (_, at) => `Front n${at}\tgroup\n`).join('')}`,
      /:20002: more than 20000/,
    ],
  ])('%.40j', (text, message) => {
    expect(findProblems(text).join('\n')).toMatch(message);
  });

  test('twenty thousand times over is told a hundred times', () => {
    expect(findProblems(HEAD + row(`x${'\t'.repeat(90)}`).repeat(20_000))).toHaveLength(100);
  });
});

describe('addLine', () => {
  test('adds under the columns that are there, and changes nothing else', () => {
    const given = { name: 'Example Front', type: 'group', country: 'IQ', aliases: ['One', ' Two '] };
    const before = '# mine\naliases\ttype\tname\tcountry';
    expect(addLine(before, given)).toBe(`${before}\nOne;Two\tgroup\tExample Front\tIQ\n`);
  });

  test('lets nothing through that would make other cells or lines of it', () => {
    const given = { name: 'One\nTwo\tgroup', type: 'group', sector: 'REB', aliases: [] };
    expect(findProblems(addLine(HEAD, given))).toEqual([expect.stringContaining('control character')]);
    expect(findProblems(addLine('name\ttype\n', { ...given, name: 'One' }))).toEqual([
      expect.stringContaining('3 cells and 2 columns'),
    ]);
  });
});
