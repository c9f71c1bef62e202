import { describe, expect, test } from 'vitest';
import { loadEnglish } from '../lang/en/engine.ts';
import { findPlaces } from './places.ts';

const english = loadEnglish();
const placesIn = (text: string) => findPlaces({ text, sentences: english.parse(text) });
const named = (text: string, word: string) => placesIn(text).find((place) => place.text === word);

describe('findPlaces', () => {
  test('gives the span, the usual name, the country and a point', () => {
    const text = 'Two mortar rounds landed near the old market in Mosul on Friday.';
    const [place, ...others] = placesIn(text);
    expect(others).toEqual([]);
    expect(place).toMatchObject({
      id: 'p1',
      text: 'Mosul',
      name: 'Mosul',
      country: 'IQ',
      precision: 'city',
      use: 'place',
    });
    expect(text.slice(place!.start, place!.end)).toBe('Mosul');
    expect(place!.lat).toBeCloseTo(36.3, 0);
    expect(place!.lon).toBeCloseTo(43.1, 0);
  });

  test('a container in the text decides between places of one name', () => {
    expect(named('The plant in Paris, Texas, will close.', 'Paris')).toMatchObject({ country: 'US' });
    expect(named('The plant in Paris, Texas, will close.', 'Paris')!.lat).toBeCloseTo(33.7, 0);
    expect(named('The museum in Paris will close.', 'Paris')).toMatchObject({ country: 'FR' });
  });

  test('other places of the story decide where no container does', () => {
    const text =
      'Police in Ohio and Indiana joined the search. The van was last seen in Georgia near Atlanta.';
    expect(named(text, 'Georgia')).toMatchObject({ country: 'US', precision: 'region' });
    const other = 'Tbilisi protested. Lawmakers in Georgia debated the law while Armenia watched.';
    expect(named(other, 'Georgia')).toMatchObject({ country: 'GE', precision: 'country' });
  });

  test('other spellings, seas, bases and regions are known', () => {
    const text =
      'Drones crossed the Strait of Hormuz, rockets hit Ain al-Asad, and shells fell on Kiev, Rafah and the Donbas.';
    expect(placesIn(text).map(({ text: t, country, precision }) => [t, country, precision])).toEqual([
      ['Strait of Hormuz', undefined, 'sea'],
      ['Ain al-Asad', 'IQ', 'site'],
      ['Kiev', 'UA', 'city'],
      ['Rafah', 'PS', 'city'],
      ['Donbas', 'UA', 'region'],
    ]);
  });

  test('a people is a demonym, an acting capital a metonym', () => {
    const text =
      'Turkish troops entered the valley. Moscow condemned the move, and aid was flown to Moscow later.';
    expect(placesIn(text).map(({ text: t, country, use }) => [t, country, use])).toEqual([
      ['Turkish', 'TR', 'demonym'],
      ['Moscow', 'RU', 'metonym'],
      ['Moscow', 'RU', 'place'],
    ]);
  });

  test('persons who bear the name of a place are no place', () => {
    const text = 'Michael Jordan and Paris Hilton met on Tuesday. Jordan said that he was tired.';
    expect(placesIn(text)).toEqual([]);
  });

  test('common words are no place', () => {
    expect(placesIn('Reading is nice. Most police were mobile, and the split was split again.')).toEqual([]);
    expect(placesIn('They paid 40 US$ for us and our turkey.').map((place) => place.text)).toEqual([]);
  });

  test('an unknown place keeps its span and has no point', () => {
    const place = named('Fighters withdrew from the village of Qarazumbar in the night.', 'Qarazumbar');
    expect(place).toMatchObject({ precision: 'unknown', name: 'Qarazumbar' });
    expect(place?.lat).toBeUndefined();
  });

  test('nothing in nothing', () => {
    expect(placesIn('')).toEqual([]);
  });
});
