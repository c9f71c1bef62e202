import { pad } from './width.ts';

/** One column of a course: the probability, the base rate, and whether it happened. */
export interface CoursePoint {
  readonly p: number;
  readonly base: number;
  readonly isOutcome: boolean;
}

const ROWS = 8;
const TOPS = [0.1, 0.25, 0.5, 1];
const SCALE = 6;

/** What the chart's signs mean. */
export const COURSE_KEY = '█ above the base rate  ░ base rate  ▼ it happened';

/**
 * A course over time as columns: up to the base rate pale, what is above it dark; where the base rate is higher than the
 * probability the difference is dotted. Marks below say when it happened.
 *
 * @example
 * drawCourse(points, { width: 80, from: '1 Nov 2020', to: '28 Feb 2021' }).join('\n');
 */
export function drawCourse(
  points: readonly CoursePoint[],
  { width, from, to }: { readonly width: number; readonly from: string; readonly to: string },
): readonly string[] {
  const columns = gather(points, Math.max(10, width - SCALE));
  const highest = Math.max(0, ...columns.flatMap(({ p, base }) => [p, base]));
  const top = TOPS.find((each) => highest <= each) ?? 1;
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const row = ROWS - 1 - i;
    const middle = ((row + 0.5) / ROWS) * top;
    const label = row === ROWS - 1 ? `${top * 100}%` : row === 0 ? '0%' : '';
    return `${label.padStart(SCALE - 1)} ${columns.map((column) => drawCell(column, middle)).join('')}`.trimEnd();
  });
  const marks = columns.map(({ isOutcome }) => (isOutcome ? '▼' : ' ')).join('');
  const room = Math.max(columns.length, from.length + to.length + 1);
  return [
    ...rows,
    ...(marks.trim() === '' ? [] : [`${' '.repeat(SCALE)}${marks}`.trimEnd()]),
    `${' '.repeat(SCALE)}${pad(from, room - to.length)}${to}`,
  ];
}

function drawCell({ p, base }: CoursePoint, middle: number): string {
  if (middle <= Math.min(p, base)) return '░';
  if (middle <= p) return '█';
  return middle <= base ? '·' : ' ';
}

/** So many columns at most: of points that share one, the mean. */
function gather(points: readonly CoursePoint[], most: number): readonly CoursePoint[] {
  if (points.length <= most) return points;
  return Array.from({ length: most }, (_, i) => {
    const part = points.slice(
      Math.floor((i * points.length) / most),
      Math.floor(((i + 1) * points.length) / most),
    );
    const mean = (of: (point: CoursePoint) => number) =>
      part.reduce((sum, each) => sum + of(each), 0) / part.length;
    return {
      p: mean(({ p }) => p),
      base: mean(({ base }) => base),
      isOutcome: part.some((each) => each.isOutcome),
    };
  });
}
