import { describe, expect, test } from 'vitest';
import { isOfState, isSameBody } from './bodies.ts';

describe('one body under two names', () => {
  test.each([
    ['national defence ministry', 'bucharest defence ministry'],
    ['public prosecution service', 'prosecutor'],
    ['pakistan military', 'pakistani army'],
    ['military', 'military media wing'],
    ['disaster agency', 'national disaster agency'],
  ])('%s and %s', (one, other) => expect(isSameBody(one, other)).toBe(true));

  test.each([
    ['defence ministry', 'foreign ministry'],
    ['sudan army', 'rapid support forces'],
    ['polish police', 'german police'],
    ['hospital', 'police'],
    ['harbour steel', 'harbour rail'],
  ])('not %s and %s', (one, other) => expect(isSameBody(one, other)).toBe(false));

  test('a union speaks for no state', () => {
    expect(isOfState('cattle traders union')).toBe(false);
    expect(isOfState('health ministry')).toBe(true);
  });
});
