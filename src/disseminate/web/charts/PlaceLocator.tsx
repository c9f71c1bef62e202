import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import countries from 'world-atlas/countries-110m.json';
import type { PlacePrecision } from '../../../model/place.ts';
import { INCIDENT } from '../words/text/incident.ts';
import { drawRings, findNamePlace, makeWindow, project, SPREAD, type Window } from './locate.ts';

const SIZE = { width: 320, height: 200 } as const;
/** Room that a country's name needs to the left and right. */
const NAME_ROOM = 36;

interface Country {
  readonly name: string;
  readonly rings: readonly (readonly Position[])[];
}

let read: readonly Country[] | undefined;

/** The outlines of all countries, unpacked once. */
function readCountries(): readonly Country[] {
  const topology = countries as unknown as Topology<{
    countries: GeometryCollection<{ readonly name?: string }>;
  }>;
  read ??= feature(topology, topology.objects.countries).features.map(({ geometry, properties }) => ({
    name: properties.name ?? '',
    rings: listRings(geometry as MultiPolygon | Polygon),
  }));
  return read;
}

function listRings(geometry: MultiPolygon | Polygon): readonly (readonly Position[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function Countries({ window }: { readonly window: Window }) {
  return readCountries().map(({ name, rings }) => {
    const path = drawRings(rings, window);
    return path === '' ? null : <path key={name} d={path} className="locator-land" />;
  });
}

function Names({ window, spot }: { readonly window: Window; readonly spot: Position }) {
  return readCountries().map(({ name, rings }) => {
    if (drawRings(rings, window) === '') return null;
    const place = findNamePlace(rings, window);
    if (place === undefined) return null;
    const [x = 0, y = 0] = place;
    const isFree = Math.abs(y - spot[1]!) > 18 || Math.abs(x - spot[0]!) > 80;
    if (x < NAME_ROOM || x > SIZE.width - NAME_ROOM || y < 12 || y > SIZE.height - 6 || !isFree) return null;
    return (
      <text key={name} x={x} y={y} className="locator-name">
        {name}
      </text>
    );
  });
}

export interface PlaceLocatorProps {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly precision: PlacePrecision;
}

/**
 * Where a place lies, on outlines that come with the program: it asks nobody, and needs no WebGL. A place that is known only
 * roughly is a dashed ring, not a spot.
 */
export function PlaceLocator({ name, lat, lon, precision }: PlaceLocatorProps) {
  const window = makeWindow({ lat, lon, precision }, SIZE);
  const spot = project([lon, lat], window);
  const [x = 0, y = 0] = spot;
  const spread = SPREAD[precision];
  return (
    <figure className="locator">
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        width={SIZE.width}
        height={SIZE.height}
        role="img"
        aria-label={INCIDENT.placeLabel(name)}
      >
        <rect width={SIZE.width} height={SIZE.height} className="locator-water" />
        <Countries window={window} />
        <Names window={window} spot={spot} />
        {spread === undefined ? (
          <>
            <circle cx={x} cy={y} r={9} className="locator-ring" />
            <circle cx={x} cy={y} r={3.5} className="locator-spot" />
          </>
        ) : (
          <circle cx={x} cy={y} r={spread * window.perLat} className="locator-ring is-vague" />
        )}
        <text x={x} y={y - (spread === undefined ? 14 : 0)} className="locator-name is-place">
          {name}
        </text>
      </svg>
      <figcaption className="muted">
        {INCIDENT.precision(precision)} · {INCIDENT.coordinates(lat, lon)}
      </figcaption>
    </figure>
  );
}
