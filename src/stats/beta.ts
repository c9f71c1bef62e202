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
  const front = findFront(shape);
  const isBelow = (x: number): boolean => integrate(shape, front, x) < q;
  const near = findNear(shape, front, q);
  // Where it is known to lie, most of the halves need not be asked about; the others decide as they would alone.
  const [from, to] = near !== undefined && isBelow(near[0]) && !isBelow(near[1]) ? near : [0, 1];
  let low = 0;
  let high = 1;
  // Halving is slow but cannot miss; 60 steps reach the end of double precision.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (middle <= from || (middle < to && isBelow(middle))) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Steps of Newton's method, and how near to its end the value is taken to lie. */
const MOST_STEPS = 12;
const NEAR = 1e-9;

/** Between which values it lies, as Newton's method finds it; undefined where that goes astray. */
function findNear(
  shape: BetaShape,
  front: number,
  q: number,
): readonly [from: number, to: number] | undefined {
  const { hits, misses } = shape;
  let x = hits / (hits + misses);
  for (let step = 0; step < MOST_STEPS; step++) {
    if (!(x > NEAR && x < 1 - NEAR)) return undefined;
    const density = Math.exp(front + (hits - 1) * Math.log(x) + (misses - 1) * Math.log1p(-x));
    const move = (integrate(shape, front, x) - q) / density;
    if (!Number.isFinite(move)) return undefined;
    // Not beyond half of what is left on a side, so that a flat tail does not throw it out.
    x = Math.max(x / 2, Math.min((1 + x) / 2, x - move));
    if (Math.abs(move) < NEAR / 10) return [x - NEAR, x + NEAR];
  }
  return undefined;
}

/** The regularized incomplete beta function: mass of the distribution below `x`. */
export function integrateBeta(shape: BetaShape, x: number): number {
  return integrate(shape, findFront(shape), x);
}

/** What of the integral depends on the shape alone. */
function findFront({ hits, misses }: BetaShape): number {
  return lnGamma(hits + misses) - lnGamma(hits) - lnGamma(misses);
}

function integrate({ hits, misses }: BetaShape, ofShape: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(ofShape + hits * Math.log(x) + misses * Math.log1p(-x));
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
