/** Calendar days from first to last, as numbers since 1970-01-01. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;

/** Day number of an ISO date or instant, by its own calendar date; undefined where it has no day. */
export function parseDay(iso: string | undefined): number | undefined {
  if (iso === undefined || !/^\d{4}-\d{2}-\d{2}/.test(iso)) return undefined;
  const at = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at / DAY;
}

/** `2020-12-20` of a day number. */
export function formatDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The range between two dates, or undefined where they name no day. */
export function parseRange(from: string | undefined, to: string | undefined): DayRange | undefined {
  const first = parseDay(from ?? to);
  const last = parseDay(to ?? from);
  if (first === undefined || last === undefined) return undefined;
  return first <= last ? { from: first, to: last } : { from: last, to: first };
}

/** Days in a range: 1 for a single day. */
export function countDays(range: DayRange): number {
  return range.to - range.from + 1;
}

/** Days between two ranges: 0 where they overlap. */
export function measureGap(a: DayRange, b: DayRange): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}

/** Days with how often each is said. */
export type DayCounts = ReadonlyMap<string, { readonly range: DayRange; readonly count: number }>;

/** The range that is said most often, the narrower one among equals. */
export function chooseRange(counts: DayCounts): DayRange | undefined {
  let best: { readonly range: DayRange; readonly count: number } | undefined;
  for (const entry of counts.values()) {
    const better =
      best === undefined ||
      // A week that holds the day that others name does not stand against it, however often it is said.
      (countDays(entry.range) < countDays(best.range) &&
        measureGap(entry.range, best.range) === 0 &&
        countDays(best.range) > 2) ||
      (entry.count > best.count &&
        !(countDays(entry.range) > 2 && measureGap(entry.range, best.range) === 0)) ||
      (entry.count === best.count && countDays(entry.range) < countDays(best.range));
    if (better) best = entry;
  }
  return best?.range;
}
