import { expect, test } from 'vitest';
import { makeReport } from './fixtures.suite.ts';
import { findLag } from './lag.ts';

const at = (published: string) => makeReport({ outlet: 'A', published }, []);
const lag = (earlier: string, later: string) => findLag(at(later), at(earlier));

test('is told as exactly as both dates allow', () => {
  expect(lag('2026-03-02T08:00:00Z', '2026-03-02T09:35:00Z')).toBe('PT1H35M');
  expect(lag('2026-03-02T23:30:00Z', '2026-03-04T00:30:00Z')).toBe('PT25H');
  expect(lag('2026-03-02T08:00:00Z', '2026-03-04')).toBe('P2D');
  expect(lag('2026-03-02', '2026-03-02T09:00:00Z')).toBe('P0D');
});

test('is unknown where a date tells no day, or comes before', () => {
  expect(lag('2026-03', '2026-03-04')).toBeUndefined();
  expect(lag('2026-03-02T08:00:00Z', '2026-03-02T07:00:00Z')).toBeUndefined();
});
