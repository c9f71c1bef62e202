import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabels } from './labels.ts';

const write = (rows: readonly string[]): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'tocsin-labels-')), 'labels.tsv');
  writeFileSync(path, ['# a note', 'article\tstart\tend\ttype\trealis\tbackground\tday', ...rows].join('\n'));
  return path;
};

describe('labelled event words', () => {
  it('are read by article, without a type where they tell no event', () => {
    const labels = readLabels(write(['one\t4\t9\tASSAULT\toccurred\ttrue\t2019', 'one\t20\t25\t\t\t\t', '']));
    expect([...labels.keys()]).toEqual(['one']);
    expect(labels.get('one')).toMatchObject([
      { start: 4, end: 9, type: 'ASSAULT', realis: 'occurred', background: true },
      { start: 20, end: 25, background: false },
    ]);
    expect(labels.get('one')![1]).not.toHaveProperty('type');
  });

  it('of the project are all well-formed', () => {
    const labels = readLabels('training/labels/events.tsv');
    expect(labels.size).toBeGreaterThan(600);
    for (const list of labels.values()) for (const { start, end } of list) expect(end).toBeGreaterThan(start);
  });

  it.each([
    'one\t4\t9\tRAID\toccurred\ttrue\t',
    'one\t4\t9\tASSAULT\tmaybe\ttrue\t',
    'one\tfour\tnine\tASSAULT\toccurred\t\t',
  ])('with nonsense are refused with their row: %s', (row) =>
    expect(() => readLabels(write(['one\t1\t2\t\t\t\t', row]))).toThrow(/row 2/),
  );
});
