import { describe, expect, it } from 'vitest';
import { findWord, formatInterval, formatPercent } from './probability.ts';

describe('formatPercent', () => {
  it.each([
    [0, '<1%'],
    [0.0099, '<1%'],
    [0.01, '1%'],
    [0.413, '41%'],
    [0.2, '20%'],
    [0.196, '19.6%'],
    [0.19999, '19.9%'],
    [0.5497, '54.9%'],
    [0.95, '95%'],
    [0.9499, '94.9%'],
    [0.99, '99%'],
    [0.991, '>99%'],
    [1, '>99%'],
  ])('%d is %s', (p, text) => {
    expect(formatPercent(p)).toBe(text);
  });

  it('never leads into another word', () => {
    for (let p = 0.01; p <= 0.99; p += 0.0003) {
      expect(findWord(Number.parseFloat(formatPercent(p)) / 100), String(p)).toBe(findWord(p));
    }
  });
});

describe('formatInterval', () => {
  it('is in whole per cent', () => {
    expect(formatInterval({ low: 0.004, high: 0.52 })).toBe('<1–52%');
    expect(formatInterval({ low: 0.96, high: 0.999 })).toBe('96–>99%');
    expect(formatInterval({ low: 0.181, high: 0.184 })).toBe('18%');
  });
});
