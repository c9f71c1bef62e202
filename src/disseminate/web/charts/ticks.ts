const HOUR = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' });

const DAY_MS = 86_400_000;

/**
 * A tick of a time axis in the reader's own zone, as fine as the axis: its day at midnight and its hour between, a month where
 * ticks are months apart.
 *
 * @param step Milliseconds from one tick to the next.
 * @example
 * formatTick(new Date(2031, 4, 20, 6), 6 * 3_600_000); // '06:00'
 */
export function formatTick(tick: Date, step: number): string {
  if (step >= 27 * DAY_MS) return MONTH.format(tick);
  const isMidnight = tick.getHours() === 0 && tick.getMinutes() === 0;
  return isMidnight || step >= DAY_MS ? DAY.format(tick) : HOUR.format(tick);
}

/** Milliseconds between the first two ticks; a day where there is only one. */
export function findStep(ticks: readonly Date[]): number {
  const [first, second] = ticks;
  return first === undefined || second === undefined ? DAY_MS : second.getTime() - first.getTime();
}
