const SMALLEST = 1 << 10;
/** Share of the places that are taken before the table grows. */
const FULL = 0.7;
/** Of the golden ratio: spreads keys that are alike. */
const SPREAD = 0x9e3779b1;

/**
 * Whole numbers of 32 bits by keys of 32 bits, eight bytes a place: a `Map` of as many takes six times the room. A value of 0 is
 * none.
 *
 * @example
 * const table = new NumberTable();
 * table.set(-7, 3);
 * table.get(-7); // 3
 */
export class NumberTable {
  #keys = new Int32Array(SMALLEST);
  #values = new Int32Array(SMALLEST);
  #shift = 32 - Math.log2(SMALLEST);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: number): number {
    return this.#values[this.#find(key)]!;
  }

  set(key: number, value: number): void {
    const at = this.#find(key);
    if (this.#values[at] === 0 && value !== 0) {
      this.#keys[at] = key;
      this.#size += 1;
    }
    this.#values[at] = value;
    if (this.#size > FULL * this.#keys.length) this.change((kept) => kept);
  }

  /** Puts another value in place of each, 0 to leave it out, and takes no more room than what is left needs. */
  change(makeValue: (value: number) => number): void {
    const [keys, values] = [this.#keys, this.#values];
    let left = 0;
    for (let at = 0; at < values.length; at++) {
      if (values[at] === 0) continue;
      values[at] = makeValue(values[at]!);
      if (values[at] !== 0) left += 1;
    }
    let length = SMALLEST;
    while (left > (FULL / 1.5) * length) length *= 2;
    this.#keys = new Int32Array(length);
    this.#values = new Int32Array(length);
    this.#shift = 32 - Math.log2(length);
    this.#size = left;
    for (let at = 0; at < values.length; at++) {
      if (values[at] === 0) continue;
      const to = this.#find(keys[at]!);
      this.#keys[to] = keys[at]!;
      this.#values[to] = values[at]!;
    }
  }

  /** Where a key stands, or where it would. */
  #find(key: number): number {
    const [keys, values] = [this.#keys, this.#values];
    const wanted = key | 0;
    let at = Math.imul(wanted, SPREAD) >>> this.#shift;
    while (values[at] !== 0 && keys[at] !== wanted) at = at + 1 === keys.length ? 0 : at + 1;
    return at;
  }
}
