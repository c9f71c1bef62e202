import { findReach } from '../../model/watch-area.ts';
import type { IncidentRow } from './rows.ts';

/**
 * An incident as a Feature of GeoJSON (RFC 7946). It has a point where one is known that is finer than a country; `radiusKm` says how far from
 * it the place may lie. Else its geometry is null.
 */
export function makeFeature({ kind, id, where, ...facts }: IncidentRow) {
  return {
    type: 'Feature' as const,
    id,
    geometry: makePoint(where),
    properties: {
      kind,
      ...facts,
      ...(where === undefined ? {} : describePlace(where)),
    },
  };
}

function makePoint(where: IncidentRow['where']) {
  const { lat, lon } = where ?? {};
  if (where === undefined || lat === undefined || lon === undefined || findReach(where) === undefined)
    return null;
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return null;
  return { type: 'Point' as const, coordinates: [lon, lat] as const };
}

function describePlace(where: NonNullable<IncidentRow['where']>) {
  const km = findReach(where);
  return {
    place: where.name,
    ...(where.country === undefined ? {} : { country: where.country }),
    precision: where.precision,
    ...(km === undefined || makePoint(where) === null ? {} : { radiusKm: km }),
  };
}

/** Features as one collection, bit by bit. What is of all of them stands before them: readers pass over members that they do not know. */
export async function* writeCollection(
  rows: AsyncIterable<IncidentRow>,
  facts: { readonly tlp: string; readonly asOf: string; readonly generator: string },
): AsyncGenerator<string> {
  const head = JSON.stringify({ type: 'FeatureCollection', ...facts });
  yield `${head.slice(0, -1)},"features":[`;
  let before = '\n';
  for await (const row of rows) {
    yield `${before}${JSON.stringify(makeFeature(row))}`;
    before = ',\n';
  }
  yield '\n]}\n';
}
