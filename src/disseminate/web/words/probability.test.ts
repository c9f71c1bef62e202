import { describe, expect, it } from 'vitest';
import { describeChange, describeInterval, describePoints, describeProbability } from './probability.ts';

describe('describeProbability', () => {
  it.each([
    [0.34, '34%'],
    [0.345, '35%'],
    [0.004, '<1%'],
    [0, '<1%'],
    [0.995, '>99%'],
    [0.99, '99%'],
  ])('%f is %s', (p, words) => {
    expect(describeProbability(p)).toBe(words);
  });
});

describe('describeInterval', () => {
  it('names both ends', () => {
    expect(describeInterval({ low: 0.18, high: 0.52 })).toBe('18–52%');
    expect(describeInterval({ low: 0.001, high: 0.04 })).toBe('<1–4%');
  });

  it('is one number where both ends are', () => {
    expect(describeInterval({ low: 0.181, high: 0.182 })).toBe('18%');
  });
});

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
