import type { EventCount } from '../../model/event-count.ts';

/** Counts in few pieces, so that millions of them can be handed to a thread at once. */
export interface PackedCounts {
  /** Every day, actor and root that occurs. */
  readonly names: readonly string[];
  /** Five numbers a row: places among the names of day, source, target and root, then the count. */
  readonly rows: Int32Array;
}

const WIDTH = 5;
/** Rows after which others get a turn. */
const PORTION = 100_000;

/** Packs counts without holding up others for long. */
export async function packCounts(counts: readonly EventCount[]): Promise<PackedCounts> {
  const places = new Map<string, number>();
  const rows = new Int32Array(counts.length * WIDTH);
  const find = (name: string): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, places.size);
    return places.size - 1;
  };
  for (const [i, { day, source, target, root, count }] of counts.entries()) {
    if (i > 0 && i % PORTION === 0) await new Promise((resolve) => setImmediate(resolve));
    const at = i * WIDTH;
    rows[at] = find(day);
    rows[at + 1] = find(source);
    rows[at + 2] = find(target);
    rows[at + 3] = find(root);
    rows[at + 4] = count;
  }
  return { names: [...places.keys()], rows };
}

/** The counts one after the other, as they were. */
export function* unpackCounts({ names, rows }: PackedCounts): Generator<EventCount> {
  for (let at = 0; at < rows.length; at += WIDTH) {
    const name = (field: number): string => names[rows[at + field]!]!;
    yield { day: name(0), source: name(1), target: name(2), root: name(3), count: rows[at + 4]! };
  }
}
