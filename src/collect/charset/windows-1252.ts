/**
 * What the bytes 0x80 to 0x9F are in windows-1252. Some releases of Node decode "windows-1252" as ISO-8859-1, which turns
 * curly quotes, dashes and the euro sign of most old pages into control characters, so it is decoded here.
 */
const UPPER_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes windows-1252 as the WHATWG Encoding Standard does.
 *
 * @example
 * decodeWindows1252(Uint8Array.of(0x93, 0x48, 0x69, 0x94)); // '“Hi”'
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => UPPER_CONTROLS[control.charCodeAt(0) - 0x80]!);
}
