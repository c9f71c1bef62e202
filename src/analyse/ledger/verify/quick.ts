import { isUtf8 } from 'node:buffer';
import { hash as hashAtOnce } from 'node:crypto';
import { CONFIDENCES, SETTLED_OUTCOMES } from '../../../model/forecast.ts';
import { PROBABILITY_WORDS } from '../../../model/probability.ts';
import { LEVELS } from '../../../model/problem.ts';
import { CanonicalBytes } from './canonical-bytes.ts';
import { readWords, WORDS } from './hash-table.ts';
import { type Field, makeFields, takeObject } from './quick-fields.ts';
import { isDayAt, readInstant } from './quick-instant.ts';

const HASH_START = Buffer.from('"sha256:');
const HASH_DIGITS = 64;
/** `"hash":"sha256:…",` as it stands in a line. */
const HASH_FIELD = '"hash":'.length + HASH_START.length + HASH_DIGITS + '",'.length;
const [QUOTE, ZERO, ONE, POINT] = [0x22, 0x30, 0x31, 0x2e];

/**
 * Reads a line of a ledger in one go over its bytes. It only ever says that a line is certainly an entry in canonical form whose hash is
 * its own, or that it is not sure: then the careful check looks, which alone says what is wrong. So it may know less than that
 * check and must not let anything pass that the other refuses.
 */
export class QuickReader {
  /* Of the line that was read last. */
  number = 0;
  /** Milliseconds since 1970. */
  filed = 0;
  /** 64 digits: stated, and found to be true. */
  hex = '';
  /** The same as words. */
  readonly hash = new Uint32Array(WORDS);
  readonly previous = new Uint32Array(WORDS);
  /** False for the first entry. */
  hasPrevious = false;
  /** Of a settlement: what it settles, and the settlement that it takes the place of. */
  readonly settles = new Uint32Array(WORDS);
  isSettlement = false;
  readonly corrects = new Uint32Array(WORDS);
  isCorrection = false;

  readonly #rule = new Uint32Array(WORDS);
  readonly #on = new CanonicalBytes();
  readonly #entry: readonly Field[];
  /** Where the field `hash` begins. */
  #hashAt = 0;
  #copy = Buffer.alloc(4096);

  constructor() {
    this.#entry = this.#makeEntryFields();
  }

