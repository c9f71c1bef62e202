import type { Mention, Report, Statement } from '../../model/report.ts';
import { getOrder } from '../origin/order.ts';

/** A mention with the claim and the report that carry it. */
export interface ToldMention {
  readonly report: Report;
  readonly statement: Statement;
  readonly mention: Mention;
}

/** Mentions by incident; incidents in the order of their first mentions. */
export interface ToldByIncident extends Iterable<readonly [incident: string, told: readonly ToldMention[]]> {
  readonly size: number;
  get(incident: string): readonly ToldMention[] | undefined;
}

/** All mentions of each incident, by time of publication and place in the text. */
export function collectAnew(reports: readonly Report[]): ReadonlyMap<string, readonly ToldMention[]> {
  const byIncident = new Map<string, ToldMention[]>();
  const inOrder = reports
    .map((report) => ({ report, order: getOrder(report) }))
    .sort((a, b) => a.order - b.order || compare(a.report.seen, b.report.seen));
  for (const { report } of inOrder) {
    for (const told of listMentions(report)) {
      const incident = told.mention.incident as string;
      const all = byIncident.get(incident);
      if (all === undefined) byIncident.set(incident, [told]);
      else all.push(told);
    }
  }
  return byIncident;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By the report: what is made of mentions is kept beside them, and found again in the picture of another instant. */
const mentions = new WeakMap<Report, readonly ToldMention[]>();

/** What one report tells of incidents. */
export function listMentions(report: Report): readonly ToldMention[] {
  const known = mentions.get(report);
  if (known !== undefined) return known;
  const made = report.statements.flatMap((statement) =>
    statement.mentions.flatMap((mention) =>
      mention.incident === undefined ? [] : [{ report, statement, mention }],
    ),
  );
  mentions.set(report, made);
  return made;
}
