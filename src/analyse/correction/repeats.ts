import type { Cause } from '../../model/correction.ts';
import type { Mention, Report, Statement } from '../../model/report.ts';
import { traceReport } from '../origin/access.ts';
import { makeClaimRef } from '../report/claim-ref.ts';
import { type GivenUp, keyOutlet } from './given-up.ts';
import type { Part, Plan } from './plan.ts';

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
 */
export function planRepeats(plan: Plan, newest: readonly Report[], givenUp: readonly GivenUp[]): void {
  if (plan.isEmpty && givenUp.length === 0) return;
  planCopies(plan, newest);
  const incidents = new Set(givenUp.map(({ incident }) => incident));
  for (const { incidents: told } of plan.list(newest)) for (const id of told) incidents.add(id);
  const byIncident = collectTellings(newest, incidents);
  for (const tellings of byIncident.values()) planCredits(plan, tellings);
  for (const each of givenUp) planNumbers(plan, each, byIncident.get(each.incident) ?? []);
}

function collectTellings(
  newest: readonly Report[],
  incidents: ReadonlySet<string>,
): ReadonlyMap<string, readonly Telling[]> {
  const found = new Map<string, Telling[]>();
  for (const report of newest) {
    for (const statement of report.statements) {
      for (const mention of statement.mentions) {
        const { incident } = mention;
        if (incident === undefined || !incidents.has(incident)) continue;
        const list = found.get(incident) ?? [];
        list.push({ report, statement, mention, outlet: keyOutlet(report), credited: undefined });
        found.set(incident, list);
      }
    }
  }
  for (const [incident, tellings] of found) found.set(incident, tellings.map(credit));
  return found;
}

/** Whom a telling has it from: the last outlet before whoever is first-hand. */
function credit(telling: Telling): Telling {
  const traced = traceReport(telling.report).find(({ statement }) => statement === telling.statement);
  return { ...telling, credited: traced?.credits.at(-1)?.key };
}

/** Of one incident: relays of an outlet of which nothing stands go the same way, and those of theirs. */
function planCredits(plan: Plan, tellings: readonly Telling[]): void {
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (const telling of tellings) {
      const { credited } = telling;
      if (credited === undefined || credited === telling.outlet || plan.has(telling)) continue;
      const own = tellings.filter(({ outlet }) => outlet === credited);
      const gone = own.find((each) => plan.has(each));
      if (gone === undefined || own.some((each) => !plan.has(each))) continue;
      isMore = plan.add(telling, makeCause(plan, gone)) || isMore;
    }
  }
}

function makeCause(plan: Plan, { report, statement, mention }: Part): Cause {
  const because = plan.findCause({ report, statement, ...(mention === undefined ? {} : { mention }) });
  return {
    type: 'repeats',
    claim: makeClaimRef(report, statement),
    because: because.type === 'repeats' ? because.because : because,
    known: because.known,
  };
}

/** Numbers that an outlet gave up do not live on in those who have them from it. */
function planNumbers(plan: Plan, { outlet, of, value, cause }: GivenUp, tellings: readonly Telling[]): void {
  for (const { report, mention, credited } of tellings) {
    if (credited !== outlet) continue;
    for (const figure of mention.figures)
      if (figure.of === of && figure.value === value) plan.addFigure(report, figure, cause);
  }
}

/** Sentences that a report has word for word from one whose own is set aside. */
function planCopies(plan: Plan, newest: readonly Report[]): void {
  if (plan.isEmpty) return;
  const byDocument = new Map<string, Report>(newest.map((report) => [report.document, report]));
  // Earlier ones first: a copy of a copy goes with both.
  for (const report of newest) {
    for (const { document } of report.reuses) {
      const source = byDocument.get(document);
      if (source === undefined || !plan.touches(source)) continue;
      const gone = new Map<string, Statement>();
      for (const statement of source.statements)
        if (plan.has({ report: source, statement })) gone.set(statement.words, statement);
      for (const statement of report.statements) {
        const copied = gone.get(statement.words);
        if (copied === undefined) continue;
        plan.add({ report, statement }, makeCause(plan, { report: source, statement: copied }));
      }
    }
  }
}
