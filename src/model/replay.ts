import type { Confidence } from './forecast.ts';
import type { Probability } from './probability.ts';
import type { Level, Problem } from './problem.ts';
import type { ClaimRef } from './report.ts';
import type { LevelScore, ScoreFigures } from './score.ts';

/** What a replay is asked for: instants in ISO 8601. */
export interface ReplayRequest {
  readonly problem: string;
  /** A day means its beginning for the first, its end for the last; an instant is itself the first moment. */
  readonly from: string;
  readonly to: string;
  /** From one moment to the next, in milliseconds; a day unless given. */
  readonly step?: number;
  /** Indicators and windows that are left out. */
  readonly without?: readonly string[];
  /** Also what each indicator adds. */
  readonly ablate?: boolean;
  /** Up to when outcomes are known, and moments are gone to; now unless given. */
  readonly asOf?: string;
}

/** How a replay is gone through. */
export interface ReplayOptions {
  /** A changed definition in place of the one that is watched. */
  readonly definition?: Problem;
  /** Outcomes as somebody else settled them, in place of those that the analysis finds. */
  readonly outcomes?: readonly ReplayIncident[];
  /** True where pages are gone through again that somebody chose: a silence between them is no time in which nobody looked. */
  readonly isReplayed?: boolean;
  /** Assessments that may be made: moments, times the indicators where each is left out in turn. */
  readonly most?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** How a forecast of a replay came out, by what is known at its end; `open` where its days are not over. */
export type ReplayOutcome = 'yes' | 'no' | 'void' | 'open';

/** How the record compares: the same number, less apart than a new forecast is filed for, or clearly another. */
export type FiledLikeness = 'same' | 'close' | 'other';

/** One moment of a replay. */
export interface ReplayStep {
  /** Nothing published or collected later was used. */
  readonly asOf: string;
  readonly level: Level;
  readonly confidence: Confidence;
  readonly horizons: readonly {
    readonly days: number;
    readonly probability: Probability;
    readonly baseRate: Probability;
    readonly outcome: ReplayOutcome;
    /** The forecast on record that stood at this moment. */
    readonly filed?: {
      readonly number: number;
      readonly p: number;
      readonly level: Level;
      /** True where it was made with another version of the problem. */
      readonly otherVersion?: boolean;
      readonly likeness: FiledLikeness;
    };
  }[];
  /** What was observed, most weighty first. */
  readonly observed: readonly { readonly id: string; readonly logOdds: number }[];
  /** Reports known. */
  readonly reports: number;
}

/** A change of level. */
export interface ReplayWarning {
  readonly asOf: string;
  readonly from: Level;
  readonly to: Level;
  readonly p: number;
}

/** An incident that answers the question with yes. */
export interface ReplayIncident {
  readonly incident: string;
  readonly day: string;
  readonly knownSince: string;
  readonly claims: readonly ClaimRef[];
}

/** What warnings at one level or above were worth, as the record counts them: see `LevelScore`. */
export interface ReplayAlarms
  extends Pick<LevelScore, 'level' | 'share' | 'isStanding' | 'lead' | 'falseAlarmsPerMonth'> {
  /** Outcomes on whose eve the level stood, after so many days; and those on whose eve it did not. */
  readonly hits: readonly { readonly incident?: string; readonly day: string; readonly lead: number }[];
  readonly misses: readonly { readonly incident?: string; readonly day: string }[];
  readonly falseAlarms: readonly { readonly from: string; readonly to: string }[];
}

/** A mean, with the interval in which it lies with 95 % where there are stretches of time enough to tell (see `bootstrapRatio`). */
export interface ReplayMean {
  readonly mean: number;
  readonly low?: number;
  readonly high?: number;
}

/** Scores of one horizon: the last moment of each UTC day counts. */
export interface ReplayScore
  extends Pick<
    ScoreFigures,
    | 'horizon'
    | 'settled'
    | 'yes'
    | 'outcomes'
    | 'open'
    | 'void'
    | 'stretches'
    | 'quiet'
    | 'isEnough'
    | 'skill'
    | 'skillInterval'
  > {
  /** Mean squared errors; absent without settled forecasts. */
  readonly brier?: ReplayMean;
  readonly baseRateBrier?: ReplayMean;
  /** The base rate's error less the engine's: above 0 the engine is better. */
  readonly gain?: ReplayMean;
}

/** What one indicator or window adds over the time replayed. */
export interface ReplayAddition {
  readonly id: string;
  readonly title: string;
  /** Share of the moments at which it counted, and its mean log-odds at these. */
  readonly observed: number;
  readonly logOdds?: number;
  /** For each horizon: the Brier score without it less the one with it; above 0 it helps. */
  readonly horizons: readonly { readonly days: number; readonly added?: ReplayMean }[];
}

/** What would have been warned when, by what was known at each moment. */
export interface Replay {
  readonly kind: 'replay';
  readonly problem: string;
  readonly problemVersion: string;
  readonly title: string;
  readonly question: string;
  /** First and last moment, and up to when outcomes are known. */
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  /** Milliseconds. */
  readonly step: number;
  /** Horizon that sets the level. */
  readonly leading: number;
  readonly without: readonly string[];
  /** Oldest first; moments before the first report have none. */
  readonly steps: readonly ReplayStep[];
  readonly warnings: readonly ReplayWarning[];
  /** From the first moment to the end of the last one's longest horizon. */
  readonly outcomes: readonly ReplayIncident[];
  /** Guarded to critical. */
  readonly alarms: readonly ReplayAlarms[];
  readonly scores: readonly ReplayScore[];
  readonly ablation?: readonly ReplayAddition[];
  readonly engine: string;
}
