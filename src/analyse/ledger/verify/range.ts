import type { Hash } from '../../../model/page.ts';
import { checkAnchors, type LedgerAnchor } from './anchors.ts';
import { forEachLine } from './chunks.ts';
import { WORDS } from './hash-table.ts';
import { MAX_LINE } from './line.ts';
import { QuickReader } from './quick.ts';
import { SettledForecasts } from './settled.ts';
import { parseHash } from './state.ts';
import type { LedgerCheck } from './verify.ts';

/*
 * A ledger checked in ranges, each by whoever is free: within a range every line is held against the one before, and what lies between
 * ranges is held together afterwards. Like the quick reader it only says that all is right, or that somebody must look with care.
 */

const FORECAST = 0;
const SETTLEMENT = 1;
const CORRECTION = 2;

/** What a range of lines, all of them certainly right, has to do with the others. */
export interface RangeSummary {
  readonly entries: number;
  readonly first: { readonly number: number; readonly filed: number; readonly previous?: Uint32Array };
  readonly last: { readonly number: number; readonly filed: number; readonly hash: Hash };
  /** One after the other: 0 and the hash of a forecast; or 1, what is settled and the hash; or 2, these and what is corrected. */
  readonly records: Uint32Array;
  /** Hashes of the entries that were asked for. */
  readonly found: readonly (readonly [number: number, hash: Hash])[];
}

/**
 * Sums up a range of lines; undefined where any is not certainly right.
 *
 * @param wanted Numbers of entries that are known from elsewhere.
 */
export async function summarizeRange(
  chunks: AsyncIterable<Uint8Array>,
  wanted: readonly number[],
): Promise<RangeSummary | undefined> {
  const range = new Range(wanted);
  await forEachLine(chunks, (bytes, from, to) => range.take(bytes, from, to));
  return range.summary;
}

class Range {
  readonly #line = new QuickReader();
  readonly #wanted: ReadonlySet<number>;
  readonly #found: [number, Hash][] = [];
  readonly #hash = new Uint32Array(WORDS);
  #first: RangeSummary['first'] | undefined;
  #last: RangeSummary['last'] | undefined;
  #records = new Uint32Array(65_536);
  #length = 0;
  #entries = 0;
  #isRight = true;

  constructor(wanted: readonly number[]) {
    this.#wanted = new Set(wanted);
  }

  get summary(): RangeSummary | undefined {
    if (!this.#isRight || this.#first === undefined || this.#last === undefined) return undefined;
    return {
      ...{ entries: this.#entries, first: this.#first, last: this.#last, found: this.#found },
      records: this.#records.slice(0, this.#length),
    };
  }

  take(bytes: Buffer, from: number, to: number): void {
    if (!this.#isRight) return;
    const line = this.#line;
    this.#isRight = to - from <= MAX_LINE && line.read(bytes, from, to) && this.#isNext();
    if (!this.#isRight) return;
    const { number, filed } = line;
    const hash: Hash = `sha256:${line.hex}`;
    this.#first ??= { number, filed, ...(line.hasPrevious ? { previous: line.previous.slice() } : {}) };
    this.#last = { number, filed, hash };
    this.#hash.set(line.hash);
    this.#entries += 1;
    if (this.#wanted.has(number)) this.#found.push([number, hash]);
    this.#record();
  }

  #isNext(): boolean {
    const last = this.#last;
    const { number, filed, hasPrevious, previous } = this.#line;
    if (last === undefined) return true;
    return number === last.number + 1 && filed >= last.filed && hasPrevious && isSame(previous, this.#hash);
  }

  #record(): void {
    const { isSettlement, isCorrection, settles, corrects, hash } = this.#line;
    if (this.#length + 1 + 3 * WORDS > this.#records.length) {
      const twice = new Uint32Array(this.#records.length * 2);
      twice.set(this.#records);
      this.#records = twice;
    }
    this.#records[this.#length] = isSettlement ? (isCorrection ? CORRECTION : SETTLEMENT) : FORECAST;
    this.#length += 1;
    if (isSettlement) this.#put(settles);
    this.#put(hash);
    if (isCorrection) this.#put(corrects);
  }

  #put(words: Uint32Array): void {
    this.#records.set(words, this.#length);
    this.#length += WORDS;
  }
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  for (let i = 0; i < WORDS; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

/** Holds ranges together, one after the other in their order. */
export class RangeJoiner {
  readonly #settled = new SettledForecasts();
  readonly #found = new Map<number, Hash | undefined>();
  readonly #anchors: readonly LedgerAnchor[];
  #last: RangeSummary['last'] | undefined;
  #entries = 0;

  constructor(anchors: readonly LedgerAnchor[]) {
    this.#anchors = anchors;
  }

  /** Whether the next range follows, and settles what is there to be settled. */
  add({ entries, first, last, records, found }: RangeSummary): boolean {
    if (!this.#follows(first) || !this.#settle(records)) return false;
    this.#entries += entries;
    this.#last = last;
    for (const [number, hash] of found) this.#found.set(number, hash);
    return true;
  }

  finish(): LedgerCheck {
    const last = this.#last;
    const failures = checkAnchors(this.#anchors, {
      found: this.#found,
      has: (hash) => this.#settled.hasForecast(parseHash(hash)),
      ...(last === undefined ? {} : { last }),
    });
    return {
      ...{ entries: this.#entries, ok: failures.length === 0, failures, failed: failures.length },
      ...(last === undefined ? {} : { last: { number: last.number, hash: last.hash } }),
      ...(this.#anchors.length === 0 ? {} : { anchors: this.#anchors.length }),
    };
  }

  #follows({ number, filed, previous }: RangeSummary['first']): boolean {
    const last = this.#last;
    if (last === undefined) return number === 1 && previous === undefined;
    if (number !== last.number + 1 || filed < last.filed || previous === undefined) return false;
    return isSame(previous, parseHash(last.hash));
  }

  #settle(records: Uint32Array): boolean {
    for (let at = 0; at < records.length; ) {
      const kind = records[at]!;
      const hashAt = (place: number) =>
        records.subarray(at + 1 + place * WORDS, at + 1 + (place + 1) * WORDS);
      if (kind === FORECAST) this.#settled.addForecast(hashAt(0));
      else {
        const corrects = kind === CORRECTION ? hashAt(2) : undefined;
        if (this.#settled.findFault(hashAt(0), corrects) !== undefined) return false;
        this.#settled.addSettlement(hashAt(0), hashAt(1));
      }
      at += 1 + WORDS * (kind + 1);
    }
    return true;
  }
}
