import { hashFeature } from '../../hash.ts';

/** A growing list of feature hashes, used again for every candidate so that nothing is allocated in the inner loop. */
export class Features {
  values = new Int32Array(256);
  size = 0;

  clear(): void {
    this.size = 0;
  }

  /** Adds the feature of template `template` with up to three values. */
  add(template: number, a = 0, b = 0, c = 0): void {
    if (this.size === this.values.length) {
      const grown = new Int32Array(this.size * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.size++] = hashFeature(template, a, b, c);
  }

  /** A copy of what was added. */
  take(): Int32Array {
    return this.values.slice(0, this.size);
  }
}

/** What parts of candidates come to, by a number each, so that none is added up twice; forgotten all at once. */
export class Sums {
  #values = new Float64Array(1024);
  #rounds = new Uint32Array(1024);
  #round = 0;

  /** Forgets everything; numbers up to `size` may follow. */
  clear(size: number): void {
    if (size > this.#values.length) {
      this.#values = new Float64Array(2 * size);
      this.#rounds = new Uint32Array(2 * size);
      this.#round = 0;
    }
    this.#round++;
  }

  has(key: number): boolean {
    return this.#rounds[key] === this.#round;
  }

  get(key: number): number {
    return this.#values[key]!;
  }

  set(key: number, sum: number): number {
    this.#rounds[key] = this.#round;
    this.#values[key] = sum;
    return sum;
  }
}

/** A count as one of few sizes: 0 to 4 each its own, then ever wider ones. */
export function sizeOf(count: number): number {
  if (count < 0) return -1;
  if (count <= 4) return count;
  if (count <= 6) return 5;
  if (count <= 10) return 6;
  if (count <= 16) return 7;
  if (count <= 26) return 8;
  return count <= 45 ? 9 : 10;
}
