/** Words of 32 bits in a SHA-256. */
export const WORDS = 8;
const DIGITS = 64;

/** Values of the digits 0 to 9 and a to f by their codes; more than 15 for all else. */
const VALUES = new Uint8Array(256).fill(16);
for (const [value, digit] of [...'0123456789abcdef'].entries()) VALUES[digit.charCodeAt(0)] = value;

/**
 * Reads the 64 digits of a hash, lower case, out of bytes.
 *
 * @returns Whether all of them are digits; where not, the words mean nothing.
 */
export function readWords(bytes: Uint8Array, from: number, words: Uint32Array): boolean {
  let seen = 0;
  for (let word = 0, at = from; word < WORDS; word += 1) {
    let value = 0;
    for (const end = at + DIGITS / WORDS; at < end; at += 1) {
      const digit = VALUES[bytes[at]!]!;
      seen |= digit;
      value = (value << 4) | digit;
    }
    words[word] = value;
  }
  return seen < 16;
}

/** The words of a hash that is known to be one. */
export function parseWords(hex: string): Uint32Array {
  const words = new Uint32Array(WORDS);
  readWords(Buffer.from(hex, 'latin1'), 0, words);
  return words;
}

/**
 * SHA-256 hashes, numbered in the order in which they came. A million of them take 50 MB here and three times that as strings in a `Set`.
 *
 * @example
 * const table = new HashTable();
 * table.add(parseWords('9f86…')); // 0
 * table.find(parseWords('9f86…')); // 0
 */
export class HashTable {
  #words = new Uint32Array(1024 * WORDS);
  /** Open addressing: number + 1 of the hash that lies there, 0 where none does. */
  #slots = new Uint32Array(4096);
  size = 0;

  add(words: Uint32Array): number {
    const slot = this.#findSlot(words);
    if (this.#slots[slot] !== 0) return this.#slots[slot]! - 1;
    const number = this.size;
    if ((number + 1) * WORDS > this.#words.length) this.#words = copyTwice(this.#words);
    this.#words.set(words, number * WORDS);
    this.size = number + 1;
    this.#slots[slot] = this.size;
    if (this.size * 2 > this.#slots.length) this.#spread();
    return number;
  }

  /** Undefined for one that was never added. */
  find(words: Uint32Array): number | undefined {
    const held = this.#slots[this.#findSlot(words)]!;
    return held === 0 ? undefined : held - 1;
  }

  /** The slot in which the hash lies, or would. */
  #findSlot(words: Uint32Array): number {
    const mask = this.#slots.length - 1;
    let slot = words[0]! & mask;
    for (;;) {
      const held = this.#slots[slot]!;
      if (held === 0 || this.#isAt(held - 1, words)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #isAt(number: number, words: Uint32Array): boolean {
    for (let word = 0; word < WORDS; word += 1) {
      if (this.#words[number * WORDS + word] !== words[word]) return false;
    }
    return true;
  }

  #spread(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.size; number += 1) {
      let slot = this.#words[number * WORDS]! & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

export function copyTwice(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(words.length * 2);
  twice.set(words);
  return twice;
}
