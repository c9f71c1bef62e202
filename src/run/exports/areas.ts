import type { Area } from '../../disseminate/exchange/area.ts';
import { findReach } from '../../model/watch-area.ts';
import { findCandidates } from '../../process/place/candidates.ts';
import { findCountry, loadCountries } from '../../process/place/countries.ts';

/** Kilometres of a circle around a single site: a circle of none would hold nothing. */
const LEAST = 1;

/**
 * Where a problem's places are. A country is one area whether its code or its name stands there; of other names the place that is meant by
 * them most often counts, and what no gazetteer knows has its name alone.
 *
 * @example
 * findAreas(['IQ', 'Taji']); // [{ name: 'Iraq', country: 'IQ' }, { name: 'Taji', country: 'IQ', circle: … }]
 */
export function findAreas(places: readonly string[]): readonly Area[] {
  const areas = places.map((place) => findArea(place));
  return [...new Map(areas.map((area) => [area.name, area])).values()];
}

function findArea(place: string): Area {
  const country = findCountry(place) ?? loadCountries().find(({ name }) => name === place);
  if (country !== undefined) return { name: country.name, country: country.code };
  const [found] = findCandidates(place);
  const km = found && findReach(found);
  if (found === undefined || km === undefined) return { name: place };
  return {
    name: place,
    ...(found.country === undefined ? {} : { country: found.country }),
    circle: { lat: found.lat, lon: found.lon, km: Math.max(km, LEAST) },
  };
}
