import type { Signed } from '../../model/alert.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { isBase64url } from './base64url.ts';

/** Largest signed file that is looked at, in bytes. */
export const MAX_SIGNED_BYTES = 10_000_000;

/** A signed value as it was read, with the text that the signature has to fit; or what is wrong with it. */
export type ReadSigned = (Signed<unknown> & { readonly text: string }) | { readonly why: string };

/** The parts of a signed value. Whether the signature fits is for whoever has the means to say. */
export function readSigned(value: unknown): ReadSigned {
  const found = parseSigned(value);
  if (typeof found === 'string') return { why: found };
  let text: string;
  try {
    text = canonicalJson(found.content);
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
  if (text.length > MAX_SIGNED_BYTES) return { why: describeTooLarge() };
  return { ...found, text };
}

/** JSON in which no field stands twice, since programs differ in which of the two they read; or what is wrong with it. */
export function readPlainJson(file: Uint8Array): { readonly value: unknown } | { readonly why: string } {
  if (file.byteLength > MAX_SIGNED_BYTES) return { why: describeTooLarge() };
  let value: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
    value = JSON.parse(text);
  } catch (error) {
    return { why: error instanceof SyntaxError ? 'it is no valid JSON' : 'it is no UTF-8 text' };
  }
  return isNestedTooDeep(text) || countKeysWritten(text) === countKeys(value)
    ? { value }
    : { why: 'a field stands twice in it' };
}

/** What is nested so deep is refused by the canonical form, which says so; here it would be counted without end. */
function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > 1000) return true;
  }
  return false;
}

/** Strings wholly, each with the colon that makes it a key, and what stands between strings. */
const TOKENS = /"(?:[^"\\]|\\.)*"(\s*:)?|[^"]+/gs;

function countKeysWritten(json: string): number {
  let count = 0;
  for (const [, colon] of json.matchAll(TOKENS)) if (colon !== undefined) count += 1;
  return count;
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, each) => sum + countKeys(each), own);
}

function describeTooLarge(): string {
  return `it is larger than ${MAX_SIGNED_BYTES / 1_000_000} MB`;
}

/** The parts of a signed value, or what is wrong with it. Fields beside them would look signed and are not. */
function parseSigned(value: unknown): Signed<unknown> | string {
  if (!isObject(value)) return 'it is no signed JSON of Tocsin';
  const { content, signature, ...others } = value;
  if (!isObject(content) || !isObject(signature)) return 'it has no content with a signature';
  const { algorithm, key, value: bytes, ...more } = signature;
  const extra = Object.keys({ ...others, ...more })[0];
  if (extra !== undefined) return `it has a field that is not signed: ${extra.slice(0, 80)}`;
  if (algorithm !== 'Ed25519') return 'signature.algorithm is not Ed25519';
  if (typeof key !== 'string' || !isBase64url(key, 32)) return 'signature.key is not 32 bytes in base64url';
  if (typeof bytes !== 'string' || !isBase64url(bytes, 64))
    return 'signature.value is not 64 bytes in base64url';
  return { content, signature: { algorithm, key, value: bytes } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
