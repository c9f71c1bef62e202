import { deflateSync, inflateSync } from 'node:zlib';

/** Readings repeat their field names throughout: little effort packs them to about a fifth. */
const LEVEL = 3;

/** A value as packed JSON. Unlike plain UTF-8 this also keeps halves of characters that a page may hold. */
export function packJson(json: string): Uint8Array {
  return deflateSync(json, { level: LEVEL });
}

/** The JSON that was packed. Throws where the bytes are damaged (the format carries a checksum). */
export function unpackJson(content: Uint8Array | ArrayBuffer): string {
  return inflateSync(content).toString('utf8');
}
