import type { PlacePrecision } from '../../model/place.ts';
import type { Note } from '../../model/reading.ts';

/** Coordinates written in the text: "33.3N 44.4E", "35°41′N 51°25′E". */
export interface Degrees {
  readonly start: number;
  readonly end: number;
  /** As fine as the figures are: whole degrees are a region, minutes and hundredths a site. */
  readonly precision: PlacePrecision;
  /** Degrees, WGS 84; absent where the figures lie outside the globe. */
  readonly point?: { readonly lat: number; readonly lon: number };
}

const FIGURE = '(\\d{1,3}(?:\\.\\d{1,8})?)';
const MINUTES =
  '(?:[°º]\\s?(?:(\\d{1,2}(?:\\.\\d{1,4})?)\\s?[′\'’]\\s?(?:(\\d{1,2}(?:\\.\\d{1,3})?)\\s?[″"”]\\s?)?)?)?';
const AXIS = `${FIGURE}\\s?${MINUTES}\\s?`;
const PAIR = new RegExp(
  `(?<![\\d.])${AXIS}(N(?:orth)?|S(?:outh)?)\\b[,;]?\\s{0,2}${AXIS}(E(?:ast)?|W(?:est)?)\\b`,
  'g',
);
const MOST = 200;

/**
 * Pairs of latitude and longitude, each with its letter of the compass. Figures outside the globe, and minutes of
 * sixty and more, are found and have no point.
 *
 * @example
 * findDegrees('struck at 33.3N 44.4E')[0]; // { start: 10, end: 21, point: { lat: 33.3, lon: 44.4 } }
 */
export function findDegrees(text: string): readonly Degrees[] {
  if (!/\d/.test(text)) return [];
  const found: Degrees[] = [];
  PAIR.lastIndex = 0;
  for (let match = PAIR.exec(text); match !== null && found.length < MOST; match = PAIR.exec(text)) {
    const [whole, lat, latMinutes, latSeconds, north, lon, lonMinutes, lonSeconds, east] = match;
    const precision: PlacePrecision =
      latMinutes !== undefined || /\.\d\d/.test(lat!) ? 'site' : lat!.includes('.') ? 'district' : 'region';
    const span = { start: match.index, end: match.index + whole.length, precision };
    const y = toDegrees([lat, latMinutes, latSeconds], 90);
    const x = toDegrees([lon, lonMinutes, lonSeconds], 180);
    if (y === undefined || x === undefined) found.push(span);
    else {
      found.push({
        ...span,
        point: { lat: north!.startsWith('S') ? -y : y, lon: east!.startsWith('W') ? -x : x },
      });
    }
  }
  return found;
}

function toDegrees(parts: readonly (string | undefined)[], most: number): number | undefined {
  const [whole, minutes, seconds] = parts.map((part) => Number(part ?? 0));
  if (minutes! >= 60 || seconds! >= 60) return undefined;
  const degrees = whole! + minutes! / 60 + seconds! / 3600;
  return degrees <= most ? degrees : undefined;
}

/** A note for each pair of figures that looks like coordinates and lies outside the globe. */
export function noteOffGlobe(text: string): readonly Note[] {
  return findDegrees(text).flatMap(({ start, end, point }): Note[] =>
    point !== undefined
      ? []
      : [
          {
            type: 'skipped',
            start,
            end,
            why: 'These coordinates lie outside the globe, so they are no place.',
            by: 'place@2',
          },
        ],
  );
}
