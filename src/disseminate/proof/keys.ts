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

/** The key with which a desk signs what it gives out. */
export interface DeskKey {
  readonly privateKey: KeyObject;
  /** 32 bytes in base64url: what others need to check a signature. */
  readonly publicKey: string;
  readonly file: string;
  /** True where there was none and it was made now. */
  readonly isNew: boolean;
  /** What is to be seen to: that others can read the file, say. */
  readonly warnings: readonly string[];
}

/** Where the key lies in the data folder. */
export const KEY_FILE = join('keys', 'desk.ed25519.pem');

/** A PEM file of an Ed25519 key has some hundred bytes. */
const MAX_BYTES = 16_384;

/**
 * The desk's key out of the data folder; made there, for its owner's eyes alone, where there is none.
 *
 * @throws StoreError where the file is no such key, or cannot be read or written.
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

/** Whether text is so many bytes in base64url as an encoder writes them: bits left over in the last character are zero. */
export function isBase64url(text: string, bytes: number): boolean {
  if (text.length !== Math.ceil((bytes * 4) / 3)) return false;
  const decoded = Buffer.from(text, 'base64url');
  return decoded.length === bytes && decoded.toString('base64url') === text;
}

function findKey(folder: string): DeskKey | undefined {
  const file = join(folder, KEY_FILE);
  const found = readKeyFile(file);
  if (found === undefined) return undefined;
  const privateKey = parsePrivateKey(found.text, file);
  const warnings = found.isOpen
    ? [`${file} can be read by others of this machine. Take that from them: chmod 600 ${file}`]
    : [];
  return {
    privateKey,
    publicKey: exportPublicKey(createPublicKey(privateKey)),
    file,
    isNew: false,
    warnings,
  };
}

function readKeyFile(file: string): { readonly text: string; readonly isOpen: boolean } | undefined {
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
    const bytes = Buffer.alloc(MAX_BYTES);
    const text = bytes.toString('utf8', 0, readSync(opened, bytes, 0, MAX_BYTES, 0));
    // Windows has no such bits.
    return { text, isOpen: process.platform !== 'win32' && (stat.mode & 0o077) !== 0 };
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
function writeKey(file: string): boolean {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const part = `${file}.${randomUUID()}.part`;
  try {
    makeKeyFolder(dirname(file));
    writeFileSync(part, pem, { mode: 0o600, flag: 'wx', flush: true });
    // A name that is taken is not taken over, as it would be by renaming.
    linkSync(part, file);
    return true;
  } catch (error) {
    const code = findCode(error);
    if (code === 'EEXIST') return false;
    throw new StoreError(
      file,
      `the desk’s key cannot be written (${code})`,
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

function findCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
