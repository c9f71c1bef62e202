import type { MapSearch } from '../routes/map-search.ts';
import { type DaySpan, formatDay } from './bins.ts';
import { isAtPlace, type MapMarks, type PlacedRow } from './marks.ts';
import type { Window } from './view.ts';

/** What of the marks the list shows: what is in view, or at the place that was chosen, or all. */
export function listInView(
  { points, wide }: MapMarks,
  window: Window | undefined,
  { place, scope }: Pick<MapSearch, 'place' | 'scope'>,
): readonly PlacedRow[] {
  const all = [...points, ...wide.flatMap(({ rows }) => rows)];
  if (place !== undefined) return all.filter(({ row }) => isAtPlace(row, place));
  if (scope === 'all' || window === undefined) return all;
  return all.filter(({ x, y }) => window.isInSight(x, y));
}

const format = (day: number | undefined) => (day === undefined ? undefined : formatDay(day));

export function formatSpan({ from, to }: DaySpan): Pick<MapSearch, 'from' | 'to'> {
  return { from: format(from), to: format(to) };
}
