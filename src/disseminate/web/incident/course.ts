import type { FigureSlot, SaidValue, Sayer } from '../../../model/incident.ts';

/** One statement of a figure. */
export interface CoursePoint {
  /** When it was published, in milliseconds. */
  readonly at: number;
  readonly said: SaidValue;
  readonly sayer: Sayer;
  /** Place of the value in its slot. */
  readonly value: number;
}

/** What one origin says of a figure, earliest first. */
export interface CourseLine {
  readonly name: string;
  readonly points: readonly CoursePoint[];
}

/**
 * How a figure moved, line by line: one for each who says it. A statement that only repeats the one before it is left out but for
 * the last, which shows how long it was stood by.
 *
 * @example
 * findCourse(slot).map(({ name, points }) => [name, points.map(({ said }) => said.value)]); // [['CENTCOM', [8, 21]]]
 */
export function findCourse({ values }: Pick<FigureSlot, 'values'>): readonly CourseLine[] {
  const lines = new Map<string, { name: string; points: CoursePoint[] }>();
  for (const [value, said] of values.entries()) {
    for (const sayer of said.says) {
      const at = Date.parse(sayer.claim.published ?? '');
      if (Number.isNaN(at)) continue;
      const key = sayer.origin ?? sayer.name;
      const line = lines.get(key) ?? { name: sayer.name, points: [] };
      line.points.push({ at, said, sayer, value });
      lines.set(key, line);
    }
  }
  return [...lines.values()]
    .map(({ name, points }) => ({
      name,
      points: thin(points.sort((a, b) => a.at - b.at || a.value - b.value)),
    }))
    .sort((a, b) => a.points[0]!.at - b.points[0]!.at);
}

function thin(points: readonly CoursePoint[]): readonly CoursePoint[] {
  return points.filter(({ value }, at) => points[at - 1]?.value !== value || points[at + 1]?.value !== value);
}

/** Whether there is anything to see: two values, or one value at two times. */
export function hasCourse(lines: readonly CourseLine[]): boolean {
  const points = lines.flatMap((line) => line.points);
  return new Set(points.map(({ value }) => value)).size > 1 && new Set(points.map(({ at }) => at)).size > 1;
}

/**
 * Heights at which labels can stand, each as near to its own as it can without touching another.
 *
 * @example
 * spreadLabels([10, 12], { gap: 14, from: 0, to: 100 }); // [10, 24]
 */
export function spreadLabels(
  wanted: readonly number[],
  { gap, from, to }: { readonly gap: number; readonly from: number; readonly to: number },
): readonly number[] {
  const inOrder = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  const placed: number[] = [];
  for (const { y } of inOrder) placed.push(Math.max(y, (placed.at(-1) ?? from - gap) + gap));
  // What was pushed beyond the end goes back up, and takes those before it along.
  for (let at = placed.length - 1, limit = to; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at]!, limit);
    limit = placed[at]! - gap;
  }
  const heights: number[] = [];
  for (const [at, { index }] of inOrder.entries()) heights[index] = placed[at]!;
  return heights;
}
