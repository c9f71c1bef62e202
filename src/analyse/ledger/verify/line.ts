import type { LedgerEntry } from '../../../model/forecast.ts';
import type { Hash } from '../../../model/page.ts';
import { canonicalJson } from '../../../text/canonical-json.ts';
import { hashFields } from '../entries.ts';
import { parseEntry } from './shape.ts';

/** Longest line that is looked at, in characters or bytes; the longest that is ever filed has a hundredth of it. */
export const MAX_LINE = 1_000_000;

/** A line as an entry with the hash that it should have, or why it is none. */
export type ReadLine =
  | { readonly problem: string }
  | { readonly entry: LedgerEntry; readonly isCanonical: boolean; readonly hash: Hash };

/** Reads one line with care: slower than the quick reader, and able to say what is wrong. */
export function readLine(line: string | Uint8Array): ReadLine {
  if (line.length > MAX_LINE) return { problem: `is longer than ${MAX_LINE / 1_000_000} MB` };
  const text = typeof line === 'string' ? line : decode(line);
  if (text === undefined) return { problem: 'is no UTF-8 text' };
  if (text.trim() === '') return { problem: 'is empty' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'is no valid JSON' };
  }
  const entry = parseEntry(value);
  if ('problem' in entry) return { problem: `is no ledger entry (${entry.problem})` };
  try {
    // From the value as it was written, with fields that this version does not know.
    const { hash: _hash, ...fields } = value as LedgerEntry;
    return { entry, isCanonical: canonicalJson(value) === text, hash: hashFields(fields) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** A byte order mark and bytes that are no text would otherwise vanish or become the same sign. */
function decode(line: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    return undefined;
  }
}
