import { expect, it } from 'vitest';
import { parseTable, splitCell, TableError } from './table.ts';

it('reads rows by column name and skips comments and empty lines', () => {
  const rows = parseTable('# note\nlemma\tact\n\nsay\tsay\r\ntell\n', 'words.tsv', ['lemma']);
  expect(rows.map((row) => row.cells)).toEqual([
    { lemma: 'say', act: 'say' },
    { lemma: 'tell', act: '' },
  ]);
  expect(rows[1]!.line).toBe(5);
});

it('names file and line of what is wrong', () => {
  expect(() => parseTable('a\tb\n1\t2\t3\n', 'words.tsv')).toThrow(TableError);
  expect(() => parseTable('a\tb\n1\t2\t3\n', 'words.tsv')).toThrow('words.tsv:2: 3 cells where 2 columns');
  expect(() => parseTable('a\tb\n\t2\n', 'words.tsv', ['a'])).toThrow('words.tsv:2: "a" is empty');
  expect(() => parseTable('a\n', 'words.tsv', ['z'])).toThrow('there is no column "z"');
});

it('splits a cell at blanks', () => {
  expect(splitCell('that  quote')).toEqual(['that', 'quote']);
  expect(splitCell('')).toEqual([]);
});
