import { createHash } from 'node:crypto';
import type { RootCause } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Hash } from '../../model/page.ts';
import type { Report } from '../../model/report.ts';
import { inheritTrace } from '../origin/access.ts';
import { makeRejection } from './rejection.ts';

/** Mentions that a person put into another incident than the engine did. */
export interface IncidentMove {
  readonly from: string;
  readonly to: string;
  readonly cause: RootCause;
}

/** Reports with their mentions in the incidents in which people of the desk put them. */
export interface RegroupedIncidents {
  readonly reports: readonly Report[];
  readonly moves: readonly IncidentMove[];
}

interface Step extends IncidentMove {
  /** Pages whose mentions it moves; all of them unless given. */
  readonly pages?: ReadonlySet<Hash>;
}

/**
 * Does what people of the desk decided on what is one happening: in the order in which they decided it, each on what those before
 * had left. It holds for what comes in later too.
 *
 * @param judgements Those that hold (`chooseStanding`).
 */
export function regroupIncidents(
  reports: readonly Report[],
  judgements: readonly Judgement[],
): RegroupedIncidents {
  const steps = listSteps(judgements, reports);
  if (steps.length === 0) return { reports, moves: [] };
  return { reports: reports.map((report) => regroup(report, steps)), moves: steps };
}

/**
 * The incident that another one was made a part of, whatever became of that one; the same id where it was not.
 *
 * @example
 * followMerges('i0a1b2c3d4e5f', judgements); // 'i9f8e7d6c5b4a'
 */
export function followMerges(incident: string, judgements: readonly Judgement[]): string {
  let at = incident;
  for (const { of, verdict, value } of judgements)
    if (verdict === 'merge' && of.type === 'incident' && of.incident === at && value !== undefined)
      at = value;
  return at;
}

/** The id of the incident that pages make up once they are split off: the same for the same pages, whatever their order. */
export function makeSplitId(incident: string, documents: readonly Hash[]): string {
  const digits = createHash('sha256')
    .update(`split ${incident} ${[...documents].sort().join(' ')}`)
    .digest('hex');
  return `i${digits.slice(0, 12)}`;
}

function listSteps(judgements: readonly Judgement[], reports: readonly Report[]): readonly Step[] {
  return judgements.flatMap((judgement): readonly Step[] => {
    const { of, verdict, value } = judgement;
    if (of.type !== 'incident') return [];
    const cause = makeRejection(judgement);
    if (verdict === 'merge' && value !== undefined) return [{ from: of.incident, to: value, cause }];
    if (verdict !== 'split' || of.documents === undefined) return [];
    const named = new Set(of.documents);
    // All versions of a page go the same way.
    const pages = new Set(reports.filter(({ document }) => named.has(document)).map(({ series }) => series));
    return [{ from: of.incident, to: makeSplitId(of.incident, of.documents), cause, pages }];
  });
}

/** Reports moved before: views keep much with a report, and ask for the same again and again. */
const made = new WeakMap<Report, { readonly moves: string; readonly report: Report }>();

function regroup(report: Report, steps: readonly Step[]): Report {
  const moved = new Map<string, string>();
  for (const { mentions } of report.statements) {
    for (const { incident } of mentions) {
      if (incident === undefined || moved.has(incident)) continue;
      const to = follow(incident, report, steps);
      if (to !== incident) moved.set(incident, to);
    }
  }
  if (moved.size === 0) return report;
  const moves = [...moved].map((pair) => pair.join('>')).join(' ');
  const before = made.get(report);
  if (before?.moves === moves) return before.report;
  const other: Report = {
    ...report,
    statements: report.statements.map((statement) => ({
      ...statement,
      mentions: statement.mentions.map((mention) => {
        const to = moved.get(mention.incident ?? '');
        return to === undefined ? mention : { ...mention, incident: to };
      }),
    })),
  };
  inheritTrace(other, report);
  made.set(report, { moves, report: other });
  return other;
}

function follow(incident: string, { series }: Report, steps: readonly Step[]): string {
  let at = incident;
  for (const { from, to, pages } of steps) if (from === at && pages?.has(series) !== false) at = to;
  return at;
}
