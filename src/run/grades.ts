import type { Incident, IncidentSummary } from '../model/incident.ts';
import type { View } from './views.ts';

/** A row with how credible the incident is. */
export function gradeRow<Row extends IncidentSummary>(row: Row, { grades }: View): Row {
  const information = grades.gradeIncident(row.id);
  return information === undefined ? row : { ...row, grade: information.grade };
}

/** An incident with how credible it is and with its sources' marks: the two stand apart. */
export function gradeIncident(incident: Incident, view: View): Incident {
  const information = view.grades.gradeIncident(incident.id);
  return {
    ...gradeRow(incident, view),
    ...(information === undefined ? {} : { information }),
    sources: view.grades.markSources(incident.tree),
  };
}
