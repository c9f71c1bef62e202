import type { Interval } from './interval.ts';
import { makeRandom } from './random.ts';

/** What one stretch of time adds to two sums whose ratio is of interest. */
export interface BlockSums {
  readonly top: number;
  readonly bottom: number;
}

const ROUNDS = 2000;
/** With fewer stretches all draws are nearly alike, and the interval would look certain. */
const FEWEST = 5;

/**
 * The interval of 95 % of a ratio of sums over stretches of time, by the block bootstrap: neighbouring stretches are joined to blocks, as
 * many blocks as there are are drawn with replacement, 2,000 times, and the ratio is worked out anew from each draw; the interval holds
 * the middle 95 %, widened for the number of blocks. What lies within a block stays together, so that values of neighbouring days, which
 * depend on each other, are not taken for so many trials. Blocks do not overlap: Carlstein, E. (1986): The use of subseries values for
 * estimating the variance of a general statistic from a stationary sequence. Annals of Statistics 14, 1171–1179. They grow with the
 * third root of the number of stretches: Hall, P., Horowitz, J. L., Jing, B.-Y. (1995): On blocking rules for the bootstrap with
 * dependent data. Biometrika 82, 561–574. Drawn blocks vary less than what they were drawn from, and few of them have longer tails
 * than the normal curve: Student's t and √(n / (n - 1)) make up for both.
 *
 * The draws are the same at every run. Undefined for fewer than five stretches, or where the lower sum is 0 in a draw.
 *
 * @param stretches In order of time.
 * @example
 * bootstrapRatio(weeks.map(({ errors, reference }) => ({ top: errors, bottom: reference }))); // { low: 0.5, high: 1.1 }
 */
export function bootstrapRatio(stretches: readonly BlockSums[]): Interval | undefined {
  if (stretches.length < FEWEST) return undefined;
  const blocks = joinStretches(stretches);
  const random = makeRandom(0x9e3779b9);
  const ratios = new Float64Array(ROUNDS);
  for (let round = 0; round < ROUNDS; round += 1) {
    let top = 0;
    let bottom = 0;
    for (let draw = 0; draw < blocks.length; draw += 1) {
      const block = blocks[Math.floor(random() * blocks.length)]!;
      top += block.top;
      bottom += block.bottom;
    }
    if (bottom === 0) return undefined;
    ratios[round] = top / bottom;
  }
  ratios.sort();
  const drawn = { low: ratios[Math.floor(ROUNDS * 0.025)]!, high: ratios[Math.ceil(ROUNDS * 0.975) - 1]! };
  return widen(drawn, blocks);
}

/** Blocks of as many neighbouring stretches as the third root of their number, five blocks at least; what is left over goes to the last. */
function joinStretches(stretches: readonly BlockSums[]): readonly BlockSums[] {
  const each = Math.max(
    1,
    Math.min(Math.round(Math.cbrt(stretches.length)), Math.floor(stretches.length / FEWEST)),
  );
  const count = Math.floor(stretches.length / each);
  return Array.from({ length: count }, (_, i) =>
    sum(stretches.slice(i * each, i === count - 1 ? stretches.length : (i + 1) * each)),
  );
}

function sum(parts: readonly BlockSums[]): BlockSums {
  let top = 0;
  let bottom = 0;
  for (const part of parts) {
    top += part.top;
    bottom += part.bottom;
  }
  return { top, bottom };
}

/** Both sides as seen from the ratio itself; a ratio of what cannot be negative stays at 0 and above. */
function widen({ low, high }: Interval, blocks: readonly BlockSums[]): Interval {
  const { top, bottom } = sum(blocks);
  const ratio = top / bottom;
  const { length } = blocks;
  const factor = Math.sqrt(length / (length - 1)) * (findT(length - 1) / Z);
  const least = blocks.every((block) => block.top >= 0 && block.bottom >= 0) ? 0 : -Infinity;
  return { low: Math.max(least, ratio - (ratio - low) * factor), high: ratio + (high - ratio) * factor };
}

/** Of the normal curve, 2.5 % lie above it. */
const Z = 1.959964;

/** The same of Student's t, by the series of Cornish and Fisher: from four degrees of freedom on to a hundredth. */
function findT(freedom: number): number {
  const z2 = Z * Z;
  const first = (Z * (z2 + 1)) / 4;
  const second = (Z * (5 * z2 * z2 + 16 * z2 + 3)) / 96;
  const third = (Z * (3 * z2 ** 3 + 19 * z2 * z2 + 17 * z2 - 15)) / 384;
  return Z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
