import type { IncidentSummary } from '../model/incident.ts';
import {
  findDays,
  MAP_ROWS,
  type MapParty,
  type MapPicture,
  type MapRequest,
  type MapRow,
} from '../model/map.ts';
import type { Party } from '../model/report.ts';

/** Rows of a map out of the incidents of an instant, in their order. */
export function makeMap(
  incidents: readonly IncidentSummary[],
  { asOf, request }: { readonly asOf: string; readonly request: MapRequest },
): MapPicture {
  const { type, realis, actor, from, to } = request;
  const isAll = [type, realis, actor, from, to].every((each) => each === undefined);
  const fitting = isAll ? incidents : incidents.filter((incident) => fits(incident, request));
  const limit = Math.min(request.limit ?? MAP_ROWS.usual, MAP_ROWS.most);
  return { kind: 'map', asOf, rows: fitting.slice(0, limit).map(makeRow), total: fitting.length };
}

function fits(incident: IncidentSummary, { type, realis, actor, from, to }: MapRequest): boolean {
  if (type !== undefined && incident.type !== type) return false;
  if (realis !== undefined && incident.realis !== realis) return false;
  const { actors, recipients } = incident;
  const isActor = ({ record }: Party) => record === actor;
  if (actor !== undefined && !actors.some(isActor) && !recipients.some(isActor)) return false;
  if (from === undefined && to === undefined) return true;
  const days = findDays(incident.when);
  return days !== undefined && (from === undefined || days[1] >= from) && (to === undefined || days[0] <= to);
}

function makeRow(incident: IncidentSummary): MapRow {
  const { id, type, mode, title, realis, when, where, confirmed, possible } = incident;
  return {
    id,
    type,
    ...(mode === undefined ? {} : { mode }),
    title,
    realis,
    ...(when === undefined ? {} : { when }),
    ...(where === undefined ? {} : { where }),
    actors: incident.actors.map(makeParty),
    recipients: incident.recipients.map(makeParty),
    confirmed,
    possible,
  };
}

function makeParty({ name, record }: Party): MapParty {
  return record === undefined ? { name } : { name, record };
}
