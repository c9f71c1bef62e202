import { describe, expect, it } from 'vitest';
import { mendPassives } from './passives.ts';

function mend(words: readonly (readonly [xpos: string, head: number, deprel: string])[]): string[] {
  const tree = { heads: Int32Array.from(words, (w) => w[1]), deprels: words.map((w) => w[2]) };
  return mendPassives(
    tree,
    words.map((w) => w[0]),
  );
}

describe('mendPassives', () => {
  it('makes the subject of a finite verb without a passive auxiliary active', () => {
    const found = mend([
      ['NN', 1, 'nsubj:pass'],
      ['VBD', -1, 'root'],
      ['NNP', 1, 'iobj'],
    ]);
    expect(found).toEqual(['nsubj', 'root', 'iobj']);
  });

  it('makes the subject of a verb with a passive auxiliary passive', () => {
    const found = mend([
      ['NN', 2, 'nsubj'],
      ['VBD', 2, 'aux:pass'],
      ['VBN', -1, 'root'],
    ]);
    expect(found).toEqual(['nsubj:pass', 'aux:pass', 'root']);
  });

  it('leaves bare participles and other relations alone', () => {
    const words = [
      ['NNS', 1, 'nsubj:pass'],
      ['VBN', -1, 'root'],
      ['NN', 1, 'obl:agent'],
    ] as const;
    expect(mend(words)).toEqual(['nsubj:pass', 'root', 'obl:agent']);
  });
});
