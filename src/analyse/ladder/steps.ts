import type { Ladder } from '../../model/ladder.ts';
import type { LadderPlan } from '../../model/problem.ts';
import type { ClaimRef, Report } from '../../model/report.ts';
import { findIncidentDay, findTellings, type IncidentTelling, isTelling } from '../forecast/incidents.ts';
import { findPublished } from '../forecast/instants.ts';
import { nameIncident } from '../incident/incidents.ts';
import { getOrder } from '../origin/order.ts';
import { makeClaimKey, makeClaimRef } from '../report/claim-ref.ts';
import { pickReports } from '../report/picks.ts';
import { findDoer, type NoDoer } from './doer.ts';
import { matchRungs } from './sightings.ts';

/** An incident as a step, before it is known what it answers. */
export type BareStep = Omit<Ladder['steps'][number], 'answers'> & {
  /** When it was first told of, in milliseconds. */
  readonly first: number;
  /** Incidents that texts call what it answers, with the number of documents that do. */
  readonly causes: ReadonlyMap<string, number>;
};

/** Why an incident that fits a rung is no step: its day is not known, or it is not known whose it is. */
export type Misfit = 'no day' | NoDoer;

/** Claims that a step shows: the first of so many documents. */
const MOST_CLAIMS = 12;

/** All that is told of an incident, and whether it is one that answers the problem's question. */
interface Told {
  readonly incident: string;
  readonly tellings: readonly IncidentTelling[];
  readonly isOutcome: boolean;
}

/** What was made of an incident before, with all that it rests on. */
interface Made {
  readonly on: readonly IncidentTelling[];
  readonly isOutcome: boolean;
  readonly step: BareStep | Misfit;
}

const made = new WeakMap<LadderPlan, Map<string, Made>>();

interface Steps {
  readonly steps: readonly BareStep[];
  /** Incidents that fit a rung and are no step, by why. */
  readonly misfits: ReadonlyMap<Misfit, number>;
}

/** Found before among the very same reports, whatever the instant; a list that has grown since is looked at again. */
const kept = new WeakMap<
  readonly Report[],
  Map<LadderPlan, { readonly of: number; readonly found: Steps }>
>();

/**
 * The incidents of two sides that fit a rung, in the order of their days, and how many do and are no step.
 *
 * @param outcomes Incidents that fit the problem's outcome, among the same reports.
 */
export function findSteps(
  plan: LadderPlan,
  reports: readonly Report[],
  outcomes: ReadonlySet<string>,
): Steps {
  const known = kept.get(reports) ?? new Map<LadderPlan, { of: number; found: Steps }>();
  kept.set(reports, known);
  const before = known.get(plan);
  if (before?.of === reports.length) return before.found;
  const found = collectSteps(plan, reports, outcomes);
  known.set(plan, { of: reports.length, found });
  return found;
}

function collectSteps(plan: LadderPlan, reports: readonly Report[], outcomes: ReadonlySet<string>): Steps {
  const ids = new Set<string>();
  for (const report of pickReports(reports, plan, (each) => matchRungs(plan, each).size > 0))
    for (const { incident } of matchRungs(plan, report).keys()) ids.add(incident!);
  const steps: BareStep[] = [];
  const misfits = new Map<Misfit, number>();
  if (ids.size === 0) return { steps, misfits };
  for (const [incident, tellings] of findTellings(reports, ids)) {
    const step = makeOnce(plan, { incident, tellings, isOutcome: outcomes.has(incident) });
    if (typeof step === 'string') misfits.set(step, (misfits.get(step) ?? 0) + 1);
    else steps.push(step);
  }
  return { steps: steps.sort(compareSteps), misfits };
}

function compareSteps(a: BareStep, b: BareStep): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.first - b.first || (a.incident < b.incident ? -1 : 1);
}

/** What comes in changes few incidents of many: the others are as they were. */
function makeOnce(plan: LadderPlan, told: Told): BareStep | Misfit {
  const { incident, tellings, isOutcome } = told;
  const known = made.get(plan) ?? new Map<string, Made>();
  made.set(plan, known);
  const before = known.get(incident);
  if (
    before?.isOutcome === isOutcome &&
    before.on.length === tellings.length &&
    before.on.every((each, i) => each === tellings[i])
  )
    return before.step;
  const step = makeStep(plan, told);
  known.set(incident, { on: tellings, isOutcome, step });
  return step;
}

