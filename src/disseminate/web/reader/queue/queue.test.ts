import { describe, expect, it } from 'vitest';
import { formatList, parseList } from './list.ts';
import { changeMarks, parseMarks } from './marks.ts';
import { takeEachOnce } from './queue.ts';

describe('the address of a list', () => {
  it('comes back as it was', () => {
    const lists = [
      { kind: 'documents', terms: {} },
      { kind: 'documents', terms: { outlet: 'A & B=C?', q: 'ü "x" #1' } },
      { kind: 'search', terms: { of: 'claims', q: '\u202e a' } },
      { kind: 'incident', id: 'i/1 ?' },
    ] as const;
    for (const list of lists) expect(parseList(formatList(list))).toEqual(list);
  });

  it('is left out where it cannot be understood', () => {
    for (const value of [
      undefined,
      '',
      'https://elsewhere.example',
      'board',
      'incident/',
      'incident/%E0%A4%A',
      'documentsx',
    ])
      expect(parseList(value)).toBeUndefined();
  });
});

it('takes each document once, where it stands first', () => {
  const at = (document: string, claim: string) => ({ document, search: { claim } });
  expect(takeEachOnce([at('a', 'c1'), at('b', 'c1'), at('a', 'c2')])).toEqual([at('a', 'c1'), at('b', 'c1')]);
});

describe('what was read', () => {
  const id = (at: number) => at.toString(16).padStart(16, '0');

  it('is kept up to a bound, the latest longest', () => {
    let marks = parseMarks(JSON.stringify(Array.from({ length: 5_000 }, (_, at) => id(at))));
    expect(marks.size).toBe(4_000);
    marks = changeMarks(marks, id(6_000), true);
    expect(marks.size).toBe(4_000);
    expect(marks.has(id(6_000))).toBe(true);
    expect(marks.has(id(1_000))).toBe(false);
    expect(changeMarks(marks, id(6_000), false).has(id(6_000))).toBe(false);
  });

  it('passes over what else may stand in the storage', () => {
    for (const kept of [null, 'no JSON', '{}', '7', '[7, null, "x", {}]'])
      expect(parseMarks(kept).size).toBe(0);
  });
});
