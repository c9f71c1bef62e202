/** Nearest to 0 and 1 that a probability is taken to be, so that its log-odds stay finite. */
const EDGE = 1e-6;

/** Natural log-odds of a probability. */
export function toLogOdds(p: number): number {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, p));
  return Math.log(inside / (1 - inside));
}

/**
 * The probability of natural log-odds.
 *
 * @example
 * fromLogOdds(toLogOdds(0.2) + Math.log(4)); // 0.5: odds of 1 to 4, times 4
 */
export function fromLogOdds(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
