import { expect, test } from 'vitest';
import type { Problem } from '../../model/problem.ts';
import { leaveOut, listSigns } from './ablation.ts';

const sign = (id: string, partOf?: string) => ({
  id,
  title: id,
  ...(partOf === undefined ? {} : { partOf }),
});
const problem = {
  version: 'sha256:a',
  indicators: [
    sign('readiness'),
    sign('planning', 'readiness'),
    sign('training', 'planning'),
    sign('intent'),
  ],
  windows: [sign('anniversary')],
} as unknown as Problem;

test('leaveOut takes indicators and windows out, and gives the version another name', () => {
  const left = leaveOut(problem, ['intent', 'anniversary']);
  expect(listSigns(left).map(({ id }) => id)).toEqual(['readiness', 'planning', 'training']);
  expect(left.version).not.toBe(problem.version);
  expect(leaveOut(problem, ['anniversary', 'intent']).version).toBe(left.version);
  expect(leaveOut(problem, [])).toBe(problem);
});

test('leaveOut hands special cases on to what theirs was a special case of', () => {
  const parents = (ids: readonly string[]) =>
    leaveOut(problem, ids).indicators.map(({ id, partOf }) => [id, partOf]);
  expect(parents(['planning'])).toEqual([
    ['readiness', undefined],
    ['training', 'readiness'],
    ['intent', undefined],
  ]);
  expect(parents(['readiness', 'planning'])).toEqual([
    ['training', undefined],
    ['intent', undefined],
  ]);
});
