import type { SourceState } from '../../store/store.ts';

/** How often looks at a source found something new. */
export type Pace = NonNullable<SourceState['pace']>;

/** Minutes of watching after which what was seen counts half: news has its hours. */
const HALF_LIFE = 120;
/** A lively source is looked at so many times as often as is said of it, at most. */
const LIVELIEST = 10;
/** Minutes between two looks, at least. */
const SHORTEST = 1;

/**
 * What is known of a source's pace after one more look.
 *
 * @param look Minutes since the look before, and whether this one found something new.
 */
export function learnPace(
  before: Pace | undefined,
  { minutes, isNew, every }: { readonly minutes: number; readonly isNew: boolean; readonly every: number },
): Pace {
  // While nobody looked, for days perhaps, nobody knows how often it changed.
  const watched = Math.min(Math.max(minutes, 0), 2 * every);
  const share = 0.5 ** (watched / HALF_LIFE);
  return {
    changes: round((before?.changes ?? 0) * share + (isNew ? 1 : 0)),
    minutes: round((before?.minutes ?? 0) * share + watched),
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * Minutes until the next look: half of the time that passes between two changes, so that about every third look finds something. Not
 * more than `every`, and not less than a tenth of it or a minute.
 *
 * @example
 * findInterval(15, { changes: 12, minutes: 120 }); // 4.8: it changes every ten minutes or so
 */
export function findInterval(every: number, pace: Pace | undefined): number {
  if (pace === undefined || pace.changes === 0) return every;
  // Half a change more in the time of one look: one that was just seen for the first time is no pace yet.
  const between = (pace.minutes + every) / (pace.changes + 0.5);
  return Math.min(every, Math.max(between / 2, every / LIVELIEST, SHORTEST));
}
