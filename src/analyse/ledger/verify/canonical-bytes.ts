/** Bytes that stand for themselves in a string: printable ASCII but the quotation mark and the backslash, and all of UTF-8 beyond it. */
const PLAIN = new Uint8Array(256).fill(1, 0x20);
PLAIN[0x22] = 0;
PLAIN[0x5c] = 0;
/** What may follow a backslash where JSON.stringify writes one, `\u` apart. */
const ESCAPES = new Set([...'"\\bfnrt'].map((each) => each.charCodeAt(0)));
const NUMBER = new Uint8Array(256);
for (const each of '0123456789+-.eE') NUMBER[each.charCodeAt(0)] = 1;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
const [ZERO, NINE, MINUS, POINT] = [0x30, 0x39, 0x2d, 0x2e];
const DEEPEST = 60;

/**
 * Walks over bytes that may be canonical JSON (RFC 8785), without making a value of them. Each `take…` passes over one thing and says whether it
 * was certainly there in canonical form; where it says no, the place no longer means anything, and somebody who reads more slowly has to look.
 * That strings are valid UTF-8 is for the caller to see to, once for all: `hasOthers` says whether there is anything but ASCII.
 */
export class CanonicalBytes {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  end = 0;

  take(code: number): boolean {
    if (this.at >= this.end || this.bytes[this.at] !== code) return false;
    this.at += 1;
    return true;
  }

  /** These very bytes. */
  takeAll(expected: Uint8Array): boolean {
    const { bytes, at } = this;
    const { length } = expected;
    if (at + length > this.end) return false;
    for (let i = 0; i < length; i += 1) if (bytes[at + i] !== expected[i]) return false;
    this.at = at + length;
    return true;
  }

  takeString(): boolean {
    if (!this.take(QUOTE)) return false;
    const { bytes, end } = this;
    let { at } = this;
    for (;;) {
      while (at < end && PLAIN[bytes[at]!] === 1) at += 1;
      if (at >= end) return false;
      if (bytes[at] === QUOTE) break;
      // Control characters by number are rare: the slow reader knows their form.
      if (bytes[at] !== BACKSLASH || !ESCAPES.has(bytes[at + 1]!)) return false;
      at += 2;
    }
    this.at = at + 1;
    return true;
  }

  /** A number as JavaScript writes it: the only form that canonical JSON has for it. */
  takeNumber(): boolean {
    const { bytes, at: start, end } = this;
    let at = start;
    while (at < end && NUMBER[bytes[at]!] === 1) at += 1;
    this.at = at;
    if (at === start) return false;
    return isPlainNumber(bytes, start, at) || isWrittenSo(bytes, start, at);
  }

  /** A list of things that `takeOne` takes. */
  takeList(takeOne: () => boolean): boolean {
    if (!this.take(OPEN_LIST)) return false;
    if (this.take(CLOSE_LIST)) return true;
    do {
      if (!takeOne()) return false;
    } while (this.take(COMMA));
    return this.take(CLOSE_LIST);
  }

  takeTruth(): boolean {
    return this.takeAll(TRUE) || this.takeAll(FALSE);
  }

  /** Any value, as a later version may write one. */
  takeValue(depth = 0): boolean {
    const code = this.at < this.end ? this.bytes[this.at] : undefined;
    if (depth > DEEPEST) return false;
    if (code === QUOTE) return this.takeString();
    if (code === OPEN_LIST) return this.takeList(() => this.takeValue(depth + 1));
    if (code === OPEN) return this.#takeAnyObject(depth);
    return this.takeTruth() || this.takeAll(NULL) || this.takeNumber();
  }

  #takeAnyObject(depth: number): boolean {
    this.at += 1;
    if (this.take(CLOSE)) return true;
    let last = { from: 0, to: 0 };
    do {
      const name = this.takeName();
      if (name === undefined || (last.to > 0 && this.compareNames(last, name) >= 0)) return false;
      if (!this.takeValue(depth + 1)) return false;
      last = name;
    } while (this.take(COMMA));
    return this.take(CLOSE);
  }

  /** The name of a field and its colon: ASCII without escapes, so that its bytes have the order of its characters. */
  takeName(): Place | undefined {
    if (!this.take(QUOTE)) return undefined;
    const from = this.at;
    const { bytes, end } = this;
    let at = from;
    while (at < end && PLAIN[bytes[at]!] === 1 && bytes[at]! < 0x80) at += 1;
    this.at = at;
    return this.take(QUOTE) && this.take(COLON) ? { from, to: at } : undefined;
  }

  compareNames(a: Place, b: Place): number {
    const length = Math.min(a.to - a.from, b.to - b.from);
    for (let i = 0; i < length; i += 1) {
      const difference = this.bytes[a.from + i]! - this.bytes[b.from + i]!;
      if (difference !== 0) return difference;
    }
    return a.to - a.from - (b.to - b.from);
  }
}

/** Where in the bytes something stands, end exclusive. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

const TRUE = Buffer.from('true');
const FALSE = Buffer.from('false');
const NULL = Buffer.from('null');

/**
 * Whether this is the form that JavaScript gives to the number, told without reading it: a whole number of at most 15 digits, or a
 * decimal fraction of at most 15 that begins within six places and does not end in zero. Any two such numbers are different doubles
 * (IEEE 754: 15 decimal digits survive), so none of them has a shorter form.
 */
function isPlainNumber(bytes: Uint8Array, from: number, to: number): boolean {
  let at = bytes[from] === MINUS ? from + 1 : from;
  if (to - at > 17 || at >= to) return false;
  const first = at;
  while (at < to && bytes[at]! >= ZERO && bytes[at]! <= NINE) at += 1;
  if (at === first || (bytes[first] === ZERO && at - first > 1)) return false;
  if (at === to) return at - first <= 15 && !(bytes[first] === ZERO && first > from);
  if (bytes[at] !== POINT) return false;
  const point = at;
  at += 1;
  while (at < to && bytes[at]! >= ZERO && bytes[at]! <= NINE) at += 1;
  if (at !== to || bytes[to - 1] === ZERO || bytes[to - 1] === POINT) return false;
  if (bytes[first] !== ZERO) return to - first - 1 <= 15;
  let significant = point + 1;
  while (bytes[significant] === ZERO) significant += 1;
  return significant - point <= 6 && to - significant <= 15;
}

function isWrittenSo(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > 25) return false;
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at]!);
  const value = Number(text);
  return Number.isFinite(value) && String(value) === text;
}
