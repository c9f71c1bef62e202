import { makeClaimKey, makeClaimRef } from '../../analyse/report/claim-ref.ts';
import type { ClaimRow, EventRow, IncidentRow } from '../../disseminate/exchange/rows.ts';
import { pickSource } from '../../disseminate/exchange/rows.ts';
import type { CitedClaim } from '../../disseminate/exchange/warning.ts';
import type { Assessment } from '../../model/forecast.ts';
import type { Marking } from '../../model/marking.ts';
import type { Report, Statement } from '../../model/report.ts';
import { gradeRow } from '../grades.ts';
import type { View } from '../views.ts';

/** What a warning problem rests on: claims by `sha256:…#c1`, and incidents by id. */
export interface Ground {
  readonly claims: ReadonlySet<string>;
  readonly incidents: ReadonlySet<string>;
}

/** The claims of its signs, the incidents that they tell of, and the past incidents that its base rate counts. */
export function findGround({ contributions, baseRate }: Assessment, view: View): Ground {
  const claims = new Set(
    contributions.flatMap(({ tree }) => tree.origins.flatMap((origin) => origin.claims.map(makeClaimKey))),
  );
  return {
    claims,
    incidents: new Set([...baseRate.incidents.map(({ id }) => id), ...findIncidents(claims, view)]),
  };
}

/** Incidents that these claims tell of, in the order in which they came. */
export function findIncidents(claims: ReadonlySet<string>, { reports }: View): ReadonlySet<string> {
  const incidents = new Set<string>();
  for (const report of reports)
    for (const { claim, mentions } of report.statements) {
      if (!claims.has(makeClaimKey({ document: report.document, claim }))) continue;
      for (const { incident } of mentions) if (incident !== undefined) incidents.add(incident);
    }
  return incidents;
}

/** Claims with their pages, by `sha256:…#c1`. */
export function findCited(claims: ReadonlySet<string>, { reports }: View): ReadonlyMap<string, CitedClaim> {
  const cited = new Map<string, CitedClaim>();
  for (const report of reports)
    for (const statement of report.statements) {
      const key = makeClaimKey({ document: report.document, claim: statement.claim });
      if (!claims.has(key)) continue;
      const { url, seen } = report;
      cited.set(key, { ...makeClaimRef(report, statement), ...(url === undefined ? {} : { url }), seen });
    }
  return cited;
}

interface RowOptions {
  readonly ground: Ground | undefined;
  readonly tlp: Marking;
}

export function* listClaims({ reports }: View, { ground, tlp }: RowOptions): Generator<ClaimRow> {
  for (const [report, statement] of pair(reports)) {
    if (ground !== undefined && !isOf(ground, report, statement)) continue;
    const { mentions, ...claim } = statement;
    const incidents = mentions.flatMap(({ incident }) => incident ?? []);
    const events = mentions.map(({ event }) => event);
    yield { kind: 'claim', ...claim, events, incidents: [...new Set(incidents)], ...pickSource(report), tlp };
  }
}

export function* listEvents({ reports }: View, { ground, tlp }: RowOptions): Generator<EventRow> {
  for (const [report, statement] of pair(reports)) {
    const { claim, words } = statement;
    for (const mention of statement.mentions) {
      const isWanted = ground === undefined || isOf(ground, report, { claim, mentions: [mention] });
      if (isWanted) yield { kind: 'event', ...mention, claim, words, ...pickSource(report), tlp };
    }
  }
}

export function* listIncidents(view: View, { ground, tlp }: RowOptions): Generator<IncidentRow> {
  for (const incident of view.incidents)
    if (ground === undefined || ground.incidents.has(incident.id)) yield { ...gradeRow(incident, view), tlp };
}

function* pair(reports: readonly Report[]): Generator<readonly [Report, Statement]> {
  for (const report of reports) for (const statement of report.statements) yield [report, statement];
}

function isOf(
  { claims, incidents }: Ground,
  { document }: Report,
  { claim, mentions }: Pick<Statement, 'claim' | 'mentions'>,
): boolean {
  if (claims.has(makeClaimKey({ document, claim }))) return true;
  return mentions.some(({ incident }) => incident !== undefined && incidents.has(incident));
}
