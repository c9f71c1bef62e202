import { makeBrief } from '../analyse/brief/brief.ts';
import { CitedTexts } from '../analyse/brief/cited.ts';
import type { BriefFacts, Earlier } from '../analyse/brief/facts.ts';
import type { BriefTemplate } from '../analyse/brief/template.ts';
import { makeRecord } from '../analyse/ledger/page.ts';
import { makeClaimKey } from '../analyse/report/claim-ref.ts';
import type { Brief } from '../model/brief.ts';
import type { Assessment, LedgerEntry } from '../model/forecast.ts';
import type { Problem } from '../model/problem.ts';
import { gradeIncident } from './grades.ts';
import { readProgramName } from './version.ts';
import type { View } from './views.ts';

/** Latest outcomes whose differing figures a brief tells. */
const RECENT_OUTCOMES = 3;

/** A picture, and what is thought of the problem by it. */
export interface Moment {
  readonly view: View;
  readonly assessment: Assessment;
}

interface Given {
  readonly before: Moment;
  readonly now: Moment;
  /** What is on record of the problem. */
  readonly entries: readonly LedgerEntry[];
}

/** A brief on one problem from what was thought at two instants. */
export function makeBriefOf(problem: Problem, given: Given & { readonly template: BriefTemplate }): Brief {
  const { template } = given;
  return makeBrief(gatherFacts(problem, given), { template, engine: readProgramName(), tlp: problem.tlp });
}

/** The same with the texts that a sentence may cite. */
export function makeCitedBrief(
  problem: Problem,
  given: Given & { readonly template: BriefTemplate },
): { readonly brief: Brief; readonly cited: CitedTexts } {
  return { brief: makeBriefOf(problem, given), cited: new CitedTexts(gatherFacts(problem, given)) };
}

/** What a brief is told from, and held against. */
export function gatherFacts(problem: Problem, { before, now, entries }: Given): BriefFacts {
  const { view, assessment } = now;
  const recent = view
    .outcomes(problem)
    .slice(-RECENT_OUTCOMES)
    .map(({ incident }) => incident);
  // Without a single report nothing was thought of it; and an instant is not compared with itself.
  const isCompared = before.view.asOf < view.asOf && before.view.reports.length > 0;
  return {
    assessment,
    problem,
    reports: view.reports,
    incidents: recent.flatMap((id) => pick(view, id)),
    grades: view.grades,
    record: makeRecord(entries, { problem: problem.id, asOf: view.asOf, page: {} }),
    ...(isCompared ? { earlier: compare(before, { view, recent }) } : {}),
  };
}

function compare(
  { view: before, assessment }: Moment,
  { view, recent }: { readonly view: View; readonly recent: readonly string[] },
): Earlier {
  const known = new Set(before.setAside.map(({ part, claim }) => `${part} ${makeClaimKey(claim)}`));
  return {
    assessment,
    incidents: recent.flatMap((id) => pick(before, id)),
    setAside: view.setAside.filter(({ part, claim }) => !known.has(`${part} ${makeClaimKey(claim)}`)),
  };
}

function pick(view: View, id: string) {
  const incident = view.getIncident(id);
  return incident === undefined ? [] : [gradeIncident(incident, view)];
}
