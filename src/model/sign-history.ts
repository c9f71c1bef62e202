import type { IndicatorState } from './forecast.ts';
import type { FakeCost, Reversibility, Strength } from './problem.ts';

/** How one indicator or window stood at the end of one day. */
export interface SignCell {
  readonly state: IndicatorState;
  /** 0 to 1: how much of its strength counted. */
  readonly weight: number;
  /** Added to the log-odds (natural). */
  readonly logOdds: number;
  readonly confirmed: number;
  readonly possible: number;
  /** Names of the first origins, those that count most first; absent where there are none. */
  readonly origins?: readonly string[];
  /** Sources that would report it, those of them that had delivered in the last day, and those that were dead; absent of windows. */
  readonly coverage?: { readonly expected: number; readonly delivered: number; readonly dead: number };
}

/** One indicator or window with its days. */
export interface SignRow {
  readonly id: string;
  readonly title: string;
  readonly kind: 'indicator' | 'window';
  readonly direction: 'for' | 'against';
  readonly strength: Strength;
  /** Days after which a sighting counts half; absent of windows. */
  readonly halfLife?: number;
  readonly costToFake?: FakeCost;
  readonly reversible?: Reversibility;
  /** In the order of the days. */
  readonly cells: readonly SignCell[];
}

/** How the indicators and windows of a problem stood, day by day: each day as the assessment of its end has them. */
export interface SignHistory {
  readonly kind: 'sign history';
  readonly problem: string;
  readonly problemVersion: string;
  readonly asOf: string;
  /** Oldest first; the last one up to `asOf` where that falls on it. */
  readonly days: readonly {
    readonly day: string;
    /** ISO 8601 instant as of which its cells hold. */
    readonly asOf: string;
    /** Reports known by then; where there are none, nothing could be seen. */
    readonly reports: number;
  }[];
  /** Day since when anything is known here; absent where nothing is. */
  readonly first?: string;
  /** In the order of the problem's file. */
  readonly rows: readonly SignRow[];
}

/** Which days are asked for. */
export interface SignHistoryRequest {
  /** ISO 8601; now unless given. */
  readonly asOf?: string;
  /** Last UTC day; that of `asOf` unless given, and never later. */
  readonly until?: string;
  /** 30 unless given. */
  readonly days?: number;
}
