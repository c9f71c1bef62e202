import type { LedgerEntry } from '../../model/forecast.ts';
import type { Hash } from '../../model/page.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { hashFields } from './entries.ts';
import { parseEntry } from './shape.ts';

/** Something wrong with one line of a ledger. */
export interface LedgerFailure {
  /** From 1. */
  readonly line: number;
  readonly problem: string;
}

/** What checking a ledger showed. */
export interface LedgerCheck {
  /** Lines looked at. */
  readonly entries: number;
  readonly ok: boolean;
  /** The first hundred. */
  readonly failures: readonly LedgerFailure[];
  /** How many there are in all. */
  readonly failed: number;
  /**
   * Number and hash of the last entry. Lines cut off at the end leave a ledger that holds together: who keeps this elsewhere
   * can tell.
   */
  readonly last?: { readonly number: number; readonly hash: Hash };
}

const MAX_FAILURES = 100;
/** Longest line that is looked at, in characters or bytes; the longest that is ever filed has a hundredth of it. */
export const MAX_LINE = 1_000_000;

/**
 * Checks a ledger line by line: that each is an entry, is numbered on, names the hash of the one before, has the hash of its own
 * content, and is written in canonical form, so that a single changed character is found. Only the line that was changed is
 * named, not all that follow it.
 *
 * @param lines Without their line ends; as bytes, where it is not known that they are UTF-8.
 * @example
 * (await verifyLedger([])).ok; // true
 */
export async function verifyLedger(
  lines: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<LedgerCheck> {
  const state = new LedgerState();
  let entries = 0;
  let failed = 0;
  const failures: LedgerFailure[] = [];
  for await (const line of lines) {
    entries += 1;
    for (const problem of state.check(line)) {
      failed += 1;
      if (failures.length < MAX_FAILURES) failures.push({ line: entries, problem });
    }
  }
  const { last } = state;
  return { entries, ok: failed === 0, failures, failed, ...(last === undefined ? {} : { last }) };
}

/** What the next line is held against. */
class LedgerState {
  last: { readonly number: number; readonly hash: Hash } | undefined;
  #filed: string | undefined;
  /**
   * Numbers and hashes that the next line may follow: of a line that was changed both what it says of itself and what is
   * true of it, so that one change is reported once.
   */
  #numbers: ReadonlySet<number> = new Set([1]);
  #hashes: ReadonlySet<Hash | undefined> = new Set([undefined]);
  /** False after a line that cannot be read: what its hash was, nobody knows. */
  #isChained = true;
  /** False as soon as any line could not be read. */
  #isWhole = true;
  readonly #forecasts = new Set<Hash>();
  readonly #settled = new Set<Hash>();

  check(line: string | Uint8Array): readonly string[] {
    const parsed = parseLine(line);
    if ('problem' in parsed) {
      this.#isChained = false;
      this.#isWhole = false;
      this.#numbers = new Set([...this.#numbers].map((number) => number + 1));
      return [parsed.problem];
    }
    const { entry, isCanonical, hash } = parsed;
    const problems = [
      ...this.#checkPlace(entry),
      ...(entry.hash === hash ? [] : ['the hash does not fit what the entry says: one of them was changed']),
      ...(isCanonical
        ? []
        : ['is not written in canonical form (RFC 8785): characters were changed or added']),
      ...this.#checkContent(entry, hash),
    ];
    this.#isChained = true;
    this.#numbers = new Set(
      this.#numbers.has(entry.number)
        ? [entry.number + 1]
        : [...[...this.#numbers].slice(0, 1), entry.number].map((number) => number + 1),
    );
    this.#hashes = new Set([entry.hash, hash]);
    if (entry.hash === hash) this.#filed = entry.filed;
    this.last = { number: entry.number, hash: entry.hash };
    return problems;
  }

  #checkPlace({ number, previous, filed }: LedgerEntry): readonly string[] {
    const problems: string[] = [];
    if (!this.#numbers.has(number))
      problems.push(
        `has the number ${number} where ${[...this.#numbers][0]} is due: entries were taken out or put in, or it was changed`,
      );
    if (this.#isChained && !this.#hashes.has(previous))
      problems.push(
        this.last === undefined
          ? 'names an entry before it, and there is none'
          : 'does not name the hash of the entry before it',
      );
    if (this.#filed !== undefined && Date.parse(filed) < Date.parse(this.#filed))
      problems.push('was filed before the entry above it');
    return problems;
  }

  #checkContent({ content, hash: stated }: LedgerEntry, hash: Hash): readonly string[] {
    if (content.kind === 'forecast') {
      this.#forecasts.add(stated).add(hash);
      return [];
    }
    if (!this.#forecasts.has(content.forecast)) {
      // It may stand in a line that could not be read.
      return this.#isWhole ? ['settles a forecast that is not in the ledger above it'] : [];
    }
    if (this.#settled.has(content.forecast)) return ['settles a forecast for the second time'];
    this.#settled.add(content.forecast);
    return [];
  }
}

function parseLine(
  line: string | Uint8Array,
):
  | { readonly problem: string }
  | { readonly entry: LedgerEntry; readonly isCanonical: boolean; readonly hash: Hash } {
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
