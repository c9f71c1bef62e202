import type { Regrouped, RootCause } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Hash } from '../../model/page.ts';
import type { Report } from '../../model/report.ts';
import { inheritTrace } from '../origin/access.ts';
import { makeRejection } from './rejection.ts';

/** Reports in the stories in which people of the desk let them stand, and those that were moved for it. */
export interface Grouping {
  /** In the same order; those that were moved are other values, the same ones each time. */
  readonly reports: readonly Report[];
  readonly regrouped: readonly { readonly report: Report; readonly change: Regrouped }[];
}

/** What was decided on one story. */
interface Rejected {
  /** Where the whole grouping is rejected. */
  whole?: RootCause;
  /** Pages that leave it. */
  readonly pages: Map<Hash, RootCause>;
}

/**
 * Undoes groupings that were rejected. Pages that leave a story are each a story of their own, in all their versions. A story that is
 * rejected whole is left with the page that it began with, also of what comes in later.
 *
 * @param judgements Those that hold (`chooseStanding`).
 */
export function regroup(reports: readonly Report[], judgements: readonly Judgement[]): Grouping {
  const rejected = findRejected(reports, judgements);
  if (rejected.size === 0) return { reports, regrouped: [] };
  const regrouped: { report: Report; change: Regrouped }[] = [];
  const moved = reports.map((report) => {
    const cause = findCause(report, rejected.get(report.story));
    if (cause === undefined) return report;
    const to = makeOwnStory(report.series);
    const { document, outlet, title, story: from } = report;
    const names = { ...(outlet === undefined ? {} : { outlet }), ...(title === undefined ? {} : { title }) };
    const own = move(report, to);
    regrouped.push({ report: own, change: { document, ...names, from, to, cause } });
    return own;
  });
  return { reports: moved, regrouped };
}

function findRejected(
  reports: readonly Report[],
  judgements: readonly Judgement[],
): ReadonlyMap<string, Rejected> {
  const found = new Map<string, Rejected>();
  const named = new Map<string, Hash>();
  for (const { of, verdict } of judgements)
    if (of.type === 'story' && verdict === 'reject')
      for (const document of of.documents ?? []) named.set(document, document);
  if (named.size > 0)
    for (const { document, series } of reports) if (named.has(document)) named.set(document, series);
  for (const judgement of judgements) {
    const { of, verdict } = judgement;
    if (of.type !== 'story' || verdict !== 'reject') continue;
    const rejected = found.get(of.story) ?? { pages: new Map<Hash, RootCause>() };
    found.set(of.story, rejected);
    const cause = makeRejection(judgement);
    if (of.documents === undefined) rejected.whole ??= cause;
    for (const document of of.documents ?? []) {
      const page = named.get(document) ?? document;
      if (!rejected.pages.has(page)) rejected.pages.set(page, cause);
    }
  }
  return found;
}

function findCause({ series, story }: Report, rejected: Rejected | undefined): RootCause | undefined {
  const named = rejected?.pages.get(series);
  if (named !== undefined || rejected?.whole === undefined) return named;
  // The story is named after the page that it began with, which keeps it.
  return story === `s${readDigits(series, 0)}` ? undefined : rejected.whole;
}

/** Other digits than those that a story is named after, so that the page it began with can leave it too. */
function makeOwnStory(series: Hash): string {
  return `s${readDigits(series, LENGTH)}`;
}

/** Digits of an id that a story is named by. */
const LENGTH = 12;

function readDigits(hash: Hash, from: number): string {
  return hash.slice('sha256:'.length + from, 'sha256:'.length + from + LENGTH);
}

/** Reports moved before: views keep much with a report, and ask for the same again and again. */
const made = new WeakMap<Report, Report>();

function move(report: Report, story: string): Report {
  const before = made.get(report);
  if (before !== undefined) return before;
  const moved: Report = { ...report, story };
  inheritTrace(moved, report);
  made.set(report, moved);
  return moved;
}
