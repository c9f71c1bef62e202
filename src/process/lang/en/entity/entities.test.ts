import { describe, expect, test } from 'vitest';
import { findPlaces } from '../../../place/places.ts';
import { loadEnglish } from '../engine.ts';
import { findEntities } from './entities.ts';

const english = loadEnglish();
const entitiesIn = (text: string) => {
  const sentences = english.parse(text);
  return findEntities({ text, sentences, places: findPlaces({ text, sentences }) });
};
const mentionsOf = (text: string, name: string) =>
  entitiesIn(text)
    .find((entity) => entity.name === name)
    ?.mentions.map((mention) => mention.text);

describe('findEntities', () => {
  test('a person is one entity under the full name, the family name and a rank', () => {
    const text =
      'Gen. Marta Okello, the commander of U.S. Central Command (CENTCOM), spoke first. Okello left on Monday.';
    const person = entitiesIn(text).find(({ type }) => type === 'person');
    expect(person).toMatchObject({
      name: 'Marta Okello',
      role: 'Gen., the commander of U.S. Central Command (CENTCOM)',
      sector: 'MIL',
      country: 'US',
    });
    expect(person!.mentions.map((mention) => mention.text)).toEqual(['Marta Okello', 'Okello']);
    for (const { start, end, text: words } of person!.mentions) expect(text.slice(start, end)).toBe(words);
  });

  test('two persons of one family name stay two', () => {
    const text =
      'Foreign Minister Anna Varga met her brother. Peter Varga, a teacher, lives in Budapest. Varga has two sons.';
    const people = entitiesIn(text).filter(({ type }) => type === 'person');
    expect(people.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ['Anna Varga', 1],
      ['Peter Varga', 2],
    ]);
    expect(people[0]).toMatchObject({ role: 'Foreign Minister', sector: 'GOV' });
  });

  test('the register knows one body under many spellings', () => {
    const text = 'Kataib Hezbollah denied it. Fighters of Kata’ib Hizbollah were seen near the base.';
    const body = entitiesIn(text).find(({ name }) => name === "Kata'ib Hizballah");
    expect(body).toMatchObject({ type: 'group', country: 'IQ', sector: 'REB' });
    expect(body!.mentions.map((mention) => mention.text)).toEqual(['Kataib Hezbollah', 'Kata’ib Hizbollah']);
  });

  test('an abbreviation in brackets stands for the name before it', () => {
    const text = 'The Lowland Farmers Union (LFU) called a strike. The LFU has 400 members.';
    expect(mentionsOf(text, 'Lowland Farmers Union')).toEqual(['Lowland Farmers Union', 'LFU', 'LFU']);
  });

  test('an embassy belongs to its owner, the embassy alone to the one named before', () => {
    const text = 'Rockets fell near the U.S. Embassy in Baghdad. Nobody was hurt at the embassy.';
    const site = entitiesIn(text).find(({ type }) => type === 'facility');
    expect(site).toMatchObject({ name: 'U.S. Embassy in Baghdad', country: 'US' });
    expect(site!.mentions).toHaveLength(2);
  });

  test('groups without a name carry sector and country; a backer is not their country', () => {
    const groups = entitiesIn(
      'Iran-backed Iraqi militia groups shelled the town, and U.S. officials protested.',
    );
    expect(
      groups
        .filter(({ type }) => type === 'group')
        .map(({ name, country, sector }) => [name, country, sector]),
    ).toEqual([
      ['Iran-backed Iraqi militia groups', 'IQ', 'REB'],
      ['U.S. officials', 'US', 'GOV'],
    ]);
    expect(groups.filter(({ type }) => type === 'state').map(({ name }) => name)).toEqual(['Iran']);
  });

  test('bodies of a country, its weapons, and the state behind an adjective', () => {
    const found = entitiesIn('The Iranian government showed ballistic missiles after Israeli air strikes.');
    expect(found.map(({ type, name, country, sector }) => [type, name, country, sector])).toEqual([
      ['organization', 'Iranian government', 'IR', 'GOV'],
      ['weapon', 'ballistic missile', undefined, undefined],
      ['state', 'Israel', 'IL', undefined],
    ]);
  });

  test('what is no weapon and no actor is left out', () => {
    const found = entitiesIn(
      'A think tank said that water tanks are cheap. The police station was repainted.',
    );
    expect(found.filter(({ type }) => type === 'weapon')).toEqual([]);
    expect(found.filter(({ name }) => name === 'police')).toEqual([]);
  });

  test('a word that is also a name of an outlet needs a reason', () => {
    expect(
      entitiesIn('At dawn the nation slept. Time passed.').filter(({ sector }) => sector === 'MED'),
    ).toEqual([]);
    expect(mentionsOf('Dawn reported that the bridge was closed.', 'Dawn')).toEqual(['Dawn']);
  });

  test('ids follow the text, and every value names its stage', () => {
    const found = entitiesIn('NATO and Poland agreed.');
    expect(found.map(({ id }) => id)).toEqual(['e1', 'e2']);
    expect(new Set(found.map(({ by }) => by))).toEqual(new Set(['entity@2']));
    expect(entitiesIn('')).toEqual([]);
  });
});
