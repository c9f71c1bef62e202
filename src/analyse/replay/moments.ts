const DAY = 86_400_000;

/**
 * The moments of a replay. From a day on they are the ends of the periods that begin with it, so that a step of a day gives the ends
 * of days, which is what a day means wherever an instant is asked for; from an instant on they are that instant and each step after.
 *
 * @param span `from` and `to` in ISO 8601, `until` the last moment that may be gone to.
 * @param step Milliseconds, above 0.
 * @example
 * listMoments({ from: '2020-12-01', to: '2020-12-02', until }, 86_400_000);
 * // ['2020-12-01T23:59:59.999Z', '2020-12-02T23:59:59.999Z']
 */
export function listMoments(
  span: { readonly from: string; readonly to: string; readonly until: string },
  step: number,
): readonly string[] {
  const { first, last } = readSpan(span, step);
  const count = countMoments(span, step);
  return Array.from({ length: count }, (_, i) => new Date(Math.min(first + i * step, last)).toISOString());
}

/** How many there are, without making them: to refuse what is too much. */
export function countMoments(
  span: { readonly from: string; readonly to: string; readonly until: string },
  step: number,
): number {
  const { first, last } = readSpan(span, step);
  return first > last ? 0 : Math.floor((last - first) / step) + 1;
}

function readSpan(
  { from, to, until }: { readonly from: string; readonly to: string; readonly until: string },
  step: number,
): { readonly first: number; readonly last: number } {
  const first = from.includes('T') ? Date.parse(from) : Date.parse(`${from}T00:00:00Z`) + step - 1;
  const last = to.includes('T') ? Date.parse(to) : Date.parse(`${to}T00:00:00Z`) + DAY - 1;
  return { first, last: Math.min(last, Date.parse(until)) };
}
