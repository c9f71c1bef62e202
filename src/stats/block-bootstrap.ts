/** A mean with its interval. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface BlockOptions {
  /** Neighbours that hang together: values drawn in one piece. */
  readonly block: number;
  readonly rounds?: number;
  /** Share of the mass inside the interval. */
  readonly share?: number;
  readonly seed?: number;
}

/**
 * The mean of a series whose neighbours depend on each other, with an interval by the circular block bootstrap: whole blocks of
 * neighbours are drawn until the series is full, so that what hangs together is drawn together. The draws are the same each time.
 * Undefined of an empty series. Where the series is hardly longer than a block, the interval is too narrow: ask for more before
 * trusting it.
 *
 * See Politis, D. N. and Romano, J. P. (1992): A circular block-resampling procedure for stationary data. In: Exploring the Limits
 * of Bootstrap, Wiley, 263–270.
 *
 * @example
 * bootstrapMean([0.1, 0.1, 0.4, 0.4], { block: 2 }); // mean 0.25, low 0.1, high 0.4
 */
export function bootstrapMean(
  values: readonly number[],
  { block, rounds = 2_000, share = 0.95, seed = 1 }: BlockOptions,
): MeanInterval | undefined {
  const { length } = values;
  if (length === 0) return undefined;
  const size = Math.max(1, Math.min(Math.round(block), length));
  // Sums of every block that begins somewhere, round the end, and of the last block, cut to fill the series.
  const sums = sumBlocks(values, size);
  const rest = length % size;
  const rests = rest === 0 ? undefined : sumBlocks(values, rest);
  const dice = new Dice(seed);
  const means = Array.from({ length: rounds }, () => {
    let total = 0;
    for (let drawn = 0; drawn + size <= length; drawn += size) total += sums[dice.throw(length)]!;
    if (rests !== undefined) total += rests[dice.throw(length)]!;
    return total / length;
  }).sort((a, b) => a - b);
  const at = (q: number) => means[Math.min(rounds - 1, Math.max(0, Math.round(q * (rounds - 1))))]!;
  const mean = values.reduce((sum, value) => sum + value, 0) / length;
  const tail = (1 - share) / 2;
  return { mean, low: Math.min(mean, at(tail)), high: Math.max(mean, at(1 - tail)) };
}

function sumBlocks(values: readonly number[], size: number): Float64Array {
  const sums = new Float64Array(values.length);
  for (let from = 0; from < values.length; from++) {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += values[(from + i) % values.length]!;
    sums[from] = sum;
  }
  return sums;
}

/** Numbers that are the same for the same seed (mulberry32). */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 up to and without `sides`. */
  throw(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  }
}
