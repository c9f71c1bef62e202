import { decodeWindows1252 } from './windows-1252.ts';

/** WHATWG names for what is not one to the decoder, or is safer as another. */
const KNOWN_AS: ReadonlyMap<string, string> = new Map([
  // Pages that say these mean the larger sets; the standard maps most such labels itself.
  ['utf8mb4', 'utf-8'],
  ['utf-8-sig', 'utf-8'],
  ['windows-31j', 'shift_jis'],
  ['cp932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['cp874', 'windows-874'],
  ['ansi', 'windows-1252'],
]);

/**
 * The WHATWG name of an encoding label as pages write it, or undefined for one that is none.
 *
 * @example
 * findEncoding('ISO-8859-1'); // 'windows-1252'
 */
export function findEncoding(label: string): string | undefined {
  const clean = label.trim().toLowerCase().slice(0, 60);
  try {
    return new TextDecoder(KNOWN_AS.get(clean) ?? clean).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Decodes bytes; what does not fit becomes U+FFFD. A byte order mark is dropped. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}

/** Whether every byte fits the encoding; a character cut off at the end counts as fitting where `isCut`. */
export function isValid(bytes: Uint8Array, encoding: string, isCut = false): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
