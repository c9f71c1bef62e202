import { describe, expect, it, vi } from 'vitest';
import { makeParser } from './parser.ts';
import { bestLegal } from './plain-scorer.ts';
import { LONGEST_SENTENCE } from './sentences.ts';
import { makeTagger } from './tagger.ts';
import { ParseState } from './transitions.ts';
import { readWeights } from './weights.ts';
import { loadWords } from './words.ts';

const folder = new URL('../../../../models/', import.meta.url);
const words = loadWords(folder);
const tagger = makeTagger(readWeights(folder, 'en-tagger.bin'), words);
const parser = makeParser(readWeights(folder, 'en-parser.bin'), words);

function parse(text: string): { heads: number[]; deprels: readonly string[] } {
  const forms = text.split(' ');
  const { heads, deprels } = parser.parse(forms, tagger.tag(forms, 'running'), 'running');
  return { heads: [...heads], deprels };
}

describe('the English parser', () => {
  it('parses a plain sentence', () => {
    expect(parse('Two drones hit the old airport .')).toEqual({
      heads: [1, 2, -1, 5, 5, 2, 2],
      deprels: ['nummod', 'nsubj', 'root', 'det', 'amod', 'obj', 'punct'],
    });
  });

  it('tells a relative clause from the main one', () => {
    const { heads, deprels } = parse('The man who led the revolt has died .');
    expect([heads[3], deprels[3]]).toEqual([1, 'acl:relcl']);
    expect([heads[1], deprels[1]]).toEqual([7, 'nsubj']);
  });

  it('makes a single word the root', () => {
    expect(parse('Ceasefire')).toEqual({ heads: [-1], deprels: ['root'] });
  });

  it('gives the same trees without WebAssembly', () => {
    vi.stubGlobal('WebAssembly', undefined);
    const plain = makeParser(readWeights(folder, 'en-parser.bin'), words);
    vi.unstubAllGlobals();
    for (const text of [
      'Two drones hit the old airport .',
      'The man who led the revolt has died .',
      'On Tuesday , the ministry said that at least 12 soldiers , among them two officers , were wounded near Qaltar .',
      'ARMY SEIZES NORTHERN TOWN AFTER WEEKS OF SHELLING',
    ]) {
      const forms = text.split(' ');
      const tags = tagger.tag(forms, 'running');
      expect(plain.parse(forms, tags, 'running')).toEqual(parser.parse(forms, tags, 'running'));
    }
  });

  it('parses what is longer than a sentence, and then a sentence as before', () => {
    const once = parse('Two drones hit the old airport .');
    const times = Math.ceil((LONGEST_SENTENCE + 1) / 7);
    const { heads } = parse(Array(times).fill('Two drones hit the old airport .').join(' '));
    expect(heads).toHaveLength(7 * times);
    expect(heads.filter((head) => head < 0)).toHaveLength(1);
    expect(parse('Two drones hit the old airport .')).toEqual(once);
  });

  it('gives no words no tree', () => {
    const { heads, deprels } = parser.parse([], new Int32Array(0), 'running');
    expect([heads.length, deprels.length]).toEqual([0, 0]);
  });
});

describe('bestLegal', () => {
  it('never takes an action that is not allowed, however high its score', () => {
    const state = new ParseState(1, 2, 1);
    expect(bestLegal(state, Float32Array.of(-9, 5, 5, 5, 5), 5)).toBe(0);
    state.apply(0);
    expect(bestLegal(state, Float32Array.of(9, 9, -5, 9, 9), 5)).toBe(2);
  });
});
