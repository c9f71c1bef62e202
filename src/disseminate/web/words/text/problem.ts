import type { SignCell, SignRow } from '../../../../model/sign-history.ts';
import { describeOrigins } from '../picture.ts';
import { count } from '../vocabulary.ts';

/* What a person reads on the page of a warning problem. */

/** The matrix of indicators by days. */
export const SIGNS = {
  tab: 'Indicators',
  loading: 'Fetching the days',
  title: 'Day by day',
  grid: 'Indicators by day',
  note: 'Each day as it was assessed at its end, by what was known then. Arrow keys go from day to day and from row to row, Enter opens what it rests on.',
  sign: 'Indicator or window',
  weight: 'Weight',
  halfLife: 'Half-life',
  costToFake: 'Cost to fake',
  reversible: 'Undone',
  isWindow: 'window',
  none: '–',
  notSaid: 'not said',
  earlier: 'Earlier days',
  fetchingEarlier: 'Fetching earlier days',
  atStart: (day: string) => `Nothing is known here from before ${day}.`,
  noDays: 'Nothing is known here yet',
  noSigns: 'This problem names no indicators',
  asOfDay: (day: string) => `As of the end of ${day}.`,
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  pointAt: 'Point at a day, or go there by keyboard: what it rests on stands here.',
  legend: 'What the marks mean',
  forIt: 'observed, speaks for it: higher is stronger',
  against: 'observed, speaks against it: deeper is stronger',
  idle: 'observed, counted with another sign',
  dead: 'some who would report it were dead',
  noReports: 'no report was known',
  /** `11 Dec 2020, Preparation: observed, 1 origin, 2 possible; ×2.1 …`. */
  cell: (row: Pick<SignRow, 'title'>, day: string, what: string) => `${row.title}, ${day}: ${what}`,
  what: (cell: SignCell, factor: string): string => {
    const dead = cell.coverage?.dead ?? 0;
    const lost = dead === 0 ? '' : `; ${count(dead, 'source')} that would report it dead`;
    if (cell.state !== 'observed') {
      const heard =
        cell.coverage === undefined
          ? ''
          : cell.coverage.expected === 0
            ? '; no source is heard'
            : `; ${cell.coverage.delivered} of ${count(cell.coverage.expected, 'source')} delivered that day`;
      return `${cell.state}${heard}${lost}`;
    }
    const counted = cell.logOdds === 0 ? 'counted with another sign' : `counts ${factor}`;
    return `observed, ${describeOrigins(cell)}; ${counted}${lost}`;
  },
  origins: (names: readonly string[], all: number) =>
    all > names.length ? `${names.join(', ')} and ${all - names.length} more` : names.join(', '),
} as const;

/** What would move the probability. */
export const CHANGE = {
  title: 'What would change it',
  seen: 'If it were seen',
  seenNote: 'The most telling first; each as if one confirmed origin told of it today.',
  gone: 'If it fell away',
  goneNote: 'What carries the number most now; a weaker form of the same sign may count in its place.',
  move: (from: string, to: string) => `${from} → ${to}`,
} as const;

/** Steps of the sides of a ladder over time. */
export const LADDER = {
  title: 'Over time',
  chart: 'Steps of each side over time',
  note: 'A step is as high as its rung. A line leads from a step to its answer: solid where a report says so, dashed where its time alone does. Arrow keys go from step to step, Enter opens one; the list below says the same.',
  due: (side: string, days: number) => `${side}: reply due for ${count(days, 'day')}`,
  step: (side: string, title: string, day: string, rung: number, rungTitle: string) =>
    `${day}, ${side}: ${title}; rung ${rung}: ${rungTitle}`,
  assumed: 'taken for theirs',
  answers: (title: string, how: string, said: boolean) =>
    `${said ? 'answers' : 'may answer'} ${title}, ${how}`,
  lag: (days: number) => `${days} d`,
  /** Which lane is whose, told by more than its colour. */
  lane: (at: number, of: number, title: string) =>
    of === 2 ? `${at === 0 ? 'Upper' : 'Lower'} lane: ${title}` : `Lane ${at + 1}: ${title}`,
} as const;
