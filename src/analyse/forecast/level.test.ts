import { expect, it } from 'vitest';
import { findLevel } from './level.ts';
import { makeProblem } from './reports.fixtures.ts';

const { levels } = makeProblem();

it('rises at once and falls with a delay', () => {
  expect(findLevel(0.19, levels)).toBe('normal');
  expect(findLevel(0.2, levels)).toBe('guarded');
  expect(findLevel(0.9, levels, 'normal')).toBe('critical');
  expect(findLevel(0.38, levels, 'elevated')).toBe('elevated');
  expect(findLevel(0.34, levels, 'elevated')).toBe('guarded');
  expect(findLevel(0.38, levels, 'guarded')).toBe('guarded');
  expect(findLevel(0.05, levels, 'critical')).toBe('normal');
  expect(findLevel(0.57, levels, 'critical')).toBe('high');
});

it('multiplies by the consequence', () => {
  expect(findLevel(0.8, { ...levels, consequence: 0.5 })).toBe('elevated');
});
