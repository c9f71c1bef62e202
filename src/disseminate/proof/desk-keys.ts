import { createHash, sign as signBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RequestError, StoreError } from '../../model/errors.ts';
import type { KeyStatement, SignedKeyStatement } from '../../model/key.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import type { Trusted } from './judge.ts';
import { findCurrent, LONGEST_REASON, type ReadChain } from './key-chain.ts';
import {
  type DeskKey,
  findCode,
  findKey,
  KEY_FILE,
  loadKey,
  loadOrMakeKey,
  readKey,
  writeKey,
  writeOnce,
} from './keys.ts';
import { hashText, verifyKeyChain } from './sign.ts';

/** Where the statements lie in the data folder, one in a file with its number: none is ever written anew. */
export const CHAIN_FOLDER = join('keys', 'chain');
const LONGEST_STATEMENT = 16_384;

/** What a key is called: SHA-256 of its 32 bytes, 64 digits. */
export function makeFingerprint(key: string): string {
  return createHash('sha256').update(Buffer.from(key, 'base64url')).digest('hex');
}

/**
 * The chain of the desk's keys, checked; undefined where none was begun.
 *
 * @throws StoreError where it was changed or cannot be read.
 */
export function findKeyChain(folder: string): ReadChain | undefined {
  const at = join(folder, CHAIN_FOLDER);
  const names = listNames(at).filter((name) => /^\d+\.json$/.test(name));
  if (names.length === 0) return undefined;
  const statements = names.map((_, index) => readStatement(join(at, `${index + 1}.json`)));
  const chain = verifyKeyChain({ kind: 'key chain', version: 1, statements });
  if (typeof chain !== 'string') return chain;
  throw new StoreError(at, `the record of the desk’s keys does not hold: ${chain}`, RESTORE);
}

const RESTORE = 'Put back the folder of keys as you last saved it.';

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const code = findCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new StoreError(folder, `cannot be read (${code})`, 'Give yourself permission to read it.', {
      cause: error,
    });
  }
}

function readStatement(file: string): unknown {
  try {
    const text = readFileSync(file, 'utf8');
    return text.length > LONGEST_STATEMENT ? undefined : (JSON.parse(text) as unknown);
  } catch (cause) {
    throw new StoreError(file, 'a statement on the desk’s keys cannot be read', RESTORE, { cause });
  }
}

/**
 * The key to sign with; made where the desk has none and never had one. It is read anew each time, so that whoever runs for long
 * signs with what is the desk's key now.
 *
 * @throws StoreError where others can read it, where it is not the one that the chain names, or where that was declared not to be trusted.
 */
export function loadSigningKey(folder: string): DeskKey {
  const chain = findKeyChain(folder);
  if (chain === undefined) return loadOrMakeKey(folder);
  const current = findCurrent(chain.keys);
  if (current === undefined)
    throw new StoreError(
      join(folder, KEY_FILE),
      'the desk’s key was declared not to be trusted, and none came after it',
      'tocsin key new begins a new chain of keys, which others must come to trust.',
    );
  const key = findKey(folder);
  return key?.publicKey === current.key ? key : takeNext(folder, current.key);
}

/** Ends a change of keys that was cut off after it had been stated. */
function takeNext(folder: string, key: string): DeskKey {
  const next = nameNext(folder, key);
  const file = join(folder, KEY_FILE);
  if (readKey(next)?.publicKey === key) {
    renameSync(next, file);
    return loadKey(folder);
  }
  throw new StoreError(
    file,
    `the private key of ${makeFingerprint(key).slice(0, 16)}, which the desk’s chain of keys names, is not here`,
    'Put the desk’s key back. Without it the chain has ended: move the folder of keys away, and tocsin key new begins another that others must come to trust.',
  );
}

const nameNext = (folder: string, key: string) =>
  join(folder, 'keys', `next-${makeFingerprint(key).slice(0, 16)}.pem`);

/** The desk's chain of keys, begun with the key that it has where it was not yet. */
export function loadOrBeginChain(
  folder: string,
  now: string,
): { readonly key: DeskKey; readonly chain: ReadChain } {
  const key = loadSigningKey(folder);
  const kept = findKeyChain(folder);
  if (kept !== undefined) return { key, chain: kept };
  const statement = { says: 'first', key: key.publicKey } as const;
  return { key, chain: append(folder, { chain: undefined, statement, signers: [key], now }) };
}

/**
 * The desk's first key, or the first of a new chain where the last one of the chain before was declared not to be trusted.
 *
 * @throws RequestError where there is a key that is in use.
 */
export function makeFirstKey(
  folder: string,
  now: string,
): { readonly key: DeskKey; readonly chain: ReadChain } {
  const chain = findKeyChain(folder);
  if (chain === undefined ? findKey(folder) !== undefined : findCurrent(chain.keys) !== undefined)
    throw new RequestError(
      'tocsin key new',
      'the desk has a key',
      'tocsin key rotate puts another in its place, in the old one’s own words; tocsin key show prints it.',
    );
  if (chain !== undefined) putAway(folder, chain.keys.at(-1)!.key);
  return loadOrBeginChain(folder, now);
}

