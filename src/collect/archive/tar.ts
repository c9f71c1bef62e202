import type { Writable } from 'node:stream';
import { type Header, extract as makeExtract } from 'tar-stream';
import { PageError } from '../../model/errors.ts';
import type { ExpansionBudget } from '../budget.ts';
import { makeFileError, makePageTooLarge } from '../files.ts';
import type { CollectLimits } from '../limits.ts';
import { findCompanionOf, isHiddenName, makeMemberName } from '../names.ts';
import { findReasonToSkip, type Member } from './member.ts';

/**
 * The members of a tar archive, in the order they stand in it, from its bytes as they come. An oversized member
 * fails alone; damage ends the archive with one failure, since a tar has no directory to go on from.
 */
export async function* readTar(
  bytes: AsyncIterable<Uint8Array>,
  shown: string,
  budget: ExpansionBudget,
  limits: CollectLimits,
): AsyncGenerator<Member> {
  const extract = makeExtract() as unknown as Extract;
  const feeding = feed(bytes, extract);
  let found = 0;
  try {
    for await (const entry of extract) {
      found += 1;
      budget.spendMember();
      const member = await readEntry(entry, shown, limits);
      if (member !== undefined) yield member;
    }
    await feeding;
  } catch (error) {
    yield { kind: 'failure', failure: makeTarError(error, shown, found) };
  } finally {
    extract.destroy();
    await feeding.catch(() => undefined);
  }
}

/** The two types that the library's own declarations leave open. */
interface Extract extends Writable, AsyncIterable<TarEntry> {}
interface TarEntry extends AsyncIterable<Uint8Array> {
  readonly header: Header;
}

async function readEntry(entry: TarEntry, shown: string, limits: CollectLimits): Promise<Member | undefined> {
  const name = makeMemberName(entry.header.name);
  const source = `${shown}/${name}`;
  const type = entry.header.type ?? 'file';
  const isFile = type === 'file' || type === 'contiguous-file';
  const why = isFile
    ? findReasonToSkip(name, isHiddenName, (part) => findCompanionOf(part) !== undefined)
    : `a ${type}`;
  const isContainer = /\.(zip|gz|tgz|tar)$/i.test(name);
  const allowed = isContainer ? Math.max(limits.pageBytes, limits.archiveFloorBytes) : limits.pageBytes;
  const isTooLarge = (entry.header.size ?? 0) > allowed;
  if (!isFile || why !== undefined || isTooLarge) {
    for await (const _ of entry);
    if (type === 'directory') return undefined;
    if (why !== undefined) return { kind: 'skipped', source, why };
    return { kind: 'failure', failure: makePageTooLarge(source, allowed) };
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  return { kind: 'member', name, content: Buffer.concat(chunks) };
}

/** Writes the archive's bytes at the pace at which its members are read; an error on the way is the archive's. */
async function feed(bytes: AsyncIterable<Uint8Array>, extract: Extract): Promise<void> {
  try {
    for await (const chunk of bytes) {
      if (extract.destroyed) return;
      if (!extract.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)))
        await waitForRoom(extract);
    }
    extract.end();
  } catch (error) {
    extract.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function waitForRoom(extract: Extract): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      extract.off('drain', done);
      extract.off('close', done);
      resolve();
    };
    extract.on('drain', done);
    extract.on('close', done);
    if (extract.destroyed) done();
  });
}

function makeTarError(error: unknown, shown: string, found: number): PageError {
  if (error instanceof PageError) return error;
  if (error instanceof Error && 'code' in error) return makeFileError(error, shown);
  const reason = error instanceof Error ? error.message : String(error);
  const where = found === 0 ? '' : ` after ${found} ${found === 1 ? 'file' : 'files'}`;
  if (/unexpected end of data/i.test(reason)) {
    return new PageError(
      shown,
      `is cut off${where}`,
      'Fetch or copy the archive anew; the files before that were read.',
    );
  }
  return new PageError(
    shown,
    `is a damaged tar archive${where} (${reason.slice(0, 120)})`,
    'Fetch or copy the file anew.',
  );
}
