import { loadTable } from '../data.ts';

/** A country or territory as `data/countries.tsv` has it. */
export interface Country {
  /** ISO 3166-1 alpha-2; XK for Kosovo. */
  readonly code: string;
  readonly alpha3: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly capital?: string;
  /** `Turkish`. */
  readonly adjectives: readonly string[];
  /** `Turk`, `Turks`. */
  readonly people: readonly string[];
  readonly aliases: readonly string[];
  readonly wikidata?: string;
}

const list = (cell: string | undefined): readonly string[] =>
  cell === undefined || cell === '' ? [] : cell.split(';');

let countries: readonly Country[] | undefined;

/** Every country and territory, read once. Throws a TableError where the table is damaged. */
export function loadCountries(): readonly Country[] {
  countries ??= loadTable('countries.tsv', ['alpha2', 'alpha3', 'name', 'lat', 'lon']).map(({ cells }) => ({
    code: cells['alpha2']!,
    alpha3: cells['alpha3']!,
    name: cells['name']!,
    lat: Number(cells['lat']),
    lon: Number(cells['lon']),
    ...(cells['capital'] ? { capital: cells['capital'] } : {}),
    adjectives: list(cells['adjectives']),
    people: list(cells['people']),
    aliases: list(cells['aliases']),
    ...(cells['wikidata'] ? { wikidata: cells['wikidata'] } : {}),
  }));
  return countries;
}

let byCode: ReadonlyMap<string, Country> | undefined;

/** The country of an alpha-2 code. */
export function findCountry(code: string): Country | undefined {
  byCode ??= new Map(loadCountries().map((country) => [country.code, country]));
  return byCode.get(code);
}
