import type { TextSpan } from './span.ts';

/** Types of ISO-TimeML's TIMEX3. */
export const TIME_TYPES = ['DATE', 'TIME', 'DURATION', 'SET'] as const;
export type TimeType = (typeof TIME_TYPES)[number];

/** How fine a time is known; "in March" is not "1 March". */
export const TIME_PRECISIONS = [
  'instant',
  'hour',
  'day',
  'week',
  'month',
  'season',
  'year',
  'decade',
  'unknown',
] as const;
export type TimePrecision = (typeof TIME_PRECISIONS)[number];

/** A time expression in the text with its TIMEX3 value. */
export interface TimeExpression extends TextSpan {
  readonly kind: 'time';
  /** Unique in the reading: `t1`. */
  readonly id: string;
  readonly type: TimeType;
  /** TIMEX3 value: `2020-12-10`, `2020-W50`, `P3D`, `PAST_REF`, `XXXX-WXX-1`. */
  readonly value: string;
  /** First and last calendar day (or instant) that the expression covers; absent for durations and vague times. */
  readonly from?: string;
  readonly to?: string;
  readonly precision: TimePrecision;
  /** What a relative value was resolved against: `published`, `post` (the day of the live page's entry that it stands in), or the id of another time. Absent where it stands alone. */
  readonly anchor?: string;
  /** TIMEX3 mod: `APPROX`, `START`, `MID`, `END`, `BEFORE`, `AFTER`, `LESS_THAN`, `MORE_THAN`, `EQUAL_OR_LESS`, `EQUAL_OR_MORE`. */
  readonly mod?: string;
  /** Stage and version that made it: `time@1`. */
  readonly by: string;
}
