import type { Hash } from '../../../model/page.ts';
import { checkAnchors, type LedgerAnchor } from './anchors.ts';
import { MAX_LINE } from './line.ts';
import { QuickReader } from './quick.ts';
import { LedgerState, parseHash } from './state.ts';

export { MAX_LINE } from './line.ts';

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
  /** Of what was kept elsewhere: how much of it the ledger was held against. */
  readonly anchors?: number;
}

export interface VerifyOptions {
  /** Entries that are known from elsewhere. */
  readonly anchors?: readonly LedgerAnchor[];
}

const MAX_FAILURES = 100;

/**
 * Checks a ledger line by line: that each is an entry, is numbered on, names the hash of the one before, has the hash of its own
 * content, and is written in canonical form, so that a single changed character is found. Only the line that was changed is
 * named, not all that follow it.
 *
 * What was cut off at the end, and a ledger written anew from some entry on, can only be told by `anchors`.
 *
 * @param lines Without their line ends; as bytes, where it is not known that they are UTF-8.
 * @example
 * (await verifyLedger([])).ok; // true
 */
export async function verifyLedger(
  lines: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  options: VerifyOptions = {},
): Promise<LedgerCheck> {
  const verifier = new LedgerVerifier(options);
  for await (const line of lines) verifier.take(line);
  return verifier.finish();
}

/** The same for lines that come one after the other from wherever. */
export class LedgerVerifier {
  readonly #state = new LedgerState();
  readonly #quick = new QuickReader();
  readonly #failures: LedgerFailure[] = [];
  readonly #anchors: readonly LedgerAnchor[];
  /** Numbers of entries that are known from elsewhere, with what they were found to be. */
  readonly #wanted: Map<number, Hash | undefined>;
  #entries = 0;
  #failed = 0;
  #text = Buffer.alloc(65_536);

  constructor({ anchors = [] }: VerifyOptions = {}) {
    this.#anchors = anchors;
    this.#wanted = new Map(
      anchors.flatMap(({ number }) => (number === undefined ? [] : [[number, undefined] as const])),
    );
  }

  take(line: string | Uint8Array): void {
    if (typeof line !== 'string') {
      const bytes = Buffer.isBuffer(line) ? line : Buffer.from(line.buffer, line.byteOffset, line.byteLength);
      this.takeBytes(bytes, 0, bytes.length);
      return;
    }
    // Half a surrogate pair becomes another sign here, and then the hash does not fit.
    if (line.length * 3 > this.#text.length) {
      if (line.length > MAX_LINE) {
        this.#look(line);
        return;
      }
      this.#text = Buffer.alloc(line.length * 3);
    }
    const length = this.#text.write(line, 'utf8');
    if (!this.#isQuick(this.#text, 0, length)) this.#look(line);
  }

  /** A line that stands in the bytes from one place to another, exclusive. */
  takeBytes(bytes: Buffer, from: number, to: number): void {
    if (!this.#isQuick(bytes, from, to)) this.#look(bytes.subarray(from, to));
  }

  finish(): LedgerCheck {
    const { last, settled } = this.#state;
    const unfit = checkAnchors(this.#anchors, {
      found: this.#wanted,
      has: (hash) => settled.hasForecast(parseHash(hash)),
      ...(last === undefined ? {} : { last }),
    });
    for (const failure of unfit) this.#fail(failure);
    return {
      entries: this.#entries,
      ok: this.#failed === 0,
      failures: this.#failures,
      failed: this.#failed,
      ...(last === undefined ? {} : { last }),
      ...(this.#anchors.length === 0 ? {} : { anchors: this.#anchors.length }),
    };
  }

  #isQuick(bytes: Buffer, from: number, to: number): boolean {
    if (to - from > MAX_LINE || !this.#quick.read(bytes, from, to)) return false;
    if (!this.#state.follow(this.#quick)) return false;
    this.#entries += 1;
    if (this.#wanted.size > 0) this.#note();
    return true;
  }

  #look(line: string | Uint8Array): void {
    this.#entries += 1;
    for (const problem of this.#state.check(line)) this.#fail({ line: this.#entries, problem });
    this.#note();
  }

  #note(): void {
    const { last } = this.#state;
    if (last !== undefined && this.#wanted.has(last.number)) this.#wanted.set(last.number, last.hash);
  }

  #fail(failure: LedgerFailure): void {
    this.#failed += 1;
    if (this.#failures.length < MAX_FAILURES) this.#failures.push(failure);
  }
}
