/** Shape of a beta distribution: so many successes, so many failures. */
export interface BetaShape {
  readonly hits: number;
  readonly misses: number;
}

/**
 * Below which value of a share a beta distribution has the part `q` of its mass.
 *
 * @example
 * findBetaQuantile({ hits: 1, misses: 1 }, 0.1); // 0.1: nothing known, every share alike
 */
export function findBetaQuantile(shape: BetaShape, q: number): number {
  let low = 0;
  let high = 1;
  // Halving is slow but cannot miss; 60 steps reach the end of double precision.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (integrateBeta(shape, middle) < q) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularized incomplete beta function: mass of the distribution below `x`. */
export function integrateBeta({ hits, misses }: BetaShape, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    lnGamma(hits + misses) - lnGamma(hits) - lnGamma(misses) + hits * Math.log(x) + misses * Math.log1p(-x),
  );
  // The fraction converges fast only on this side of the mean; the other is its mirror image.
  return x < (hits + 1) / (hits + misses + 2)
    ? (front * sumFraction(hits, misses, x)) / hits
    : 1 - (front * sumFraction(misses, hits, 1 - x)) / misses;
}

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function sumFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  const guard = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let sum = d;
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    sum *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    const step = d * c;
    sum *= step;
    if (Math.abs(step - 1) < 1e-12) break;
  }
  return sum;
}

/** Stirling's series for the logarithm of the gamma function, moved up to where it is exact to 1e-12. */
function lnGamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 10) {
    shift += Math.log(y);
    y += 1;
  }
  const r = 1 / (y * y);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / y;
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
