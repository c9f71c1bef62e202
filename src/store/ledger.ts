import { StoreError } from '../model/errors.ts';
import type { LedgerEntry } from '../model/forecast.ts';
import type { Hash } from '../model/page.ts';
import { type ChainEnd, hashLink, hashText, isFollowing, readLink, writeLink } from './chain.ts';
import { parseInstant } from './instants.ts';
import type { LedgerTable } from './tables.ts';

/** The row of an entry. Throws a `StoreError` where its hash is not that of its content. */
export function makeLedgerRow(entry: LedgerEntry): LedgerTable {
  const { number, hash, previous, content } = entry;
  const filed = parseInstant(entry.filed);
  const written = writeEntry(entry);
  if (filed === undefined || hashWithout(written, hash) !== hash) {
    throw refuse(number, filed === undefined ? 'its time of filing is none' : 'its hash is not its own');
  }
  return {
    ...{ number, hash, previous: previous ?? null, filed },
    ...{ problem: content.problem, kind: content.kind, content: written },
  };
}

/**
 * An entry out of what is kept of it. Only what every reader of it rests on is looked at: whether it is as it was filed is for
 * the check of the ledger to say.
 *
 * @throws StoreError where it is no entry any more.
 */
export function readLedgerRow(number: number, json: string): LedgerEntry {
  const remedy = 'tocsin ledger verify tells all that is wrong; restore the last backup.';
  return readLink({ number, json }, { name: 'ledger entry', isEntry, remedy });
}

function isEntry(value: unknown): value is LedgerEntry {
  if (!isObject(value) || !isObject(value['content'])) return false;
  const { content } = value;
  if (![value['hash'], value['filed'], content['problem']].every(isText)) return false;
  if (content['kind'] === 'settlement')
    return [content['forecast'], content['outcome']].every(isText) && Array.isArray(content['claims']);
  const { kind, asOf, until, level, confidence, cause, horizon, probability, baseRate, reasons } = content;
  return (
    kind === 'forecast' &&
    [asOf, until, level, confidence, cause].every(isText) &&
    typeof horizon === 'number' &&
    isProbability(probability) &&
    isProbability(baseRate) &&
    Array.isArray(reasons)
  );
}

function isProbability(value: unknown): boolean {
  if (!isObject(value)) return false;
  return [value['p'], value['low'], value['high']].every((each) => typeof each === 'number');
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** SHA-256 of the canonical JSON of all of an entry but its hash. */
export function hashEntry(entry: Omit<LedgerEntry, 'hash'> & { readonly hash?: Hash }): Hash {
  const { hash: _, ...rest } = entry;
  return guard(entry.number, () => hashLink(rest));
}

/**
 * As `hashEntry`, of an entry that is written already. Of its fields the hash comes before none but plain ones, and what looks like it in a text is
 * escaped there: the last that is found is the entry's own.
 */
function hashWithout(written: string, hash: Hash): Hash {
  const field = `"hash":${JSON.stringify(hash)},`;
  const at = written.lastIndexOf(field);
  return hashText(at < 0 ? written : written.slice(0, at) + written.slice(at + field.length));
}

function writeEntry(entry: Omit<LedgerEntry, 'hash'>): string {
  return guard(entry.number, () => writeLink(entry));
}

function guard<Result>(number: number, make: () => Result): Result {
  try {
    return make();
  } catch (cause) {
    throw refuse(number, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function refuse(number: number, problem: string, cause?: unknown): StoreError {
  return new StoreError(`ledger entry ${number}`, problem, 'Make the entry again.', { cause });
}

/** Throws a `StoreError` where the rows do not follow the end and one another. */
export function checkFollowing(end: ChainEnd | undefined, rows: readonly LedgerTable[]): void {
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

/** Whether a row is as it was kept: its hash is that of its content, and what stands beside the content was taken from it. */
export function isUnchanged(row: LedgerTable): boolean {
  try {
    const made = makeLedgerRow(JSON.parse(row.content) as LedgerEntry);
    return Object.entries(made).every(([column, value]) => row[column as keyof LedgerTable] === value);
  } catch {
    return false; // What can no longer be read was changed.
  }
}
