import type { AnyAlert } from '../../../model/alert.ts';
import type { Brief } from '../../../model/brief.ts';
import { canonicalJson } from '../../../text/canonical-json.ts';
import { judgeSigner, type Trusted, type Verdict, type Verification } from '../judge.ts';
import { isSignature, verifyKeyChainFile, verifySignedFile } from '../sign.ts';
import { readPlainJson } from '../signed.ts';
import { type CitedClaims, checkCitedClaims } from './excerpts.ts';
import { readEntries } from './ledger.ts';
import {
  describeSubject,
  hashFile,
  listClaims,
  MANIFEST,
  type PackManifest,
  SIGNATURE,
  SUMS,
  writePem,
  writeSums,
} from './pack.ts';
import { extendTrust } from './trust.ts';
import { type PackedFile, readZip } from './zip.ts';

/** What a pack is worth. */
export type PackVerification =
  /** All in it fits; what the keys are worth, see `judge.ts`. */
  | (Verdict & {
      readonly key: string;
      readonly manifest: PackManifest;
      readonly claims: number;
      readonly missing: number;
      readonly entries: number;
    })
  /** Something in it does not fit. */
  | { readonly state: 'wrong'; readonly why: string }
  /** No pack, or not as Tocsin writes one. */
  | { readonly state: 'malformed'; readonly why: string };

/** That something does not fit, on its way to the answer. */
class Misfit extends Error {}

/** Checks all of a pack by itself, without a network or a store. */
export function verifyPack(bytes: Uint8Array, trusted: readonly Trusted[]): PackVerification {
  const files = readZip(bytes);
  if (files === undefined)
    return {
      state: 'malformed',
      why: 'it is no evidence pack as Tocsin writes it: a byte was changed, or another program packed it anew',
    };
  try {
    return check(new Map(files.map((each) => [each.name, each])), files, trusted);
  } catch (error) {
    if (error instanceof Misfit) return { state: 'wrong', why: error.message };
    // Fields of another kind than they should have, or too deep: whoever made it can sign anything.
    if (error instanceof TypeError || error instanceof RangeError)
      return { state: 'malformed', why: 'a file in it is not in the form that it should have' };
    throw error;
  }
}

function check(
  byName: ReadonlyMap<string, PackedFile>,
  files: readonly PackedFile[],
  trusted: readonly Trusted[],
): PackVerification {
  const take = (name: string): Uint8Array => byName.get(name)?.bytes ?? fail(`${name} is missing`);
  const manifest = readManifest(take(MANIFEST));
  checkFiles(manifest, files);
  const { key } = manifest;
  const chain = verifyKeyChainFile(take('keys.json'));
  if (typeof chain === 'string') return fail(`the chain of keys does not hold: ${chain}`);
  if (!chain.keys.some((each) => each.key === key)) fail('the chain of keys does not name the signer');
  if (isSignature(key, take(MANIFEST), Buffer.from(take(SIGNATURE)).toString('base64url')) !== true)
    fail('the signature does not fit MANIFEST.json');
  if (readText(take('signer.pem')) !== writePem(key)) fail('signer.pem is another key');
  const trust = extendTrust(trusted, chain.keys);
  const subject = readSubject(
    take(manifest.of.kind === 'brief' ? 'brief.json' : 'alert.json'),
    manifest,
    trust,
  );
  const claims = checkClaims(take('claims.json'), subject.content as AnyAlert | Brief);
  const entries = checkLedger(byName, { manifest, subject: subject.content as AnyAlert | Brief, trust });
  const own = judgeSigner(key, manifest, trust);
  // The pack is worth no more than what it is about.
  const { content: _, ...verdict } = subject;
  const worse = own.state === 'trusted' ? verdict : { ...own, key };
  return { ...worse, manifest, claims: claims.claims.length, missing: claims.missing.length, entries };
}

function readManifest(bytes: Uint8Array): PackManifest {
  const read = readPlainJson(bytes);
  if ('why' in read) return fail(`MANIFEST.json: ${read.why}`);
  const manifest = read.value as PackManifest;
  const isOne =
    manifest?.kind === 'evidence pack' &&
    Array.isArray(manifest.files) &&
    Array.isArray(manifest.entries) &&
    typeof manifest.key === 'string' &&
    typeof manifest.of === 'object';
  if (!isOne) fail('MANIFEST.json is none');
  if (manifest.version !== 1) fail('the pack is of another version');
  if (canonicalJson(manifest) !== readText(bytes)) fail('MANIFEST.json is not in canonical form');
  return manifest;
}

