import type { Cause } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Mention, Report, Statement } from '../../model/report.ts';
import { traceReport } from '../origin/access.ts';
import { planClaimRepeats } from './claim-repeats.ts';
import { makeRepeats } from './fall.ts';
import type { GivenUp } from './given-up.ts';
import { groupBy } from './group.ts';
import type { Part, Plan } from './plan.ts';
import { keyOutlet, planSourceRelays } from './sources.ts';

/** An event told in a report, with the outlet that the report has it from, where it credits one. */
interface Telling extends Part {
  readonly mention: Mention;
  readonly outlet: string;
  readonly credited: string | undefined;
}

/**
 * Sets aside what only repeats what was set aside: "Channel Courier reported that …" where nothing that Channel Courier reports of
 * the incident stands any more, and sentences taken word for word. Goes on from relay to relay; a circle of them ends, since
 * each thing is set aside once.
 *
 * @param judgements Those that hold.
 */
export function planRepeats(
  plan: Plan,
  newest: readonly Report[],
  {
    givenUp,
    judgements,
  }: { readonly givenUp: readonly GivenUp[]; readonly judgements: readonly Judgement[] },
): void {
  planCopies(plan, newest);
  planSourceRelays(plan, judgements, newest);
  if (plan.isEmpty && givenUp.length === 0) return;
  const incidents = new Set(givenUp.map(({ incident }) => incident));
  for (const { incidents: told } of plan.list(newest)) for (const id of told) incidents.add(id);
  const byIncident = collectTellings(newest, incidents);
  for (const tellings of byIncident.values()) planCredits(plan, tellings);
  for (const [incident, each] of groupBy(givenUp, (one) => one.incident))
    planNumbers(plan, each, byIncident.get(incident) ?? []);
  planClaimRepeats(plan, newest);
}

function collectTellings(
  newest: readonly Report[],
  incidents: ReadonlySet<string>,
): ReadonlyMap<string, readonly Telling[]> {
  const found = new Map<string, Telling[]>();
  if (incidents.size === 0) return found;
  for (const report of newest) {
    const outlet = keyOutlet(report);
    let credits: ReadonlyMap<Statement, string | undefined> | undefined;
    for (const statement of report.statements) {
      for (const mention of statement.mentions) {
        const { incident } = mention;
        if (incident === undefined || !incidents.has(incident)) continue;
        credits ??= listCredited(report);
        const list = found.get(incident) ?? [];
        list.push({ report, statement, mention, outlet, credited: credits.get(statement) });
        found.set(incident, list);
      }
    }
  }
  return found;
}

/** Whom a report has each statement from: the last outlet before whoever is first-hand. */
function listCredited(report: Report): ReadonlyMap<Statement, string | undefined> {
  return new Map(traceReport(report).map(({ statement, credits }) => [statement, credits.at(-1)?.key]));
}

/** Of one incident: relays of an outlet of which nothing stands go the same way, and those of theirs. */
function planCredits(plan: Plan, tellings: readonly Telling[]): void {
  const relays = groupBy(tellings, ({ credited, outlet }) => (credited === outlet ? undefined : credited));
  const standing = new Map<string, number>();
  const gone = new Map<string, Telling>();
  for (const telling of tellings) {
    const { outlet } = telling;
    const isGone = plan.has(telling);
    standing.set(outlet, (standing.get(outlet) ?? 0) + (isGone ? 0 : 1));
    if (isGone && !gone.has(outlet)) gone.set(outlet, telling);
  }
  // Outlets of which nothing stands any more; those whose last telling falls join them.
  const fallen = [...gone.keys()].filter((outlet) => standing.get(outlet) === 0);
  for (const outlet of fallen) {
    for (const relay of relays.get(outlet) ?? []) {
      if (!plan.add(relay, makeRepeats(plan, gone.get(outlet)!))) continue;
      const left = (standing.get(relay.outlet) ?? 0) - 1;
      standing.set(relay.outlet, left);
      if (!gone.has(relay.outlet)) gone.set(relay.outlet, relay);
      if (left === 0) fallen.push(relay.outlet);
    }
  }
}

/** Numbers of one incident that an outlet gave up do not live on in those who have them from it. */
function planNumbers(plan: Plan, givenUp: readonly GivenUp[], tellings: readonly Telling[]): void {
  const name = (outlet: string, { of, value }: Pick<GivenUp, 'of' | 'value'>) => `${outlet} ${of} ${value}`;
  const causes = new Map<string, Cause>();
  for (const each of givenUp) {
    const key = name(each.outlet, each);
    if (!causes.has(key)) causes.set(key, each.cause);
  }
  for (const { report, mention, credited } of tellings) {
    if (credited === undefined) continue;
    for (const figure of mention.figures) {
      const cause = causes.get(name(credited, figure));
      if (cause !== undefined) plan.addFigure(report, figure, cause);
    }
  }
}

/** Sentences that a report has word for word from one whose own is set aside. */
function planCopies(plan: Plan, newest: readonly Report[]): void {
  if (plan.isEmpty) return;
  const byDocument = new Map<string, Report>(newest.map((report) => [report.document, report]));
  const copied = new Map<Report, ReadonlyMap<string, Statement>>();
  // Earlier ones first: a copy of a copy goes with both.
  for (const report of newest) {
    for (const { document } of report.reuses) {
      const source = byDocument.get(document);
      if (source === undefined || !plan.touches(source)) continue;
      const gone = copied.get(source) ?? listGone(plan, source);
      copied.set(source, gone);
      for (const statement of report.statements) {
        const first = gone.get(statement.words);
        if (first === undefined) continue;
        plan.add({ report, statement }, makeRepeats(plan, { report: source, statement: first }));
      }
    }
  }
}

function listGone(plan: Plan, report: Report): ReadonlyMap<string, Statement> {
  const gone = new Map<string, Statement>();
  for (const statement of report.statements)
    if (plan.has({ report, statement })) gone.set(statement.words, statement);
  return gone;
}
