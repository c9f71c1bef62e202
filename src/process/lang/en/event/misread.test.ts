import { describe, expect, it } from 'vitest';
import { loadEnglish } from '../engine.ts';
import { findMisreadObject } from './misread.ts';

const english = loadEnglish();

function misread(text: string, word: string): string | undefined {
  const [sentence] = english.parse(text);
  const object = findMisreadObject(
    sentence!,
    sentence!.tokens.findIndex((token) => token.text === word),
  );
  return object === undefined ? undefined : sentence!.tokens[object]!.text;
}

describe('a verb that the tree takes for a description', () => {
  it('has the noun behind it as its object', () => {
    expect(
      misread(
        'Hundreds of pupils throughout Peru staged mass demonstrations on Sunday to demand reforms.',
        'staged',
      ),
    ).toBe('demonstrations');
  });

  it('is none where it describes', () => {
    expect(misread('They met in rebel held towns.', 'held')).toBeUndefined();
    expect(misread('The wounded soldier slept.', 'wounded')).toBeUndefined();
  });
});
