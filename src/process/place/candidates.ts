import type { PlacePrecision } from '../../model/place.ts';
import { makeCache } from '../lang/en/cache.ts';
import { type City, cityKey, loadCities, type Rank } from './cities.ts';
import { findLocal, type LocalPlace } from './divisions.ts';
import type { KnownPlace } from './gazetteer.ts';
import { findListed } from './gazetteer.ts';
import { findSpelled } from './spellings.ts';

/** One place that a name may stand for. */
export interface Candidate {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly precision: PlacePrecision;
  readonly country?: string;
  /** First-level division by GeoNames' code, of cities. */
  readonly admin?: string;
  /** How likely the place is meant before the document is read; a logarithm of people, or the like. */
  readonly prior: number;
}

const PRIORS: Readonly<Record<PlacePrecision, number>> = {
  country: 9.5,
  region: 7.4,
  sea: 7.2,
  city: 7.2,
  district: 6.6,
  site: 6.6,
  unknown: 5,
};

const RANK_PRIORS: Readonly<Record<Rank, number>> = {
  capital: 1.2,
  seat: 0.4,
  place: 0,
  short: -0.3,
  quarter: -0.5,
};

/** Words after the name proper that make it a division: "Anbar province", "Monroe County". */
const DIVISION_AFTER =
  / (?:Province|Governorate|District|Region|County|Parish|Prefecture|State|Oblast|Krai|Voivodeship|Department|Canton|Emirate|Territory|Republic|Raion|Division|Regency|Area)$/;
/** Other words around the name proper: "the city of Mosul", "Dulles Airport". */
const GENERIC_AFTER =
  / (?:City|Town|Village|Municipality|Metropolitan Area|Metro Area|Airport|International Airport|Air Base|Airbase|Township|Borough|Governate|Island|Islands|Port|Valley|Desert|Suburbs?)$/;
const GENERIC_BEFORE =
  /^(?:City of|Town of|Village of|Province of|State of|County of|District of|Municipality of|Republic of|Kingdom of|Port of|Isle of|Island of|Greater|Downtown|Central|Mount|Port|Occupied|County)[ ]/;
const COMPASS =
  /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Northeastern|Northwestern|Southeastern|Southwestern|North-?[Ww]est(?:ern)?|North-?[Ee]ast(?:ern)?|South-?[Ww]est(?:ern)?|South-?[Ee]ast(?:ern)?|Upper|Lower|Inner|Outer|Mid|Far North|Deep South|Rural|Central)[ ]/;

// A document names the same places over and over, as itself, as what contains others, and beside others.
const known = makeCache<readonly Candidate[]>(300);
const LONGEST_KEPT = 80;

/** Every place that a name may stand for, the most likely before reading first; none where nobody knows it. */
export function findCandidates(name: string): readonly Candidate[] {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const candidates = readCandidates(name);
  if (name.length <= LONGEST_KEPT) known.set(name, candidates);
  return candidates;
}

function readCandidates(name: string): readonly Candidate[] {
  const plain = name.replace(/^the /i, '').replace(/[’]/g, "'").replace(/\s+/g, ' ');
  const exact = lookUp(plain);
  if (exact.length > 0) return exact;
  const division = plain.replace(DIVISION_AFTER, '');
  if (division !== plain) {
    const found = asDivision(plain, lookUp(division));
    if (found.length > 0) return found;
  }
  const bare = plain.replace(GENERIC_AFTER, '').replace(GENERIC_BEFORE, '');
  if (bare !== plain) {
    const found = lookUp(bare);
    if (found.length > 0)
      return /^(?:Province|State|County|District) of/.test(plain) ? asDivision(plain, found) : found;
  }
  const withoutCompass = plain.replace(COMPASS, '');
  if (withoutCompass === plain) return [];
  // "Northern Mali" lies in Mali: the point of the whole, known no better than as a region.
  return lookUp(withoutCompass)
    .filter((candidate) => candidate.precision !== 'city' || candidate.prior > 5)
    .map((candidate) => ({ ...candidate, name: plain, precision: 'region', prior: candidate.prior - 1 }));
}

