import { expect, test } from 'vitest';
import type { BoardRow } from '../model/desk.ts';
import { makeProbability } from '../model/probability.ts';
import { compareRows } from './board.ts';

const row = (title: string, level: BoardRow['level'], p: number, base: number): BoardRow => ({
  problem: title.toLowerCase(),
  title,
  question: '',
  horizon: 30,
  probability: makeProbability(p, p, p),
  baseRate: makeProbability(base, base, base),
  level,
  confidence: 'low',
  days: [],
  for: [],
  against: [],
  silent: [],
  newest: [],
});

test('the highest level comes first, then what rose most above its base rate, then the title', () => {
  const rows = [
    row('Alpha', 'normal', 0.1, 0.1),
    row('Beta', 'guarded', 0.3, 0.3),
    row('Gamma', 'guarded', 0.25, 0.1),
    row('Delta', 'high', 0.7, 0.7),
    row('Aleph', 'normal', 0.1, 0.1),
  ];
  expect(rows.sort(compareRows).map(({ title }) => title)).toEqual([
    'Delta',
    'Gamma',
    'Beta',
    'Aleph',
    'Alpha',
  ]);
});
