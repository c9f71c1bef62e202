import type { TimePrecision } from '../../../../model/time.ts';

/* The events of a text by day. */

const DAYS = 'within these days';

/** How fine a time is known, of an event that lies somewhere in its days. */
const WITHIN: Readonly<Record<TimePrecision, string>> = {
  instant: DAYS,
  hour: DAYS,
  day: DAYS,
  week: 'within this week',
  month: 'within this month',
  season: 'within this season',
  year: 'within this year',
  decade: 'within this decade',
  unknown: DAYS,
};

export const TIMELINE = {
  label: 'Events by day',
  published: 'published',
  unnamed: 'unnamed',
  none: 'No events',
  noneHint: 'Nothing in this text was read as an event.',
  undated: 'Not dated',
  history: (words: string) => `${words}, history`,
  within: (precision: TimePrecision) => WITHIN[precision],
} as const;
