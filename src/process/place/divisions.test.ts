import { describe, expect, test } from 'vitest';
import { loadTable } from '../data.ts';
import { findCandidates } from './candidates.ts';
import { loadCities, shortName } from './cities.ts';
import { findCountry } from './countries.ts';
import { findLocal } from './divisions.ts';
import { findSpelled } from './spellings.ts';

describe('findLocal', () => {
  test('knows divisions of countries under several names', () => {
    expect(findLocal('Rogaland')[0]).toMatchObject({ country: 'NO', precision: 'region' });
    expect(findLocal('Sistan-Baluchestan')[0]).toMatchObject({ country: 'IR' });
    const countries = findLocal('Eastern Province').map(({ country }) => country);
    expect(countries).toContain('KE');
    expect(countries).toContain('SA');
    expect(findLocal('Nowhere at all')).toEqual([]);
  });

  test('every row lies in a country that there is', () => {
    for (const table of ['places/divisions.tsv', 'places/local.tsv']) {
      for (const { cells } of loadTable(table, ['name', 'lat', 'lon'])) {
        if (cells['country'] !== '') expect(findCountry(cells['country']!), cells['name']).toBeDefined();
      }
    }
  });
});

describe('findCandidates', () => {
  test('a generic word tells the division from its seat', () => {
    expect(findCandidates('Kano')[0]).toMatchObject({ country: 'NG', precision: 'city' });
    expect(findCandidates('Kano State')[0]).toMatchObject({ country: 'NG', precision: 'region' });
    expect(findCandidates('Fars Province')[0]).toMatchObject({ country: 'IR', precision: 'region' });
  });

  test('districts, bases and quarters are known by their own precision', () => {
    expect(findCandidates('Kibera')[0]).toMatchObject({ country: 'KE', precision: 'district' });
    expect(findCandidates('Azovstal')[0]).toMatchObject({ country: 'UA', precision: 'site' });
  });

  test('short and former names find the city', () => {
    expect(findCandidates('Ludwigshafen')[0]).toMatchObject({ country: 'DE', precision: 'city' });
    expect(findCandidates('Astana')[0]).toMatchObject({ country: 'KZ', precision: 'city' });
    expect(findCandidates('Panama City')[0]).toMatchObject({ country: 'PA' });
  });
});

test('spellings lead to cities of the gazetteer', () => {
  for (const { cells } of loadTable('places/spellings.tsv', ['name', 'country', 'spellings'])) {
    const { name, country } = cells;
    expect(
      loadCities()
        .find(name!)
        .some((city) => city.country === country),
      name,
    ).toBe(true);
  }
  expect(findSpelled('Danzig')[0]).toMatchObject({ country: 'PL' });
  expect(findSpelled('constructor')).toEqual([]);
});

test('a long name has a short form only where its head is no common word', () => {
  expect(shortName('Clacton-on-Sea')).toBe('Clacton');
  expect(shortName('Acapulco de Juárez')).toBe('Acapulco');
  expect(shortName('Santiago de Cuba')).toBeUndefined();
  expect(shortName('Villa del Rosario')).toBeUndefined();
});
