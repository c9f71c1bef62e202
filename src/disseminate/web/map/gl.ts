import { Map as LandMap, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type Detail, loadCountries } from './atlas.ts';
import type { Palette } from './palette.ts';
import type { Land } from './surface.ts';

/* Land drawn by a graphics card. It asks nobody for anything: shapes, worker and style are our own. */

setWorkerUrl(workerUrl);

function makeStyle({ land, sea, edge }: Palette): StyleSpecification {
  return {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, tolerance: 0.2 },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': sea } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': land } },
      {
        id: 'borders',
        type: 'line',
        source: 'countries',
        paint: { 'line-color': edge, 'line-width': 0.6 },
      },
    ],
  };
}

/** Rejects where it cannot be drawn so. */
export async function createLand(container: HTMLElement, palette: Palette): Promise<Land> {
  const map = new LandMap({
    container,
    style: makeStyle(palette),
    interactive: false,
    attributionControl: false,
    trackResize: false,
    fadeDuration: 0,
    maxPitch: 0,
    renderWorldCopies: true,
  });
  await new Promise<void>((resolve, reject) => {
    map.once('load', () => resolve());
    map.once('error', ({ error }) => reject(error));
  });
  let width = 0;
  let height = 0;
  return {
    show: ({ lat, lon, zoom }, size) => {
      if (size.width !== width || size.height !== height) map.resize();
      ({ width, height } = size);
      map.jumpTo({ center: [lon, lat], zoom });
      // In the same frame as what is drawn above it.
      map.redraw();
    },
    paint: ({ land, sea, edge }) => {
      map.setPaintProperty('sea', 'background-color', sea);
      map.setPaintProperty('land', 'fill-color', land);
      map.setPaintProperty('borders', 'line-color', edge);
    },
    setDetail: (detail: Detail) => {
      void loadCountries(detail).then((data) => {
        const source = map.getSource('countries');
        if (source !== undefined && 'setData' in source)
          (source.setData as (given: typeof data) => void)(data);
      });
    },
    remove: () => map.remove(),
  };
}
