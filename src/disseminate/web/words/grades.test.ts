import { describe, expect, it } from 'vitest';
import { CREDIBILITY_OPTIONS, RELIABILITY_OPTIONS } from './grades.ts';

describe('what can be chosen as a grade', () => {
  it('is a letter for a source and a digit for what is said, each with its word', () => {
    expect(RELIABILITY_OPTIONS.map(({ value }) => value).join('')).toBe('ABCDEF');
    expect(CREDIBILITY_OPTIONS.map(({ value }) => value).join('')).toBe('123456');
    expect(RELIABILITY_OPTIONS[1]?.words).toBe('B, usually reliable');
    expect(CREDIBILITY_OPTIONS[5]?.words).toBe('6, cannot be judged');
  });
});
