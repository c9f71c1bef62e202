import type { TimePrecision, TimeType } from '../../model/time.ts';

/** A year as named: a number, or so many years from the publication. */
export type YearName = number | { readonly shift: number };

/** A date by its parts, as far as they are named. */
export interface DateMeaning {
  readonly kind: 'date';
  readonly year?: YearName;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  /** "last September", "next May", "this March": where the year is not named. */
  readonly which?: Which;
}

/** Which of the recurring ones: `nearest` leaves it to the tense. */
export type Which = 'nearest' | 'last' | 'next' | 'this';

/** "11/12/2020": a day and a month in an order that the page must tell. */
export interface NumericMeaning {
  readonly kind: 'numeric';
  readonly first: number;
  readonly second: number;
  readonly year: number;
}

/** "Dec. 20-23", "2014-17": two dates written as one. */
export interface RangeMeaning {
  readonly kind: 'range';
  readonly from: DateMeaning;
  readonly to: DateMeaning;
}

export interface WeekdayMeaning {
  readonly kind: 'weekday';
  readonly weekday: number;
  readonly which: Which;
}

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

/** So many units away from the publication or from the date told before: "today", "last week", "two days later". */
export interface ShiftMeaning {
  readonly kind: 'shift';
  readonly unit: Unit;
  readonly count: number;
  /** `recent`: from the date told before where it is near, else from the publication ("the day", "that week"). */
  readonly base: 'published' | 'previous' | 'recent';
  /**
   * Keep the fineness of the base: `stretch` for "the same month a year ago", `day` for "the same day last year"; `part`
   * only where the base is a month or quarter.
   */
  readonly keep?: 'stretch' | 'day' | 'part';
  /** Counted from the publication where no date was told before: "from a year earlier". */
  readonly orPublished?: boolean;
  /** A fiscal year: it has a name, its days are its owner's affair. */
  readonly fiscal?: boolean;
}

/** A quarter, half or season of a year. */
export interface PartMeaning {
  readonly kind: 'part';
  readonly part: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'H1' | 'H2' | 'SP' | 'SU' | 'FA' | 'WI';
  readonly year?: YearName;
  readonly fiscal?: boolean;
  /** `told`: of the year told before ("that summer"). */
  readonly which?: Which | 'told';
}

/** "the last week of March", "the first Tuesday of May": `nth` counts from 1, -1 is the last. */
export interface WeekOfMonthMeaning {
  readonly kind: 'weekOfMonth';
  readonly nth: number;
  readonly weekday?: number;
  /** A week, a day of the week where one is named, or any day ("the last day of May"). */
  readonly isDay?: boolean;
  readonly month: DateMeaning | ShiftMeaning;
}

/** "the week of March 9": the week that a day lies in. */
export interface WeekOfDayMeaning {
  readonly kind: 'weekOfDay';
  readonly day: Meaning;
}

/** "a week ago Thursday", "a week from Monday": so many weeks from the day of the week nearest on that side. */
export interface WeekdayShiftMeaning {
  readonly kind: 'weekdayShift';
  readonly weekday: number;
  readonly weeks: number;
}

/** "the 19th" alone: a day of the month told before. */
export interface DayOfMonthMeaning {
  readonly kind: 'dayOfMonth';
  readonly day: number;
}

/** Years from `first` to `last`, with the value they have in TIMEX3 (`199`, `18`). */
export interface YearsMeaning {
  readonly kind: 'years';
  readonly first: number;
  readonly last: number;
  readonly value: string;
  readonly precision: TimePrecision;
}

export interface DurationMeaning {
  readonly kind: 'duration';
  readonly value: string;
  /** "the past three days" ends, "the next three days" begins at the publication. */
  readonly towards?: 'past' | 'future';
  readonly unit: Unit;
  readonly count?: number;
}

/** What stands for itself: sets, `PAST_REF`, dates of calendars that are not computed. */
export interface FixedMeaning {
  readonly kind: 'fixed';
  readonly type: TimeType;
  readonly value: string;
  /** Why it was recognised and yet given no value, for the notes of the reading. */
  readonly unread?: string;
}

/** How a feast finds its day in a year. */
export type FeastRule =
  | {
      readonly on: 'fixed';
      readonly month: number;
      readonly day: number;
      /** Held only in years that leave `rest` when divided by this. */
      readonly every?: number;
      readonly rest?: number;
    }
  | { readonly on: 'easter' | 'orthodoxEaster'; readonly offset: number }
  /** So many days from the nth weekday of a month. */
  | {
      readonly on: 'nth';
      readonly month: number;
      readonly weekday: number;
      readonly nth: number;
      readonly offset?: number;
    }
  /** Days that were set year by year, as `2020-03-03`. */
  | { readonly on: 'listed'; readonly days: readonly string[] }
  /** A day of history that goes by its date or a name: it is meant by every text since. */
  | { readonly on: 'once'; readonly year: number; readonly month: number; readonly day: number }
  /** A day of the Hebrew calendar; month 1 is Nisan. */
  | { readonly on: 'hebrew'; readonly month: number; readonly day: number }
  /** The first day of the Persian year. */
  | { readonly on: 'nowruz' };

export interface FeastMeaning {
  readonly kind: 'feast';
  readonly rule: FeastRule;

  readonly year?: YearName;
  readonly which?: Which;
}

/** Parts of the day as TIMEX3 writes them: morning, midday, afternoon, evening, night, daytime. */
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT';

/** A clock time or a part of the day, of a day that may be named. */
export interface TimeMeaning {
  readonly kind: 'time';
  readonly part?: DayPart;
  readonly clock?: {
    readonly hour: number;
    readonly minute: number;
    readonly second?: number;
    /** As ISO 8601 writes it, where the text gives it in figures or as UTC: `Z`, `+03:00`. */
    readonly zone?: string;
  };
  readonly day?: Meaning;
}

export type Meaning =
  | DateMeaning
  | NumericMeaning
  | RangeMeaning
  | WeekdayMeaning
  | ShiftMeaning
  | PartMeaning
  | WeekOfMonthMeaning
  | WeekOfDayMeaning
  | WeekdayShiftMeaning
  | DayOfMonthMeaning
  | YearsMeaning
  | DurationMeaning
  | FixedMeaning
  | FeastMeaning
  | TimeMeaning;

/** TIMEX3's values of `mod`. */
export type Mod =
  | 'APPROX'
  | 'START'
  | 'MID'
  | 'END'
  | 'BEFORE'
  | 'AFTER'
  | 'LESS_THAN'
  | 'MORE_THAN'
  | 'EQUAL_OR_LESS'
  | 'EQUAL_OR_MORE';

/** What a recogniser has found: words `start` up to but not including `end`. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
  readonly mod?: Mod;
  /** The second of two dates that share a month or year: the "5" of "Dec. 4 and 5". */
  readonly next?: Match;
}
