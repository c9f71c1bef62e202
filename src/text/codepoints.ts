/**
 * Converts UTF-16 offsets into Unicode code point offsets of the same text, in any order; the table is built
 * in one pass and holds only the places after which the counts differ.
 *
 * @example
 * const toCodePoint = makeCodePointIndex('a😀b');
 * toCodePoint(3); // 2, the offset of "b"
 */
export function makeCodePointIndex(text: string): (offset: number) => number {
  const afterPairs: number[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(i + 1);
    if (next >= 0xdc00 && next <= 0xdfff) afterPairs.push(++i);
  }
  return (offset) => offset - countBelow(afterPairs, offset);
}

/** How many of the ascending `values` lie below `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
