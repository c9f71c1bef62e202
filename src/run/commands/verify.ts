import { collectBytes, openFile, orPageError } from '../../collect/files.ts';
import { DEFAULT_LIMITS } from '../../collect/limits.ts';
import { loadKey, parsePublicKey } from '../../disseminate/proof/keys.ts';
import { MAX_SIGNED_BYTES, type Verification, verifySignedFile } from '../../disseminate/proof/sign.ts';
import { PageError } from '../../model/errors.ts';
import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatJsonLine, type Style } from '../print/terminal.ts';
import { clean, shorten } from '../print/width.ts';
import { UsageError } from '../usage.ts';

export interface VerifyOptions {
  readonly key?: readonly string[];
  readonly format?: Format;
}

/** A key's file is smaller than this. */
const MAX_KEY_BYTES = 16_384;

/** `tocsin verify`: whether a signed file is what a trusted desk signed. */
export async function runVerify(
  file: string,
  { key, format }: VerifyOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const trusted = key === undefined ? [loadKey(config.data).publicKey] : await readKeys(key);
  const bytes = await readBytes(file, { context, allowed: MAX_SIGNED_BYTES });
  const verification = verifySignedFile(bytes, trusted);
  await context.out.write(
    format === 'json'
      ? formatJsonLine({ kind: 'verification', file, ...verification })
      : formatVerification(verification, { file, style: context.out.style }),
  );
  return verification.state === 'trusted' ? EXIT.ok : EXIT.someFailed;
}

async function readKeys(given: readonly string[]): Promise<readonly string[]> {
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

async function readBytes(
  file: string,
  { context, allowed }: { readonly context: Context; readonly allowed: number },
): Promise<Uint8Array> {
  if (file !== '-') return readFile(file, allowed);
  const bytes = await collectBytes(context.stdin, allowed);
  if (bytes === undefined) throw makeTooLong('-', allowed);
  return bytes;
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

function formatVerification(
  verification: Verification,
  { file, style }: { readonly file: string; readonly style: Style },
): string {
  const name = clean(file);
  switch (verification.state) {
    case 'trusted':
      return `${style.good('✓')} ${name}: signed by ${verification.key}, which is trusted\n${describeContent(verification.content)}`;
    case 'unknown key':
      return `${style.warn('!')} ${name}: the signature fits, but its key is not trusted here: ${verification.key}\nAnybody can make a key. Ask the sender for theirs another way, and give it with --key.\n`;
    case 'wrong':
      return `${style.bad('✗')} ${name}: the signature does not fit: content, key or signature was changed\n`;
    case 'malformed':
      return `${style.bad('✗')} ${name}: ${clean(verification.why)}\n`;
  }
}

/** What was signed, in a line. */
function describeContent(content: unknown): string {
  const fields = content as Readonly<Record<string, unknown>>;
  const facts = ['kind', 'id', 'update', 'problem', 'title', 'level', 'asOf'].flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' || typeof value === 'number'
      ? [`${name} ${shorten(clean(String(value)), 80)}`]
      : [];
  });
  return facts.length === 0 ? '' : `  ${facts.join(' · ')}\n`;
}
