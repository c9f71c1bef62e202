import { describe, expect, test } from 'vitest';
import { findPlaces } from '../../../place/places.ts';
import { loadEnglish } from '../engine.ts';
import { attachReferences } from './coreference.ts';
import { findEntities } from './entities.ts';

const english = loadEnglish();

/** References by the name of what they stand for: `{ 'Ann Example': ['She', 'her'] }`. */
function referencesIn(text: string): Readonly<Record<string, readonly string[]>> {
  const sentences = english.parse(text);
  const entities = findEntities({ text, sentences, places: findPlaces({ text, sentences }) });
  const attached = attachReferences({ text, sentences, entities });
  for (const { references = [] } of attached) {
    for (const { start, end, text: words } of references) expect(text.slice(start, end)).toBe(words);
  }
  return Object.fromEntries(
    attached.flatMap(({ name, references }) =>
      references === undefined ? [] : [[name, references.map((reference) => reference.text)]],
    ),
  );
}

describe('attachReferences', () => {
  test('he and she go to persons of that gender', () => {
    expect(
      referencesIn('Mary Sample met Robert Example in Oslo. She had flown in. He thanked her for it.'),
    ).toEqual({ 'Mary Sample': ['She', 'her'], 'Robert Example': ['He'] });
  });

  test('a title tells the gender that a name does not', () => {
    expect(referencesIn('Mrs Zzyx resigned on Monday. She gave no reason.')).toEqual({ Zzyx: ['She'] });
    expect(referencesIn('Mr Zzyx resigned on Monday. She gave no reason.')).toEqual({});
  });

  test('nobody is taken where an unnamed person is nearer', () => {
    const found = referencesIn('Robert Example visited the town. A driver was arrested after he fled.');
    expect(found['Robert Example']).toBeUndefined();
  });

  test('"it" that stands for nothing is left alone', () => {
    expect(referencesIn('The Utopian army withdrew. It is clear that it rained.')).toEqual({});
  });

  test('"the group" is the only armed group before it', () => {
    expect(
      referencesIn('Al-Shabaab attacked the town on Sunday. The group later withdrew.')['Al-Shabaab'],
    ).toContain('The group');
    const two = referencesIn('Al-Shabaab and Boko Haram met. The group later withdrew.');
    expect(Object.values(two).flat()).not.toContain('The group');
  });

  test('a post takes up who holds it', () => {
    expect(
      referencesIn('General Robert Example spoke in Oslo. Troops had left. The general gave no details.')[
        'Robert Example'
      ],
    ).toContain('The general');
    expect(referencesIn('Robert Example spoke in Oslo. The general gave no details.')).toEqual({});
  });
});