/** Of what a name before "Province" may be, the divisions; where there are none, what lies around the city of the name. */
function asDivision(name: string, found: readonly Candidate[]): readonly Candidate[] {
  const divisions = found.filter(({ precision }) => precision === 'region' || precision === 'district');
  const countries = new Set(divisions.map(({ country }) => country));
  const around = found
    .filter(({ precision, country }) => precision === 'city' && !countries.has(country))
    .map((city): Candidate => ({ ...city, name, precision: 'region', prior: city.prior - 0.3 }));
  const raised = divisions.map((division) => ({ ...division, prior: division.prior + 1 }));
  return [...raised, ...around].sort((a, b) => b.prior - a.prior);
}

function lookUp(name: string): readonly Candidate[] {
  const listed = findListed(name).map(fromListed);
  const key = name.toLowerCase();
  const cities = loadCities()
    .find(name)
    .slice(0, 40)
    .map((city) => fromCity(city))
    .map((city) => (cityKey(city.name) === key ? city : { ...city, prior: city.prior - 0.05 }));
  for (const spelled of findSpelled(name)) {
    const city = { ...fromCity(spelled), name };
    const twin = cities.findIndex((other) => distance(other, city) < 60);
    if (twin < 0) cities.push(city);
    else if (cities[twin]!.prior < city.prior) cities[twin] = city;
  }
  // What several lists have under one name is one place: the list made by hand goes first.
  const found: Candidate[] = [...listed];
  for (const local of findLocal(name)) addFresh(found, fromLocal(local, cities));
  for (const city of cities) addFresh(found, city);
  return found.map((place) => weighGreat(place, cities)).sort((a, b) => b.prior - a.prior);
}

function fromCity({ name, lat, lon, country, admin, population, rank }: City): Candidate {
  return {
    name,
    lat,
    lon,
    precision: rank === 'quarter' ? 'district' : 'city',
    country,
    admin,
    prior: Math.log10(Math.max(population, 300)) + RANK_PRIORS[rank],
  };
}

function addFresh(found: Candidate[], place: Candidate): void {
  const isKnown = found.some(
    (other) =>
      other.precision === place.precision &&
      distance(other, place) < (place.precision === 'region' ? 300 : 60),
  );
  if (!isKnown) found.push(place);
}

/** A great city of the list made by hand is as likely as its people make it. */
function weighGreat(place: Candidate, cities: readonly Candidate[]): Candidate {
  if (place.precision !== 'city') return place;
  const twin =
    cities.find((city) => city !== place && distance(city, place) < 30) ??
    loadCities()
      .find(place.name)
      .map(fromCity)
      .find((city) => distance(city, place) < 30);
  return twin === undefined || twin.prior <= place.prior ? place : { ...place, prior: twin.prior };
}

const LOCAL_PRIOR = 5.2;

function fromLocal(place: LocalPlace, cities: readonly Candidate[]): Candidate {
  const { name, lat, lon, country, admin, precision, people } = place;
  let prior = precision === 'region' && people !== 0 ? Math.min(7.4, Math.log10(people) + 0.3) : LOCAL_PRIOR;
  // The bare name of a division is more often that of its seat.
  for (const city of cities) {
    if (city.country === country && city.prior > 4.3 && distance(city, place) < 300) {
      prior = Math.min(prior, city.prior - 0.3);
    }
  }
  return {
    name,
    lat,
    lon,
    precision,
    ...(country === '' ? {} : { country }),
    ...(admin === undefined ? {} : { admin }),
    prior,
  };
}

function fromListed(place: KnownPlace): Candidate {
  return {
    name: place.name,
    lat: place.lat,
    lon: place.lon,
    precision: place.precision,
    ...(place.country === undefined ? {} : { country: place.country }),
    ...(place.admin === undefined ? {} : { admin: place.admin }),
    prior: PRIORS[place.precision] + (place.isCapital ? 1.2 : 0),
  };
}

/** Kilometres between two points on the globe (haversine). */
export function distance(
  a: { readonly lat: number; readonly lon: number },
  b: { readonly lat: number; readonly lon: number },
): number {
  const radians = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * radians) / 2) ** 2 +
    Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)));
}
