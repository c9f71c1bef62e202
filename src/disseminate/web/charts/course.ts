import type { BoardRow } from '../../../model/desk.ts';
import type { Level } from '../../../model/problem.ts';

export type Day = BoardRow['days'][number];

/** Days in a row on which a forecast stood, by the index of the first. */
export interface Stretch {
  readonly from: number;
  readonly points: readonly number[];
  readonly level: Level | undefined;
}

const TOPS = [0.1, 0.25, 0.5, 1];

/** The lowest round top under which everything fits. */
export function findTop(values: readonly number[]): number {
  const highest = Math.max(0, ...values);
  return TOPS.find((top) => highest <= top * 0.95) ?? 1;
}

/** Cuts the days into stretches of one level without gaps. */
export function cutIntoStretches(days: readonly Day[]): readonly Stretch[] {
  const stretches: { from: number; points: number[]; level: Level | undefined }[] = [];
  let last: (typeof stretches)[number] | undefined;
  days.forEach(({ p, level }, index) => {
    if (p === undefined) {
      last = undefined;
      return;
    }
    if (last === undefined || last.level !== level) {
      last = { from: index, points: [], level };
      stretches.push(last);
    }
    last.points.push(p);
  });
  return stretches;
}
