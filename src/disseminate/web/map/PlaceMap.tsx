import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Location } from '../../../model/report.ts';
import { isAtPoint } from '../../../model/watch-area.ts';
import { Phrase } from '../components/Phrase.tsx';
import { useWidth } from '../components/width.ts';
import { PLACE } from '../words/text/map.ts';
import { loadCities, loadOutlines } from './atlas.ts';
import { paintAreas } from './paint/areas.ts';
import { paintLand, paintNames, Room } from './paint/land.ts';
import { Sprites } from './paint/sprites.ts';
import { type Palette, usePalette } from './palette.ts';
import { formatView, limitView, type MapView, type Size, Window } from './view.ts';
import '../styles/map.css';

interface PlaceMapProps {
  readonly place: Pick<Location, 'name' | 'lat' | 'lon' | 'precision'>;
  readonly height?: number;
}

/** Zoom and, where it is no site, kilometres of the ring within which it lies. */
const LOOKS: Readonly<Record<Location['precision'], { readonly zoom: number; readonly km: number }>> = {
  site: { zoom: 7.5, km: 0 },
  district: { zoom: 7.5, km: 15 },
  city: { zoom: 6.6, km: 25 },
  region: { zoom: 3.6, km: 300 },
  country: { zoom: 3.4, km: 0 },
  sea: { zoom: 2.6, km: 800 },
  unknown: { zoom: 2.5, km: 0 },
};

/**
 * Where one incident is, as precisely as it is known: a cross for a site, a ring for a district, city or region, for a country the
 * country without any mark. Nothing where the place has no coordinates.
 *
 * @example
 * <PlaceMap place={incident.where} />
 */
export function PlaceMap({ place, height = 180 }: PlaceMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame, 320);
  const palette = usePalette();
  const { lat, lon, name, precision } = place;
  useEffect(() => {
    if (lat === undefined || lon === undefined || canvas.current === null) return;
    let isGone = false;
    void paintPlace(
      canvas.current,
      { place: { lat, lon, precision }, size: { width, height }, palette },
      () => isGone,
    );
    return () => {
      isGone = true;
    };
  }, [lat, lon, precision, width, height, palette]);
  if (lat === undefined || lon === undefined) return null;
  const view: MapView = { lat, lon, zoom: LOOKS[precision].zoom };
  return (
    <figure className="place-map">
      <div ref={frame}>
        <canvas
          ref={canvas}
          className="place-canvas"
          role="img"
          aria-label={`${PLACE.at(name, lat, lon)}, ${PLACE.precision[precision]}`}
          style={{ height }}
        />
      </div>
      <figcaption className="muted">
        <Phrase
          words={PLACE.where}
          parts={{ name: <span dir="auto">{name}</span>, precision: PLACE.precision[precision] }}
        />{' '}
        <Link to="/map" search={{ view: formatView(view) }}>
          {PLACE.open}
        </Link>
      </figcaption>
    </figure>
  );
}

interface PlacePainting {
  readonly place: { readonly lat: number; readonly lon: number; readonly precision: Location['precision'] };
  readonly size: Size;
  readonly palette: Palette;
}

async function paintPlace(
  canvas: HTMLCanvasElement,
  { place, size, palette }: PlacePainting,
  isGone: () => boolean,
): Promise<void> {
  const { zoom, km } = LOOKS[place.precision];
  const [outlines, cities] = await Promise.all([loadOutlines(zoom > 4 ? 'fine' : 'coarse'), loadCities()]);
  const pen = canvas.getContext('2d');
  if (isGone() || pen === null) return;
  const density = Math.min(window.devicePixelRatio, 2);
  canvas.width = Math.round(size.width * density);
  canvas.height = Math.round(size.height * density);
  pen.setTransform(density, 0, 0, density, 0, 0);
  const look = new Window(limitView({ lat: place.lat, lon: place.lon, zoom }, size), size);
  paintLand(pen, look, { outlines, palette, density });
  const room = new Room();
  const [x, y] = look.project(place);
  room.block([x - 14, y - 14, x + 14, y + 14]);
  paintNames(pen, look, { outlines, cities, palette, sprites: new Sprites(density), room });
  const isPoint = isAtPoint(place);
  if (!isPoint && km === 0) return;
  const area = { name: '', hazards: [{ km }], isChosen: true };
  paintAreas(pen, look, {
    palette,
    areas: [{ ...area, shape: { kind: 'point', lat: place.lat, lon: place.lon } }],
  });
}
