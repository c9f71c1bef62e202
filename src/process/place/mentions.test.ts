import { describe, expect, test } from 'vitest';
import { loadEnglish } from '../lang/en/engine.ts';
import { findPlaces, type PlaceContext } from './places.ts';

const english = loadEnglish();
const placesIn = (text: string, context?: PlaceContext) =>
  findPlaces({ text, sentences: english.parse(text) }, context);
const told = (text: string) => placesIn(text).map((place) => place.text);

describe('what of the text is a place', () => {
  test('a generic word in small letters is no part of the name, but tells what it is', () => {
    const [place] = placesIn('Shells fell across Idlib province overnight.');
    expect(place).toMatchObject({ text: 'Idlib', country: 'SY' });
    expect(told('The mayor of the City of Montreal resigned.')).toEqual(['Montreal']);
  });

  test('names with small words inside are whole', () => {
    expect(told('The flight left Rio de Janeiro for Port-au-Prince on Monday.')).toEqual([
      'Rio de Janeiro',
      'Port-au-Prince',
    ]);
    expect(told('Doctors in Dar es Salaam were on strike.')).toEqual(['Dar es Salaam']);
  });

  test('the words around show a town that bears the name of persons', () => {
    expect(told('They were arrested in Alvin, Texas, on Sunday.')).toEqual(['Alvin', 'Texas']);
    expect(told('Lloyd Austin spoke. The hearing was about Austin.')).toEqual([]);
  });

  test('a given name of a person of the text is no country', () => {
    const text =
      'Nurse Virginia Example, 34, was hurt. Virginia began to skate at four. She moved to Virginia later.';
    expect(placesIn(text).map(({ start }) => start)).toEqual([text.lastIndexOf('Virginia')]);
  });

  test('diseases, months and offices are none', () => {
    expect(told('West Nile virus was found in March.')).toEqual([]);
    expect(told('Rift Valley fever spread in May.')).toEqual([]);
  });

  test('a country at the head of an office is a mention, but not where something is', () => {
    const place = placesIn('The U.S. Department of Justice filed charges.').find(
      ({ text }) => text === 'U.S.',
    );
    expect(place).toMatchObject({ country: 'US', use: 'demonym' });
    expect(told('The China Daily Herald reported it.')).toEqual([]);
  });

  test('coordinates are places, and out of range are none', () => {
    const [site] = placesIn('The ship sank at 12.50N 43.25E at dawn.');
    expect(site).toMatchObject({ lat: 12.5, lon: 43.25, precision: 'site', use: 'place' });
    expect(told('The ship sank at 112.50N 43.25E at dawn.')).toEqual([]);
  });
});

describe('which place of a name', () => {
  test('the division that the text names decides between towns of one name', () => {
    const text =
      'Kentucky State Police said a man from London was shot. Troopers in Corbin, Kentucky, arrested two.';
    expect(placesIn(text).find((place) => place.text === 'London')).toMatchObject({ country: 'US' });
    expect(placesIn('Police in London arrested two.')[0]).toMatchObject({ country: 'GB' });
  });

  test('the country of the page decides where the text says nothing', () => {
    const text = 'A fire broke out in Edmonton in the early hours, near the school in Tottenham.';
    const found = placesIn(text, { url: 'https://paper.example.co.uk/1' });
    expect(found.map(({ country }) => country)).toEqual(['GB', 'GB']);
  });

  test('a container may stand before the name', () => {
    const [, place] = placesIn('Gunmen raided the Syrian town of Tripoli Qarazum yesterday.');
    expect(place?.country ?? 'SY').toBe('SY');
  });

  test('a small namesake in a country that the text never names is turned down', () => {
    const text =
      'Cairo and Giza were quiet. Aid reached Luxor and Aswan. Egypt sent troops to Toco on Monday.';
    expect(placesIn(text).find((place) => place.text === 'Toco')?.country ?? 'EG').toBe('EG');
  });
});

// Anything worse than linear would run into the runner's limit.
test('ends on hostile text', () => {
  const text = `${'Rio de Rio de '.repeat(9_000)}. ${'Paris, Texas, '.repeat(9_000)}. ${"Anne's and ".repeat(9_000)}`;
  const sentences = english.parse(text);
  expect(findPlaces({ text, sentences })).toHaveLength(18_000);
});
