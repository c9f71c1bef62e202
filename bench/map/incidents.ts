import { isStack, makeClusters } from '../../src/disseminate/web/map/clusters.ts';
import { makeMarks } from '../../src/disseminate/web/map/marks.ts';
import { findLat, findLon, formatView } from '../../src/disseminate/web/map/view.ts';
import type { Desk } from '../../src/model/desk.ts';
import { EVENT_TYPES, REALIS } from '../../src/model/event.ts';
import type { Incident, IncidentSummary } from '../../src/model/incident.ts';
import { makeMap } from '../../src/run/map.ts';
import { makeRandom } from '../../src/stats/random.ts';
import { karvoniaDesk, RAID } from '../../test/setup/karvonia-desk.ts';

/** Addresses that show something in the middle of the map, where a click meets it. */
export interface MapTargets {
  readonly singles: readonly string[];
  readonly groups: readonly string[];
}

/** Where things happen more often: centres with how far around them, in degrees. */
const CENTRES = [
  [33.3, 44.4, 3],
  [34.8, 38.5, 2],
  [31.5, 34.5, 1.5],
  [48.5, 36, 4],
  [15.3, 44.2, 3],
  [13.5, 2, 5],
  [9, 7.5, 4],
  [4.6, -74, 4],
  [34, 69, 4],
  [21, 96, 3],
] as const;

/** A desk with so many incidents: most around a few centres, some anywhere, some known only to the country. */
export function makeMapDesk(
  count: number,
  now: string,
): { readonly desk: Desk; readonly targets: MapTargets } {
  const random = makeRandom(7);
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const incidents = Array.from({ length: count }, (_, at): IncidentSummary => {
    const [lat, lon, spread] =
      random() < 0.8 ? pick(CENTRES) : [random() * 110 - 50, random() * 340 - 170, 4];
    const isWide = random() < 0.06;
    const day = new Date(Date.parse(now) - Math.floor(random() ** 2 * 300) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const around = (random() + random() + random() - 1.5) * spread;
    return {
      kind: 'incident',
      id: `i${at}`,
      type: pick(EVENT_TYPES),
      title: `Incident ${at}`,
      realis: random() < 0.6 ? 'occurred' : pick(REALIS),
      when: { from: day, to: day, precision: 'day' },
      where: isWide
        ? { name: 'Country', lat, lon, precision: 'country' }
        : {
            name: `Place ${at}`,
            lat: Math.round((lat + around) * 1_000) / 1_000,
            lon: Math.round((lon + (random() + random() - 1) * spread) * 1_000) / 1_000,
            precision: 'city',
          },
      actors: [{ name: `Actor ${at % 40}`, type: 'organization' }],
      recipients: [],
      mentions: 3,
      documents: 2,
      confirmed: 1,
      possible: 1,
      differing: 0,
      first: now,
      last: now,
    };
  });
  const byId = new Map(incidents.map((each) => [each.id, each]));
  const desk: Desk = {
    ...karvoniaDesk,
    getMap: async (request) => makeMap(incidents, { asOf: now, request }),
    getIncident: async (id) => {
      const [raid, own] = [await karvoniaDesk.getIncident(RAID), byId.get(id)];
      return raid === undefined || own === undefined ? undefined : ({ ...raid, ...own } as Incident);
    },
  };
  return { desk, targets: findTargets(incidents, now) };
}

/** Addresses that put something in the middle of the map. */
function findTargets(incidents: readonly IncidentSummary[], now: string): MapTargets {
  const { points } = makeMarks(makeMap(incidents, { asOf: now, request: { limit: 20_000 } }).rows);
  const aim = (zoom: number, isWanted: (rows: number) => boolean): readonly string[] =>
    makeClusters(points, zoom)
      .filter((cluster) => isWanted(cluster.rows.length) && (cluster.rows.length === 1 || !isStack(cluster)))
      .slice(0, 12)
      .map(({ x, y }) => `/map?view=${formatView({ lat: findLat(y), lon: findLon(x), zoom })}`);
  return { singles: aim(6, (rows) => rows === 1), groups: aim(4, (rows) => rows > 3) };
}
