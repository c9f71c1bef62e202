import type { Event } from '../../../model/event.ts';
import type { IndexedReading } from '../reader/indexed.ts';
import { type DayRange, findDay, makeTimeScale, type TimeScale } from './scale.ts';

/** An event with the days that it covers on the axis. */
export interface DatedEvent extends DayRange {
  readonly event: Event;
  /** Whether the days are a window in which it lies, not one day on which it was. */
  readonly isWindow: boolean;
}

export interface TimelineRows {
  readonly dated: readonly DatedEvent[];
  readonly undated: readonly Event[];
  readonly scale: TimeScale;
  /** Where the day of publication lies; absent where it is unknown. */
  readonly published?: number;
}

/** The days of an event's time. A month known only by its name ends with its last day. */
function findDays(event: Event): DayRange | undefined {
  const { from, to } = event.when ?? {};
  const start = findDay(from ?? to ?? '');
  if (start === undefined) return undefined;
  const last = findDay(to ?? from ?? '') ?? start;
  return { start, end: Math.max(start, last) + 1 };
}

/** Sorts the events of a reading onto an axis `width` pixels wide: by their first day, then in the order of the text. */
export function makeTimelineRows({ reading }: Pick<IndexedReading, 'reading'>, width: number): TimelineRows {
  const dated: DatedEvent[] = [];
  const undated: Event[] = [];
  for (const event of reading.events) {
    const days = findDays(event);
    if (days === undefined) undated.push(event);
    else dated.push({ event, ...days, isWindow: days.end - days.start > 1 });
  }
  dated.sort((a, b) => a.start - b.start || a.event.trigger.start - b.event.trigger.start);
  const published = findDay(reading.document.published ?? '');
  const ranges: DayRange[] = [...dated];
  if (published !== undefined && dated.length > 0) ranges.push({ start: published, end: published + 1 });
  const scale = makeTimeScale(ranges, width);
  return {
    dated,
    undated,
    scale,
    ...(published === undefined ? {} : { published: scale.place(published + 0.5) }),
  };
}
