import { describe, expect, it } from 'vitest';
import { describeChange, describePoints } from './probability.ts';

describe('describePoints', () => {
  it('carries its sign', () => {
    expect(describePoints(0.21)).toBe('+21');
    expect(describePoints(-0.04)).toBe('−4');
    expect(describePoints(0.004)).toBe('±0');
  });
});

describe('describeChange', () => {
  it('tells no change apart from none known', () => {
    expect(describeChange(undefined)).toBeUndefined();
    expect(describeChange(0)).toBe('as a day before');
    expect(describeChange(0.01)).toBe('+1 point since a day before');
  });
});
