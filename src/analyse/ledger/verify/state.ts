import type { LedgerEntry } from '../../../model/forecast.ts';
import type { Hash } from '../../../model/page.ts';
import { parseWords, WORDS } from './hash-table.ts';
import { readLine } from './line.ts';
import type { QuickReader } from './quick.ts';
import { SettledForecasts } from './settled.ts';

const PREFIX = 'sha256:';

/** What the next line is held against. */
export class LedgerState {
  readonly settled = new SettledForecasts();
  #last: { readonly number: number; readonly hash: Hash } | undefined;
  /** Milliseconds since 1970. */
  #filed = Number.NEGATIVE_INFINITY;
  /**
   * Numbers and hashes that the next line may follow: of a line that was changed both what it says of itself and what is
   * true of it, so that one change is reported once. Undefined hashes: nothing before.
   */
  #numbers: readonly number[] = [1];
  #hashes: readonly (Hash | undefined)[] = [undefined];
  /** False after a line that cannot be read: what its hash was, nobody knows. */
  #isChained = true;
  /** False as soon as any line could not be read. */
  #isWhole = true;
  /** The last line's number and hash, as digits and as words, as long as nothing but them may be followed. */
  #number = 0;
  #hex = '';
  readonly #hash = new Uint32Array(WORDS);
  #isPlain = true;

  get last(): { readonly number: number; readonly hash: Hash } | undefined {
    if (this.#last !== undefined) return this.#last;
    return this.#number === 0 ? undefined : { number: this.#number, hash: `${PREFIX}${this.#hex}` };
  }

  /** Goes on to a line that the quick reader is sure of, if it follows; else nothing is changed, and the line is to be read with care. */
  follow(line: QuickReader): boolean {
    if (!this.#isPlain || line.number !== this.#number + 1 || line.filed < this.#filed) return false;
    if (line.hasPrevious !== this.#number > 0) return false;
    for (let i = 0; line.hasPrevious && i < WORDS; i += 1) {
      if (line.previous[i] !== this.#hash[i]) return false;
    }
    if (line.isSettlement) {
      const corrects = line.isCorrection ? line.corrects : undefined;
      if (this.settled.findFault(line.settles, corrects) !== undefined) return false;
      this.settled.addSettlement(line.settles, line.hash);
    } else this.settled.addForecast(line.hash);
    this.#number = line.number;
    this.#hex = line.hex;
    this.#hash.set(line.hash);
    this.#filed = line.filed;
    this.#last = undefined;
    return true;
  }

  /** What is wrong with a line, in words; it is taken for the next one, whatever it is. */
  check(line: string | Uint8Array): readonly string[] {
    this.#leavePlain();
    const parsed = readLine(line);
    if ('problem' in parsed) {
      this.#isChained = false;
      this.#isWhole = false;
      this.#numbers = this.#numbers.map((number) => number + 1);
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
    this.#goOn(entry, hash, problems.length === 0);
    return problems;
  }

  #leavePlain(): void {
    if (!this.#isPlain) return;
    this.#last = this.last;
    this.#numbers = [this.#number + 1];
    this.#hashes = [this.#number === 0 ? undefined : `${PREFIX}${this.#hex}`];
    this.#isPlain = false;
  }

  #goOn(entry: LedgerEntry, hash: Hash, isRight: boolean): void {
    this.#isChained = true;
    const isDue = this.#numbers.includes(entry.number);
    const followed = isDue ? [entry.number] : [...this.#numbers.slice(0, 1), entry.number];
    this.#numbers = followed.map((number) => number + 1);
    this.#hashes = [entry.hash, hash];
    if (entry.hash === hash) this.#filed = Date.parse(entry.filed);
    this.#last = { number: entry.number, hash: entry.hash };
    if (!isRight) return;
    this.#number = entry.number;
    this.#hex = hash.slice(PREFIX.length);
    this.#hash.set(parseHash(hash));
    this.#isPlain = true;
  }

  #checkPlace({ number, previous, filed }: LedgerEntry): readonly string[] {
    const problems: string[] = [];
    if (!this.#numbers.includes(number))
      problems.push(
        `has the number ${number} where ${this.#numbers[0]} is due: entries were taken out or put in, or it was changed`,
      );
    if (this.#isChained && !this.#hashes.includes(previous))
      problems.push(
        this.#last === undefined
          ? 'names an entry before it, and there is none'
          : 'does not name the hash of the entry before it',
      );
    if (Date.parse(filed) < this.#filed) problems.push('was filed before the entry above it');
    return problems;
  }

  #checkContent({ content, hash: stated }: LedgerEntry, hash: Hash): readonly string[] {
    if (content.kind === 'forecast') {
      this.settled.addForecast(parseHash(stated));
      this.settled.addForecast(parseHash(hash));
      return [];
    }
    const settles = parseHash(content.forecast);
    const corrects = content.corrects === undefined ? undefined : parseHash(content.corrects);
    const fault = this.settled.findFault(settles, corrects);
    this.settled.addSettlement(settles, parseHash(stated));
    // What it speaks of may stand in a line that could not be read.
    if (fault === undefined || (fault !== 'again' && !this.#isWhole)) return [];
    return [FAULTS[fault]];
  }
}

const FAULTS = {
  unknown: 'settles a forecast that is not in the ledger above it',
  again: 'settles a forecast for the second time without naming what it corrects',
  wrong: 'corrects what is not the last settlement of its forecast',
} as const;

/** A hash as words. */
export function parseHash(hash: Hash): Uint32Array {
  return parseWords(hash.slice(PREFIX.length));
}
