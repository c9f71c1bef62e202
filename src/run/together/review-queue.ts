import { isAnswer } from '../../analyse/ledger/settle.ts';
import type { BoardRow } from '../../model/desk.ts';
import type { LedgerEntry } from '../../model/forecast.ts';
import type { Problem } from '../../model/problem.ts';
import { REVIEW_RULE, type ReviewItem } from '../../model/review.ts';
import { makeThingKey } from '../../model/thing.ts';
import type { StoredDrafts } from '../brief-drafts.ts';
import type { LedgerReader } from '../ledger-reader.ts';
import type { ProblemFiles } from '../problems.ts';
import type { View } from '../views.ts';
import type { WarningDesk } from '../warning-desk.ts';
import { reachesLevel, type TouchedBy } from './touched.ts';

/* What waits for a second person as of an instant: worked out anew each time, from what stands and what was decided. */

const DAY = 86_400_000;

export interface QueueSources {
  readonly problems: Pick<ProblemFiles, 'read'>;
  readonly warnings: Pick<WarningDesk, 'getBoard'>;
  readonly drafts: Pick<StoredDrafts, 'getKept'>;
  readonly ledger: Pick<LedgerReader, 'advance' | 'list'>;
  readonly touched: TouchedBy;
}

/** Newest first. */
export async function listItems(view: View, from: QueueSources): Promise<readonly ReviewItem[]> {
  const { problems } = await from.problems.read();
  const { rows } = await from.warnings.getBoard(view.asOf);
  const first = new Date(Date.parse(view.asOf) - REVIEW_RULE.days * DAY).toISOString();
  await from.ledger.advance();
  const items: ReviewItem[] = [];
  for (const row of rows) items.push(...findRise(row, view.asOf));
  for (const problem of problems) {
    const entries = from.ledger.list(problem.id, view.asOf);
    items.push(...findThinOutcomes(problem, { view, entries, first }));
    const draft = await from.drafts.getKept(problem.id);
    const saved = draft?.record.at(-1);
    if (draft === undefined || saved === undefined || saved.at > view.asOf) continue;
    const { revision } = draft;
    items.push({
      ...{
        key: `brief ${problem.id} ${revision}`,
        cause: 'brief',
        problem: problem.id,
        title: problem.title,
      },
      ...{ since: saved.at, by: saved.by, touches: [makeThingKey('problem', problem.id)] },
    });
  }
  const levels = new Map(rows.map(({ problem, level }) => [problem, level]));
  items.push(...(await from.touched.list(view, { problems, levels, first })));
  return items.sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : a.key < b.key ? -1 : 1));
}

/** A rise is told by the first day of the days in a row that ended at the level or above. */
function findRise(
  { problem, title, level, probability, days, told }: BoardRow,
  asOf: string,
): readonly ReviewItem[] {
  if (!reachesLevel(level, REVIEW_RULE.rise)) return [];
  const filed = days.flatMap((each) => (each.level === undefined ? [] : [{ ...each, level: each.level }]));
  const before = filed.findLast((each) => !reachesLevel(each.level, level));
  const since = filed.find(({ day }) => before === undefined || day > before.day)?.day ?? asOf.slice(0, 10);
  return [
    {
      ...{ key: `level ${problem} ${level} ${since}`, cause: 'level', problem, title, since },
      touches: [makeThingKey('problem', problem)],
      ...(before === undefined
        ? {}
        : { before: { level: before.level, ...(before.p === undefined ? {} : { p: before.p }) } }),
      after: { level, p: probability.p },
      ...(told === undefined ? {} : { told }),
    },
  ];
}

/** Outcomes that no confirmed origin tells of and that forecasts are, or are about to be, settled by. */
function findThinOutcomes(
  problem: Problem,
  {
    view,
    entries,
    first,
  }: { readonly view: View; readonly entries: readonly LedgerEntry[]; readonly first: string },
): readonly ReviewItem[] {
  return view.outcomes(problem).flatMap((outcome): readonly ReviewItem[] => {
    const { incident, day, knownSince } = outcome;
    if (knownSince < first) return [];
    const origins = view.countOrigins(incident);
    if (origins === undefined || origins.confirmed > 0 || origins.possible > REVIEW_RULE.possible) return [];
    const forecasts = entries.filter(
      ({ content }) => content.kind === 'forecast' && isAnswer(outcome, content),
    ).length;
    if (forecasts === 0) return [];
    const touches = [makeThingKey('problem', problem.id), makeThingKey('incident', incident)];
    const about = view.getIncident(incident)?.title;
    return [
      {
        ...{ key: `outcome ${problem.id} ${incident}`, cause: 'outcome', problem: problem.id },
        ...{ title: problem.title, since: knownSince, touches, incident, day, forecasts },
        ...(about === undefined ? {} : { about }),
      },
    ];
  });
}
