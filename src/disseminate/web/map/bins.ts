import { findDays, type MapRow } from '../../../model/map.ts';
import { findDayNumber } from '../components/days.ts';
import { findTelling, TELLINGS } from './marks.ts';

/* Days, weeks or months with what happened in each. */

export const BIN_DAYS = [1, 7, 28] as const;
/** Bars drawn at most. */
const MOST_BINS = 120;

export interface Bin {
  /** First and last day, in days since 1970-01-01. */
  readonly from: number;
  readonly to: number;
  /** In the order of `TELLINGS`. */
  readonly counts: readonly number[];
}

export interface Histogram {
  readonly bins: readonly Bin[];
  /** Days that a bar stands for. */
  readonly days: number;
  readonly first: number;
  readonly last: number;
  /** Rows whose time is known too roughly to stand in one bar, and those without any. */
  readonly rough: number;
  readonly undated: number;
}

/** First and last day of a row as numbers. */
export function findDaySpan({ when }: Pick<MapRow, 'when'>): readonly [number, number] | undefined {
  const days = findDays(when);
  const [from, to] = [findDayNumber(days?.[0]), findDayNumber(days?.[1])];
  return from === undefined || to === undefined || to < from ? undefined : [from, to];
}

/** Nothing where no row has a day. */
export function makeHistogram(rows: readonly MapRow[]): Histogram | undefined {
  const dated = rows.flatMap((row) => {
    const span = findDaySpan(row);
    return span === undefined ? [] : [{ row, span }];
  });
  // What is only known to the month or the year must not stretch the axis.
  const exact = dated.filter(({ span: [from, to] }) => to - from < BIN_DAYS[1]);
  const shown = exact.length > 0 ? exact : dated;
  if (shown.length === 0) return undefined;
  const first = shown.reduce((least, { span }) => Math.min(least, span[0]), Number.POSITIVE_INFINITY);
  const last = shown.reduce((most, { span }) => Math.max(most, span[1]), Number.NEGATIVE_INFINITY);
  const days = chooseDays(last - first + 1);
  const bins = Array.from({ length: Math.ceil((last - first + 1) / days) }, (_, at) => ({
    from: first + at * days,
    to: Math.min(first + (at + 1) * days - 1, last),
    counts: TELLINGS.map(() => 0),
  }));
  let rough = 0;
  for (const { row, span } of dated) {
    const at = Math.floor((span[0] - first) / days);
    const isIn = at === Math.floor((span[1] - first) / days);
    const counts = isIn ? bins[at]?.counts : undefined;
    if (counts === undefined) rough += 1;
    else counts[TELLINGS.indexOf(findTelling(row))]! += 1;
  }
  return { bins, days, first, last, rough, undated: rows.length - dated.length };
}

function chooseDays(span: number): number {
  return BIN_DAYS.find((days) => span / days <= MOST_BINS) ?? Math.ceil(span / MOST_BINS / 7) * 7;
}

/** A span of days as an address carries it; both ends included. */
export interface DaySpan {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Whether a row may lie within a span; what is not dated lies in none. */
export function isWithinSpan(row: Pick<MapRow, 'when'>, { from, to }: DaySpan): boolean {
  if (from === undefined && to === undefined) return true;
  const span = findDaySpan(row);
  return span !== undefined && (from === undefined || span[1] >= from) && (to === undefined || span[0] <= to);
}

export const formatDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
