import { createHash } from 'node:crypto';
import { collectBytes, openFile, orPageError } from '../collect/files.ts';
import { DEFAULT_LIMITS } from '../collect/limits.ts';
import { parsePublicKey } from '../disseminate/proof/keys.ts';
import { MAX_SIGNED_BYTES } from '../disseminate/proof/sign.ts';
import { PageError } from '../model/errors.ts';
import type { Context } from './context.ts';
import { clean, shorten } from './print/width.ts';
import { UsageError } from './usage.ts';

/** A key's file is smaller than this. */
const MAX_KEY_BYTES = 16_384;

/**
 * Public keys as they were given, or as they stand in the files that were.
 *
 * @throws UsageError for what is neither.
 */
export async function readKeys(given: readonly string[]): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const each of given) {
    const key = parsePublicKey(each) ?? parsePublicKey(await readKeyFile(each));
    if (key === undefined) throw makeKeyError(each);
    keys.push(key);
  }
  return keys;
}

async function readKeyFile(file: string): Promise<string> {
  try {
    return (await readFile(file, MAX_KEY_BYTES)).toString('utf8');
  } catch (error) {
    if (error instanceof PageError) throw makeKeyError(file);
    throw error;
  }
}

function makeKeyError(given: string): UsageError {
  return new UsageError(
    `--key ${shorten(clean(given), 80)} is no public key, nor a file with one`,
    'Give the 43 characters that tocsin key prints, or a PEM file.',
  );
}

/**
 * A signed file, or - (standard input).
 *
 * @throws PageError where it cannot be read or is larger than anything that is signed.
 */
export async function readSignedBytes(file: string, { stdin }: Pick<Context, 'stdin'>): Promise<Uint8Array> {
  if (file !== '-') return readFile(file, MAX_SIGNED_BYTES);
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
