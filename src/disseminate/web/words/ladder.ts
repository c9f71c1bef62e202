import type { Ladder, LadderStep } from '../../../model/ladder.ts';
import { count } from './vocabulary.ts';

/* Steps and answers in the words of the workbench. */

/** `2 rungs up`, `same rung`. */
export function describeRungs(change: number): string {
  if (change === 0) return 'same rung';
  return `${count(Math.abs(change), 'rung')} ${change > 0 ? 'up' : 'down'}`;
}

/** `after 5 days`, `on the same day`. */
export function describeLagDays(lag: number): string {
  return lag === 0 ? 'on the same day' : `after ${count(lag, 'day')}`;
}

/** `after 5 days, 1 rung up; a report says so`. */
export function describeAnswer({
  lag,
  change,
  said,
}: Pick<NonNullable<LadderStep['answers']>, 'lag' | 'change' | 'said'>): string {
  const why = said ? 'a report says so' : 'by its time alone';
  return `${describeLagDays(lag)}, ${describeRungs(change)}; ${why}`;
}

/**
 * What is usual, or that it is not known.
 *
 * @example
 * describeUsual({ median: 3, longest: 9, answered: 4, of: 5 });
 * // 'So far 4 of 5 were answered: half of them within 3 days, the slowest after 9.'
 */
export function describeUsual(usual: NonNullable<Ladder['due']>['usual']): string {
  if (usual === undefined) return 'What is usual is not known: fewer than 3 were answered.';
  const { median, longest, answered, of } = usual;
  return `So far ${answered} of ${of} were answered: half of them within ${count(median, 'day')}, the slowest after ${longest}.`;
}
