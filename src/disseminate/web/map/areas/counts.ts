import type { MapRow } from '../../../../model/map.ts';
import {
  type AreaHazard,
  type AreaRelation,
  isOfHazard,
  measureToArea,
  relateAt,
  type WatchArea,
} from '../../../../model/watch-area.ts';
import { findTelling, TELLINGS } from '../marks.ts';

/** What of one kind lies within its distance of an area. */
export interface HazardCount {
  readonly hazard: AreaHazard;
  /** Inside, in the order of `TELLINGS`. */
  readonly inside: readonly number[];
  readonly perhaps: number;
  /** Of this kind, with a place that says nothing of where. */
  readonly unknown: number;
}

function makeRelater({ shape }: Pick<WatchArea, 'shape'>, { where }: Pick<MapRow, 'where'>) {
  const { lat, lon } = where ?? {};
  if (where === undefined || lat === undefined || lon === undefined) return (): AreaRelation => 'unknown';
  const distance = measureToArea({ lat, lon }, shape);
  return (km: number): AreaRelation => relateAt(distance, where, km);
}

export function countInArea(
  area: Pick<WatchArea, 'shape' | 'hazards'>,
  rows: readonly MapRow[],
): readonly HazardCount[] {
  const counts = area.hazards.map((hazard) => ({
    hazard,
    inside: TELLINGS.map(() => 0),
    perhaps: 0,
    unknown: 0,
  }));
  for (const row of rows) {
    const fitting = counts.filter(({ hazard }) => isOfHazard(row, hazard));
    if (fitting.length === 0) continue;
    const relate = makeRelater(area, row);
    for (const count of fitting) {
      const relation = relate(count.hazard.km);
      if (relation === 'inside') count.inside[TELLINGS.indexOf(findTelling(row))]! += 1;
      else if (relation === 'perhaps') count.perhaps += 1;
      else if (relation === 'unknown') count.unknown += 1;
    }
  }
  return counts;
}

/** Whether something that is watched for lies, or may lie, within its distance. */
export function isInArea(row: MapRow, area: Pick<WatchArea, 'shape' | 'hazards'>): boolean {
  const fitting = area.hazards.filter((hazard) => isOfHazard(row, hazard));
  if (fitting.length === 0) return false;
  const relate = makeRelater(area, row);
  return fitting.some(({ km }) => relate(km) === 'inside' || relate(km) === 'perhaps');
}
