import { expect, it } from 'vitest';
import { listRemoved, REMOVED_BOUNDS } from './removed.ts';

it('joins short neighbours with one reason, and nothing else', () => {
  const pieces = [
    { text: 'World', why: 'navigation' },
    { text: 'Sea', why: 'navigation' },
    { text: 'Join us', why: 'promotion' },
    { text: 'Trade', why: 'navigation' },
  ];
  expect(listRemoved(pieces)).toEqual([
    { text: 'World · Sea', why: 'navigation' },
    { text: 'Join us', why: 'promotion' },
    { text: 'Trade', why: 'navigation' },
  ]);
});

it('cuts a long piece without splitting a character', () => {
  const [piece] = listRemoved([{ text: '😀'.repeat(1_000), why: 'footer' }]);
  expect(piece!.text.length).toBeLessThanOrEqual(REMOVED_BOUNDS.characters);
  expect(piece!.text).toMatch(/^(?:😀)+…$/u);
});
