import type { Telling } from '../../../model/problem.ts';

/**
 * Who is told from which level on.
 *
 * @example
 * describeTelling([{ at: 'high', who: 'duty officer' }]); // 'Told from high on: duty officer.'
 */
export function describeTelling(tell: readonly Telling[]): string {
  return tell.map(({ at, who }) => `Told from ${at} on: ${who}.`).join(' ');
}
