import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreError } from '../../model/errors.ts';
import { isBase64url } from './base64url.ts';

/** The key with which a desk signs what it gives out, as it lies in the data folder. */
export interface DeskKey {
  readonly privateKey: KeyObject;
  /** 32 bytes in base64url: what others need to check a signature. */
  readonly publicKey: string;
  readonly file: string;
  /** True where there was none and it was made now. */
  readonly isNew: boolean;
}

/** Where the key lies in the data folder. */
export const KEY_FILE = join('keys', 'desk.ed25519.pem');

/** A PEM file of an Ed25519 key has some hundred bytes. */
const MAX_BYTES = 16_384;

/**
 * The desk's key out of the data folder; made there, for its owner's eyes alone, where there is none. Whoever is to sign with it
 * asks for `loadSigningKey`, which knows what became of it.
 *
 * @throws StoreError where the file is no such key, others can read it, or it cannot be read or written.
 * @example
 * loadOrMakeKey('/home/ada/.local/share/tocsin').publicKey; // 'nFz6…' (43 characters)
 */
export function loadOrMakeKey(folder: string): DeskKey {
  const kept = findKey(folder);
  if (kept !== undefined) return kept;
  const file = join(folder, KEY_FILE);
  const isMade = writeKey(file);
  // Another process may have been a moment faster: then the key that it made is the desk's.
  return { ...loadKey(folder), isNew: isMade };
}

/**
 * The desk's key out of the data folder.
 *
 * @throws StoreError where there is none, too.
 */
export function loadKey(folder: string): DeskKey {
  const key = findKey(folder);
  if (key !== undefined) return key;
  throw new StoreError(
    join(folder, KEY_FILE),
    'there is no key here',
    'tocsin key makes one; to check what another desk signed, give its public key with --key.',
  );
}

/**
 * A public key as a person gives it: its 43 characters, or a PEM file with a public or private key.
 *
 * @returns 32 bytes in base64url; undefined where it is none.
 */
export function parsePublicKey(text: string): string | undefined {
  const trimmed = text.trim();
  if (importPublicKey(trimmed) !== undefined) return trimmed;
  if (trimmed.length > MAX_BYTES || !trimmed.startsWith('-----BEGIN ')) return undefined;
  try {
    const key = createPublicKey(trimmed);
    return key.asymmetricKeyType === 'ed25519' ? exportPublicKey(key) : undefined;
  } catch {
    return undefined; // Not a key, or one with a passphrase.
  }
}

/** The key of 32 bytes in base64url, in the one form that they have; undefined for anything else. */
export function importPublicKey(text: string): KeyObject | undefined {
  if (!isBase64url(text, 32)) return undefined;
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' });
  } catch {
    return undefined; // No point of the curve.
  }
}

/** The key in the data folder, if there is one. */
export function findKey(folder: string): DeskKey | undefined {
  return readKey(join(folder, KEY_FILE));
}

/** The private key in a file, if there is such a file. */
export function readKey(file: string): DeskKey | undefined {
  const text = readKeyFile(file);
  if (text === undefined) return undefined;
  const privateKey = parsePrivateKey(text, file);
  return { privateKey, publicKey: exportPublicKey(createPublicKey(privateKey)), file, isNew: false };
}

function readKeyFile(file: string): string | undefined {
  let opened: number;
  try {
    // A pipe in its place would otherwise be waited for.
    opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = findCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new StoreError(file, `cannot be read (${code})`, 'Give yourself permission to read it.', {
      cause: error,
    });
  }
  try {
    const stat = fstatSync(opened);
    if (!stat.isFile() || stat.size > MAX_BYTES) throw makeKeyError(file, 'is no key');
    // Windows has no such bits.
    if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0)
      throw new StoreError(
        file,
        'others of this machine can read or change the desk’s key, so it is not used',
        `Take that from them: chmod 600 ${file}. If somebody may have read it, tocsin key rotate makes another, and tocsin key revoke declares this one not to be trusted.`,
      );
    const bytes = Buffer.alloc(MAX_BYTES);
    return bytes.toString('utf8', 0, readSync(opened, bytes, 0, MAX_BYTES, 0));
  } finally {
    closeSync(opened);
  }
}

function parsePrivateKey(text: string, file: string): KeyObject {
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----/.test(text))
    throw makeKeyError(file, 'is locked with a passphrase, which nobody could type in here');
  let key: KeyObject;
  try {
    key = createPrivateKey(text);
  } catch (error) {
    throw makeKeyError(
      file,
      /-----BEGIN PUBLIC KEY-----/.test(text)
        ? 'holds a public key only'
        : 'is no private key (PKCS #8, PEM)',
      error,
    );
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw makeKeyError(file, `holds a key of the kind ${key.asymmetricKeyType}, not Ed25519`);
  return key;
}

function makeKeyError(file: string, problem: string, cause?: unknown): StoreError {
  const remedy =
    'Put the desk’s key back; or move this file away, and tocsin key makes a new one that others must come to trust.';
  return new StoreError(file, problem, remedy, cause === undefined ? undefined : { cause });
}

/** Writes a new key, whole or not at all. Answers false where somebody else did so in the meantime. */
export function writeKey(file: string): boolean {
  const { privateKey } = generateKeyPairSync('ed25519');
  return writeOnce(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

/** Writes a new file beside the keys, for their owner alone, whole or not at all. Answers false where there is one. */
export function writeOnce(file: string, text: string): boolean {
  const part = `${file}.${randomUUID()}.part`;
  try {
    makeKeyFolder(dirname(file));
    writeFileSync(part, text, { mode: 0o600, flag: 'wx', flush: true });
    // A name that is taken is not taken over, as it would be by renaming.
    linkSync(part, file);
    return true;
  } catch (error) {
    const code = findCode(error);
    if (code === 'EEXIST') return false;
    throw new StoreError(
      file,
      `it cannot be written (${code})`,
      code === 'ENOENT'
        ? 'The data folder must be there first.'
        : 'Give yourself permission to write there, and see that there is room.',
      { cause: error },
    );
  } finally {
    rmSync(part, { force: true });
  }
}

function makeKeyFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (findCode(error) !== 'EEXIST') throw error;
    // One that was there may be open to others.
    if (process.platform !== 'win32') chmodSync(folder, 0o700);
  }
}

function exportPublicKey(key: KeyObject): string {
  return key.export({ format: 'jwk' }).x!;
}

export function findCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
