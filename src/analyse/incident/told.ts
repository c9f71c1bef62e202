import type { Mention, Report, Statement } from '../../model/report.ts';
import { getOrder } from '../origin/order.ts';

/** A mention with the claim and the report that carry it. */
export interface ToldMention {
  readonly report: Report;
  readonly statement: Statement;
  readonly mention: Mention;
}

/** All mentions of each incident, by time of publication and place in the text. */
export function collectMentions(reports: readonly Report[]): ReadonlyMap<string, readonly ToldMention[]> {
  const byIncident = new Map<string, ToldMention[]>();
  const inOrder = reports
    .map((report) => ({ report, order: getOrder(report) }))
    .sort((a, b) => a.order - b.order || (a.report.seen < b.report.seen ? -1 : 1));
  for (const { report } of inOrder) {
    for (const statement of report.statements) {
      for (const mention of statement.mentions) {
        const { incident } = mention;
        if (incident === undefined) continue;
        const told = byIncident.get(incident);
        if (told === undefined) byIncident.set(incident, [{ report, statement, mention }]);
        else told.push({ report, statement, mention });
      }
    }
  }
  return byIncident;
}
