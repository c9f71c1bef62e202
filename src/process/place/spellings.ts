import { loadTable } from '../data.ts';
import { type City, cityKey, loadCities } from './cities.ts';

let spellings:
  | ReadonlyMap<string, readonly { readonly name: string; readonly country: string }[]>
  | undefined;

/**
 * Cities that the gazetteer has under another name than the one written.
 *
 * @example
 * findSpelled('Calcutta')[0]; // { name: 'Kolkata', country: 'IN', … }
 */
export function findSpelled(name: string): readonly City[] {
  spellings ??= loadSpellings();
  const usual = spellings.get(cityKey(name)) ?? [];
  return usual.flatMap(({ name: written, country }) => {
    const city = loadCities()
      .find(written)
      .find((found) => found.country === country);
    return city === undefined ? [] : [city];
  });
}

function loadSpellings() {
  const byKey = new Map<string, { readonly name: string; readonly country: string }[]>();
  for (const { cells } of loadTable('places/spellings.tsv', ['name', 'country', 'spellings'])) {
    const usual = { name: cells['name']!, country: cells['country']! };
    for (const spelling of cells['spellings']!.split(';')) {
      const key = cityKey(spelling);
      byKey.set(key, [...(byKey.get(key) ?? []), usual]);
    }
  }
  return byKey;
}
