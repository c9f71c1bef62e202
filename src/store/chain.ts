import { hash } from 'node:crypto';
import { StoreError } from '../model/errors.ts';
import type { Hash } from '../model/page.ts';
import { canonicalJson } from '../text/canonical-json.ts';

/*
 * Lists in which every entry holds the hash of the one before, so that none can be changed, taken out or put in later without all that
 * follow giving it away: the ledger and the audit log.
 */

/** The end of such a list: what the next entry has to follow. */
export interface ChainEnd {
  readonly number: number;
  readonly hash: string;
}

/** An entry as it is kept. Throws where it has a value that JSON cannot carry. */
export function writeLink(entry: object): string {
  return canonicalJson(entry);
}

/** SHA-256 of the canonical JSON of an entry's fields without its hash. */
export function hashLink(fields: object): Hash {
  return hashText(writeLink(fields));
}

/** Of text its UTF-8 bytes. */
export function hashText(text: string): Hash {
  return `sha256:${hash('sha256', text, 'hex')}`;
}

/** Whether an entry is bound to the one before it, or is the first where there is none. */
export function isFollowing(
  last: ChainEnd | undefined,
  entry: { readonly number: number; readonly previous: string | null },
): boolean {
  return entry.number === (last?.number ?? 0) + 1 && entry.previous === (last?.hash ?? null);
}

/**
 * An entry out of what is kept of it. Whether it is as it was written is for the check of its list to say.
 *
 * @throws StoreError where it is no entry any more.
 */
export function readLink<Entry extends { readonly number: number }>(
  { number, json }: { readonly number: number; readonly json: string },
  {
    name,
    isEntry,
    remedy,
  }: { readonly name: string; readonly isEntry: (value: unknown) => value is Entry; readonly remedy: string },
): Entry {
  let entry: unknown;
  try {
    entry = JSON.parse(json);
  } catch {
    entry = undefined; // Told below, with where it stands.
  }
  if (isEntry(entry) && entry.number === number) return entry;
  throw new StoreError(`${name} ${number}`, 'it was damaged or changed and can no longer be read', remedy);
}
