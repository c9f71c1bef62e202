import type { Cause } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Report } from '../../model/report.ts';
import { traceReport } from '../origin/access.ts';
import { makeOutletKey } from '../origin/names.ts';
import { getOutletName } from '../origin/traced.ts';
import type { Plan } from './plan.ts';
import { makeRejection } from './rejection.ts';

/** The key under which the outlet of a report is compared. */
export function keyOutlet(report: Report): string {
  return makeOutletKey(getOutletName(report, report.statements[0]));
}

/** Sources that were rejected, by their keys, each with the first judgement that did. */
export function findRejectedSources(judgements: readonly Judgement[]): ReadonlyMap<string, Cause> {
  const found = new Map<string, Cause>();
  for (const judgement of judgements) {
    const { of, verdict } = judgement;
    if (of.type === 'source' && verdict === 'reject' && !found.has(of.source))
      found.set(of.source, makeRejection(judgement));
  }
  return found;
}

/** Of an outlet all that it publishes, whenever that was; of somebody who speaks all that is said on that word alone. */
export function rejectSources(plan: Plan, judgements: readonly Judgement[], newest: readonly Report[]): void {
  const sources = findRejectedSources(judgements);
  if (sources.size === 0) return;
  for (const report of newest) {
    const cause = sources.get(keyOutlet(report));
    if (cause !== undefined) plan.addDocument(report, cause);
    else rejectSpeakers(plan, report, sources);
  }
}

function rejectSpeakers(plan: Plan, report: Report, sources: ReadonlyMap<string, Cause>): void {
  for (const { statement, access } of traceReport(report)) {
    const cause = access.kind === 'named' ? sources.get(access.key) : undefined;
    if (cause !== undefined) plan.add({ report, statement }, cause);
  }
}

/**
 * What others have from a rejected outlet and from nobody after it: "Harbour Wire reported that …", also where nothing by Harbour
 * Wire itself is kept.
 */
export function planSourceRelays(
  plan: Plan,
  judgements: readonly Judgement[],
  newest: readonly Report[],
): void {
  const sources = findRejectedSources(judgements);
  if (sources.size === 0) return;
  for (const report of newest) {
    for (const { statement, credits } of traceReport(report)) {
      const cause = sources.get(credits.at(-1)?.key ?? '');
      if (cause !== undefined) plan.add({ report, statement }, cause);
    }
  }
}

/** A source as a person may name it. */
export interface NamedSource {
  readonly key: string;
  readonly name: string;
}

/**
 * The outlet or speaker of a name or key among all that the reports are by, credit or quote; undefined where none is.
 *
 * @example
 * findSource('The Harbour Wire', reports)?.key; // 'harbour wire'
 */
export function findSource(given: string, reports: readonly Report[]): NamedSource | undefined {
  const key = makeOutletKey(given);
  const isMeant = (named: NamedSource) => named.key === given || makeOutletKey(named.name) === key;
  for (const report of reports) {
    const own = { key: keyOutlet(report), name: getOutletName(report, report.statements[0]) };
    if (isMeant(own)) return own;
  }
  let speaker: NamedSource | undefined;
  for (const report of reports) {
    for (const { credits, access } of traceReport(report)) {
      const credited = credits.find(isMeant);
      if (credited !== undefined) return { key: credited.key, name: credited.name };
      if (speaker === undefined && access.kind === 'named' && isMeant(access))
        speaker = { key: access.key, name: access.name };
    }
  }
  return speaker;
}
