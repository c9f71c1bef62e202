import { describe, expect, test } from 'vitest';
import type { Source } from '../../model/source.ts';
import type { SourceState } from '../../store/store.ts';
import { findDue, findNext, findWait } from './due.ts';

const SOURCE: Source = {
  kind: 'source',
  id: 'harbour-wire',
  name: 'Harbour Wire',
  feed: 'https://harbour-wire.example/feed',
  every: 15,
  allowPrivate: false,
};
const NOW = Date.parse('2026-11-22T10:00:00Z');
const MINUTE = 60_000;

function makeState(given: Partial<SourceState>): SourceState {
  return {
    kind: 'source health',
    source: SOURCE.id,
    name: SOURCE.name,
    feed: SOURCE.feed,
    state: 'alive',
    failures: 0,
    kept: 0,
    lost: 0,
    lastTried: '2026-11-22T09:50:00Z',
    nextDue: '2026-11-22T10:05:00Z',
    ...given,
  };
}

describe('a source is due', () => {
  test.each<[string, SourceState | undefined, string | 0]>([
    ['at once where it was never asked', undefined, 0],
    ['at once where it has a new address', makeState({ feed: 'https://old.example/' }), 0],
    ['when it was said to be', makeState({}), '2026-11-22T10:05:00.000Z'],
    ['sooner where it is to be asked more often now', makeState({ nextDue: '2026-11-23T09:50:00Z' }), '2026-11-22T10:06:30.000Z'],
    ['when its pause after failures is over', makeState({ state: 'failing', nextDue: '2026-11-22T14:00:00Z' }), '2026-11-22T14:00:00.000Z'],
    ['not before its server wants it', makeState({ notBefore: '2026-11-22T12:00:00Z' }), '2026-11-22T12:00:00.000Z'],
    ['at once where the clock was set back', makeState({ lastTried: '2030-01-01T00:00:00Z', nextDue: '2030-01-01T00:15:00Z' }), 0],
    ['at once where its state says nothing', makeState({ nextDue: 'soon' }), 0],
  ])('%s', (_, state, expected) => {
    const due = findDue(SOURCE, state, NOW);
    expect(due === 0 ? 0 : new Date(due).toISOString()).toBe(expected);
  }); // biome-ignore format: a table
});

test('a server that wants to be left alone is, until then', () => {
  expect(findWait(SOURCE, makeState({ notBefore: '2026-11-22T12:00:00Z' }), NOW)).toBe(NOW + 120 * MINUTE);
  expect(findWait(SOURCE, makeState({ notBefore: '2026-11-22T09:00:00Z' }), NOW)).toBeUndefined();
  expect(
    findWait(
      { ...SOURCE, feed: 'https://new.example/' },
      makeState({ notBefore: '2026-11-22T12:00:00Z' }),
      NOW,
    ),
  ).toBeUndefined();
  expect(findWait(SOURCE, undefined, NOW)).toBeUndefined();
});

describe('the next look', () => {
  const pause = (every: number, failures: number, random: number): number =>
    (findNext({ every }, { now: NOW, failures, random }) - NOW) / MINUTE;

  test.each([
    [15, 0, 0, 15],
    [15, 0, 1, 16.5],
    [15, 1, 0, 30],
    [15, 2, 0, 60],
    [15, 2, 1, 48],
    [15, 4, 0, 240],
    [15, 5, 0, 360],
    [15, 5000, 0, 360],
    [1, 3, 0, 8],
    [1440, 9, 1, 1440],
  ])(
    'every %i minutes after %i failures by chance %i comes after %i',
    (every, failures, random, expected) => {
      expect(pause(every, failures, random)).toBeCloseTo(expected, 6);
    },
  );
});
