/** 97.5 % point of the normal distribution. */
const Z = 1.959964;

/**
 * Wilson's 95 % interval of a share.
 *
 * @example
 * findInterval(0, 163).high; // 0.023
 */
export function findInterval(hits: number, total: number): { readonly low: number; readonly high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const share = hits / total;
  const middle = share + (Z * Z) / (2 * total);
  const reach = Z * Math.sqrt((share * (1 - share)) / total + (Z * Z) / (4 * total * total));
  const scale = 1 + (Z * Z) / total;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}
