import type { PlacedRow } from './marks.ts';
import { findScale } from './view.ts';

/** One incident, or several that stand too close to be told apart at a zoom. */
export interface Cluster {
  readonly x: number;
  readonly y: number;
  readonly rows: readonly PlacedRow[];
}

/** Pixels within which marks are drawn as one. */
const REACH = 40;

/**
 * Groups points that would lie over one another at a whole zoom; each is in one group. The first one (the latest told of) draws those
 * around it, so that the same points always give the same groups.
 *
 * @example
 * makeClusters(points, 5).map(({ rows }) => rows.length); // [12, 1, 3]
 */
export function makeClusters(points: readonly PlacedRow[], zoom: number): readonly Cluster[] {
  const reach = REACH / findScale(zoom);
  // Cells go round the world a whole number of times, and are no narrower than the reach.
  const across = Math.max(1, Math.floor(1 / reach));
  const side = 1 / across;
  const nameCell = (x: number, y: number) => y * across + ((x + across) % across);
  const cells = new Map<number, number[]>();
  points.forEach(({ x, y }, at) => {
    const name = nameCell(Math.floor(x / side), Math.floor(y / side));
    const cell = cells.get(name);
    if (cell === undefined) cells.set(name, [at]);
    else cell.push(at);
  });
  const isTaken = new Uint8Array(points.length);
  const clusters: Cluster[] = [];
  points.forEach((point, at) => {
    if (isTaken[at] === 1) return;
    const rows: PlacedRow[] = [];
    const [column, line] = [Math.floor(point.x / side), Math.floor(point.y / side)];
    for (let down = line - 1; down <= line + 1; down++)
      for (let right = column - 1; right <= column + 1; right++)
        for (const other of cells.get(nameCell(right, down)) ?? []) {
          const near = points[other];
          if (isTaken[other] === 1 || near === undefined) continue;
          const apart = findNear(near.x, point.x) - point.x;
          if (apart * apart + (near.y - point.y) ** 2 > reach * reach) continue;
          isTaken[other] = 1;
          rows.push(near);
        }
    clusters.push(makeCluster(point, rows));
  });
  return clusters;
}

/** The copy of a place that is nearest: what is beyond the date line may be close. */
const findNear = (x: number, to: number): number => x + Math.round(to - x);

function makeCluster(first: PlacedRow, rows: readonly PlacedRow[]): Cluster {
  if (rows.length === 1) return { x: first.x, y: first.y, rows };
  const x = rows.reduce((sum, row) => sum + findNear(row.x, first.x), 0) / rows.length;
  const y = rows.reduce((sum, row) => sum + row.y, 0) / rows.length;
  return { x: x - Math.floor(x), y, rows };
}

/** Whether all of them are at one and the same place, so that no zoom tells them apart. */
export function isStack({ rows }: Cluster): boolean {
  const [first] = rows;
  return first !== undefined && rows.every(({ x, y }) => x === first.x && y === first.y);
}
