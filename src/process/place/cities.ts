import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DATA } from '../data.ts';
import { foldWord } from '../lang/en/entity/phrases.ts';
import { hashString } from '../lang/en/hash.ts';

/** A populated place of the GeoNames gazetteer. */
export interface City {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** First-level division by GeoNames' code: `TX`. */
  readonly admin: string;
  readonly population: number;
  readonly rank: Rank;
}

/**
 * Capital of its country; seat of a first-level division; any other; a quarter of a city; a city under the short form
 * of its name.
 */
export const RANKS = ['place', 'seat', 'capital', 'quarter', 'short'] as const;
export type Rank = (typeof RANKS)[number];

/** The gazetteer of cities; looks names up without a map of 135,000 entries. */
export interface Cities {
  /** Cities of that name, most populous first; spelling is compared without case, marks and Arabic articles. */
  find(name: string): readonly City[];
  /** Greatest population among the cities whose full name it is, quarters left out, 0 where there is none: cheap. */
  populationOf(key: number): number;
}

const FILE = new URL('places/cities.bin.gz', DATA);
const ARTICLE = /^(?:al|ar|as|ash|at|ad|az|an|el)[ ]/;

/**
 * Key by which names of cities are compared: without case, diacritics, punctuation, a leading Arabic article,
 * and `h` after a final `a`.
 *
 * @example
 * cityKey('Ar Raqqah') === cityKey('Raqqa'); // true
 */
export function cityKey(name: string): string {
  const plain = foldWord(name)
    .replace(/['’‘ʻʿʾ`.]/g, '')
    .replace(/[-–—,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain
    .replace(ARTICLE, '')
    .replace(/ah$/, 'a')
    .replace(/^saint /, 'st ')
    .replace(/^(?:ft) /, 'fort ');
}

const QUARTER = RANKS.indexOf('quarter');

/** Where a long name may stop: "Ludwigshafen am Rhein", "Clacton-on-Sea", "Acapulco de Juárez". */
const TAIL =
  /^(\p{L}{5,}(?:[ ]\p{L}{4,})?)[ -](?:de|del|da|do|di|am|an der|ob der|in der|im|upon|on|sur|bei|y)[ -]\p{Lu}[\p{L}\p{M}' -]{2,30}$/u;
/** Names whose first word alone is a word of many names: "Santiago de Cuba", "Villa del Rosario". */
const COMMON_HEAD =
  /^(?:San(?:ta|to|t)?|Saint|Villa|Puerto|Ciudad|Nueva|Nuevo|Pueblo|Puente|Barrio|Conceição|Concepción|Santiago|Trinidad|Asunción|Sutton|Newcastle|Kingston|Stratford|Newark|Burton|Santana|Vit[oó]ria|Victoria|Guadalajara|Mata|Lagoa|Aparecida|Alcalá|Talavera)\b/;

/**
 * The first part of a long name of a city by which news calls it, where there is one.
 *
 * @example
 * shortName('Ludwigshafen am Rhein'); // 'Ludwigshafen'
 */
export function shortName(name: string): string | undefined {
  return COMMON_HEAD.test(name) ? undefined : TAIL.exec(name)?.[1];
}

let cities: Cities | undefined;

/** Loads the gazetteer on first use (about 25 ms). Throws where the file is missing or damaged. */
export function loadCities(): Cities {
  cities ??= parseCities(gunzipSync(readFileSync(FILE)));
  return cities;
}

interface Header {
  readonly count: number;
  readonly countries: readonly string[];
  readonly admins: readonly string[];
}

/** The file's arrays: see `training/pack-cities.ts`, which writes them. */
function parseCities(bytes: Buffer): Cities {
  if (bytes.subarray(0, 8).toString('latin1') !== 'TOCSINC2') {
    throw new Error('data/places/cities.bin.gz: this is no gazetteer file. Install the package again');
  }
  const size = bytes.readUInt32LE(8);
  const header = JSON.parse(bytes.subarray(12, 12 + size).toString('utf8')) as Header;
  const n = header.count;
  const body = new Uint8Array(bytes.subarray(12 + size)).buffer;
  const keys = new Int32Array(body, 0, n);
  const offsets = new Uint32Array(body, 4 * n, n + 1);
  let at = 4 * n + 4 * (n + 1);
  const populations = new Uint32Array(body, at, n);
  at += 4 * n;
  const lats = new Int16Array(body, at, n);
  const lons = new Int16Array(body, at + 2 * n, n);
  const admins = new Uint16Array(body, at + 4 * n, n);
  at += 6 * n;
  const countries = new Uint8Array(body, at, n);
  const ranks = new Uint8Array(body, at + n, n);
  const names = Buffer.from(body, at + 2 * n);
  const first = (key: number): number => lowerBound(keys, key);
  const cityAt = (i: number): City => ({
    name: names.subarray(offsets[i]!, offsets[i + 1]!).toString('utf8'),
    lat: lats[i]! / 100,
    lon: lons[i]! / 100,
    country: header.countries[countries[i]!]!,
    admin: header.admins[admins[i]!]!,
    population: populations[i]!,
    rank: RANKS[ranks[i]!] ?? 'place',
  });
  return {
    find(name) {
      const plain = cityKey(name);
      const key = hashString(plain);
      const found: City[] = [];
      for (let i = first(key); i < n && keys[i] === key; i++) {
        const city = cityAt(i);
        if (cityKey(city.name) === plain) found.push(city);
      }
      return found;
    },
    populationOf(key) {
      const i = first(key);
      return i < n && keys[i] === key && ranks[i]! < QUARTER ? populations[i]! : 0;
    },
  };
}

/** Index of the first of the ascending values that is not below `value`. */
function lowerBound(values: Int32Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
