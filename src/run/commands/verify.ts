import { existsSync } from 'node:fs';
import { loadKey } from '../../disseminate/proof/keys.ts';
import { type Verification, verifySignedFile } from '../../disseminate/proof/sign.ts';
import type { ExportSeal } from '../../model/exporting.ts';
import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatJsonLine, type Style } from '../print/terminal.ts';
import { clean, shorten } from '../print/width.ts';
import { hashFile, readKeys, readSignedBytes } from '../signed-files.ts';

export interface VerifyOptions {
  readonly key?: readonly string[];
  readonly format?: Format;
}

/** `tocsin verify`: whether a signed file is what a trusted desk signed. */
export async function runVerify(
  file: string,
  { key, format }: VerifyOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const trusted = key === undefined ? [loadKey(config.data).publicKey] : await readKeys(key);
  const verification = await verify(file, { trusted, context });
  await context.out.write(
    format === 'json'
      ? formatJsonLine({ kind: 'verification', file, ...verification })
      : formatVerification(verification, { file, style: context.out.style }),
  );
  return verification.state === 'trusted' ? EXIT.ok : EXIT.someFailed;
}

/** A file that is signed within itself, or by one beside it; of the latter either may be given. */
async function verify(
  file: string,
  { trusted, context }: { readonly trusted: readonly string[]; readonly context: Context },
): Promise<Verification> {
  const beside = `${file}.sig`;
  if (file !== '-' && existsSync(beside)) return verifyBeside(file, beside, { trusted, context });
  const verification = verifySignedFile(await readSignedBytes(file, context), trusted);
  const signed = file.endsWith('.sig') ? file.slice(0, -'.sig'.length) : undefined;
  if (signed !== undefined && 'content' in verification && isSeal(verification.content))
    return verifyBeside(signed, file, { trusted, context });
  return verification;
}

async function verifyBeside(
  file: string,
  beside: string,
  { trusted, context }: { readonly trusted: readonly string[]; readonly context: Context },
): Promise<Verification> {
  const verification = verifySignedFile(await readSignedBytes(beside, context), trusted);
  if (verification.state === 'malformed') return { ...verification, why: `${beside}: ${verification.why}` };
  if (verification.state === 'wrong') return verification;
  if (!isSeal(verification.content))
    return { state: 'malformed', why: `${beside} is signed, but is no signature of a file` };
  const { sha256, bytes } = await hashFile(file);
  const { content, key } = verification;
  return sha256 === content.sha256 && bytes === content.bytes ? verification : { state: 'wrong', key };
}

function isSeal(content: unknown): content is Pick<ExportSeal, 'sha256' | 'bytes'> {
  const { kind, sha256, bytes } = content as Readonly<Record<string, unknown>>;
  return kind === 'export' && typeof sha256 === 'string' && typeof bytes === 'number';
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
  const facts = ['kind', 'format', 'of', 'id', 'update', 'problem', 'title', 'level', 'tlp', 'asOf'].flatMap(
    (name) => {
      const value = fields[name];
      return typeof value === 'string' || typeof value === 'number'
        ? [`${name} ${shorten(clean(String(value)), 80)}`]
        : [];
    },
  );
  return facts.length === 0 ? '' : `  ${facts.join(' · ')}\n`;
}
