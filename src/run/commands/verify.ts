import { loadTrust } from '../../disseminate/proof/desk-keys.ts';
import type { Trusted, Verification } from '../../disseminate/proof/judge.ts';
import { type PackVerification, verifyPack } from '../../disseminate/proof/pack/verify.ts';
import { verifyDetached, verifySignedFile } from '../../disseminate/proof/sign.ts';
import { listSignedFacts, tellVerdict } from '../../disseminate/proof/verdict.ts';
import type { ExportSeal } from '../../model/exporting.ts';
import { formatDate } from '../../text/dates.ts';
import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatJsonLine, type Style } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { hashFile, type Offered, readKeys, readOffered } from '../signed-files.ts';

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
  const trusted = key === undefined ? loadTrust(config.data) : await readKeys(key);
  const offered = await readOffered(file, { config, context });
  if (offered.bytes !== undefined && isZip(offered.bytes))
    return tellPack(file, verifyPack(offered.bytes, trusted), { format, context });
  const verification = await verify(file, { offered, trusted });
  await context.out.write(
    format === 'json'
      ? formatJsonLine({ kind: 'verification', file, ...verification })
      : formatVerification(verification, { file, style: context.out.style }),
  );
  return verification.state === 'trusted' ? EXIT.ok : EXIT.someFailed;
}

/** Archives begin so, and nothing else that is signed does. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function tellPack(
  file: string,
  verification: PackVerification,
  { format, context }: { readonly format: Format | undefined; readonly context: Context },
): Promise<ExitCode> {
  const { style } = context.out;
  const { state } = verification;
  await context.out.write(
    format === 'json'
      ? formatJsonLine({ kind: 'pack verification', file, ...verification })
      : state === 'wrong'
        ? `${style.bad('✗')} ${clean(file)}: the pack does not hold: ${clean(verification.why)}\n`
        : state === 'malformed'
          ? `${style.bad('✗')} ${clean(file)}: ${clean(verification.why)}\n`
          : `${formatVerification({ ...verification, content: verification.manifest.of }, { file, style })}${describePack(verification)}`,
  );
  return state === 'trusted' ? EXIT.ok : EXIT.someFailed;
}

/** What was checked in a pack that holds together. */
function describePack({
  manifest,
  claims,
  missing,
  entries,
}: Extract<PackVerification, { manifest: unknown }>): string {
  const told = [
    `TLP:${clean(manifest.tlp)}`,
    `${manifest.files.length} files`,
    `${claims} claims with their words${missing === 0 ? '' : `, ${missing} without`}`,
    entries === 0 ? 'no ledger entries' : `${entries} ledger entries to the signed checkpoint`,
    `packed ${formatDate(manifest.made)}`,
  ];
  return `  ${told.join(' · ')}\n`;
}

/** Bytes of a signature alone, without a word on whose it is. */
const PLAIN_SIGNATURE = 64;

/** A file that is signed within itself, or by one beside it; of the latter either may be given. */
async function verify(
  file: string,
  { offered, trusted }: { readonly offered: Offered; readonly trusted: readonly Trusted[] },
): Promise<Verification> {
  const { bytes, beside } = offered;
  if (beside !== undefined && beside.length !== PLAIN_SIGNATURE)
    return verifySeal(`${file}.sig`, beside, { trusted, hash: offered.hash });
  if (bytes === undefined) return { state: 'malformed', why: 'it is larger than anything that is signed so' };
  if (beside !== undefined) return verifyDetached(bytes, beside, trusted);
  const within = verifySignedFile(bytes, trusted);
  const signed = file.endsWith('.sig') ? file.slice(0, -'.sig'.length) : undefined;
  if (signed !== undefined && !isAddress(file) && 'content' in within && isSeal(within.content))
    return verifySeal(file, bytes, { trusted, hash: () => hashFile(signed) });
  return within;
}

const isAddress = (name: string) => /^https?:\/\//i.test(name);

/** Whether a signed statement on a file fits that file. */
async function verifySeal(
  name: string,
  seal: Uint8Array,
  { trusted, hash }: Pick<Offered, 'hash'> & { readonly trusted: readonly Trusted[] },
): Promise<Verification> {
  const verification = verifySignedFile(seal, trusted);
  if (verification.state === 'malformed') return { ...verification, why: `${name}: ${verification.why}` };
  if (verification.state === 'wrong') return verification;
  if (!isSeal(verification.content))
    return { state: 'malformed', why: `${name} is signed, but is no signature of a file` };
  const { sha256, bytes } = await hash();
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
  const { mark, text, more } = tellVerdict(verification);
  const sign = { good: style.good('✓'), warn: style.warn('!'), bad: style.bad('✗') }[mark];
  const facts = verification.state === 'trusted' ? listSignedFacts(verification.content) : [];
  const lines = [
    `${sign} ${clean(file)}: ${clean(text)}`,
    ...(verification.state === 'unknown key' ? [`${more}, and give it with --key.`] : []),
    ...(more === undefined || verification.state === 'unknown key' ? [] : [`  ${more}.`]),
    ...(facts.length === 0 ? [] : [`  ${clean(facts.join(' · '))}`]),
  ];
  return `${lines.join('\n')}\n`;
}
