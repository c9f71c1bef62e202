import { StoreError } from '../model/errors.ts';
import type { LedgerEntry } from '../model/forecast.ts';
import type { Hash } from '../model/page.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { hashBytes } from './archive.ts';
import { parseInstant } from './instants.ts';
import type { LedgerTable } from './tables.ts';

/** The end of the ledger: what the next entry has to follow. */
export type LedgerEnd = Pick<LedgerTable, 'number' | 'hash'>;

/** The row of an entry. Throws a `StoreError` where its hash is not that of its content. */
export function makeLedgerRow(entry: LedgerEntry): LedgerTable {
  const { number, hash, previous, content } = entry;
  const filed = parseInstant(entry.filed);
  if (filed === undefined || hashEntry(entry) !== hash) {
    throw refuse(number, filed === undefined ? 'its time of filing is none' : 'its hash is not its own');
  }
  return {
    ...{ number, hash, previous: previous ?? null, filed },
    ...{ problem: content.problem, kind: content.kind, content: writeEntry(entry) },
  };
}

/** SHA-256 of the canonical JSON of all of an entry but its hash. */
export function hashEntry(entry: Omit<LedgerEntry, 'hash'> & { readonly hash?: Hash }): Hash {
  const { hash: _, ...rest } = entry;
  return hashBytes(Buffer.from(writeEntry(rest)));
}

function writeEntry(entry: Omit<LedgerEntry, 'hash'>): string {
  try {
    return canonicalJson(entry);
  } catch (cause) {
    throw refuse(entry.number, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function refuse(number: number, problem: string, cause?: unknown): StoreError {
  return new StoreError(`ledger entry ${number}`, problem, 'Make the entry again.', { cause });
}

/** Throws a `StoreError` where the rows do not follow the end and one another. */
export function checkFollowing(end: LedgerEnd | undefined, rows: readonly LedgerTable[]): void {
  let last = end;
  for (const row of rows) {
    if (!isFollowing(last, row)) {
      throw new StoreError(
        `ledger entry ${row.number}`,
        `it does not follow the last entry that is kept (${last ? `number ${last.number}, ${last.hash}` : 'there is none'})`,
        'Read the end of the ledger again and make the entry to follow it.',
      );
    }
    last = row;
  }
}

/** Whether a row is bound to the one before it, or is the first where there is none. */
export function isFollowing(
  last: LedgerEnd | undefined,
  row: Pick<LedgerTable, 'number' | 'previous'>,
): boolean {
  return row.number === (last?.number ?? 0) + 1 && row.previous === (last?.hash ?? null);
}

/** Whether a row is as it was kept: its hash is that of its content, and what stands beside the content was taken from it. */
export function isUnchanged(row: LedgerTable): boolean {
  try {
    const made = makeLedgerRow(JSON.parse(row.content) as LedgerEntry);
    return Object.entries(made).every(([column, value]) => row[column as keyof LedgerTable] === value);
  } catch {
    return false; // What can no longer be read was changed.
  }
}
