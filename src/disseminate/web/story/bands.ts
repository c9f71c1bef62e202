import type { OriginTree, ReportNode } from '../../../model/story.ts';
import { findRoleSign, type SignKind } from '../components/Sign.tsx';
import { layOverTime, type TimeRow } from './over-time.ts';

/** A report of a large story as it is drawn: time from left to right, 0 to 1; lanes from the top down. */
export interface Spot {
  readonly report: ReportNode;
  readonly kind: SignKind;
  readonly x: number;
  readonly lane: number;
  /** Place in the list of the report that it repeats; absent where it repeats none that is there. */
  readonly from?: number;
}

/** Lanes of one origin, or of all origins with few reports together. */
export interface Band {
  /** Absent for the band of many. */
  readonly name?: string;
  /** Origins that share it. */
  readonly origins: number;
  readonly first: number;
  readonly lanes: number;
}

export interface Bands {
  readonly spots: readonly Spot[];
  readonly bands: readonly Band[];
  readonly lanes: number;
  /** First and last instant, in milliseconds. */
  readonly from: number;
  readonly to: number;
}

/** Columns that time is cut into: reports of one column stand above each other. */
const COLUMNS = 160;
/** Reports from which on an origin has a band of its own. */
const OWN_BAND = 8;
/** Empty lanes between two bands. */
const GAP = 2;

/**
 * Places for the reports of a story of any size, told by time and by origin alone: those of one origin in one band, the largest
 * on top, and those of one time above each other.
 */
export function layInBands(tree: OriginTree): Bands {
  const { rows, from, to } = layOverTime(tree);
  const span = Math.max(to - from, 1);
  const groups = groupByRoot(rows);
  const own = groups.filter(({ members }) => members.length >= OWN_BAND);
  const others = groups.filter(({ members }) => members.length < OWN_BAND);
  const inOrder = [
    ...own
      .sort((a, b) => b.members.length - a.members.length)
      .map(({ name, members }) => ({ ...(name === undefined ? {} : { name }), origins: 1, members })),
    ...(others.length === 0
      ? []
      : [{ origins: others.length, members: others.flatMap(({ members }) => members) }]),
  ];
  const spots: Spot[] = [];
  const bands: Band[] = [];
  const placeOf = new Map<number, number>();
  let first = 0;
  for (const { members, ...band } of inOrder) {
    const filled = new Map<number, number>();
    for (const row of members) {
      const { report, at } = rows[row]!;
      const x = (at - from) / span;
      const column = Math.round(x * COLUMNS);
      const lane = filled.get(column) ?? 0;
      filled.set(column, lane + 1);
      placeOf.set(row, spots.length);
      const repeated = placeOf.get(rows[row]!.from ?? -1);
      const kind = findRoleSign(report!.role);
      spots.push({
        report: report!,
        kind,
        x,
        lane: first + lane,
        ...(repeated === undefined ? {} : { from: repeated }),
      });
    }
    const lanes = Math.max(...filled.values());
    bands.push({ ...band, first, lanes });
    first += lanes + GAP;
  }
  return { spots, bands, lanes: Math.max(first - GAP, 1), from, to };
}

interface Group {
  readonly name: string | undefined;
  /** Rows of reports. */
  readonly members: number[];
}

/** The rows of reports by the origin at their root. */
function groupByRoot(rows: readonly TimeRow[]): readonly Group[] {
  const groups = new Map<number, Group>();
  const roots: number[] = [];
  for (const [at, { from, origin, report }] of rows.entries()) {
    const root = from === undefined ? at : roots[from]!;
    roots.push(root);
    if (report === undefined) continue;
    const name = origin?.name ?? rows[root]!.origin?.name;
    const group = groups.get(root) ?? { name, members: [] };
    group.members.push(at);
    groups.set(root, group);
  }
  return [...groups.values()];
}
