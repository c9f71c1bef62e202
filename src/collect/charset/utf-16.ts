/** Bytes looked at: enough to tell, and the same effort for every page. */
const LOOKED_AT = 20_000;

/**
 * UTF-16 without a byte order mark: spaces, line ends and ASCII letters stand as pairs with a zero byte, always on
 * the same side. Text without any of these is not recognised. Undefined for what is not UTF-16.
 *
 * @example
 * findUtf16(Buffer.from('One ferry was held.', 'utf16le')); // 'utf-16le'
 */
export function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.floor(Math.min(bytes.length, LOOKED_AT) / 2);
  if (pairs < 2) return undefined;
  let little = 0;
  let big = 0;
  let none = 0;
  let ascii = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    const first = bytes[at]!;
    const second = bytes[at + 1]!;
    if (second === 0 && isText(first)) little += 1;
    else if (first === 0 && isText(second)) big += 1;
    else if (first === 0 || second === 0) none += 1;
    else if (isText(first) && isText(second) && first < 0x7f && second < 0x7f) ascii += 1;
  }
  const found = Math.max(little, big);
  // Every text has spaces or mark-up; a pair of zeros, or plain pairs of both kinds, no text has.
  if (found < pairs * 0.05 || none > pairs * 0.02 || Math.min(little, big) > found * 0.02) return undefined;
  // Two ASCII bytes may be a Chinese character, but that many are ASCII text with a stray zero in it.
  if (ascii > pairs * 0.4) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** ASCII that texts hold, and Latin letters with marks, which have a zero byte too. */
function isText(byte: number): boolean {
  return byte >= 0xa0 || (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
