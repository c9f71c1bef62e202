/** Standard deviations to either side of 95 % of a normal distribution. */
const SIGMAS_95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval of 95 % of a share that was seen in so many independent trials: Wilson, E. B. (1927): Probable inference, the law of
 * succession, and statistical inference. Journal of the American Statistical Association 22, 209–212. It stays within 0 and 1,
 * and is right for few trials and shares near the ends.
 *
 * @param share 0 to 1; of dependent trials give how often it was seen in all of them, and as `trials` how many are independent.
 * @example
 * findWilsonInterval(0, 10); // { low: 0, high: 0.278 }
 */
export function findWilsonInterval(share: number, trials: number): Interval {
  if (trials <= 0) return { low: 0, high: 1 };
  const square = SIGMAS_95 ** 2;
  const middle = (share + square / (2 * trials)) / (1 + square / trials);
  const half =
    (SIGMAS_95 / (1 + square / trials)) *
    Math.sqrt((share * (1 - share)) / trials + square / (4 * trials ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
