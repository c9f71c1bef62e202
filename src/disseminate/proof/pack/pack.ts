import { sign as signBytes } from 'node:crypto';
import type { Alert, AnyAlert, SearchAlert, Signed } from '../../../model/alert.ts';
import type { Brief } from '../../../model/brief.ts';
import type { LedgerCheckpoint, LedgerEntry } from '../../../model/forecast.ts';
import type { Hash } from '../../../model/page.ts';
import type { Reading } from '../../../model/reading.ts';
import { canonicalJson } from '../../../text/canonical-json.ts';
import { renderAlertHtml } from '../../alert/html.ts';
import { renderBriefHtml } from '../../brief/html.ts';
import { nameClaim } from '../../brief/references.ts';
import type { ReadChain } from '../key-chain.ts';
import { type DeskKey, importPublicKey } from '../keys.ts';
import { hashText, sign } from '../sign.ts';
import { citeClaims } from './excerpts.ts';
import { writeEntries } from './ledger.ts';
import { renderReadme } from './readme.ts';
import { type PackedFile, writeZip } from './zip.ts';

/** What a pack gives evidence of. */
export type PackSubject = Signed<AnyAlert> | Signed<Brief>;

/** What a pack says of itself: signed, with the hash of each of its files. */
export interface PackManifest {
  readonly kind: 'evidence pack';
  readonly version: 1;
  readonly of: {
    readonly kind: 'alert' | 'search alert' | 'brief';
    readonly title: string;
    readonly problem: string;
    readonly asOf: string;
    /** Of an alert. */
    readonly id?: string;
  };
  /** Marking of the alert or brief, which holds for the pack as a whole. */
  readonly tlp: string;
  readonly made: string;
  readonly engine: string;
  /** Public key that signed it. */
  readonly key: string;
  /** Ledger entries that it tells of, by their hashes; empty where none was filed. */
  readonly entries: readonly Hash[];
  /** All files but this one and its signature, in the order of their names. */
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

export const MANIFEST = 'MANIFEST.json';
/** Beside a file under its name and this ending: 64 bytes of Ed25519 over it. */
export const SIGNATURE = `${MANIFEST}.sig`;
export const SUMS = 'SHA256SUMS';

export interface PackMaterial {
  readonly subject: PackSubject;
  /** Of the documents that its claims are from, by their id. */
  readonly readings: ReadonlyMap<Hash, Reading>;
  /** From the first entry that it tells of on, without a gap. */
  readonly entries: readonly LedgerEntry[];
  /** Which of them it tells of. */
  readonly named: readonly Hash[];
  readonly key: DeskKey;
  readonly chain: ReadChain;
  readonly made: string;
  readonly engine: string;
}

/** All that somebody else needs to check an alert or a brief, in one archive. The same material always gives the same bytes. */
export function makePack(material: PackMaterial): Buffer {
  const { subject, key } = material;
  const files = makeFiles(material);
  const listed = [...files, { name: SUMS, bytes: Buffer.from(writeSums(files)) }].sort(byName);
  const manifest: PackManifest = {
    kind: 'evidence pack',
    version: 1,
    of: describeSubject(subject.content),
    tlp: subject.content.tlp,
    made: material.made,
    engine: material.engine,
    key: key.publicKey,
    entries: material.named,
    files: listed.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength, sha256: hashFile(bytes) })),
  };
  const bytes = Buffer.from(canonicalJson(manifest), 'utf8');
  const signature = signBytes(null, bytes, key.privateKey);
  return writeZip([{ name: MANIFEST, bytes }, { name: SIGNATURE, bytes: signature }, ...listed]);
}

function makeFiles({
  subject,
  readings,
  entries,
  key,
  chain,
  made,
  engine,
}: PackMaterial): readonly PackedFile[] {
  const { content } = subject;
  const name = content.kind === 'brief' ? 'brief' : 'alert';
  const html = content.kind === 'brief' ? renderBriefHtml(content).html : renderAlertHtml(content);
  const last = entries.at(-1);
  const texts: Record<string, string> = {
    'README.txt': renderReadme({ name, tlp: content.tlp, hasLedger: last !== undefined }),
    [`${name}.json`]: `${canonicalJson(subject)}\n`,
    [`${name}.html`]: html,
    'claims.json': `${canonicalJson(citeClaims(listClaims(content), readings))}\n`,
    'keys.json': `${canonicalJson(chain.chain)}\n`,
    'signer.pem': writePem(key.publicKey),
  };
  if (last !== undefined) {
    const { number, hash } = last;
    const checkpoint: LedgerCheckpoint = { kind: 'ledger checkpoint', number, hash, made, engine };
    texts['ledger.ndjson'] = writeEntries(entries);
    texts['ledger-checkpoint.json'] = `${canonicalJson(sign(checkpoint, key))}\n`;
  }
  return Object.entries(texts)
    .map(([file, text]) => ({ name: file, bytes: Buffer.from(text, 'utf8') }))
    .sort(byName);
}

/** Ids of all claims that an alert or brief names. */
export function listClaims(content: AnyAlert | Brief): readonly string[] {
  return [...new Set(listNamed(content))];
}

function listNamed(content: AnyAlert | Brief): readonly string[] {
  if (content.kind === 'alert') return content.reasons.flatMap(({ claims }) => claims);
  if (content.kind === 'brief')
    return content.sections.flatMap(({ sentences }) =>
      sentences.flatMap(({ claims }) => claims.map(nameClaim)),
    );
  return content.found.flatMap(({ document, part }) =>
    part?.startsWith('c') ? [`${document}#${part}`] : [],
  );
}

export function describeSubject(content: Alert | SearchAlert | Brief): PackManifest['of'] {
  const { kind, title, problem, asOf } = content;
  return { kind, title, problem, asOf, ...(content.kind === 'brief' ? {} : { id: content.id }) };
}

/** As `sha256sum -c` reads it. */
export function writeSums(files: readonly PackedFile[]): string {
  return files.map(({ name, bytes }) => `${hashFile(bytes)}  ${name}\n`).join('');
}

export function hashFile(bytes: Uint8Array): string {
  return hashText(bytes).slice('sha256:'.length);
}

export function writePem(key: string): string {
  return importPublicKey(key)!.export({ type: 'spki', format: 'pem' }).toString();
}

function byName(a: PackedFile, b: PackedFile): number {
  return a.name < b.name ? -1 : 1;
}
