import type { LedgerEntry } from '../../../model/forecast.ts';
import type { Hash } from '../../../model/page.ts';
import { canonicalJson } from '../../../text/canonical-json.ts';
import { hashText } from '../sign.ts';

/** Entries that are handed on at most: some megabytes. */
export const MOST_ENTRIES = 2_000;

/** One entry a line, as the ledger is exported. */
export function writeEntries(entries: readonly LedgerEntry[]): string {
  return entries.map((entry) => `${canonicalJson(entry)}\n`).join('');
}

/**
 * Checks a stretch of a ledger: each line in canonical form, its hash its own, and bound to the line before. What is wrong with it in
 * words, or the entries.
 */
export function readEntries(text: string): readonly LedgerEntry[] | string {
  const lines = text.split('\n');
  if (lines.pop() !== '') return 'the last line of the ledger is cut off';
  if (lines.length > MOST_ENTRIES) return `there are more than ${MOST_ENTRIES} entries`;
  const entries: LedgerEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const entry = readLine(line);
    if (entry === undefined) return `line ${index + 1} of the ledger was changed`;
    const before = entries.at(-1);
    if (before !== undefined && (entry.previous !== before.hash || entry.number !== before.number + 1))
      return `line ${index + 1} of the ledger does not follow the one before`;
    entries.push(entry);
  }
  return entries;
}

function readLine(line: string): LedgerEntry | undefined {
  try {
    const entry = JSON.parse(line) as LedgerEntry & { readonly hash: Hash };
    const { hash, ...fields } = entry;
    return canonicalJson(entry) === line && hashText(canonicalJson(fields)) === hash ? entry : undefined;
  } catch {
    return undefined; // No JSON, or none that has a canonical form.
  }
}
