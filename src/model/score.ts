import type { Hash } from './page.ts';
import type { Level } from './problem.ts';

/** Distinct outcomes, and stretches without one, from which on a score says more than chance: below ten a frequency is off by a third and more. */
export const ENOUGH = { outcomes: 10, quiet: 10 } as const;

/** Forecasts of about the same probability, and how often they came out yes. */
export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of the probabilities. */
  readonly mean: number;
  readonly frequency: number;
  /** Interval of 95 % of the frequency, as of so many trials as there are stretches of time. */
  readonly low: number;
  readonly high: number;
  /** Stretches of time, as long as the horizon, in which they lie. */
  readonly stretches: number;
  /** Numbers of the ledger entries, the latest fifty. */
  readonly entries: readonly number[];
}

/** How settled forecasts of one horizon did. */
export interface ScoreFigures {
  /** Days. */
  readonly horizon: number;
  /** Whether they were made by going through kept pages again. These are never put together with those that were made at the time. */
  readonly isReplay: boolean;
  /** Forecasts counted (the last one filed on each day), and how many came out yes. */
  readonly settled: number;
  readonly yes: number;
  /** Incidents behind the yeses: forecasts of neighbouring days look at the same ones. */
  readonly outcomes?: number;
  readonly open: number;
  readonly void: number;
  /** Of those settled: after the deadline and the days of grace; and by more than one settlement, the first having been wrong. */
  readonly late: number;
  readonly corrected: number;
  /** Stretches of time, as long as the horizon and a week at least, with a settled forecast, and those of them without a yes. */
  readonly stretches: number;
  readonly quiet: number;
  /** Whether there are outcomes and quiet stretches enough to say more than chance: see `ENOUGH`. */
  readonly isEnough: boolean;
  /** Mean squared errors; absent without settled forecasts. */
  readonly brier?: number;
  readonly baseRateBrier?: number;
  /** Mean of −ln of the probability given to what came about. */
  readonly logScore?: number;
  readonly baseRateLogScore?: number;
  /** 1 - brier / baseRateBrier. */
  readonly skill?: number;
  /** Interval of 95 %, by the block bootstrap over stretches of time. */
  readonly skillInterval?: { readonly low: number; readonly high: number };
  readonly calibrationError?: number;
  /** Of ten bins of probability those that hold any. */
  readonly bins: readonly ScoreBin[];
  /** How many of those counted were made in a replay: all of them or none. */
  readonly replayed: number;
}

/** Scores of one problem and horizon over the settled forecasts. */
export interface ScoreRow extends ScoreFigures {
  readonly problem: string;
}

/** Scores of all problems together, of one horizon. */
export interface OverallScore extends ScoreFigures {
  readonly problems: number;
}

/** What warnings at or above one level were worth. */
export interface LevelScore {
  readonly level: Level;
  /** Outcomes on whose eve the level stood. Days from the first forecast at the level, or from the outcome before, to the outcome. */
  readonly hits: readonly {
    readonly day: string;
    readonly incident?: string;
    readonly lead: number;
    readonly entry: number;
    readonly settlement: number;
  }[];
  /** Outcomes on whose eve it did not. */
  readonly misses: readonly {
    readonly day: string;
    readonly incident?: string;
    readonly settlement: number;
  }[];
  /** Times at the level that ended without an outcome: first and last forecast of each by instant and number. */
  readonly falseAlarms: readonly {
    readonly from: string;
    readonly to: string;
    readonly entry: number;
    readonly last: number;
  }[];
  /** Share of the time from the first forecast to the last in which the level stood: one that always stands misses nothing and warns of nothing. */
  readonly share: number;
  /** Whether the level stands now, without an outcome yet. */
  readonly isStanding: boolean;
  /** Median of the days of the hits. */
  readonly lead?: number;
  /** Absent below a month of forecasts. */
  readonly falseAlarmsPerMonth?: number;
}

/** What the warnings of one problem were worth, level by level. */
export interface WarningScore {
  readonly problem: string;
  readonly isReplay: boolean;
  /** ISO 8601 instants of the first and the last forecast. */
  readonly from: string;
  readonly to: string;
  /** Distinct outcomes before which there was a forecast. */
  readonly outcomes: number;
  readonly isEnough: boolean;
  /** Lowest first; `normal` is none. */
  readonly levels: readonly LevelScore[];
}

/** The record in figures. */
export interface ScoreReport {
  readonly kind: 'score report';
  /** ISO 8601 instant. */
  readonly asOf: string;
  /** The last entry of the ledger that was scored: kept by a reader, it shows later whether the record was changed. */
  readonly last?: { readonly number: number; readonly hash: Hash };
  readonly overall: readonly OverallScore[];
  readonly rows: readonly ScoreRow[];
  readonly warnings: readonly WarningScore[];
}