function makeStep(plan: LadderPlan, { incident, tellings, isOutcome }: Told): BareStep | Misfit {
  const rungOf = ({ report, mention }: IncidentTelling) => matchRungs(plan, report).get(mention);
  const told = tellings
    .filter((telling) => rungOf(telling) !== undefined || !isAgainst(telling))
    .sort((a, b) => getOrder(a.report) - getOrder(b.report));
  const fitting = told.filter((telling) => rungOf(telling) !== undefined);
  const doer = findDoer(plan, told, isOutcome);
  if (typeof doer === 'string') return doer;
  const day = findDay(told, fitting);
  if (day === undefined) return 'no day';
  return {
    incident,
    title: nameIncident(told),
    day,
    ...doer,
    rung: chooseRung(fitting.map((telling) => [rungOf(telling)!, telling.report.document])),
    claims: listClaims(fitting),
    first: Math.min(...told.map(({ report }) => findPublished(report))),
    causes: countCauses(incident, told),
  };
}

/** What says that it is not so, or not in earnest, tells neither the day of a deed nor who did it, unless a rung asks for that very thing. */
function isAgainst({ statement, mention }: IncidentTelling): boolean {
  return (
    statement.stance === 'denies' ||
    statement.stance === 'doubts' ||
    statement.polarity === 'negated' ||
    statement.evidence === 'withheld' ||
    mention.realis === 'denied' ||
    mention.realis === 'exercise'
  );
}

/** Announced, made ready, feared or under way, and no finished deed. */
const OPEN = new Set<string>([
  'ongoing',
  'ordered',
  'prepared',
  'threatened',
  'expected',
  'possible',
  'conditional',
]);

/** Whether it is told as done: a drill is a step where a rung asks for drills. */
function isDone(telling: IncidentTelling): boolean {
  return isTelling(telling) || telling.mention.realis === 'exercise';
}

/**
 * The day of a deed is that on which it is said to have happened. What has not happened yet or goes on (a threat, a preparation) and has no day
 * of its own is a step from the day on which it was first reported as news: the other side can answer no sooner.
 */
function findDay(told: readonly IncidentTelling[], fitting: readonly IncidentTelling[]): string | undefined {
  const isOpen = ({ mention }: IncidentTelling) => OPEN.has(mention.realis);
  const said = fitting.some(isDone) ? findIncidentDay(told.filter(isDone)) : undefined;
  if (said !== undefined || !fitting.every(isOpen)) return said;
  const days = fitting.flatMap(({ report, mention }) =>
    !mention.background && /^\d{4}-\d{2}-\d{2}/.test(report.published ?? '')
      ? [new Date(findPublished(report)).toISOString().slice(0, 10)]
      : [],
  );
  return days.reduce<string | undefined>(
    (first, day) => (first === undefined || day < first ? day : first),
    undefined,
  );
}

/** The rung by most documents, the higher one among equals: a single text that makes more of it does not lift a step. */
function chooseRung(rungs: readonly (readonly [rung: number, document: string])[]): number {
  const documents = new Map<number, Set<string>>();
  for (const [rung, document] of rungs) documents.set(rung, (documents.get(rung) ?? new Set()).add(document));
  const counts = [...documents].map(([rung, { size }]) => ({ rung, size }));
  return counts.sort((a, b) => b.size - a.size || b.rung - a.rung)[0]!.rung;
}

/** The first claim of each document, earliest first. */
function listClaims(fitting: readonly IncidentTelling[]): readonly ClaimRef[] {
  const claims = new Map<string, ClaimRef>();
  for (const { report, statement } of fitting) {
    if (claims.has(report.document)) continue;
    if (claims.size === MOST_CLAIMS) break;
    claims.set(report.document, makeClaimRef(report, statement));
  }
  return [...new Map([...claims.values()].map((claim) => [makeClaimKey(claim), claim])).values()];
}

/** What texts say that it answers: "in retaliation for the strike" and the like, as the reader linked them. */
function countCauses(incident: string, told: readonly IncidentTelling[]): ReadonlyMap<string, number> {
  const documents = new Map<string, Set<string>>();
  for (const { report, mention } of told) {
    if (mention.responseTo === undefined) continue;
    const cause = findIncidentOf(report, mention.responseTo);
    if (cause === undefined || cause === incident) continue;
    documents.set(cause, (documents.get(cause) ?? new Set()).add(report.document));
  }
  return new Map([...documents].map(([cause, { size }]) => [cause, size]));
}

/** The incident that an event of a report tells of. */
function findIncidentOf(report: Report, event: string): string | undefined {
  for (const { mentions } of report.statements) {
    for (const mention of mentions) if (mention.event === event) return mention.incident;
  }
  return undefined;
}
