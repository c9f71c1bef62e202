/**
 * Rows of hashed features in the order in which a table of them is filled: by the lower bits of the hash, which say where
 * in the table a feature belongs (its size is the first power of two from 1024 on that holds two slots a feature).
 * Filling it in that order goes through memory once, front to back, which at the start of the program is several times
 * quicker.
 */
export function orderBySlot(rows: readonly number[], hashes: ArrayLike<number>): number[] {
  let size = 1024;
  while (size < 2 * rows.length) size *= 2;
  const slot = (row: number): number => hashes[row]! & (size - 1);
  return [...rows].sort((a, b) => slot(a) - slot(b) || hashes[a]! - hashes[b]!);
}
