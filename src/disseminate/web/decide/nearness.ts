import type { IncidentSummary } from '../../../model/incident.ts';

type Row = Pick<IncidentSummary, 'id' | 'type' | 'when' | 'first'>;

const DAY_MS = 86_400_000;
/** Days that another type of event weighs. */
const OTHER_TYPE = 3;

/**
 * Other incidents, those first that are most likely the same happening: of nearly the same day and of the same type.
 *
 * @example
 * orderByNearness(incident, rows)[0]?.id; // that of the day before, of the same type
 */
export function orderByNearness<Each extends Row>(incident: Row, rows: readonly Each[]): readonly Each[] {
  return rows
    .filter(({ id }) => id !== incident.id)
    .map((row) => ({
      row,
      far: countDays(incident, row) + (row.type === incident.type ? 0 : OTHER_TYPE),
    }))
    .sort((a, b) => a.far - b.far || (a.row.id < b.row.id ? -1 : 1))
    .map(({ row }) => row);
}

function countDays(one: Row, other: Row): number {
  return (
    Math.abs(Date.parse(one.when?.from ?? one.first) - Date.parse(other.when?.from ?? other.first)) / DAY_MS
  );
}
