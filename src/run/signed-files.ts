import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { collectBytes, openFile, orPageError } from '../collect/files.ts';
import { DEFAULT_LIMITS } from '../collect/limits.ts';
import type { Trusted } from '../disseminate/proof/judge.ts';
import { parsePublicKey } from '../disseminate/proof/keys.ts';
import { MAX_SIGNED_BYTES, verifyKeyChainFile } from '../disseminate/proof/sign.ts';
import { PageError } from '../model/errors.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { clean, shorten } from './print/width.ts';
import { UsageError } from './usage.ts';
import { makeUserAgent } from './version.ts';

/** A chain of keys is smaller than this. */
const MAX_KEY_BYTES = 4_000_000;
/** An evidence pack holds a signed file, its excerpts and some of the ledger. */
const MAX_PACK_BYTES = 40_000_000;

/**
 * Public keys as they were given, or as they stand in the files that were; of a chain of keys all that it says of them.
 *
 * @throws UsageError for what is neither, and for a chain that does not hold.
 */
export async function readKeys(given: readonly string[]): Promise<readonly Trusted[]> {
  const keys: Trusted[] = [];
  for (const each of given) {
    const key = parsePublicKey(each);
    if (key === undefined) keys.push(...(await readKeyFile(each)));
    else keys.push(key);
  }
  return keys;
}

async function readKeyFile(file: string): Promise<readonly Trusted[]> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file, MAX_KEY_BYTES);
  } catch (error) {
    if (error instanceof PageError) throw makeKeyError(file);
    throw error;
  }
  const key = parsePublicKey(bytes.toString('utf8'));
  if (key !== undefined) return [key];
  const chain = verifyKeyChainFile(bytes);
  if (typeof chain !== 'string') return chain.keys;
  if (!bytes.includes('"key chain"')) throw makeKeyError(file);
  throw new UsageError(
    `--key ${shorten(clean(file), 80)} is a chain of keys that does not hold: ${chain}`,
    'Ask the sender for it anew, on a way that an attacker does not control.',
  );
}

function makeKeyError(given: string): UsageError {
  return new UsageError(
    `--key ${shorten(clean(given), 80)} is no public key, nor a file with one`,
    'Give the 43 characters that tocsin key prints, a PEM file, or what tocsin key show --out wrote.',
  );
}

/**
 * A signed file, or - (standard input).
 *
 * @throws PageError where it cannot be read or is larger than anything that is signed.
 */
export async function readSignedBytes(file: string, { stdin }: Pick<Context, 'stdin'>): Promise<Uint8Array> {
  if (file !== '-') return readFile(file, /\.zip$/i.test(file) ? MAX_PACK_BYTES : MAX_SIGNED_BYTES);
  const bytes = await collectBytes(stdin, MAX_SIGNED_BYTES);
  if (bytes === undefined) throw makeTooLong('-', MAX_SIGNED_BYTES);
  return bytes;
}

/**
 * The hash of a file of any length, and how long it is.
 *
 * @throws PageError where it cannot be read.
 */
export async function hashFile(file: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const { handle } = await openFile(file, file, { ...DEFAULT_LIMITS, fileBytes: Number.POSITIVE_INFINITY });
  const hash = createHash('sha256');
  let bytes = 0;
  const read = async (): Promise<void> => {
    for await (const part of handle.createReadStream({ autoClose: false })) {
      hash.update(part as Buffer);
      bytes += (part as Buffer).length;
    }
  };
  try {
    await orPageError(read(), file);
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await handle.close();
  }
}

/** What is to be checked, with the signature that lies beside it under the same name and `.sig`, where there is one. */
export interface Offered {
  /** Absent of a file that is signed by one beside it: it may be of any length. */
  readonly bytes?: Uint8Array;
  readonly beside?: Uint8Array;
  hash(): Promise<{ readonly sha256: string; readonly bytes: number }>;
}

/** A signature of its own is some hundred bytes of JSON, or 64 bytes. */
const MAX_BESIDE_BYTES = 16_384;

/**
 * A file, standard input, or an address, which is fetched as `tocsin read` fetches a page that somebody names.
 *
 * @throws PageError where it cannot be had.
 */
export async function readOffered(
  name: string,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<Offered> {
  if (/^https?:\/\//i.test(name)) return fetchOffered(name, { config, context });
  const hash = () => hashFile(name);
  const sealed = `${name}.sig`;
  if (name !== '-' && existsSync(sealed))
    return { ...(await findShort(name)), beside: await readFile(sealed, MAX_BESIDE_BYTES), hash };
  return { bytes: await readSignedBytes(name, context), hash };
}

/** The bytes of a file that is no longer than what is signed. */
async function findShort(name: string): Promise<Pick<Offered, 'bytes'>> {
  const { handle, size } = await openFile(name, name, {
    ...DEFAULT_LIMITS,
    fileBytes: Number.POSITIVE_INFINITY,
  });
  try {
    return size > MAX_SIGNED_BYTES ? {} : { bytes: await orPageError(handle.readFile(), name) };
  } finally {
    await handle.close();
  }
}

async function fetchOffered(
  address: string,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<Offered> {
  const { fetchPage } = await import('../collect/fetch/client.ts');
  const fetch = (url: string, maxBytes: number) =>
    fetchPage(url, {
      now: context.now,
      userAgent: makeUserAgent(config),
      maxBytes,
      ...(config.allowPrivate ? { isAllowed: () => true } : {}),
    });
  const { content: bytes } = await fetch(address, MAX_PACK_BYTES);
  const hash = async () => ({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
  });
  if (isSignedWithin(bytes)) return { bytes, hash };
  const url = new URL(address);
  url.pathname += '.sig';
  try {
    return { bytes, beside: (await fetch(url.href, MAX_BESIDE_BYTES)).content, hash };
  } catch (error) {
    if (error instanceof PageError) return { bytes, hash }; // What was asked for first is told of then.
    throw error;
  }
}

/** Whether a signature stands in it, so that none is to be looked for beside it: a pack, or signed JSON. */
function isSignedWithin(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return true;
  return bytes[0] === 0x7b && Buffer.from(bytes).includes('"signature"');
}

function makeTooLong(file: string, allowed: number): PageError {
  return new PageError(
    file,
    `is larger than ${allowed / 1_000_000} MB, which nothing that Tocsin signs is`,
    'Give a signed alert or brief.',
  );
}

async function readFile(file: string, allowed: number): Promise<Buffer> {
  const { handle, size } = await openFile(file, file, {
    ...DEFAULT_LIMITS,
    fileBytes: Number.POSITIVE_INFINITY,
  });
  try {
    if (size > allowed) throw makeTooLong(file, allowed);
    return await orPageError(handle.readFile(), file);
  } finally {
    await handle.close();
  }
}
