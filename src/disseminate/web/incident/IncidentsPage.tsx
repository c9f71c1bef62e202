import { getRouteApi } from '@tanstack/react-router';
import { useIncidents } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { PictureRows } from '../components/PictureRows.tsx';
import { IncidentLine } from './IncidentLine.tsx';

const incidentsRoute = getRouteApi('/incidents');

/** What is said to have happened, or to be prepared, threatened or feared. */
export function IncidentsPage() {
  const { country } = incidentsRoute.useSearch();
  const incidents = useIncidents({ asOf: useAsOf(), country });
  return (
    <PictureRows
      title="Incidents"
      noun="incident"
      nouns="incidents"
      query={incidents}
      country={country}
      to="/incidents"
    >
      {(incident) => (
        <li key={incident.id}>
          <IncidentLine incident={incident} />
        </li>
      )}
    </PictureRows>
  );
}
