/**
 * How many of some ascending numbers lie below one: its place among them.
 *
 * @example
 * countBefore([3, 5, 5, 8], 5); // 1
 */
export function countBefore(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
