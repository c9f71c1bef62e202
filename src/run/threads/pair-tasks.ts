import type { PackedCounts } from '../../analyse/base-rate/packed-counts.ts';
import type { PairAnswer, PairQuestion } from '../../analyse/base-rate/question.ts';

/** What a thread is asked that learns base rates from events. */
export interface PairTask {
  /** Which list of counts it is about: the thread keeps the last one that it was given. */
  readonly list: number;
  readonly counts?: PackedCounts;
  readonly question: PairQuestion;
  readonly today: number;
  readonly horizons: readonly number[];
}

/** `unknown`: it has no such list (any more) and is to be given it. */
export type PairResult =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'answer'; readonly answer: PairAnswer | undefined };
