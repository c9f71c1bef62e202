import { makeBrief } from '../analyse/brief/brief.ts';
import type { BriefFacts, Earlier } from '../analyse/brief/facts.ts';
import type { BriefTemplate } from '../analyse/brief/template.ts';
import { scoreLedger } from '../analyse/ledger/score.ts';
import { makeClaimKey } from '../analyse/report/claim-ref.ts';
import type { Brief } from '../model/brief.ts';
import type { LedgerEntry } from '../model/forecast.ts';
import type { Problem } from '../model/problem.ts';
import { gradeIncident } from './grades.ts';
import { readProgramName } from './version.ts';
import type { View } from './views.ts';

/** Latest outcomes whose differing figures a brief tells. */
const RECENT_OUTCOMES = 3;

interface Given {
  readonly before: View;
  readonly view: View;
  /** What was on record at either instant. */
  readonly entries: readonly [then: readonly LedgerEntry[], now: readonly LedgerEntry[]];
}

/** A brief on one problem from the pictures of two instants. */
export function makeBriefOf(problem: Problem, given: Given & { readonly template: BriefTemplate }): Brief {
  const { template } = given;
  return makeBrief(gatherFacts(problem, given), { template, engine: readProgramName(), tlp: problem.tlp });
}

/** What a brief is told from, and held against. */
export function gatherFacts(problem: Problem, { before, view, entries }: Given): BriefFacts {
  const recent = view
    .outcomes(problem)
    .slice(-RECENT_OUTCOMES)
    .map(({ incident }) => incident);
  const [then, now] = entries;
  // Without a single report nothing was thought of it; and an instant is not compared with itself.
  const isCompared = before.asOf < view.asOf && before.reports.length > 0;
  return {
    assessment: view.assess(problem, findLevel(now)),
    problem,
    reports: view.reports,
    incidents: recent.flatMap((id) => pick(view, id)),
    grades: view.grades,
    record: {
      kind: 'record',
      problem: problem.id,
      asOf: view.asOf,
      scores: scoreLedger(now),
      entries: now.toReversed(),
    },
    ...(isCompared ? { earlier: compare(problem, { before, view, recent, then }) } : {}),
  };
}

function compare(
  problem: Problem,
  given: {
    readonly before: View;
    readonly view: View;
    readonly recent: readonly string[];
    readonly then: readonly LedgerEntry[];
  },
): Earlier {
  const { before, view, recent, then } = given;
  const known = new Set(before.setAside.map(({ part, claim }) => `${part} ${makeClaimKey(claim)}`));
  return {
    assessment: before.assess(problem, findLevel(then)),
    incidents: recent.flatMap((id) => pick(before, id)),
    setAside: view.setAside.filter(({ part, claim }) => !known.has(`${part} ${makeClaimKey(claim)}`)),
  };
}

function pick(view: View, id: string) {
  const incident = view.getIncident(id);
  return incident === undefined ? [] : [gradeIncident(incident, view)];
}

function findLevel(entries: readonly LedgerEntry[]) {
  return entries.flatMap(({ content }) => (content.kind === 'forecast' ? [content.level] : [])).at(-1);
}
