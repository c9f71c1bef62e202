import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findTimes } from './times.ts';

/** The tables beside this file; one row a sentence, grouped by case under lines that begin with `##`. */
const FOLDER = new URL('sentences/', import.meta.url);

interface Row {
  readonly published: string | undefined;
  readonly sentence: string;
  readonly expected: readonly string[];
}

function readTable(file: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  let group: Row[] = [];
  for (const line of readFileSync(new URL(file, FOLDER), 'utf8').split('\n')) {
    if (line.startsWith('## ')) {
      group = [];
      groups.set(line.slice(3), group);
    }
    if (line === '' || line.startsWith('#')) continue;
    const [published, sentence = '', ...expected] = line.split('\t');
    group.push({ published: published === '-' ? undefined : published, sentence, expected });
  }
  return groups;
}

function read({ sentence, published }: Row): readonly string[] {
  const times = findTimes(sentence, { language: 'en', ...(published === undefined ? {} : { published }) });
  return times.map(({ text, type, value, mod }) => {
    return `${text} = ${type} ${value}${mod === undefined ? '' : ` +${mod}`}`;
  });
}

for (const file of readdirSync(FOLDER)) {
  for (const [name, rows] of readTable(file)) {
    describe(name, () => {
      it.each(rows.map((row) => [row.sentence, row] as const))('%s', (_sentence, row) => {
        expect(read(row)).toEqual(row.expected);
      });
    });
  }
}

it('holds several hundred sentences', () => {
  const rows = readdirSync(FOLDER).flatMap((file) => [...readTable(file).values()].flat());
  expect(rows.length).toBeGreaterThan(600);
});
