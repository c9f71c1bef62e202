import { expect, it } from 'vitest';
import type { DraftSentence } from '../../../model/brief.ts';
import { changeSection, listLeftOut, move } from './draft.ts';

const engine = (text: string): DraftSentence => ({ kind: 'engine', text });

it('moves a sentence, and not beyond the ends', () => {
  expect(move(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(move(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(move(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});

it('changes one section alone', () => {
  const sections = [
    { name: 'for', sentences: [engine('a')] },
    { name: 'against', sentences: [engine('b')] },
  ] as const;
  expect(changeSection(sections, 'for', () => [])).toEqual([{ name: 'for', sentences: [] }, sections[1]]);
});

it('knows what of the engine is left out', () => {
  const sentence = (text: string) => ({ text, parts: [], claims: [] });
  const told = { name: 'for', heading: 'For', sentences: [sentence('a'), sentence('b')] } as const;
  const own: DraftSentence = { kind: 'own', text: 'a', claims: [], by: 'Ann' };
  expect(listLeftOut(told, [engine('b'), own])).toEqual(['a']);
  expect(listLeftOut(undefined, [own])).toEqual([]);
});
