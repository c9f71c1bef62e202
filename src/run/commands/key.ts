import { readFile, writeFile } from 'node:fs/promises';
import { makeFileError } from '../../collect/files.ts';
import {
  findKeyChain,
  loadOrBeginChain,
  loadSigningKey,
  makeFingerprint,
  makeFirstKey,
  revokeKey,
  rotateKey,
} from '../../disseminate/proof/desk-keys.ts';
import { findCurrent, type ReadChain } from '../../disseminate/proof/key-chain.ts';
import { findKey } from '../../disseminate/proof/keys.ts';
import { makeSavedPage, type PageFiles } from '../../disseminate/proof/saved-page.ts';
import { PageError, RequestError } from '../../model/errors.ts';
import type { KeyStanding } from '../../model/key.ts';
import { makeFolders } from '../../store/embedded/folders.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatKeys } from '../print/keys.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { UsageError } from '../usage.ts';

interface Session {
  readonly config: Config;
  readonly context: Context;
}

const KEEP_IT = 'Keep a copy of it in a safe place; no backup of the store holds it.';

/** `tocsin key`: the public key of this desk, which is made where there is none. */
export async function runKey(
  { format }: { readonly format?: Format },
  { config, context }: Session,
): Promise<ExitCode> {
  makeFolders(config.data);
  const { publicKey, file, isNew } = loadSigningKey(config.data);
  // Only the key on standard output, so that it can be put into a file or a variable.
  await context.out.write(
    format === 'json'
      ? formatJsonLine({ kind: 'key', algorithm: 'Ed25519', key: publicKey, file, isNew })
      : `${publicKey}\n`,
  );
  if (isNew) await context.err.write(`A new key was made: ${file}\n${KEEP_IT}\n`);
  return EXIT.ok;
}

/** `tocsin key new`: the desk's first key, or the first after a chain that has ended. */
export async function runKeyNew(
  { format }: { readonly format?: Format },
  { config, context }: Session,
): Promise<ExitCode> {
  makeFolders(config.data);
  const { key, chain } = asUsage(() => makeFirstKey(config.data, context.now()));
  await tell(chain, { format, context });
  await context.err.write(`A new key was made: ${key.file}\n${KEEP_IT}\n`);
  return EXIT.ok;
}

export interface KeyShowOptions {
  readonly format?: Format;
  /** File to which the chain is written, for those who are to check what the desk signs. */
  readonly out?: string;
  /** File to which the page is written that checks signatures, with the chain in it. */
  readonly page?: string;
}

/** Where the build puts the page. */
const PAGE_FOLDER = new URL('../../disseminate/web/', import.meta.url);

/** `tocsin key show`: the keys that the desk has had. */
export async function runKeyShow(
  { format, out, page }: KeyShowOptions,
  { config, context }: Session,
  pageFolder = PAGE_FOLDER,
): Promise<ExitCode> {
  const chain = showChain(config, context);
  if (out !== undefined) await writeNew(out, `${canonicalJson(chain.chain)}\n`);
  if (page !== undefined) await writeNew(page, makeSavedPage(await readPage(pageFolder), chain.chain));
  await tell(chain, { format, context });
  const written = [out, page].filter((each) => each !== undefined).join(' and ');
  if (written !== '' && format !== 'json')
    await context.out.write(
      `Wrote ${written}. Give it to those who are to check what you sign, on a way that an attacker does not control.\n`,
    );
  return EXIT.ok;
}

/** The chain as it is kept, even where it has ended; of a desk with a key alone it is begun. */
function showChain(config: Config, context: Context): ReadChain {
  const kept = findKeyChain(config.data);
  if (kept !== undefined) return kept;
  if (findKey(config.data) === undefined)
    throw new UsageError('this desk has no key yet', 'tocsin key new makes one.');
  return loadOrBeginChain(config.data, context.now()).chain;
}

async function readPage(folder: URL): Promise<PageFiles> {
  try {
    const [html, css, script] = await Promise.all(
      ['verify.html', 'verify.css', 'verify.js'].map((name) => readFile(new URL(name, folder), 'utf8')),
    );
    return { html: html!, css: css!, script: script! };
  } catch (error) {
    throw makeFileError(error, 'the page that checks signatures');
  }
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isThere) throw makeFileError(error, file);
    throw new PageError(file, 'is there already', 'Give another name, or remove it first.');
  }
}

/** `tocsin key rotate`: another key in the place of the one in use. */
export async function runKeyRotate(
  { format }: { readonly format?: Format },
  { config, context }: Session,
): Promise<ExitCode> {
  const now = context.now();
  if (findKeyChain(config.data) === undefined && findKey(config.data) === undefined)
    throw new UsageError('this desk has no key yet', 'tocsin key new makes one.');
  const { key, chain } = asUsage(() => rotateKey(config.data, now));
  await tell(chain, { format, context });
  await context.err.write(
    `Another key took the place of the one before: ${key.file}\n${KEEP_IT}\nWrite the chain out anew for those who check what you sign: tocsin key show --out FILE\n`,
  );
  return EXIT.ok;
}

export interface KeyRevokeOptions {
  readonly reason?: string;
  readonly since?: string;
  readonly format?: Format;
}

/** `tocsin key revoke`: a key is not to be trusted from an instant on. */
export async function runKeyRevoke(
  key: string,
  { reason, since, format }: KeyRevokeOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  const now = context.now();
  if (reason === undefined) throw new UsageError('no reason is given', 'Say why with --reason.');
  const from = since === undefined ? now : parseSince(since);
  const chain = asUsage(() => revokeKey(config.data, { key, from, reason, now }));
  await tell(chain, { format, context });
  await context.err.write(
    findCurrent(chain.keys) === undefined
      ? 'This was the key in use: nothing more can be signed. tocsin key new begins a new chain, which others must come to trust.\n'
      : 'Write the chain out anew for those who check what you sign: tocsin key show --out FILE\n',
  );
  return EXIT.ok;
}

/** An instant, or a day: then its beginning, since nothing of that day is to be trusted. */
function parseSince(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00.000Z` : text;
  return new Date(parseAsOf(day)).toISOString();
}

/** What was asked for and does not fit is a fault of the command line. */
function asUsage<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    throw new UsageError(error.message.replace(/\.$/, ''), 'tocsin key --help says more.');
  }
}

async function tell(
  chain: ReadChain,
  { format, context }: { readonly format: Format | undefined; readonly context: Context },
): Promise<void> {
  await context.out.write(
    format === 'json'
      ? formatJsonLine({ kind: 'keys', algorithm: 'Ed25519', keys: chain.keys.map(describeKey) })
      : formatKeys(chain.keys.map(describeKey), context.out),
  );
}

/** A key with its name and its state. */
export interface ShownKey extends KeyStanding {
  readonly fingerprint: string;
  readonly state: 'in use' | 'replaced' | 'revoked';
}

function describeKey(standing: KeyStanding): ShownKey {
  const { key, until, revoked } = standing;
  const state = revoked !== undefined ? 'revoked' : until === undefined ? 'in use' : 'replaced';
  return { ...standing, fingerprint: makeFingerprint(key), state };
}