/** The key first: were the chain put away before it, it would look as if it were in use. */
function putAway(folder: string, key: string): void {
  const id = makeFingerprint(key).slice(0, 16);
  const file = join(folder, KEY_FILE);
  if (existsSync(file)) rmSync(file);
  renameSync(join(folder, CHAIN_FOLDER), join(folder, 'keys', `ended-${id}`));
}

/** Puts another key in the place of the desk's, signed by both. The old private key is not kept: it could only do harm. */
export function rotateKey(folder: string, now: string): { readonly key: DeskKey; readonly chain: ReadChain } {
  const { key: old, chain } = loadOrBeginChain(folder, now);
  const part = join(folder, 'keys', `next-${now.replace(/\W/g, '')}.pem`);
  if (!writeKey(part)) throw makeBusy(folder);
  const made = readKey(part)!;
  const next = nameNext(folder, made.publicKey);
  try {
    renameSync(part, next);
    const statement = { says: 'next', key: made.publicKey } as const;
    const written = append(folder, { chain, statement, signers: [old, made], now });
    return { key: takeNext(folder, made.publicKey), chain: written };
  } finally {
    // Where the statement was not written, nobody will ever ask for it; where it was, it has been renamed.
    const named = findKeyChain(folder)?.keys.some(({ key }) => key === made.publicKey);
    if (named !== true) rmSync(next, { force: true });
  }
}

/**
 * Declares a key of the chain not to be trusted from an instant on. Of the key in use it ends the chain.
 *
 * @param options.key The key, its fingerprint, or how that begins (8 digits at least).
 * @throws RequestError where it names none or several, or cannot be said so.
 */
export function revokeKey(
  folder: string,
  options: { readonly key: string; readonly from: string; readonly reason: string; readonly now: string },
): ReadChain {
  const { from, now } = options;
  const { key: current, chain } = loadOrBeginChain(folder, now);
  const reason = options.reason.trim();
  const found = chain.keys.filter(
    ({ key }) =>
      key === options.key ||
      (/^[0-9a-f]{8,64}$/.test(options.key) && makeFingerprint(key).startsWith(options.key)),
  );
  const refuse = (problem: string, remedy: string) => new RequestError('tocsin key revoke', problem, remedy);
  if (found.length !== 1)
    throw refuse('no one key of this desk is named', 'Give its fingerprint, as tocsin key show prints it.');
  const [named] = found;
  if (named!.revoked !== undefined)
    throw refuse('that was said of this key before', 'tocsin key show tells when.');
  if (reason === '' || reason.length > LONGEST_REASON)
    throw refuse('the reason does not fit', `Say why in 1 to ${LONGEST_REASON} characters.`);
  if (from > now) throw refuse('the instant is still to come', 'Give one that has passed, or none for now.');
  const statement = { says: 'revoked', key: named!.key, from, reason } as const;
  return append(folder, { chain, statement, signers: [current], now });
}

/** Whether there is anything of a key in the data folder. */
export function hasKeys(folder: string): boolean {
  return [KEY_FILE, CHAIN_FOLDER].some((name) => existsSync(join(folder, name)));
}

/** Whom the desk itself trusts: the keys that it had, by its chain. @throws StoreError where it has none. */
export function loadTrust(folder: string): readonly Trusted[] {
  return findKeyChain(folder)?.keys ?? [loadKey(folder).publicKey];
}

interface Addition {
  readonly chain: ReadChain | undefined;
  readonly statement: Pick<KeyStatement, 'says' | 'key' | 'from' | 'reason'>;
  readonly signers: readonly DeskKey[];
  readonly now: string;
}

function append(folder: string, { chain, statement, signers, now }: Addition): ReadChain {
  const before = chain?.chain.statements ?? [];
  const last = before.at(-1);
  if (last !== undefined && now < last.content.at)
    throw new StoreError(
      join(folder, CHAIN_FOLDER),
      `the clock of this machine stands before ${last.content.at}, when the last statement was made`,
      'Set the clock right.',
    );
  const content: KeyStatement = {
    ...{ kind: 'key statement', version: 1, number: before.length + 1, at: now, ...statement },
    ...(last === undefined ? {} : { previous: hashText(canonicalJson(last)) }),
  };
  const bytes = Buffer.from(canonicalJson(content), 'utf8');
  const signatures = signers.map(({ publicKey, privateKey }) => ({
    ...{ algorithm: 'Ed25519' as const, key: publicKey },
    value: signBytes(null, bytes, privateKey).toString('base64url'),
  }));
  const signed: SignedKeyStatement = { content, signatures };
  const grown = verifyKeyChain({ kind: 'key chain', version: 1, statements: [...before, signed] });
  if (typeof grown === 'string') throw new Error(`A statement that does not hold was made: ${grown}`);
  const file = join(folder, CHAIN_FOLDER, `${content.number}.json`);
  // A number that is taken is not taken over: of two at once, one is told.
  if (!writeOnce(file, `${canonicalJson(signed)}\n`)) throw makeBusy(folder);
  return grown;
}

function makeBusy(folder: string): StoreError {
  return new StoreError(
    join(folder, CHAIN_FOLDER),
    'somebody else has changed the desk’s keys at the same moment',
    'Look at them with tocsin key show, and try again where it is still needed.',
  );
}
