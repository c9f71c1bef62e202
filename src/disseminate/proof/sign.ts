import { createHash, sign as signBytes, verify as verifyBytes } from 'node:crypto';
import type { Signed } from '../../model/alert.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { judgeSigner, type Trusted, type Verification } from './judge.ts';
import { type ReadChain, readKeyChain } from './key-chain.ts';
import { type DeskKey, importPublicKey } from './keys.ts';
import { readPlainJson, readSigned } from './signed.ts';

export { MAX_SIGNED_BYTES } from './signed.ts';

/**
 * Signs something with the desk's key: Ed25519 (RFC 8032) over its canonical JSON (RFC 8785).
 *
 * @example
 * const signed = sign(alert, loadOrMakeKey(folder));
 * verifySigned(signed, [signed.signature.key]).state; // 'trusted'
 */
export function sign<Content>(
  content: Content,
  { privateKey, publicKey }: Pick<DeskKey, 'privateKey' | 'publicKey'>,
): Signed<Content> {
  const value = signBytes(null, Buffer.from(canonicalJson(content), 'utf8'), privateKey);
  return {
    content,
    signature: { algorithm: 'Ed25519', key: publicKey, value: value.toString('base64url') },
  };
}

/**
 * Checks a signed value.
 *
 * @param trusted Public keys of those who are trusted, 32 bytes in base64url each, or what their chains say of them.
 */
export function verifySigned(value: unknown, trusted: readonly Trusted[]): Verification {
  const found = readSigned(value);
  if ('why' in found) return { state: 'malformed', why: found.why };
  const { content, signature, text } = found;
  const { key } = signature;
  const fits = isSignature(key, text, signature.value);
  if (fits === undefined) return { state: 'malformed', why: 'signature.key is no Ed25519 key' };
  if (!fits) return { state: 'wrong', key };
  return { ...judgeSigner(key, content, trusted), key, content };
}

/**
 * Checks a signed file, however its JSON is laid out: receivers keep it in their own way. One in which a field stands twice is refused,
 * since programs differ in which of the two they read.
 */
export function verifySignedFile(file: Uint8Array, trusted: readonly Trusted[]): Verification {
  const read = readPlainJson(file);
  return 'why' in read ? { state: 'malformed', why: read.why } : verifySigned(read.value, trusted);
}

/**
 * Checks a file with the signature that lies beside it: 64 bytes over the file as it is. Such a signature does not say whose it is, so
 * that the keys that are trusted are tried.
 */
export function verifyDetached(
  file: Uint8Array,
  signature: Uint8Array,
  trusted: readonly Trusted[],
): Verification {
  const read = readPlainJson(file);
  if ('why' in read) return { state: 'malformed', why: read.why };
  if (typeof read.value !== 'object' || read.value === null)
    return { state: 'malformed', why: 'it is no JSON object' };
  const value = Buffer.from(signature).toString('base64url');
  const keys = trusted.map((each) => (typeof each === 'string' ? each : each.key));
  const key = keys.find((each) => isSignature(each, file, value) === true);
  if (key === undefined)
    return { state: 'malformed', why: 'the signature beside it fits none of the keys that are trusted here' };
  return { ...judgeSigner(key, read.value, trusted), key, content: read.value };
}

/** Checks a chain of keys wholly: its form, its order, each signature and each hash. Answers what is wrong with it in words. */
export function verifyKeyChain(value: unknown): ReadChain | string {
  const read = readKeyChain(value);
  if (typeof read === 'string') return read;
  const wrong =
    read.signatures.find(({ key, text, value: signed }) => isSignature(key, text, signed) !== true) ??
    read.hashes.find(({ text, hash }) => hashText(text) !== hash);
  return wrong === undefined ? read : `${wrong.of} was changed, or what stands before it`;
}

/** The same of a file. */
export function verifyKeyChainFile(file: Uint8Array): ReadChain | string {
  const read = readPlainJson(file);
  return 'why' in read ? read.why : verifyKeyChain(read.value);
}

/** Whether a signature fits a text; undefined where the key is none. */
export function isSignature(key: string, text: string | Uint8Array, value: string): boolean | undefined {
  const publicKey = importPublicKey(key);
  if (publicKey === undefined) return undefined;
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  return verifyBytes(null, bytes, publicKey, Buffer.from(value, 'base64url'));
}

export function hashText(text: string | Uint8Array): `sha256:${string}` {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
