import { describe, expect, it } from 'vitest';
import type { SaidValue } from '../../../model/incident.ts';
import { findCourse, hasCourse, spreadLabels } from './course.ts';

const say = (name: string, published: string | undefined) => ({
  name,
  chain: [name],
  claim: {
    document: 'sha256:a' as const,
    claim: 'c1',
    start: 0,
    end: 1,
    words: 'w',
    ...(published === undefined ? {} : { published }),
  },
});
const value = (number: number, says: SaidValue['says']): SaidValue => ({
  value: number,
  bound: 'exactly',
  state: 'standing',
  says,
});

const values = [
  value(8, [say('Army', '2031-05-16T10:00:00Z'), say('Army', '2031-05-17'), say('Army', '2031-05-18')]),
  value(21, [say('Mission', '2031-05-19'), say('Gazette', undefined)]),
];

describe('findCourse', () => {
  it('gives each who says it a line, and leaves out what only says the same in between', () => {
    const lines = findCourse({ values });
    expect(lines.map(({ name, points }) => [name, points.map(({ said }) => said.value)])).toEqual([
      ['Army', [8, 8]],
      ['Mission', [21]],
    ]);
    expect(new Date(lines[0]!.points[1]!.at).toISOString()).toBe('2031-05-18T00:00:00.000Z');
  });

  it('tells a movement from a single statement', () => {
    expect(hasCourse(findCourse({ values }))).toBe(true);
    expect(hasCourse(findCourse({ values: values.slice(0, 1) }))).toBe(false);
    // Two values of one time moved nowhere.
    const both = [value(4, [say('A', '2031-05-16')]), value(2, [say('B', '2031-05-16')])];
    expect(hasCourse(findCourse({ values: both }))).toBe(false);
  });
});

describe('spreadLabels', () => {
  it('moves labels apart, no further than they must, and back from the end', () => {
    expect(spreadLabels([10, 12, 60], { gap: 14, from: 0, to: 100 })).toEqual([10, 24, 60]);
    expect(spreadLabels([98, 20, 99], { gap: 14, from: 0, to: 100 })).toEqual([86, 20, 100]);
    expect(spreadLabels([], { gap: 14, from: 0, to: 100 })).toEqual([]);
  });
});
