import type { BoardRow } from '../../../model/desk.ts';
import { formatInterval, formatPercent, type Probability } from '../../../model/probability.ts';

const MINUS = '−';

/** A difference of probabilities in points, with its sign: `+21`, `−4`, `±0`. */
export function describePoints(difference: number): string {
  const points = Math.round(difference * 100);
  if (points === 0) return '±0';
  return points > 0 ? `+${points}` : `${MINUS}${-points}`;
}

/** `+21 points since a day before`; nothing where there was no forecast then. */
export function describeChange(change: BoardRow['change']): string | undefined {
  if (change === undefined) return undefined;
  const points = Math.round(change * 100);
  if (points === 0) return 'as a day before';
  return `${describePoints(change)} point${Math.abs(points) === 1 ? '' : 's'} since a day before`;
}

/** `+21 points since you looked, 4 Dec`. */
export function describeSinceLook(difference: number, day: string): string {
  const points = Math.round(difference * 100);
  if (points === 0) return `as when you looked, ${day}`;
  return `${describePoints(difference)} point${Math.abs(points) === 1 ? '' : 's'} since you looked, ${day}`;
}

/** Everything that a bar of a probability shows, in words. */
export function describeBar(probability: Probability, baseRate: Probability): string {
  return `${formatPercent(probability.p)}, ${probability.word}, 80 % interval ${formatInterval(
    probability,
  )}, base rate ${formatPercent(baseRate.p)}`;
}

/** `30 days`, `1 day`. */
export function describeHorizon(days: number): string {
  return `${days} day${days === 1 ? '' : 's'}`;
}
