import { makeRandom } from '../src/stats/random.ts';

interface Points {
  readonly values: Float32Array;
  readonly count: number;
  readonly width: number;
}

/**
 * Clusters at several grains that lie inside each other: the finest by k-means over the points, each coarser one by
 * k-means over the centres of the finer. Gives for the first grain the cluster of every point, for each coarser grain
 * the cluster of every cluster of the *finest* grain.
 */
export function makeClusters(
  values: Float32Array,
  settings: {
    readonly count: number;
    readonly width: number;
    readonly grains: readonly number[];
    readonly seed: number;
  },
): readonly Uint16Array[] {
  const { count, width, grains, seed } = settings;
  const random = makeRandom(seed);
  let { of, centres } = findMeans({ values, count, width }, grains[0]!, random);
  const out = [of];
  let toFinest: Uint16Array | undefined;
  for (let g = 1; g < grains.length; g++) {
    const next = findMeans({ values: centres, count: grains[g - 1]!, width }, grains[g]!, random);
    toFinest = toFinest === undefined ? next.of : toFinest.map((cluster) => next.of[cluster]!);
    out.push(toFinest);
    ({ of, centres } = next);
  }
  return out;
}

/** Lloyd's k-means; an empty cluster starts again at a random point. */
function findMeans(
  { values, count, width }: Points,
  k: number,
  random: () => number,
): { of: Uint16Array; centres: Float32Array } {
  const centres = new Float32Array(k * width);
  const restart = (c: number): void => {
    const from = Math.floor(random() * count) * width;
    centres.set(values.subarray(from, from + width), c * width);
  };
  for (let c = 0; c < k; c++) restart(c);
  const of = new Uint16Array(count);
  for (let round = 0; round < 14; round++) {
    assign({ values, count, width }, centres, of);
    const sizes = new Uint32Array(k);
    centres.fill(0);
    for (let i = 0; i < count; i++) {
      const c = of[i]!;
      sizes[c]!++;
      for (let d = 0; d < width; d++) centres[c * width + d]! += values[i * width + d]!;
    }
    for (let c = 0; c < k; c++) {
      if (sizes[c] === 0) restart(c);
      else for (let d = 0; d < width; d++) centres[c * width + d]! /= sizes[c]!;
    }
  }
  assign({ values, count, width }, centres, of);
  return { of, centres };
}

function assign({ values, count, width }: Points, centres: Float32Array, of: Uint16Array): void {
  const k = centres.length / width;
  const half = new Float32Array(k);
  for (let c = 0; c < k; c++) {
    let square = 0;
    for (let d = 0; d < width; d++) square += centres[c * width + d]! ** 2;
    half[c] = square / 2;
  }
  for (let i = 0; i < count; i++) {
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    const at = i * width;
    for (let c = 0; c < k; c++) {
      let sum = -half[c]!;
      const row = c * width;
      for (let d = 0; d < width; d++) sum += values[at + d]! * centres[row + d]!;
      if (sum > most) {
        most = sum;
        best = c;
      }
    }
    of[i] = best;
  }
}
