import type { RangeSummary } from '../../analyse/ledger/verify/range.ts';

/** Which bytes of a file a thread is to check: whole lines, end exclusive. */
export interface LedgerTask {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly wanted: readonly number[];
}

/** Absent where any line is not certainly right. */
export interface LedgerResult {
  readonly summary?: RangeSummary;
}
