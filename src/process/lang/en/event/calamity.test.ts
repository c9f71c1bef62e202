import { describe, expect, it } from 'vitest';
import { readText, wordsOf } from './reading.fixtures.ts';

describe('the toll of a calamity', () => {
  it('is no event, also where the same text tells of force', () => {
    const words = wordsOf(
      readText(
        'The flood reached Bihar on Monday. Six people were killed in the night. The flood destroyed roads. Rebels attacked a convoy near the border.',
      ),
    );
    expect(words).not.toContain('killed');
    expect(words).toContain('attacked');
  });

  it('is not what means of force did', () => {
    const words = wordsOf(
      readText(
        'The virus spread in the camp. Six people were killed by a bomb on Monday. The virus had reached the town before.',
      ),
    );
    expect(words).toContain('killed');
  });
});
