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
 * The interval of 95 % of a ratio of sums over stretches of time, by the block bootstrap: as many stretches as there are
 * are drawn with replacement, 2,000 times, and the ratio is worked out anew from each draw; the interval holds the middle 95 %.
 * What lies within a stretch stays together, so that values of neighbouring days, which depend on each other, are not taken for so
 * many trials. Stretches do not overlap: Carlstein, E. (1986): The use of subseries values for estimating the variance of a general
 * statistic from a stationary sequence. Annals of Statistics 14, 1171–1179. What depends on each other across the border
 * of two stretches is not seen, which makes it somewhat too narrow.
 *
 * The draws are the same at every run. Undefined for fewer than five stretches, or where the lower sum is 0 in a draw.
 *
 * @example
 * bootstrapRatio(weeks.map(({ errors, reference }) => ({ top: errors, bottom: reference }))); // { low: 0.5, high: 1.1 }
 */
export function bootstrapRatio(blocks: readonly BlockSums[]): Interval | undefined {
  if (blocks.length < FEWEST) return undefined;
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
  return { low: ratios[Math.floor(ROUNDS * 0.025)]!, high: ratios[Math.ceil(ROUNDS * 0.975) - 1]! };
}
