import type { Origin, OriginTree, ReportNode } from '../../../model/story.ts';
import { type Branch, growTree } from './tree.ts';

/** A row of the tree over time: an origin, or a report with the row of what it repeats. */
export interface TimeRow {
  readonly origin?: Origin;
  readonly report?: ReportNode;
  /** In milliseconds; of an origin that of the first report that has it. */
  readonly at: number;
  /** Whether only the day is known, which it may be anywhere in. */
  readonly isDay: boolean;
  /** Row of the origin or report that it is drawn from; absent at a root. */
  readonly from?: number;
  /** Steps from the root. */
  readonly depth: number;
}

export interface OverTime {
  readonly rows: readonly TimeRow[];
  /** First and last instant, in milliseconds. */
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * When a report is drawn. Where only its day is known, it stands in the middle of that, or later where what it repeats came later
 * on the same day.
 */
export function placeReport(
  { published, seen }: Pick<ReportNode, 'published' | 'seen'>,
  after?: number,
): Pick<TimeRow, 'at' | 'isDay'> {
  const given = published !== undefined && !Number.isNaN(Date.parse(published)) ? published : seen;
  const at = Date.parse(given);
  if (!DAY.test(given)) return { at, isDay: false };
  const middle = at + DAY_MS / 2;
  const end = at + DAY_MS - 1;
  return { at: after === undefined ? middle : Math.min(Math.max(middle, after), end), isDay: true };
}

/** The tree in rows, each report once: below the first origin that it leads to, after what it repeats. */
export function layOverTime(tree: OriginTree): OverTime {
  const rows: TimeRow[] = [];
  const add = (branch: Branch, from: number | undefined, depth: number): void => {
    if (branch.isAgain) {
      // It stands above; those that repeat it there do too.
      for (const each of branch.branches) add(each, from, depth);
      return;
    }
    const place = placeReport(branch.report, from === undefined ? undefined : rows[from]!.at);
    const own = rows.length;
    rows.push({ report: branch.report, ...place, depth, ...(from === undefined ? {} : { from }) });
    for (const each of branch.branches) add(each, own, depth + 1);
  };
  for (const { origin, branches } of growTree(tree)) {
    const fresh = branches.filter(({ isAgain }) => !isAgain);
    const times = (fresh.length === 0 ? branches : fresh).map(({ report }) => placeReport(report).at);
    if (origin === undefined) {
      for (const each of branches) add(each, undefined, 0);
      continue;
    }
    const at = times.length === 0 ? findFirst(origin) : Math.min(...times);
    const own = rows.length;
    rows.push({ origin, at, isDay: false, depth: 0 });
    for (const each of branches) add(each, own, 1);
  }
  const known = rows.map(({ at }) => at).filter(Number.isFinite);
  const [from, to] = known.reduce(
    ([low, high], at) => [Math.min(low, at), Math.max(high, at)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  // What carries no time at all stands at the beginning.
  return { rows: rows.map((row) => (Number.isFinite(row.at) ? row : { ...row, at: from })), from, to };
}

function findFirst({ claims }: Origin): number {
  return Math.min(
    ...claims.map(({ published }) => Date.parse(published ?? '')).filter((at) => !Number.isNaN(at)),
  );
}