function checkFiles(manifest: PackManifest, files: readonly PackedFile[]): void {
  const listed = files.filter(({ name }) => name !== MANIFEST && name !== SIGNATURE);
  if (listed.length + 2 !== files.length || listed.length !== manifest.files.length)
    fail('its files are not those that MANIFEST.json lists');
  for (const [index, { name, bytes }] of listed.entries()) {
    const { name: expected, bytes: size, sha256 } = manifest.files[index]!;
    if (name !== expected || bytes.byteLength !== size || hashFile(bytes) !== sha256)
      fail(`${name} is not as MANIFEST.json lists it`);
  }
  const sums = listed.find(({ name }) => name === SUMS);
  if (sums === undefined || readText(sums.bytes) !== writeSums(listed.filter((each) => each !== sums)))
    fail(`${SUMS} does not fit`);
}

function readSubject(
  bytes: Uint8Array,
  manifest: PackManifest,
  trust: readonly Trusted[],
): Verdict & { readonly key: string; readonly content: unknown } {
  const subject: Verification = verifySignedFile(bytes, trust);
  if (subject.state === 'malformed') return fail(subject.why);
  if (subject.state === 'wrong') return fail('the signature within it does not fit');
  const content = subject.content as AnyAlert | Brief;
  if (canonicalJson(describeSubject(content)) !== canonicalJson(manifest.of) || content.tlp !== manifest.tlp)
    fail('it is about another alert or brief than MANIFEST.json says');
  return subject;
}

/** Each claim that is named is there as the excerpts say, or it is said why it is not. */
function checkClaims(bytes: Uint8Array, content: AnyAlert | Brief): CitedClaims {
  const read = readPlainJson(bytes);
  if ('why' in read) return fail(`claims.json: ${read.why}`);
  const cited = read.value as CitedClaims;
  if (cited?.kind !== 'cited claims' || cited.version !== 1) fail('claims.json is none');
  const problem = checkCitedClaims(cited);
  if (problem !== undefined) fail(problem);
  const told = [...cited.claims, ...cited.missing].map(({ id }) => id).sort();
  if (canonicalJson(told) !== canonicalJson([...listClaims(content)].sort()))
    fail('claims.json tells of other claims than are named');
  return cited;
}

/** The entries that are told of stand in the ledger's lines, which lead without a gap to a signed checkpoint. */
function checkLedger(
  byName: ReadonlyMap<string, PackedFile>,
  options: {
    readonly manifest: PackManifest;
    readonly subject: AnyAlert | Brief;
    readonly trust: readonly Trusted[];
  },
): number {
  const { manifest, subject, trust } = options;
  if (subject.kind === 'alert' && !manifest.entries.includes(subject.forecast))
    fail('the ledger entry that the alert names is not told');
  const ledger = byName.get('ledger.ndjson');
  const signed = byName.get('ledger-checkpoint.json');
  if (ledger === undefined || signed === undefined)
    return manifest.entries.length === 0 ? 0 : fail('the ledger entries that it names are missing');
  const entries = readEntries(readText(ledger.bytes));
  if (typeof entries === 'string') return fail(entries);
  const missing = manifest.entries.find((hash) => !entries.some((entry) => entry.hash === hash));
  if (missing !== undefined) fail(`the ledger entry ${missing} is missing`);
  const checkpoint = verifySignedFile(signed.bytes, trust);
  if (checkpoint.state === 'malformed' || checkpoint.state === 'wrong')
    return fail('the checkpoint of the ledger does not fit');
  const { kind, number, hash } = checkpoint.content as Readonly<Record<string, unknown>>;
  const last = entries.at(-1);
  if (
    kind !== 'ledger checkpoint' ||
    number !== last?.number ||
    hash !== last?.hash ||
    checkpoint.key !== manifest.key
  )
    fail('the checkpoint of the ledger is of another entry');
  return entries.length;
}

function readText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function fail(why: string): never {
  throw new Misfit(why);
}
