import type { Cause } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Mention, Report, Statement } from '../../model/report.ts';
import type { Plan } from './plan.ts';

/** What is looked through for what was rejected. */
export interface Known {
  /** Of each page the version that stands, in its newest reading. */
  readonly newest: readonly Report[];
  /** Every version and every reading that is known. */
  readonly all: readonly Report[];
}

/**
 * Sets aside what people of the desk rejected. A rejection goes by the words: what a later version of the page or a newer
 * reading says in the same words is rejected with it; what is new there stands.
 */
export function planRejections(plan: Plan, judgements: readonly Judgement[], known: Known): void {
  for (const judgement of judgements) {
    if (judgement.verdict !== 'reject') continue;
    const cause = makeCause(judgement);
    const { of } = judgement;
    if (of.type === 'incident') rejectIncident(plan, of.incident, { known, cause });
    if (of.type !== 'claim' && of.type !== 'document') continue;
    const judged = findJudged(known.all, of.document, judgement.made);
    if (judged === undefined) continue;
    for (const report of known.newest) {
      if (report.series !== judged.series) continue;
      if (of.type === 'document') rejectDocument(plan, { report, judged, cause });
      else rejectClaim(plan, of, { report, judged, cause });
    }
  }
}

function makeCause({ id, by, note, made }: Judgement): Cause {
  return { type: 'judgement', judgement: id, by, note, known: made };
}

/** The reading that the person had before them: the newest known when they decided. */
function findJudged(all: readonly Report[], document: string, made: string): Report | undefined {
  let judged: Report | undefined;
  for (const report of all) {
    if (report.document !== document) continue;
    if (judged === undefined || report.knownSince <= made) judged = report;
  }
  return judged;
}

interface Rejection {
  readonly report: Report;
  readonly judged: Report;
  readonly cause: Cause;
}

function rejectDocument(plan: Plan, { report, judged, cause }: Rejection): void {
  if (report.document === judged.document) {
    plan.addDocument(report, cause);
    return;
  }
  const words = new Set(judged.statements.map((statement) => statement.words));
  for (const statement of report.statements)
    if (words.has(statement.words)) plan.add({ report, statement }, cause);
}

function rejectClaim(
  plan: Plan,
  { claim, event }: { readonly claim: string; readonly event?: string },
  { report, judged, cause }: Rejection,
): void {
  const meant = judged.statements.find((statement) => statement.claim === claim);
  if (meant === undefined) return;
  const what = event === undefined ? undefined : meant.mentions.find((mention) => mention.event === event);
  if (event !== undefined && what === undefined) return;
  for (const statement of report.statements) {
    if (!isSame(statement, meant, { report, judged })) continue;
    if (what === undefined) plan.add({ report, statement }, cause);
    else
      for (const mention of statement.mentions)
        if (isSameEvent(mention, what)) plan.add({ report, statement, mention }, cause);
  }
}

function isSame(
  statement: Statement,
  meant: Statement,
  { report, judged }: { readonly report: Report; readonly judged: Report },
): boolean {
  if (report === judged) return statement.claim === meant.claim;
  if (statement.words === meant.words) return true;
  if (report.document !== judged.document) return false;
  const shared = Math.min(statement.end, meant.end) - Math.max(statement.start, meant.start);
  const whole = Math.max(statement.end, meant.end) - Math.min(statement.start, meant.start);
  return 2 * shared > whole;
}

function isSameEvent(mention: Mention, what: Mention): boolean {
  return (
    mention === what ||
    (mention.trigger.text === what.trigger.text && mention.plover.type === what.plover.type)
  );
}

function rejectIncident(
  plan: Plan,
  incident: string,
  { known, cause }: { readonly known: Known; readonly cause: Cause },
): void {
  for (const report of known.newest) {
    for (const statement of report.statements) {
      for (const mention of statement.mentions)
        if (mention.incident === incident) plan.add({ report, statement, mention }, cause);
    }
  }
}
