import { TableError } from '../../text/table.ts';
import { loadTable } from '../data.ts';
import { cityKey } from './cities.ts';

/** A division of a country, or a local place, that is known by name but not looked for in the text. */
export interface LocalPlace {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** ISO 3166-1 alpha-2; empty where it lies in several or in none. */
  readonly country: string;
  readonly precision: 'region' | 'district' | 'site';
  /** People of the division, as far as the gazetteer counts them. */
  readonly people: number;
  /** First-level division by GeoNames' code, where the place is one. */
  readonly admin?: string;
}

let places: ReadonlyMap<string, readonly LocalPlace[]> | undefined;

/**
 * Divisions, districts and sites of a name. They are kept apart from the places that are looked for in the text:
 * among thousands of local names too many are common words.
 *
 * @example
 * findLocal('Rogaland')[0]; // { name: 'Rogaland', country: 'NO', precision: 'region', … }
 */
export function findLocal(name: string): readonly LocalPlace[] {
  places ??= loadLocal();
  return places.get(cityKey(name)) ?? [];
}

function loadLocal(): ReadonlyMap<string, readonly LocalPlace[]> {
  const found = new Map<string, LocalPlace[]>();
  const add = (names: readonly string[], place: LocalPlace): void => {
    for (const key of new Set(names.flatMap(keysOf))) {
      const same = found.get(key);
      if (same === undefined) found.set(key, [place]);
      else same.push(place);
    }
  };
  const table = 'places/divisions.tsv';
  for (const { line, cells } of loadTable(table, ['name', 'lat', 'lon', 'country', 'people'])) {
    const place: LocalPlace = {
      ...readPoint(table, line, cells),
      precision: 'region',
      people: Number(cells['people']),
      ...(cells['admin'] ? { admin: cells['admin'] } : {}),
    };
    add([place.name, ...(cells['aliases']?.split(';') ?? [])], place);
  }
  const local = 'places/local.tsv';
  for (const { line, cells } of loadTable(local, ['name', 'lat', 'lon', 'precision'])) {
    const precision = (['region', 'district', 'site'] as const).find((known) => known === cells['precision']);
    if (precision === undefined) throw new TableError(`data/${local}`, line, 'precision is none');
    const place: LocalPlace = { ...readPoint(local, line, cells), precision, people: 100_000 };
    add([place.name, ...(cells['aliases']?.split(';') ?? [])], place);
  }
  return found;
}

function readPoint(
  table: string,
  line: number,
  cells: Readonly<Record<string, string>>,
): Pick<LocalPlace, 'name' | 'lat' | 'lon' | 'country'> {
  const lat = Number(cells['lat']);
  const lon = Number(cells['lon']);
  if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
    throw new TableError(`data/${table}`, line, 'coordinates are none');
  }
  return { name: cells['name']!, lat, lon, country: cells['country']! };
}

/** "Eastern Province of Kenya" is "Eastern Province" where the text has told the country. */
function keysOf(name: string): readonly string[] {
  if (name === '') return [];
  const bare = / (?:Province|Region|District) of .+$/.test(name) ? name.replace(/ of .+$/, '') : undefined;
  return bare === undefined ? [cityKey(name)] : [cityKey(name), cityKey(bare)];
}
