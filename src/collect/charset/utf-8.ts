import { isAscii, isUtf8 } from 'node:buffer';

/** How far bytes are UTF-8. */
export interface Utf8Look {
  /** Whether characters of two and more bytes are well formed, a few wrong ones apart, such as a comment pasted in from elsewhere. */
  readonly isUtf8: boolean;
  /** Bytes that fit nowhere, those of a character cut off at the end apart. */
  readonly wrong: number;
  /** True where the bytes end in the middle of a character. */
  readonly isCut: boolean;
}

/** Looks at bytes as UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
export function lookAtUtf8(bytes: Uint8Array): Utf8Look {
  if (isAscii(bytes)) return { isUtf8: false, wrong: 0, isCut: false };
  return isUtf8(bytes) ? { isUtf8: true, wrong: 0, isCut: false } : lookClosely(bytes);
}

function lookClosely(bytes: Uint8Array): Utf8Look {
  let multibyte = 0;
  let wrong = 0;
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at]! < 0x80) {
      at += 1;
      continue;
    }
    const size = measure(bytes, at);
    if (size === CUT) break;
    if (size === 0) {
      wrong += 1;
      at += 1;
    } else {
      multibyte += 1;
      at += size;
    }
  }
  return { isUtf8: multibyte > 0 && multibyte >= wrong * 2, wrong, isCut: at < bytes.length };
}

/** Characters of two bytes that are not UTF-8 by chance. */
const SURE_PAIRS = 8;

/** Whether valid bytes are UTF-8 even where pairs of high bytes are the rule: by one longer character, or several of two. */
export function isSurelyUtf8(bytes: Uint8Array): boolean {
  let pairs = 0;
  for (let at = 0; at < bytes.length && pairs < SURE_PAIRS; at += 1) {
    if (bytes[at]! >= 0xe0) return true;
    if (bytes[at]! >= 0xc0) pairs += 1;
  }
  return pairs >= SURE_PAIRS;
}

const CUT = -1;

/** Bytes of the character that starts here; 0 for none, `CUT` where the bytes end within it. */
function measure(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const size =
    first >= 0xc2 && first <= 0xdf ? 2 : (first & 0xf0) === 0xe0 ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let i = 1; i < size; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined) return CUT;
    const from = i > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const to = i > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (byte < from || byte > to) return 0;
  }
  return size;
}
