import type { Credibility } from '../../model/grade.ts';
import type { Incident } from '../../model/incident.ts';
import type { Report } from '../../model/report.ts';
import type { ReportRole } from '../../model/story.ts';
import { tellIncident } from '../incident/incidents.ts';
import type { ToldMention } from '../incident/told.ts';
import { traceOrigins } from '../origin/origins.ts';
import { gradeIncident, type WorkedOut } from './information.ts';
import { type Matter, weighMatter } from './matter.ts';
import type { Brings, Entry } from './records.ts';
import { STANDS_AFTER, settle } from './settle.ts';
import { findStakes } from './stakes.ts';
import { areKin, makeOutlet, type Voice } from './voices.ts';

/** One incident with who says what of it. */
export interface Weighed {
  readonly incident: Incident;
  readonly matter: Matter;
}

/** What one incident tells of its sources, and how credible it is. */
export interface Findings {
  readonly incident: string;
  readonly title: string;
  readonly information: WorkedOut;
  /**
   * What sources reported first or on their own, and what became of that. What they repeat is no merit of theirs; what they make of
   * their sources beyond their words counts against them.
   */
  readonly entries: readonly { readonly voice: Voice; readonly entry: Entry }[];
  readonly heard: readonly { readonly voice: Voice; readonly document: string; readonly brings: Brings }[];
}

export function weighIncident(id: string, told: readonly ToldMention[]): Weighed {
  const incident = tellIncident(id, told);
  return { incident, matter: weighMatter(told, incident.tree) };
}

interface Kept extends Holding {
  readonly told: readonly ToldMention[];
}

/**
 * Findings by the first report that tells of an incident, and its id: they hold for as long as the same mentions tell of it, so
 * that a new document costs no more than the incidents that it is about.
 */
const kept = new WeakMap<Report, Map<string, readonly Kept[]>>();
/** Sets of mentions that are remembered of each incident: as of so many instants. */
const MOST = 4;

/**
 * @param asOf Milliseconds since 1970: nothing later is known.
 */
export function findOn(id: string, told: readonly ToldMention[], asOf: number): Findings {
  return findHolding(id, told, asOf).findings;
}

/** Findings with the instants between which they hold as long as nothing new is told. */
export interface Holding {
  readonly findings: Findings;
  /** A denial comes to stand with time alone. In milliseconds; `until` is the first at which it is otherwise. */
  readonly since: number;
  readonly until: number;
}

/** As `findOn`, with how long it holds. */
export function findHolding(id: string, told: readonly ToldMention[], asOf: number): Holding {
  const [first] = told;
  const known = (first && kept.get(first.report)?.get(id)) ?? [];
  const same = known.find((each) => each.since <= asOf && asOf < each.until && isSame(each.told, told));
  if (same !== undefined) return same;
  const weighed = weighIncident(id, told);
  const turns = weighed.matter.denials.map(({ claim }) => claim.order + STANDS_AFTER);
  const made: Kept = {
    told,
    findings: make(weighed, asOf),
    since: Math.max(Number.NEGATIVE_INFINITY, ...turns.filter((turn) => turn <= asOf)),
    until: Math.min(Number.POSITIVE_INFINITY, ...turns.filter((turn) => turn > asOf)),
  };
  if (first === undefined) return made;
  const ofReport = kept.get(first.report) ?? new Map<string, readonly Kept[]>();
  kept.set(first.report, ofReport);
  ofReport.set(id, [made, ...known].slice(0, MOST));
  return made;
}

interface KeptDigit {
  readonly told: readonly ToldMention[];
  readonly digit: Credibility;
}

const digits = new WeakMap<Report, Map<string, KeptDigit>>();

/**
 * How credible an incident is, by its digit alone: it follows from who affirms and who denies, so that neither figures nor distortions need
 * be looked at, and from what is told alone, whenever it is asked.
 */
export function findDigit(id: string, told: readonly ToldMention[]): Credibility {
  const [first] = told;
  const before = first && digits.get(first.report)?.get(id);
  if (before !== undefined && isSame(before.told, told)) return before.digit;
  const tree = traceOrigins(told.map(({ report, statement }) => ({ report, statement })));
  const digit = gradeIncident(weighMatter(told, tree), { figures: [], disputes: [] }).workedOut;
  if (first !== undefined) {
    const ofReport = digits.get(first.report) ?? new Map<string, KeptDigit>();
    digits.set(first.report, ofReport.set(id, { told, digit }));
  }
  return digit;
}

function isSame(told: readonly ToldMention[], others: readonly ToldMention[]): boolean {
  return (
    told === others ||
    (told.length === others.length &&
      told.every(
        ({ report, mention }, at) => report === others[at]?.report && mention === others[at]?.mention,
      ))
  );
}

function make(weighed: Weighed, asOf: number): Findings {
  const { incident, matter } = weighed;
  return {
    incident: incident.id,
    title: incident.title,
    information: gradeIncident(matter, incident),
    entries: [...listStakes(weighed, asOf), ...listDistortions(incident)],
    heard: listHeard(matter),
  };
}

function listStakes({ incident, matter }: Weighed, asOf: number): Findings['entries'] {
  const { figures, tree, id, title } = incident;
  return findStakes(matter, tree).flatMap((stake) => {
    const [first] = stake.claims;
    if (first === undefined) return [];
    const outcome = settle(stake, matter, { figures, areKin, asOf });
    const entry: Entry = { ...outcome, incident: id, title, claim: first.ref, order: stake.order };
    return [{ voice: stake.voice, entry }];
  });
}

/** What a relay makes of its source beyond its words is the relay's own. */
function listDistortions({ distortions, id, title }: Incident): Findings['entries'] {
  return distortions.flatMap(({ relay, source }) => {
    const { claim } = relay.says;
    if (claim.outlet === undefined) return [];
    const entry: Entry = {
      incident: id,
      title,
      outcome: 'distorted',
      reason: 'says more than its source',
      why: `Says ${relay.value}; ${source.says.name.slice(0, 80)} says ${source.value}.`,
      claim,
      others: [source.says.claim],
      order: Date.parse(claim.published ?? '') || 0,
    };
    return [{ voice: makeOutlet(claim.outlet), entry }];
  });
}

const REPEATING: ReadonlySet<ReportRole> = new Set(['echo', 'notConfirmed']);

function listHeard({ claims, origins }: Matter): Findings['heard'] {
  const outlets = claims.flatMap(({ outlet, ref, node }): Findings['heard'] => {
    if (ref.outlet === undefined || node === undefined || outlet.key === '') return [];
    const brings: Brings = REPEATING.has(node.role) ? 'repeated' : 'own';
    return [{ voice: outlet, document: ref.document, brings }];
  });
  const offices = origins.flatMap(({ office, claims: own }): Findings['heard'] =>
    office === undefined
      ? []
      : own.map(({ ref }) => ({ voice: office, document: ref.document, brings: 'own' })),
  );
  // Many claims of one document bring the same of one voice.
  const seen = new Set<string>();
  return [...outlets, ...offices].filter(({ voice, document, brings }) => {
    const name = `${voice.key} ${document} ${brings}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
