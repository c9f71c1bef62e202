import { describe, expect, it } from 'vitest';
import { loadEnglish } from '../lang/en/engine.ts';
import { findSelfName } from './selfname.ts';

const english = loadEnglish();

function nameIn(text: string, noun: string): string | undefined {
  const [sentence] = english.parse(text);
  const name = findSelfName(
    sentence!,
    sentence!.tokens.findIndex((token) => token.text === noun),
  );
  if (name === undefined) return undefined;
  return text.slice(sentence!.tokens[name.first]!.start, sentence!.tokens[name.last]!.end);
}

describe('the name that somebody goes by', () => {
  it.each([
    ['A group that calls itself Sons of the River claimed the blast.', 'group', 'Sons of the River'],
    ['A little-known group calling itself the Dawn Brigades spoke.', 'group', 'Dawn Brigades'],
    ['A militia known as Jund al-Nahr said so.', 'militia', 'Jund al-Nahr'],
    ['A movement called “Wolves of the North” said so.', 'movement', 'Wolves of the North'],
  ])('%s', (text, noun, name) => expect(nameIn(text, noun)).toBe(name));

  it.each([
    ['A man who calls himself a patriot spoke.', 'man'],
    ['A group that calls for peace spoke.', 'group'],
    ['A group from Mosul spoke.', 'group'],
    ['A militia known for its rockets spoke.', 'militia'],
  ])('is none in "%s"', (text, noun) => expect(nameIn(text, noun)).toBeUndefined());
});
