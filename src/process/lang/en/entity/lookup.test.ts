import { describe, expect, test } from 'vitest';
import type { Entity } from '../../../../model/entity.ts';
import { makeEntityLookup } from './lookup.ts';

const text = 'Ann Example left. She told the Example Party so.';
const span = (words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: words };
};
const ann: Entity = {
  kind: 'entity',
  id: 'e1',
  type: 'person',
  name: 'Ann Example',
  mentions: [span('Ann Example')],
  references: [{ ...span('She'), form: 'pronoun' }],
  by: 'test@1',
};
const party: Entity = {
  kind: 'entity',
  id: 'e2',
  type: 'organization',
  name: 'Example Party',
  mentions: [span('Example Party')],
  by: 'test@1',
};

describe('makeEntityLookup', () => {
  const lookup = makeEntityLookup([ann, party]);

  test('finds names and what stands for them', () => {
    expect(lookup.at(span('Example'))?.id).toBe('e1');
    expect(lookup.at(span('She'))?.id).toBe('e1');
    expect(lookup.at(span('Party'))?.id).toBe('e2');
  });

  test('finds nothing where nothing is named, or not all is covered', () => {
    expect(lookup.at(span('told'))).toBeUndefined();
    expect(lookup.at(span('the Example'))).toBeUndefined();
  });

  test('gives all within a span, each once', () => {
    expect(lookup.within(span('She told the Example Party')).map(({ id }) => id)).toEqual(['e1', 'e2']);
    expect(lookup.within({ start: 0, end: text.length })).toHaveLength(2);
  });
});
