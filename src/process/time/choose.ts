import type { Which, YearName } from './meaning.ts';
import type { Reference } from './published.ts';
import type { Resolved, Scene, Tense } from './scene.ts';

/** The number of a year named by itself or from the reference. */
export function yearNumberOf(year: YearName | undefined, scene: Scene): number | undefined {
  if (year === undefined || typeof year === 'number') return year;
  return scene.reference === undefined ? undefined : scene.reference.year + year.shift;
}

/** `anchor` of a value whose year came from the reference. */
export function anchorOf(year: YearName | undefined, scene: Scene): Pick<Resolved, 'anchor'> {
  if (typeof year === 'number' || scene.reference === undefined) return {};
  return { anchor: scene.reference.anchor };
}

/** A candidate so far beyond the other is not meant, whatever a verb that merely stands near says. */
const FAR = 240;
const NEAR = 100;

/**
 * Which of the days that recur each year is meant: the last one for what has been, the next one for what is to come,
 * the nearest where nothing tells. `candidates` ascend.
 */
export function chooseDay(
  candidates: readonly number[],
  day: number,
  { way, isSure = false }: { readonly way: Tense | Which | undefined; readonly isSure?: boolean },
): number | undefined {
  const before = candidates.findLast((candidate) => candidate <= day);
  const after = candidates.find((candidate) => candidate >= day);
  if (before === undefined || after === undefined) return before ?? after;
  if (way === 'last') return candidates.findLast((candidate) => candidate < day) ?? before;
  if (way === 'next') return candidates.find((candidate) => candidate > day) ?? after;
  const back = day - before;
  const ahead = after - day;
  if (way === 'past' && (isSure || !(back > FAR && ahead < NEAR))) return before;
  if (way === 'future' && (isSure || !(ahead > FAR && back < NEAR))) return after;
  return back <= ahead ? before : after;
}

/** Months ahead that a bare month may lie without a sign of the future. */
const NEAR_MONTHS = 2;

/** The year of a month named without one. */
export function chooseYearOfMonth(
  month: number,
  reference: Required<Pick<Reference, 'year' | 'month'>>,
  way: Tense | Which | undefined,
): number {
  const { year } = reference;
  const ahead = (month - reference.month + 12) % 12;
  const next = month >= reference.month ? year : year + 1;
  const last = month <= reference.month ? year : year - 1;
  if (way === 'this') return year;
  if (way === 'last') return ahead === 0 ? year - 1 : last;
  if (way === 'next') return ahead === 0 ? year + 1 : next;
  if (way === 'future') return ahead > 9 ? last : next;
  if (way === 'past') return last;
  return ahead <= NEAR_MONTHS ? next : last;
}
