import { sign as signBytes, verify as verifyBytes } from 'node:crypto';
import type { Signed } from '../../model/alert.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { type DeskKey, importPublicKey, isBase64url } from './keys.ts';

/** What a signature is worth. */
export type Verification =
  /** It fits, and the signer is one of those who are trusted. */
  | { readonly state: 'trusted'; readonly key: string; readonly content: unknown }
  /** It fits, but who holds that key is not known here: anybody can make one. */
  | { readonly state: 'unknown key'; readonly key: string; readonly content: unknown }
  /** It does not fit: content, key or signature was changed. */
  | { readonly state: 'wrong'; readonly key: string }
  /** Nothing that was signed by Tocsin, or unclear. */
  | { readonly state: 'malformed'; readonly why: string };

/** Largest signed file that is looked at, in bytes. */
export const MAX_SIGNED_BYTES = 10_000_000;

/**
 * Signs something with the desk's key: Ed25519 (RFC 8032) over its canonical JSON (RFC 8785).
 *
 * @example
 * const signed = sign(alert, loadOrMakeKey(folder));
 * verifySigned(signed, [signed.signature.key]).state; // 'trusted'
 */
export function sign<Content>(content: Content, { privateKey, publicKey }: DeskKey): Signed<Content> {
  const value = signBytes(null, Buffer.from(canonicalJson(content), 'utf8'), privateKey);
  return {
    content,
    signature: { algorithm: 'Ed25519', key: publicKey, value: value.toString('base64url') },
  };
}

/**
 * Checks a signed value.
 *
 * @param trustedKeys Public keys of those who are trusted, 32 bytes in base64url each.
 */
export function verifySigned(value: unknown, trustedKeys: readonly string[]): Verification {
  const found = parseSigned(value);
  if (typeof found === 'string') return { state: 'malformed', why: found };
  const { content, signature } = found;
  const publicKey = importPublicKey(signature.key);
  if (publicKey === undefined) return { state: 'malformed', why: 'signature.key is no Ed25519 key' };
  let bytes: Buffer;
  try {
    bytes = Buffer.from(canonicalJson(content), 'utf8');
  } catch (error) {
    return { state: 'malformed', why: error instanceof Error ? error.message : String(error) };
  }
  if (bytes.length > MAX_SIGNED_BYTES) return { state: 'malformed', why: describeTooLarge() };
  const key = signature.key;
  if (!verifyBytes(null, bytes, publicKey, Buffer.from(signature.value, 'base64url')))
    return { state: 'wrong', key };
  return { state: trustedKeys.includes(key) ? 'trusted' : 'unknown key', key, content };
}

/**
 * Checks a signed file, however its JSON is laid out: receivers keep it in their own way. One in which a field stands twice is refused,
 * since programs differ in which of the two they read.
 */
export function verifySignedFile(file: Uint8Array, trustedKeys: readonly string[]): Verification {
  if (file.byteLength > MAX_SIGNED_BYTES) return { state: 'malformed', why: describeTooLarge() };
  let value: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is no valid JSON' : 'it is no UTF-8 text';
    return { state: 'malformed', why };
  }
  const verification = verifySigned(value, trustedKeys);
  if (verification.state === 'malformed' || verification.state === 'wrong') return verification;
  const isUnclear = countKeysWritten(text) !== countKeys(value);
  return isUnclear ? { state: 'malformed', why: 'a field stands twice in it' } : verification;
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
