import { describe, expect, it } from 'vitest';
import { findContext } from './context.ts';

describe('findContext', () => {
  it('gives the rest of the sentence and nothing of its neighbours', () => {
    const text = 'He left. Rockets hit the harbour. Nobody was hurt.';
    expect(findContext(text, { start: 17, end: 20 }, { start: 9, end: 33 })).toEqual({
      before: 'Rockets ',
      words: 'hit',
      after: ' the harbour.',
    });
  });

  it('cuts a long sentence between words on both sides', () => {
    const text = `${'before '.repeat(30)}hit${' after'.repeat(30)}`;
    const start = text.indexOf('hit');
    const { before, words, after } = findContext(
      text,
      { start, end: start + 3 },
      { start: 0, end: text.length },
    );
    expect(before).toMatch(/^… (before )+$/);
    expect(words).toBe('hit');
    expect(after).toMatch(/^( after)+ …$/);
    expect(before.length + after.length).toBeLessThan(170);
  });

  it('cuts where there are no words to cut between', () => {
    const text = 'x'.repeat(500);
    const { before, after } = findContext(text, { start: 250, end: 253 }, { start: 0, end: 500 });
    expect(before).toBe(`… ${'x'.repeat(60)}`);
    expect(after).toBe(`${'x'.repeat(90)} …`);
  });
});
