/* A time axis that skips the long stretches in which nothing happens, and says where it does. */

/** Days since 1970-01-01, the second exclusive: `{ start: 22409, end: 22410 }` is one day. */
export interface DayRange {
  readonly start: number;
  readonly end: number;
}

/** A stretch of the axis in which time runs evenly; `from` and `to` are shares of the axis' width. */
export interface AxisPiece extends DayRange {
  readonly from: number;
  readonly to: number;
}

export interface Tick {
  readonly at: number;
  /** Empty where there is no room for words. */
  readonly label: string;
}

export interface TimeScale {
  readonly pieces: readonly AxisPiece[];
  readonly ticks: readonly Tick[];
  /** Where a day lies on the axis: 0 at its left end, 1 at its right. */
  place(day: number): number;
}

const DAY = 86_400_000;

/** Longest stretch without anything that is drawn at its true length. */
const LONGEST_GAP = 21;
/** Share of the axis that a skipped stretch takes, and the least that a stretch with events takes. */
const BREAK_SHARE = 0.05;
const LEAST_SHARE = 0.12;

/** The day of a date or instant; nothing where it is neither. Partial dates are their first day. */
export function findDay(value: string): number | undefined {
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY);
}

/** Ranges joined where they touch, overlap or lie close together, with a day of air around each. */
function joinRanges(ranges: readonly DayRange[]): readonly DayRange[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start - last.end <= LONGEST_GAP) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined.map(({ start, end }) => ({ start: start - 1, end: end + 1 }));
}

function layOut(stretches: readonly DayRange[]): readonly AxisPiece[] {
  const breaks = stretches.length - 1;
  const breakShare = Math.min(BREAK_SHARE, 0.4 / Math.max(breaks, 1));
  const free = 1 - breakShare * breaks;
  const days = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  const least = Math.min(LEAST_SHARE, free / stretches.length);
  const spare = free - least * stretches.length;
  let from = 0;
  return stretches.map(({ start, end }) => {
    const to = from + least + (spare * (end - start)) / days;
    const piece = { start, end, from, to };
    from = to + breakShare;
    return piece;
  });
}

const STEPS: readonly { readonly unit: 'day' | 'month'; readonly step: number; readonly days: number }[] = [
  { unit: 'day', step: 1, days: 1 },
  { unit: 'day', step: 2, days: 2 },
  { unit: 'day', step: 7, days: 7 },
  { unit: 'day', step: 14, days: 14 },
  { unit: 'month', step: 1, days: 30.4 },
  { unit: 'month', step: 3, days: 91 },
  { unit: 'month', step: 6, days: 183 },
  { unit: 'month', step: 12, days: 365 },
  { unit: 'month', step: 60, days: 1_826 },
  { unit: 'month', step: 240, days: 7_305 },
];

const LABELS = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  firstDay: new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
};

/** The days on which a piece is labelled: as many as there is room for, `room` being the labels of a whole axis. */
function listTickDays(piece: AxisPiece, room: number): { days: readonly number[]; unit: 'day' | 'month' } {
  const wanted = Math.max(1, Math.floor((piece.to - piece.from) * room));
  const length = piece.end - piece.start;
  const { unit, step } = STEPS.find(({ days }) => length / days <= wanted) ?? STEPS.at(-1)!;
  if (unit === 'day') {
    const days: number[] = [];
    // The day of air at the start carries no label.
    for (let day = piece.start + 1; day < piece.end - 1; day += step) days.push(day);
    return { days, unit };
  }
  const days: number[] = [];
  const date = new Date(piece.start * DAY);
  const first = Math.ceil((date.getUTCFullYear() * 12 + date.getUTCMonth() + 1) / step) * step;
  for (let month = first; ; month += step) {
    const day = Math.floor(Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY);
    if (day >= piece.end) break;
    days.push(day);
  }
  return { days: days.length > 0 ? days : [piece.start + 1], unit };
}

/** Pixels that a label takes, with air; the first of a stretch carries its year. */
const LABEL_WIDTH = { day: 56, firstDay: 84, month: 66 };

interface Label extends Tick {
  /** Half of the room that it takes, as a share of the axis. */
  readonly half: number;
  readonly isFirst: boolean;
}

function listLabels({ pieces, place }: Pick<TimeScale, 'pieces' | 'place'>, width: number): readonly Label[] {
  return pieces.flatMap((piece) => {
    const { days, unit } = listTickDays(piece, width / LABEL_WIDTH.month);
    return days.map((day, index) => {
      const kind = unit === 'month' ? 'month' : index === 0 ? 'firstDay' : 'day';
      const half = LABEL_WIDTH[kind] / 2 / width;
      return { at: place(day), label: LABELS[kind].format(day * DAY), half, isFirst: index === 0 };
    });
  });
}

/** Where two labels would run into each other one loses its words; the first of a stretch tells the most. */
function makeTicks(scale: Pick<TimeScale, 'pieces' | 'place'>, width: number): readonly Tick[] {
  const labels = listLabels(scale, width);
  const shown = new Set<Label>();
  const ranked = [...labels.filter((label) => label.isFirst), ...labels.filter((label) => !label.isFirst)];
  for (const label of ranked) {
    const isFree = [...shown].every((other) => Math.abs(other.at - label.at) >= other.half + label.half);
    if (isFree) shown.add(label);
  }
  return labels.map((label) => ({ at: label.at, label: shown.has(label) ? label.label : '' }));
}

/**
 * An axis `width` pixels wide on which every range has room. Nothing to place gives an axis without pieces.
 *
 * @example
 * const scale = makeTimeScale([{ start: 22_409, end: 22_410 }], 600);
 * scale.place(22_409.5); // 0.5
 */
export function makeTimeScale(ranges: readonly DayRange[], width: number): TimeScale {
  const pieces = layOut(joinRanges(ranges));
  const place = (day: number): number => {
    const piece = pieces.find(({ end }) => day <= end) ?? pieces.at(-1);
    if (piece === undefined) return 0;
    const share = (day - piece.start) / (piece.end - piece.start);
    return piece.from + Math.min(Math.max(share, 0), 1) * (piece.to - piece.from);
  };
  return { pieces, ticks: makeTicks({ pieces, place }, width), place };
}
