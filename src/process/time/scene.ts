import type { TimePrecision, TimeType } from '../../model/time.ts';
import type { DayRange } from './calendar.ts';
import type { Reference } from './published.ts';

/** Whether an expression goes with what was or with what is to come. */
export type Tense = 'past' | 'future';

/** A date told earlier in the text. */
export interface Told {
  readonly id: string;
  readonly range: DayRange;
  readonly precision: TimePrecision;
  /** Offset behind it. */
  readonly end: number;
}

/** What an expression is resolved against. */
export interface Scene {
  readonly reference?: Reference;
  readonly told?: Told;
  /** The last day told, where it is near enough to be meant by "the day" or by a bare clock time. */
  readonly toldDay?: Told;
  /** The last week, month, quarter or year told. */
  readonly toldStretch?: Told;
  readonly tense?: Tense;
  /** Whether its own verb told the tense, and not one that merely stands near. */
  readonly isTenseSure?: boolean;
  /** The date that this one is joined to by "to", "and" or a hyphen: without a year it lies beside it. */
  readonly joined?: Told;
  /** How the page writes dates in figures, where one of them tells. */
  readonly numericOrder?: 'dayFirst' | 'monthFirst';
  /** Offset of the expression. */
  readonly start: number;
}

/** The value of an expression; `range` is absent where it is vague or open. */
export interface Resolved {
  readonly type: TimeType;
  readonly value: string;
  readonly precision: TimePrecision;
  readonly range?: DayRange;
  /** A clock time, where the day is known. */
  readonly instant?: string;
  readonly anchor?: string;
  /** The day of the week that the text names beside the date is another one. */
  readonly isAgainstWeekday?: boolean;
}
