import type { Hand } from './comment.ts';
import type { Verdict } from './judgement.ts';
import type { Level } from './problem.ts';
import type { ThingKey } from './thing.ts';

/*
 * What weighs enough to be looked at by a second person. Nothing is held back for it: what waits says so where it is shown. The whole
 * rule stands here.
 */

export const REVIEW_CAUSES = ['level', 'outcome', 'decision', 'brief'] as const;
/**
 * `level`: a problem has risen to a high level · `outcome`: forecasts are settled by what a single possible origin tells · `decision`:
 * somebody changed what a problem of some level rests on · `brief`: a saved draft waits to be signed.
 */
export type ReviewCause = (typeof REVIEW_CAUSES)[number];

export const REVIEW_RULE: {
  /** A problem that has risen to this level or above. */
  readonly rise: Level;
  /** An outcome with no confirmed origin and at most so many possible ones. */
  readonly possible: number;
  /** Of a problem that stands, or stood before the decision, at this level or above. */
  readonly touched: Level;
  readonly verdicts: readonly Verdict[];
  /** Decisions, and outcomes, of so many days; what is older waits no longer. */
  readonly days: number;
} = {
  rise: 'high',
  possible: 1,
  touched: 'elevated',
  verdicts: ['reject', 'merge', 'split', 'correct', 'grade', 'withdraw'],
  days: 30,
};

/** One thing that waits, or waited, for a second person. */
export interface ReviewItem {
  /** What it is, in one line: the same happening has the same key whenever it is looked at. */
  readonly key: string;
  readonly cause: ReviewCause;
  readonly problem: string;
  readonly title: string;
  /** ISO 8601 instant or day since when it is there. */
  readonly since: string;
  /** Who did it: an account, or the name that somebody gave; absent where nobody did. */
  readonly by?: string;
  /** Things beside which it is told that it waits. */
  readonly touches: readonly ThingKey[];
  /** What stood before and what stands with it, of the leading horizon. */
  readonly before?: ReviewStand;
  readonly after?: ReviewStand;
  /** Of a decision: the judgement, what was decided, and why. */
  readonly judgement?: string;
  readonly verdict?: Verdict;
  readonly note?: string;
  /** Of an outcome: the incident, what it is called, its day, and the forecasts that it settles. */
  readonly incident?: string;
  readonly about?: string;
  readonly day?: string;
  readonly forecasts?: number;
  /** Who is told at the level; absent where nobody is. */
  readonly told?: readonly string[];
}

export interface ReviewStand {
  readonly level: Level;
  readonly p?: number;
}

export const REVIEW_VERDICTS = ['approve', 'send back'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** What a second person said of it. Added, never changed; the last one counts. */
export interface Review extends Hand {
  readonly kind: 'review';
  /** `r1`. */
  readonly id: string;
  readonly item: string;
  readonly verdict: ReviewVerdict;
  /** Why. */
  readonly note: string;
  readonly made: string;
  /** What it was of, as it stood then. */
  readonly of: ReviewItem;
}

export const REVIEW_STATES = ['waiting', 'approved', 'sent back'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export interface ReviewRow extends ReviewItem {
  readonly state: ReviewState;
  /** What was said of it, oldest first. */
  readonly reviews: readonly Omit<Review, 'of'>[];
}
