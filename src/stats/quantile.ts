/**
 * The value that a share of the others does not exceed (the nearest rank, no value between two is made up); undefined of none.
 *
 * @param ascending In ascending order.
 * @param share From 0 to 1.
 */
export function findQuantile(ascending: readonly number[], share: number): number | undefined {
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)];
}
