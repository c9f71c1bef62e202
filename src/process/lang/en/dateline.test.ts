import { describe, expect, it } from 'vitest';
import { findDatelineEnd } from './dateline.ts';

describe('findDatelineEnd', () => {
  it.each([
    ['GENEVA (AP) — Talks began.', 'GENEVA (AP) — '],
    ['PORT-AU-PRINCE, Haiti (Reuters) - “Go,” he said.', 'PORT-AU-PRINCE, Haiti (Reuters) - '],
    ['AMMAN, Jordan, May 3 — Two men fled.', 'AMMAN, Jordan, May 3 — '],
    ['Lagos (AFP) – Police said so.', 'Lagos (AFP) – '],
    ['(Reuters) - Oil rose.', '(Reuters) - '],
    ['ST. JOHN’S -- Boats sank.', 'ST. JOHN’S -- '],
  ])('%s', (text, expected) => {
    expect(text.slice(0, findDatelineEnd(text, 0))).toBe(expected);
  });

  it.each([
    'The minister — a farmer — left.',
    'Iran - Iraq talks',
    'GENEVA talks began.',
    'He left (at last) - and returned.',
    'NATO — which met today — agreed.',
    '- First point',
    '',
  ])('not in: %s', (text) => {
    expect(findDatelineEnd(text, 0)).toBe(-1);
  });

  it('is not slowed down by a long line', () => {
    expect(findDatelineEnd(`A${', a'.repeat(100_000)}`, 0)).toBe(-1);
    expect(findDatelineEnd(`A${' '.repeat(100_000)}`, 0)).toBe(-1);
  });
});
