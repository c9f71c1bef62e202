import { expect, it } from 'vitest';
import { diffLines, foldDiff } from './diff.ts';

const show = (before: string, after: string) =>
  diffLines(before, after).map(({ sign, text }) => `${sign}${text}`);

it('keeps what both have, in order', () => {
  expect(show('a\nb\nc', 'a\nc\nd')).toEqual([' a', '-b', ' c', '+d']);
  expect(show('a', 'a')).toEqual([' a']);
  expect(show('', 'a')).toEqual(['-', '+a']);
  expect(show('a\nb', 'b\na')).toEqual(['-a', ' b', '+a']);
  expect(show('a\na', 'a\na\na')).toEqual([' a', ' a', '+a']);
});

it('gives back both texts, whatever they are', () => {
  const words = ['x', 'y', 'z', ''];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  for (let turn = 0; turn < 200; turn++) {
    const make = () => Array.from({ length: next(12) }, () => words[next(4)]!).join('\n');
    const [before, after] = [make(), make()];
    const lines = diffLines(before, after);
    const of = (sign: string) => lines.filter((line) => line.sign !== sign).map(({ text }) => text);
    expect(of('+').join('\n')).toBe(before);
    expect(of('-').join('\n')).toBe(after);
  }
});

it('takes no long time over texts that have nothing in common', () => {
  const make = (letter: string) => Array.from({ length: 20_000 }, (_, i) => `${letter}${i}`).join('\n');
  expect(diffLines(make('a'), make('b'))).toHaveLength(40_000);
});

it('passes over what is far from any change', () => {
  const before = Array.from({ length: 20 }, (_, i) => `${i}`).join('\n');
  const parts = foldDiff(diffLines(before, before.replace('10', 'ten')), 2);
  expect(parts.map((part) => (part.kind === 'passed' ? part.count : part.lines.length))).toEqual([8, 6, 7]);
  expect(foldDiff(diffLines('a\nb', 'a\nb'))).toEqual([{ kind: 'passed', from: 0, count: 2 }]);
});
