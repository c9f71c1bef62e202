import { isAscii, isUtf8 } from 'node:buffer';

/** How far bytes are UTF-8. */
export interface Utf8Look {
  /** Characters of two and more bytes that are well formed; where all bytes are, no more than `ENOUGH` are counted. */
  readonly multibyte: number;
  /** Of these, characters of three and more bytes. */
  readonly long: number;
  /** Bytes that fit nowhere, those of a character cut off at the end apart. */
  readonly wrong: number;
  /** True where the bytes end in the middle of a character. */
  readonly isCut: boolean;
}

/** More characters of several bytes tell no more where no byte is wrong. */
const ENOUGH = 8;

/** Looks at bytes as UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
export function lookAtUtf8(bytes: Uint8Array): Utf8Look {
  if (isAscii(bytes)) return { multibyte: 0, long: 0, wrong: 0, isCut: false };
  return isUtf8(bytes) ? lookAtValid(bytes) : lookClosely(bytes);
}

function lookAtValid(bytes: Uint8Array): Utf8Look {
  let multibyte = 0;
  let long = 0;
  for (let at = 0; at < bytes.length && multibyte < ENOUGH; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0xc0) continue;
    multibyte += 1;
    if (byte >= 0xe0) long += 1;
  }
  return { multibyte, long, wrong: 0, isCut: false };
}

function lookClosely(bytes: Uint8Array): Utf8Look {
  let multibyte = 0;
  let long = 0;
  let wrong = 0;
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at]! < 0x80) {
      at += 1;
      continue;
    }
    const size = measure(bytes, at);
    if (size === 'cut') return { multibyte, long, wrong, isCut: true };
    if (size === 0) {
      wrong += 1;
      at += 1;
    } else {
      multibyte += 1;
      if (size > 2) long += 1;
      at += size;
    }
  }
  return { multibyte, long, wrong, isCut: false };
}

/** Bytes of the character that starts here; 0 for none, `cut` where the bytes end within it. */
function measure(bytes: Uint8Array, at: number): number | 'cut' {
  const first = bytes[at]!;
  const size =
    first >= 0xc2 && first <= 0xdf ? 2 : (first & 0xf0) === 0xe0 ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let i = 1; i < size; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined) return 'cut';
    const from = i > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const to = i > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (byte < from || byte > to) return 0;
  }
  return size;
}
