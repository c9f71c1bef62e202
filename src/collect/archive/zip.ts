import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { PageError } from '../../model/errors.ts';
import type { ExpansionBudget } from '../budget.ts';
import type { ByteSource } from '../bytes.ts';
import { makePageTooLarge } from '../files.ts';
import type { CollectLimits } from '../limits.ts';
import { findCompanionOf, isHiddenName, makeMemberName } from '../names.ts';
import { makeInflateError } from './gzip.ts';
import { findReasonToSkip, type Member } from './member.ts';

interface Work {
  readonly zip: yauzl.ZipFile;
  readonly shown: string;
  readonly budget: ExpansionBudget;
  readonly limits: CollectLimits;
}

/**
 * The members of a zip archive, one after the other. A damaged or oversized member fails alone; a damaged
 * directory, or a spent budget, ends the archive with one failure.
 */
export async function* readZip(
  source: ByteSource,
  shown: string,
  budget: ExpansionBudget,
  limits: CollectLimits,
): AsyncGenerator<Member> {
  let zip: yauzl.ZipFile | undefined;
  try {
    // Names are decoded here and only shown: yauzl would end the whole archive at a name like `../x`.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
    zip =
      source.content === undefined
        ? await yauzl.fromFdPromise(source.handle!.fd, options)
        : await yauzl.fromBufferPromise(source.content, options);
    for await (const entry of zip.eachEntry()) {
      const member = await readEntry(entry, { zip, shown, budget, limits });
      if (member !== undefined) yield member;
      if (budget.isExhausted) return;
    }
  } catch (error) {
    yield { kind: 'failure', failure: makeZipError(error, shown) };
  }
}

async function readEntry(
  entry: yauzl.Entry,
  { zip, shown, budget, limits }: Work,
): Promise<Member | undefined> {
  const raw = decodeName(entry);
  if (raw.endsWith('/')) return undefined;
  const name = makeMemberName(raw);
  const source = `${shown}/${name}`;
  try {
    budget.spendMember();
  } catch (error) {
    return { kind: 'failure', failure: makeZipError(error, source) };
  }
  const why = isLink(entry)
    ? 'a link'
    : findReasonToSkip(name, isHiddenName, (part) => findCompanionOf(part) !== undefined);
  if (why !== undefined) return { kind: 'skipped', source, why };
  if (entry.isEncrypted()) {
    return {
      kind: 'failure',
      failure: new PageError(source, 'is encrypted', 'Unpack it with its password and give the file.'),
    };
  }
  const isContainer = /\.(zip|gz|tgz|tar)$/i.test(name);
  const allowed = isContainer ? Math.max(limits.pageBytes, limits.archiveFloorBytes) : limits.pageBytes;
  if (entry.uncompressedSize > allowed)
    return { kind: 'failure', failure: makePageTooLarge(source, allowed) };
  try {
    const content = await inflateEntry(await zip.openReadStreamPromise(entry), allowed, budget);
    if (content === undefined) return { kind: 'failure', failure: makePageTooLarge(source, allowed) };
    return { kind: 'member', name, content };
  } catch (error) {
    return { kind: 'failure', failure: makeZipError(error, source) };
  }
}

/** The bytes of a member, or undefined where there are more than allowed, whatever its header said. */
async function inflateEntry(
  stream: Readable,
  allowed: number,
  budget: ExpansionBudget,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      budget.spend(chunk.length);
      size += chunk.length;
      if (size > allowed) return undefined;
      chunks.push(chunk);
    }
  } finally {
    stream.destroy();
  }
  return Buffer.concat(chunks, size);
}

/** Bit 11 says UTF-8; without it archivers write UTF-8 or an old code page, of which only ASCII is sure. */
function decodeName(entry: yauzl.Entry): string {
  return new TextDecoder().decode(entry.fileNameRaw);
}

/** Symbolic links are marked in the Unix mode, kept in the upper half of the attributes. */
function isLink(entry: yauzl.Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170_000) === 0o120_000;
}

function makeZipError(error: unknown, source: string): PageError {
  if (error instanceof PageError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'code' in error) return makeInflateError(error, source);
  if (/unsupported compression method/i.test(reason)) {
    return new PageError(
      source,
      'is packed in a way that is not supported',
      'Unpack it with another program and give the files.',
    );
  }
  if (/multi-disk/i.test(reason)) {
    return new PageError(
      source,
      'is one part of a split archive',
      'Join the parts or unpack them, and give the folder.',
    );
  }
  return new PageError(
    source,
    `is a damaged zip archive (${reason.slice(0, 120)})`,
    'Fetch or copy the file anew.',
  );
}
