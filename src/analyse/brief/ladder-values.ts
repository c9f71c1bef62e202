import type { ClaimRef, Report } from '../../model/report.ts';
import { formatDate } from '../../text/dates.ts';
import { collectMentions } from '../incident/told.ts';
import { makeClaimRef } from '../report/claim-ref.ts';
import { indexReports } from '../report/report-index.ts';
import type { CitedTexts } from './cited.ts';
import type { BriefFacts } from './facts.ts';
import { findHolding } from './incident-values.ts';
import type { Values } from './values.ts';
import { count, cut, MOST_NAME, straighten } from './wording.ts';

/** Latest steps that may be told, and those that they answer. */
const MOST_STEPS = 200;

/** What stands of each of some incidents: a step of a ladder names only the first claims that tell of it. */
export function listTelling(
  reports: readonly Report[],
  incidents: ReadonlySet<string>,
): ReadonlyMap<string, readonly ClaimRef[]> {
  const [told, index] = [collectMentions(reports), indexReports(reports)];
  const telling = new Map<string, readonly ClaimRef[]>();
  for (const incident of incidents) {
    const inOrder = told.get(incident)?.toSorted((a, b) => index.compare(a.report, b.report));
    if (inOrder !== undefined)
      telling.set(
        incident,
        inOrder.map(({ report, statement }) => makeClaimRef(report, statement)),
      );
  }
  return telling;
}

/** Steps of two sides that answer each other, and the reply that is due. */
export function addLadder(
  values: Values,
  { assessment: { ladder }, reports }: BriefFacts,
  cited: CitedTexts,
): void {
  if (ladder === undefined) return;
  const telling = listTelling(reports, new Set(ladder.steps.map(({ incident }) => incident)));
  for (const [index, { incident, title, day, claims, answers, assumed }] of ladder.steps.entries()) {
    if (index < ladder.steps.length - MOST_STEPS) continue;
    const text = cut(straighten(title), MOST_NAME);
    const rests = findHolding(text, [...claims, ...(telling.get(incident) ?? [])], cited);
    const put = (name: string, value: string) =>
      values.set(`ladder.${index}.${name}`, { text: value, rests });
    put('title', text);
    put('day', formatDate(day, 'short'));
    if (assumed === true) put('assumed', 'as is assumed, since nobody is named');
    if (answers === undefined) continue;
    put('lag', answers.lag === 0 ? 'less than a day' : count(answers.lag, 'day'));
    put('change', tellChange(answers.change));
  }
  const { due } = ladder;
  if (due === undefined) return;
  const asked = ladder.steps.findLastIndex(({ incident }) => incident === due.incident);
  const rests = values.get(`ladder.${asked}.title`)?.rests ?? [];
  const put = (name: string, text: string) => values.set(`ladder.due.${name}`, { text, rests });
  put('days', count(due.days, 'day'));
  if (due.usual === undefined) return;
  put('median', count(Math.round(due.usual.median), 'day'));
  put('longest', count(Math.round(due.usual.longest), 'day'));
}

function tellChange(rungs: number): string {
  if (rungs === 0) return 'on the same rung';
  return `${count(Math.abs(rungs), 'rung')} ${rungs > 0 ? 'up' : 'down'}`;
}
