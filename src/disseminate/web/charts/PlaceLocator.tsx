import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import countries from 'world-atlas/countries-110m.json';
import type { PlacePrecision } from '../../../model/place.ts';
import { INCIDENT } from '../words/text/incident.ts';
import { type Box, drawRings, findNamePlace, makeWindow, project, SPREAD, type Window } from './locate.ts';

const SIZE = { width: 320, height: 200 } as const;
/** Pixels of a letter: of a country's name, and of the place's. */
const LETTER = 6;
const PLACE_LETTER = 7.5;

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

/** Names of countries, none over another nor over the place itself. */
function Names({ window, around }: { readonly window: Window; readonly around: readonly Box[] }) {
  const taken = [...around];
  return readCountries().map(({ name, rings }) => {
    if (drawRings(rings, window) === '') return null;
    const size = { width: name.length * LETTER + 6, height: 14 };
    const place = findNamePlace(rings, { window, size, taken });
    if (place === undefined) return null;
    const [x = 0, y = 0] = place;
    taken.push({ x, y, ...size });
    return (
      <text key={name} x={x} y={y} dy="4" className="locator-name">
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
  const [x = 0, y = 0] = project([lon, lat], window);
  const spread = SPREAD[precision];
  const nameY = y - (spread === undefined ? 14 : 0);
  const around: readonly Box[] = [
    { x, y, width: 24, height: 24 },
    { x, y: nameY - 4, width: name.length * PLACE_LETTER, height: 18 },
  ];
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
        <Names window={window} around={around} />
        {spread === undefined ? (
          <>
            <circle cx={x} cy={y} r={9} className="locator-ring" />
            <circle cx={x} cy={y} r={3.5} className="locator-spot" />
          </>
        ) : (
          <circle cx={x} cy={y} r={spread * window.perLat} className="locator-ring is-vague" />
        )}
        <text x={x} y={nameY} className="locator-name is-place">
          {name}
        </text>
      </svg>
      <figcaption className="muted">
        {INCIDENT.precision(precision)} · {INCIDENT.coordinates(lat, lon)}
      </figcaption>
    </figure>
  );
}
