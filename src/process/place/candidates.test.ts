import { describe, expect, test } from 'vitest';
import { distance, findCandidates } from './candidates.ts';
import { cityKey, loadCities } from './cities.ts';
import { findCountry, loadCountries } from './countries.ts';

describe('findCandidates', () => {
  test('lists every place of a name, the likeliest first', () => {
    const countries = findCandidates('Tripoli').map(({ country }) => country);
    expect(countries[0]).toBe('LY');
    expect(countries).toContain('LB');
  });

  test('generic words around the name do not hide it', () => {
    expect(findCandidates('Mosul city')).toEqual([]);
    expect(findCandidates('City of Mosul')[0]).toMatchObject({ country: 'IQ' });
    expect(findCandidates('Northern Mali')[0]).toMatchObject({ country: 'ML', precision: 'region' });
  });

  test('knows nothing of what is no place', () => {
    expect(findCandidates('Zzyzxqua')).toEqual([]);
    expect(findCandidates('')).toEqual([]);
  });
});

describe('cities', () => {
  test('compares names without marks, articles and final h', () => {
    expect(cityKey('Ar Raqqah')).toBe(cityKey('Raqqa'));
    expect(cityKey('São Paulo')).toBe('sao paulo');
    expect(cityKey('Mosul')).not.toBe(cityKey('Mossul'));
  });

  test('finds the most populous first', () => {
    const [first, second] = loadCities().find('Springfield');
    expect(first!.population).toBeGreaterThan(second!.population);
    expect(loadCities().find('constructor')).toEqual([]);
  });
});

describe('countries', () => {
  test('every code is there once, with a point on the globe', () => {
    const all = loadCountries();
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(240);
    for (const { lat, lon, alpha3 } of all) {
      expect(Math.abs(lat)).toBeLessThanOrEqual(90);
      expect(Math.abs(lon)).toBeLessThanOrEqual(180);
      expect(alpha3).toMatch(/^[A-Z]{3}$/);
    }
    expect(findCountry('UA')?.capital).toBe('Kyiv');
    expect(findCountry('QQ')).toBeUndefined();
  });
});

test('distance is in kilometres', () => {
  expect(distance({ lat: 48.85, lon: 2.35 }, { lat: 51.5, lon: -0.12 })).toBeGreaterThan(330);
  expect(distance({ lat: 48.85, lon: 2.35 }, { lat: 51.5, lon: -0.12 })).toBeLessThan(355);
});
