import type { ClaimRef } from './report.ts';

/** One incident as a step of two sides that answer each other. */
export interface LadderStep {
  readonly incident: string;
  readonly title: string;
  readonly day: string;
  /** Id of a side: the one that most documents name as the doer. */
  readonly side: string;
  /** True where nobody is named, and it is taken for the deed of the side whose deed an outcome would be. */
  readonly assumed?: true;
  /** From 1, the lowest. */
  readonly rung: number;
  readonly claims: readonly ClaimRef[];
  /** The other side's step that it answers, after how many days, how many rungs up (or down), and whether the text says that it is an answer. */
  readonly answers?: {
    readonly incident: string;
    readonly lag: number;
    readonly change: number;
    readonly said: boolean;
  };
}

/** Who did what in answer to what, and whose reply is due. */
export interface Ladder {
  readonly sides: readonly { readonly id: string; readonly title: string }[];
  readonly rungs: readonly string[];
  /** Oldest first. */
  readonly steps: readonly LadderStep[];
  /** What could not be made a step, and how often. */
  readonly notes: readonly string[];
  /** The last step that has not been answered, by whom it would be, since how many days, and how many were usual so far. */
  readonly due?: {
    readonly incident: string;
    readonly side: string;
    readonly days: number;
    readonly usual?: {
      readonly median: number;
      readonly longest: number;
      readonly answered: number;
      readonly of: number;
    };
  };
}
