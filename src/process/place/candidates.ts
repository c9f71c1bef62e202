import type { PlacePrecision } from '../../model/place.ts';
import { makeCache } from '../lang/en/cache.ts';
import { cityKey, loadCities } from './cities.ts';
import type { KnownPlace } from './gazetteer.ts';
import { findListed } from './gazetteer.ts';

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

/** Words that come before or after the name proper: "the city of Mosul", "Mosul city", "Anbar province". */
const GENERIC_AFTER =
  /[ ](?:City|Province|Governorate|District|Region|County|Town|Village|Prefecture|Municipality|State|Oblast|Metropolitan Area|Airport|International Airport)$/;
const GENERIC_BEFORE =
  /^(?:City of|Town of|Province of|State of|County of|District of|Greater|Downtown|Central|Mount|Port of)[ ]/;
const COMPASS =
  /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Northeastern|Northwestern|Southeastern|Southwestern|Upper|Lower|Inner|Outer)[ ]/;

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
  const bare = plain.replace(GENERIC_AFTER, '').replace(GENERIC_BEFORE, '');
  if (bare !== plain) {
    const found = lookUp(bare);
    if (found.length > 0) return found.map((candidate) => coarser(candidate, plain));
  }
  const withoutCompass = plain.replace(COMPASS, '');
  if (withoutCompass === plain) return [];
  // "Northern Mali" lies in Mali: the point of the whole, known no better than as a region.
  return lookUp(withoutCompass)
    .filter((candidate) => candidate.precision !== 'city' || candidate.prior > 6)
    .map((candidate) => ({ ...candidate, name: plain, precision: 'region', prior: candidate.prior - 1 }));
}

function coarser(candidate: Candidate, name: string): Candidate {
  if (
    candidate.precision !== 'city' ||
    !/County|Province|Governorate|State|Region|Oblast|District/.test(name)
  ) {
    return candidate;
  }
  return { ...candidate, name, precision: 'region' };
}

function lookUp(name: string): readonly Candidate[] {
  const listed = findListed(name).map(fromListed);
  const cities = loadCities()
    .find(name)
    .slice(0, 40)
    .map(
      (city): Candidate => ({
        name: city.name,
        lat: city.lat,
        lon: city.lon,
        precision: 'city',
        country: city.country,
        admin: city.admin,
        prior:
          Math.log10(Math.max(city.population, 300)) +
          (city.rank === 'capital' ? 1.2 : city.rank === 'seat' ? 0.4 : 0) -
          (cityKey(city.name) === name.toLowerCase() ? 0 : 0.05),
      }),
    );
  // A city that the supplement has under the same name is the same city: keep the listed one.
  const fresh = cities.filter(
    (city) => !listed.some((place) => place.precision === 'city' && distance(place, city) < 60),
  );
  return [...listed, ...fresh].sort((a, b) => b.prior - a.prior);
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
