import { NumberTable } from './number-table.ts';

const SMALLEST = 1 << 12;
/** Numbers that a place takes: the document, how far back the one before it is, and what is told of it. */
const WIDTH = 3;

/**
 * Where keys of 32 bits stand, the latest place first. Places are held in one ring of numbers, twelve bytes each: the oldest are
 * written over, so that a full ring costs the same however much comes in. A place is called by how many came before it, from 1
 * on; 0 is none.
 *
 * @example
 * const postings = new Postings(1 << 20);
 * postings.add(key, { document: 7, value: 0.25 });
 * for (let at = postings.findLast(key); at !== 0; at = postings.findBefore(at)) postings.getDocument(at); // 7
 */
export class Postings {
  readonly #most: number;
  readonly #last = new NumberTable();
  #ring = new Int32Array(SMALLEST * WIDTH);
  #values = new Float32Array(this.#ring.buffer);
  #capacity = SMALLEST;
  #added = 0;
  #swept = 0;

  /** @param most Places that are held, a power of two. */
  constructor(most: number) {
    this.#most = most;
  }

  add(key: number, { document, value }: { readonly document: number; readonly value: number }): void {
    if (this.#added >= this.#capacity && this.#capacity < this.#most) this.#grow();
    const before = this.findLast(key);
    // The table has no place for 0.
    if (toValue(this.#added + 1) === 0) this.#added += 1;
    const at = ++this.#added;
    const from = (at & (this.#capacity - 1)) * WIDTH;
    this.#ring[from] = document;
    this.#ring[from + 1] = before === 0 ? 0 : at - before;
    this.#values[from + 2] = value;
    this.#last.set(key, toValue(at));
    // As much again has come in as is held: keys of which nothing is left go.
    if (this.#added - this.#swept >= this.#most) this.#sweep();
  }

  /** The latest place of a key. */
  findLast(key: number): number {
    const value = this.#last.get(key);
    return value === 0 ? 0 : this.#toPlace(value);
  }

  /** The place of the same key before one. */
  findBefore(at: number): number {
    const back = this.#ring[(at & (this.#capacity - 1)) * WIDTH + 1]!;
    return back === 0 || !this.#isHeld(at - back) ? 0 : at - back;
  }

  getDocument(at: number): number {
    return this.#ring[(at & (this.#capacity - 1)) * WIDTH]!;
  }

  getValue(at: number): number {
    return this.#values[(at & (this.#capacity - 1)) * WIDTH + 2]!;
  }

  #isHeld(at: number): boolean {
    return at > 0 && at > this.#added - this.#capacity;
  }

  /** The table has 32 bits; what is held is among the latest that end so. */
  #toPlace(value: number): number {
    const at = this.#added - ((this.#added - value) >>> 0);
    return this.#isHeld(at) && toValue(at) === value ? at : 0;
  }

  #grow(): void {
    const [ring, capacity] = [this.#ring, this.#capacity];
    this.#capacity *= 2;
    this.#ring = new Int32Array(this.#capacity * WIDTH);
    this.#values = new Float32Array(this.#ring.buffer);
    for (let at = this.#added; at > this.#added - capacity && at > 0; at--) {
      const from = (at & (capacity - 1)) * WIDTH;
      const to = (at & (this.#capacity - 1)) * WIDTH;
      for (let each = 0; each < WIDTH; each++) this.#ring[to + each] = ring[from + each]!;
    }
  }

  #sweep(): void {
    this.#swept = this.#added;
    this.#last.change((value) => (this.#toPlace(value) === 0 ? 0 : value));
  }
}

/** As the table has it. */
function toValue(at: number): number {
  return at | 0;
}
