const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

/**
 * How many rows are given of those that were asked for: a whole number, at least one.
 *
 * @example
 * findLimit(undefined); // 50
 * findLimit(10_000); // 500
 */
export function findLimit(limit: number | undefined, most = MAX_LIMIT): number {
  if (limit === undefined || Number.isNaN(limit)) return DEFAULT_LIMIT;
  return Math.min(Math.max(Math.trunc(limit), 1), most);
}
