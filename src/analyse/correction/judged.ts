import type { Cause } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Mention, Report, Statement } from '../../model/report.ts';
import type { Plan } from './plan.ts';
import { makeRejection } from './rejection.ts';
import { rejectSources } from './sources.ts';

/** What is looked through for what was rejected. */
export interface Known {
  /** Of each page the version that stands, in its newest reading. */
  readonly newest: readonly Report[];
  /** Every version and every reading that is known. */
  readonly all: readonly Report[];
}

/** The same, with those of `all` whose page has more than one version or reading: no other has an earlier one to compare. */
export interface KnownVersions extends Known {
  readonly versions: readonly Report[];
}

/**
 * Sets aside what people of the desk rejected. A rejection goes by the words: what a later version of the page or a newer
 * reading says in the same words is rejected with it; what is new there stands.
 */
export function planRejections(plan: Plan, judgements: readonly Judgement[], known: Known): void {
  const rejections = judgements.filter(({ verdict }) => verdict === 'reject');
  if (rejections.length === 0) return;
  const incidents = new Map<string, Cause>();
  const bySeries = new Map(known.newest.map((report) => [report.series, report]));
  const byDocument = groupByDocument(known.all, rejections);
  for (const judgement of rejections) {
    const cause = makeRejection(judgement);
    const { of, made } = judgement;
    if (of.type === 'incident' && !incidents.has(of.incident)) incidents.set(of.incident, cause);
    if (of.type !== 'claim' && of.type !== 'document') continue;
    const judged = findJudged(byDocument.get(of.document) ?? [], made);
    const report = judged && bySeries.get(judged.series);
    if (judged === undefined || report === undefined) continue;
    if (of.type === 'document') rejectDocument(plan, { report, judged, cause });
    else rejectClaim(plan, of, { report, judged, cause });
  }
  rejectIncidents(plan, incidents, known.newest);
  rejectSources(plan, rejections, known.newest);
}

/** Every reading of the documents that are judged. */
export function groupByDocument(
  all: readonly Report[],
  rejections: readonly Judgement[],
): ReadonlyMap<string, readonly Report[]> {
  const groups = new Map<string, Report[]>();
  for (const { of } of rejections) if ('document' in of) groups.set(of.document, []);
  for (const report of all) groups.get(report.document)?.push(report);
  return groups;
}

/** The reading that the person had before them: the newest known when they decided. */
export function findJudged(readings: readonly Report[], made: string): Report | undefined {
  return readings.findLast(({ knownSince }) => Date.parse(knownSince) <= Date.parse(made)) ?? readings[0];
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

/** Whether a statement of the version that stands is the one that was judged: by its words or, in the same version, by where it stands. */
export function isSame(
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

/** Whether both are one event by its word and its kind. */
export function isSameEvent(mention: Mention, what: Mention): boolean {
  return (
    mention === what ||
    (mention.trigger.text === what.trigger.text && mention.plover.type === what.plover.type)
  );
}

function rejectIncidents(plan: Plan, incidents: ReadonlyMap<string, Cause>, newest: readonly Report[]): void {
  if (incidents.size === 0) return;
  for (const report of newest) {
    for (const statement of report.statements) {
      for (const mention of statement.mentions) {
        const cause = incidents.get(mention.incident ?? '');
        if (cause !== undefined) plan.add({ report, statement, mention }, cause);
      }
    }
  }
}
