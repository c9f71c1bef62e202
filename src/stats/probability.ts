/** Lowest probability of each ICD 203 word, highest first. */
const LOWEST = [
  [0.95, 'almost certain'],
  [0.8, 'very likely'],
  [0.55, 'likely'],
  [0.45, 'roughly even chance'],
  [0.2, 'unlikely'],
  [0.05, 'very unlikely'],
  [0, 'almost no chance'],
] as const;

type Word = (typeof LOWEST)[number][1];

/** How many standard deviations an interval of 80 % reaches to either side, of a normal distribution. */
export const SIGMAS_80 = 1.2815515655446004;

/**
 * The ICD 203 word for a probability. A value that is so within rounding belongs to the higher word.
 *
 * @example
 * findWord(0.8); // 'very likely'
 */
export function findWord(p: number): Word {
  return LOWEST.find(([lowest]) => p >= lowest - 1e-9)?.[1] ?? 'almost no chance';
}

/** A probability with its interval, which is widened where it does not hold it, and its word. */
export function makeProbability(p: number, low: number, high: number) {
  const inside = clamp(p);
  return Object.freeze({
    p: inside,
    low: Math.min(inside, clamp(low)),
    high: Math.max(inside, clamp(high)),
    word: findWord(inside),
  });
}

function clamp(p: number): number {
  return Math.min(1, Math.max(0, p));
}