  /** Whether the bytes from one place to another, exclusive, are certainly an entry as it should be. */
  read(bytes: Buffer, from: number, to: number): boolean {
    const on = this.#on;
    on.bytes = bytes;
    on.at = from;
    on.end = to;
    this.hasPrevious = false;
    this.isSettlement = false;
    this.isCorrection = false;
    if (!takeObject(on, this.#entry) || on.at !== to) return false;
    this.hex = this.#hashRest(bytes, from, to);
    return this.#isStated(bytes);
  }

  /** Whether the line says of itself what its hash was found to be. */
  #isStated(bytes: Buffer): boolean {
    const at = this.#hashAt + '"hash":'.length + HASH_START.length;
    if (this.hex.length !== HASH_DIGITS) return false;
    for (let i = 0; i < HASH_DIGITS; i += 1) if (bytes[at + i] !== this.hex.charCodeAt(i)) return false;
    return true;
  }

  /** The hash of the line without its field `hash`, which is never the last one. Empty for what is no text. */
  #hashRest(bytes: Buffer, from: number, to: number): string {
    const length = to - from - HASH_FIELD;
    if (this.#copy.length < length) this.#copy = Buffer.alloc(length * 2);
    const head = this.#hashAt - from;
    bytes.copy(this.#copy, 0, from, this.#hashAt);
    bytes.copy(this.#copy, head, this.#hashAt + HASH_FIELD, to);
    const rest = this.#copy.subarray(0, length);
    return isUtf8(rest) ? hashAtOnce('sha256', rest, 'hex') : '';
  }

  #makeEntryFields(): readonly Field[] {
    const forecast = this.#makeForecastFields();
    const settlement = this.#makeSettlementFields();
    const isForecast = Buffer.from('{"asOf":');
    return makeFields({
      content: () => {
        const at = this.#on.at;
        const kind = this.#on.takeAll(isForecast) ? forecast : settlement;
        this.#on.at = at;
        return takeObject(this.#on, kind);
      },
      filed: () => {
        const instant = this.#takeInstant();
        this.filed = instant ?? 0;
        return instant !== undefined;
      },
      hash: () => {
        this.#hashAt = this.#on.at - '"hash":'.length;
        return this.#takeHash(this.hash);
      },
      kind: this.#takeOneOf(['ledger entry']),
      number: () => {
        this.number = this.#takeWhole();
        return this.number >= 1;
      },
      'previous?': () => {
        this.hasPrevious = true;
        return this.#takeHash(this.previous);
      },
    });
  }

  #makeForecastFields(): readonly Field[] {
    const on = this.#on;
    const text = (): boolean => on.takeString();
    const share = (): boolean => this.#takeShare();
    const number = (): boolean => on.takeNumber();
    const count = (): boolean => this.#takeWhole() >= 0;
    const probability = makeFields({
      high: share,
      low: share,
      p: share,
      word: this.#takeOneOf(PROBABILITY_WORDS),
    });
    const reason = makeFields({
      ...{ claims: () => on.takeList(text), confirmed: count, id: text, logOdds: number, possible: count },
      'weight?': number,
    });
    const takeProbability = (): boolean => takeObject(on, probability);
    const takeReason = (): boolean => takeObject(on, reason);
    return makeFields({
      asOf: () => this.#takeInstant() !== undefined,
      baseRate: takeProbability,
      cause: this.#takeOneOf(['first', 'daily', 'changed']),
      confidence: this.#takeOneOf(CONFIDENCES),
      engine: text,
      horizon: () => this.#takeWhole() >= 1,
      kind: this.#takeOneOf(['forecast']),
      level: this.#takeOneOf(LEVELS),
      probability: takeProbability,
      problem: () => this.#takeName(),
      problemVersion: text,
      question: text,
      reasons: () => on.takeList(takeReason),
      'replayed?': () => on.takeTruth(),
      until: () => this.#takeDay(),
    });
  }

  #makeSettlementFields(): readonly Field[] {
    const on = this.#on;
    const text = (): boolean => on.takeString();
    return makeFields({
      claims: () => on.takeList(text),
      'corrects?': () => {
        this.isCorrection = true;
        return this.#takeHash(this.corrects);
      },
      'day?': () => this.#takeDay(),
      forecast: () => {
        this.isSettlement = true;
        return this.#takeHash(this.settles);
      },
      'incident?': text,
      kind: this.#takeOneOf(['settlement']),
      'late?': () => on.takeTruth(),
      outcome: this.#takeOneOf(SETTLED_OUTCOMES),
      problem: () => this.#takeName(),
      'rule?': () => this.#takeHash(this.#rule),
      'why?': text,
    });
  }

  #takeOneOf(values: readonly string[]): () => boolean {
    const written = values.map((value) => Buffer.from(`"${value}"`));
    return () => {
      for (const each of written) if (this.#on.takeAll(each)) return true;
      return false;
    };
  }

  /** Text that is not empty. */
  #takeName(): boolean {
    const { at } = this.#on;
    return this.#on.takeString() && this.#on.at > at + 2;
  }

  #takeInstant(): number | undefined {
    const { at, bytes } = this.#on;
    return this.#on.takeString() ? readInstant(bytes, at + 1, this.#on.at - 1) : undefined;
  }

  #takeDay(): boolean {
    const { at, bytes } = this.#on;
    return this.#on.takeString() && isDayAt(bytes, at + 1, this.#on.at - 1);
  }

  #takeHash(words: Uint32Array): boolean {
    const on = this.#on;
    if (!on.takeAll(HASH_START)) return false;
    const { at, bytes } = on;
    const to = at + HASH_DIGITS;
    if (to >= on.end || bytes[to] !== QUOTE || !readWords(bytes, at, words)) return false;
    on.at = to + 1;
    return true;
  }

  /** A whole number from 0 on, of at most nine digits; -1 for any other. */
  #takeWhole(): number {
    const on = this.#on;
    const from = on.at;
    let value = 0;
    while (on.at < on.end && on.at - from < 10) {
      const digit = on.bytes[on.at]! - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      on.at += 1;
    }
    const digits = on.at - from;
    const isWhole = digits > 0 && digits < 10 && (on.bytes[from] !== ZERO || digits === 1);
    const next = on.bytes[on.at]!;
    return isWhole && next !== POINT && next !== 0x65 && next !== 0x45 ? value : -1;
  }

  /** A number from 0 to 1. */
  #takeShare(): boolean {
    const on = this.#on;
    const from = on.at;
    if (!on.takeNumber()) return false;
    const { bytes, at } = on;
    if (at === from + 1) return bytes[from] === ZERO || bytes[from] === ONE;
    // Smaller ones are written with an exponent, and begin with another digit.
    return bytes[from] === ZERO && bytes[from + 1] === POINT;
  }
}
