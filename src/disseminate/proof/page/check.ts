import { isBase64url } from '../base64url.ts';
import { judgeSigner, type Trusted, type Verification } from '../judge.ts';
import { type ReadChain, readKeyChain } from '../key-chain.ts';

import { readPlainJson, readSigned } from '../signed.ts';

/*
 * The checks of `sign.ts` with what browsers have for them. The form of what is read, its order, and what a key is worth are judged by the
 * very modules that the command uses.
 */

const UTF8 = new TextEncoder();

/** Whether this browser can check such signatures at all. */
export async function findSupport(): Promise<'yes' | 'no Ed25519' | 'insecure'> {
  if (globalThis.crypto?.subtle === undefined) return 'insecure';
  // The public key of RFC 8032, section 7.1.
  const known = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
  return (await importKey(known)) === undefined ? 'no Ed25519' : 'yes';
}

async function importKey(key: string): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('raw', decode(key), { name: 'Ed25519' }, false, ['verify']);
  } catch {
    return undefined; // No point of the curve; or the browser does not know it.
  }
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

async function isSignature(key: string, text: BufferSource, value: BufferSource): Promise<boolean> {
  const imported = await importKey(key);
  return imported !== undefined && crypto.subtle.verify({ name: 'Ed25519' }, imported, value, text);
}

async function hashText(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', UTF8.encode(text)));
  return `sha256:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A chain of keys, checked wholly; or what is wrong with it. */
export async function checkChain(value: unknown): Promise<ReadChain | string> {
  const read = readKeyChain(value);
  if (typeof read === 'string') return read;
  for (const { key, text, value: signed, of } of read.signatures)
    if (!(await isSignature(key, UTF8.encode(text), decode(signed)))) return tellChanged(of);
  for (const { text, hash, of } of read.hashes) if ((await hashText(text)) !== hash) return tellChanged(of);
  return read;
}

const tellChanged = (of: string) => `${of} was changed, or what stands before it`;

/** A signed value: with its signature within, or beside it. */
export async function checkSigned(
  bytes: Uint8Array<ArrayBuffer>,
  {
    beside,
    trusted,
  }: { readonly beside?: Uint8Array<ArrayBuffer> | undefined; readonly trusted: readonly Trusted[] },
): Promise<Verification> {
  const read = readPlainJson(bytes);
  if ('why' in read) return { state: 'malformed', why: read.why };
  const found = readSigned(read.value);
  if ('why' in found)
    return beside === undefined
      ? { state: 'malformed', why: found.why }
      : checkBeside(bytes, read.value, { beside, trusted });
  const { signature, text, content } = found;
  const { key } = signature;
  if ((await importKey(key)) === undefined)
    return { state: 'malformed', why: 'signature.key is no Ed25519 key' };
  return (await isSignature(key, UTF8.encode(text), decode(signature.value)))
    ? { ...judgeSigner(key, content, trusted), key, content }
    : { state: 'wrong', key };
}

async function checkBeside(
  bytes: Uint8Array<ArrayBuffer>,
  content: unknown,
  { beside, trusted }: { readonly beside: Uint8Array<ArrayBuffer>; readonly trusted: readonly Trusted[] },
): Promise<Verification> {
  if (typeof content !== 'object' || content === null)
    return { state: 'malformed', why: 'it is no JSON object' };
  for (const each of trusted) {
    const key = typeof each === 'string' ? each : each.key;
    if (await isSignature(key, bytes, beside)) return { ...judgeSigner(key, content, trusted), key, content };
  }
  return { state: 'malformed', why: 'the signature beside it fits none of the keys that are trusted here' };
}

/** A public key as a person types it. */
export function readTypedKey(text: string): string | undefined {
  const key = text.trim();
  return isBase64url(key, 32) ? key : undefined;
}
