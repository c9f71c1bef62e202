import { PLACE_PRECISIONS, type PlacePrecision } from '../../model/place.ts';
import { TableError } from '../../text/table.ts';
import { loadTable } from '../data.ts';
import { Phrases } from '../lang/en/entity/phrases.ts';
import { loadCountries } from './countries.ts';

/** A place that the lists know by name, or the people of a country. */
export interface KnownPlace {
  readonly name: string;
  readonly country?: string;
  readonly lat: number;
  readonly lon: number;
  readonly precision: PlacePrecision;
  /** `adjective` (Turkish) and `people` (Turks) name a country by its people. */
  readonly form: 'name' | 'adjective' | 'people';
  /** First-level division by GeoNames' code, where the place is one. */
  readonly admin?: string;
  readonly isCapital?: boolean;
}

let phrases: Phrases<KnownPlace> | undefined;

/** Countries, their people, and the places of the supplement: everything but plain cities. Read once. */
export function loadPlacePhrases(): Phrases<KnownPlace> {
  if (phrases !== undefined) return phrases;
  phrases = new Phrases<KnownPlace>();
  for (const country of loadCountries()) {
    const { name, code, lat, lon } = country;
    const place = { name, country: code, lat, lon, precision: 'country' } as const;
    for (const alias of new Set([name, ...country.aliases])) phrases.add(alias, { ...place, form: 'name' });
    for (const word of country.adjectives) {
      if (!country.aliases.includes(word) && word !== name)
        phrases.add(word, { ...place, form: 'adjective' });
    }
    for (const word of country.people) {
      if (!country.adjectives.includes(word)) phrases.add(word, { ...place, form: 'people' });
    }
  }
  addSupplement(phrases);
  return phrases;
}

function addSupplement(into: Phrases<KnownPlace>): void {
  const byName = new Map<string, KnownPlace>();
  const capitals = new Set(loadCountries().map(({ code, capital }) => `${code} ${capital ?? ''}`));
  for (const { line, cells } of loadTable('places/supplement.tsv', ['name', 'lat', 'lon', 'precision'])) {
    const precision = PLACE_PRECISIONS.find((known) => known === cells['precision']);
    const lat = Number(cells['lat']);
    const lon = Number(cells['lon']);
    if (precision === undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
      throw new TableError('data/places/supplement.tsv', line, 'precision or coordinates are none');
    }
    let place: KnownPlace = {
      name: cells['name']!,
      ...(cells['country'] ? { country: cells['country'] } : {}),
      ...(cells['admin'] ? { admin: cells['admin'] } : {}),
      lat,
      lon,
      precision,
      form: 'name',
    };
    const aliases = cells['aliases'] ? cells['aliases'].split(';') : [];
    const isCapital = [place.name, ...aliases].some((name) => capitals.has(`${place.country ?? ''} ${name}`));
    if (isCapital && precision === 'city') place = { ...place, isCapital };
    byName.set(place.name, place);
    for (const alias of new Set([place.name, ...aliases])) into.add(alias.replace(/^the /, ''), place);
  }
  for (const { line, cells } of loadTable('places/peoples.tsv', ['place', 'adjectives'])) {
    const place = byName.get(cells['place']!);
    if (place === undefined) throw new TableError('data/places/peoples.tsv', line, 'no such place');
    for (const form of ['adjectives', 'people'] as const) {
      const words = cells[form] ? cells[form].split(';') : [];
      for (const word of words) into.add(word, { ...place, form: form === 'people' ? form : 'adjective' });
    }
  }
}

/** Every listed place of a name, whatever its capitals; adjectives and people stand for their country or region. */
export function findListed(name: string): readonly KnownPlace[] {
  return loadPlacePhrases().lookUp(name);
}
