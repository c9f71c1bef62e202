import type { Hash } from '../../../model/page.ts';
import type { LedgerFailure } from './verify.ts';

/** An entry that is known from elsewhere: by a checkpoint, or by a signed alert that names it. */
export interface LedgerAnchor {
  /** Absent where only the hash of a forecast is known. */
  readonly number?: number;
  readonly hash: Hash;
  /** What it is known from, for a message: `the checkpoint of 3 March 2026`. */
  readonly from: string;
}

interface Found {
  /** Hashes of the entries with the numbers that were asked for; undefined where there is no such entry. */
  readonly found: ReadonlyMap<number, Hash | undefined>;
  /** Whether there is a forecast with this hash. */
  readonly has: (hash: Hash) => boolean;
  readonly last?: { readonly number: number };
}

/** What of that which is known from elsewhere does not fit, and between which entries the ledger must have been changed. */
export function checkAnchors(
  anchors: readonly LedgerAnchor[],
  { found, has, last }: Found,
): readonly LedgerFailure[] {
  const end = last?.number ?? 0;
  const numbered = anchors
    .filter((anchor): anchor is LedgerAnchor & { number: number } => anchor.number !== undefined)
    .sort((a, b) => a.number - b.number);
  const failures: LedgerFailure[] = [];
  let fits = 0;
  for (const { number, hash, from } of numbered) {
    const is = found.get(number);
    if (is === hash) fits = number;
    else if (is === undefined)
      failures.push({
        line: end + 1,
        problem: `${from} knows ${number} entries: those from ${end + 1} on were cut off`,
      });
    else
      failures.push({
        line: number,
        problem: `is another than ${from} says: the ledger was written anew from an entry between ${fits + 1} and ${number} on`,
      });
  }
  for (const { number, hash, from } of anchors) {
    if (number !== undefined || has(hash)) continue;
    failures.push({
      line: end + 1,
      problem: `${from} tells of a forecast that is not in the ledger (${hash}): it was cut off, or the ledger was written anew`,
    });
  }
  return failures;
}
