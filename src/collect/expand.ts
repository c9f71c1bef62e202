import { PageError } from '../model/errors.ts';
import { inflateGzip } from './archive/gzip.ts';
import type { Member } from './archive/member.ts';
import { readSavedArchive } from './archive/saved-archive.ts';
import { ExpansionBudget } from './budget.ts';
import { type ByteSource, fromMemory } from './bytes.ts';
import type { Collected } from './collected.ts';
import { collectBytes, makeFileError, makePageTooLarge, makeTooLarge } from './files.ts';
import type { CollectLimits } from './limits.ts';
import { makePage } from './make-page.ts';
import type { Origin } from './origin.ts';
import { findPassedOver } from './passed-over.ts';
import { makeNoRecords, type RecordStream, readRecords } from './records.ts';
import { isTarHeader, SNIFF_BYTES, type Sniffed, sniff } from './sniff.ts';

interface Inside {
  readonly budget: ExpansionBudget;
  readonly depth: number;
}

/**
 * The pages in bytes: one, or the members of an archive and of archives in it, or a failure that says why not.
 *
 * @example
 * for await (const found of expand(fromMemory(bytes), { shown: 'week.zip', seen, hasFile: true }, DEFAULT_LIMITS)) …
 */
export async function* expand(
  source: ByteSource,
  origin: Origin,
  limits: CollectLimits,
  inside: Inside = { budget: new ExpansionBudget(origin.shown, source.size, limits), depth: 0 },
): AsyncGenerator<Collected> {
  const sniffed = sniff(source.head, findInnerName(origin.shown));
  if (isContainer(sniffed) && inside.depth >= limits.archiveDepth) {
    yield fail(
      new PageError(
        origin.shown,
        'is an archive within archives, too deep to be opened',
        'Unpack it yourself and give the folder.',
      ),
    );
  } else if (sniffed.form === 'warc' || sniffed.form === 'articles') {
    const stream = { ...sniffed, bytes: source.stream() };
    yield* expandRecords(stream, origin, { limits, inside, size: source.size });
  } else if (sniffed.form === 'gzip') {
    yield* expandGzip(source, origin, { limits, inside });
  } else if (source.size > limits.fileBytes) {
    yield refuseSize(source, origin, limits);
  } else if (sniffed.form === 'zip') {
    yield* expandMembers(await openZip(source, origin.shown, { limits, inside }), origin, { limits, inside });
  } else if (sniffed.form === 'tar') {
    yield* expandMembers(await openTar(source.stream(), origin.shown, { limits, inside }), origin, {
      limits,
      inside,
    });
  } else {
    yield await makeCollectedPage(source, sniffed, { origin, limits });
  }
}

function isContainer({ form }: Sniffed): boolean {
  return ['gzip', 'zip', 'tar', 'warc', 'articles'].includes(form);
}

interface Setting {
  readonly limits: CollectLimits;
  readonly inside: Inside;
}

type Members = AsyncIterable<Member>;

/** What opens archives is loaded only where there is one. */
async function openZip(source: ByteSource, shown: string, { limits, inside }: Setting): Promise<Members> {
  const { readZip } = await import('./archive/zip.ts');
  return readZip(source, shown, inside.budget, limits);
}

async function openTar(
  stream: AsyncIterable<Buffer>,
  shown: string,
  { limits, inside }: Setting,
): Promise<Members> {
  const { readTar } = await import('./archive/tar.ts');
  return readTar(stream, shown, inside.budget, limits);
}

async function* expandMembers(
  members: Members,
  origin: Origin,
  { limits, inside }: Setting,
): AsyncGenerator<Collected> {
  let found = 0;
  for await (const member of members) {
    found += 1;
    if (member.kind !== 'member') {
      yield member.kind === 'failure' && !inside.budget.isExhausted ? passOver(member.failure) : member;
      continue;
    }
    // An address is the archive's, not the member's: two members must not look like two versions of one page.
    const place: Origin = {
      shown: `${origin.shown}/${member.name}`,
      seen: origin.seen,
      hasFile: true,
      isMet: true,
    };
    yield* expand(fromMemory(member.content), place, limits, {
      budget: inside.budget,
      depth: inside.depth + 1,
    });
  }
  if (found === 0)
    yield fail(
      new PageError(origin.shown, 'is an archive without files in it', 'Check that it is the right file.'),
    );
}

/** The pages among the records of a file that is read record by record. A page in it is no container, whatever its bytes are. */
async function* expandRecords(
  stream: RecordStream,
  origin: Origin,
  { limits, inside, size }: Setting & { readonly size: number },
): AsyncGenerator<Collected> {
  // Within an archive its own bounds hold.
  if (inside.depth === 0) inside.budget.allowStream(size, limits);
  let found = 0;
  for await (const each of readRecords(stream, origin, { budget: inside.budget, limits })) {
    found += 1;
    if (each.kind !== 'record') yield each;
    else if (each.isPage) yield makePlainPage(each.content, each.origin);
    else yield await makeCapturedPage(each.content, { origin: each.origin, limits });
  }
  if (found === 0) yield makeNoRecords(stream.form, origin);
}

async function makeCapturedPage(
  content: Buffer,
  given: { readonly origin: Origin; readonly limits: CollectLimits },
): Promise<Collected> {
  const source = fromMemory(content);
  const sniffed = sniff(source.head, '');
  return isContainer(sniffed)
    ? { kind: 'skipped', source: given.origin.shown, why: 'no page by its content' }
    : makeCollectedPage(source, sniffed, given);
}

async function* expandGzip(
  source: ByteSource,
  origin: Origin,
  { limits, inside }: Setting,
): AsyncGenerator<Collected> {
  const inflated = inflateGzip(source.stream(), origin.shown, inside.budget);
  try {
    const { head, rest } = await peek(inflated, SNIFF_BYTES);
    if (isTarHeader(head)) {
      yield* expandMembers(await openTar(rest, origin.shown, { limits, inside }), origin, { limits, inside });
      return;
    }
    const sniffed = sniff(head, findInnerName(origin.shown));
    if (sniffed.form === 'warc' || sniffed.form === 'articles') {
      yield* expandRecords({ ...sniffed, bytes: rest }, origin, { limits, inside, size: source.size });
      return;
    }
    if (source.size > limits.fileBytes) {
      yield refuseSize(source, origin, limits);
      return;
    }
    const allowed =
      sniffed.form === 'zip' || sniffed.form === 'gzip'
        ? Math.max(limits.pageBytes, limits.archiveFloorBytes)
        : limits.pageBytes;
    const content = await collectBytes(rest, allowed);
    if (content === undefined) yield fail(makePageTooLarge(origin.shown, allowed));
    else
      yield* expand(fromMemory(content), origin, limits, { budget: inside.budget, depth: inside.depth + 1 });
  } catch (error) {
    yield fail(makeFileError(error, origin.shown));
  } finally {
    await inflated.return(undefined);
  }
}

/** The first bytes of a stream, and the stream as if they had not been read. */
async function peek(
  stream: AsyncGenerator<Buffer>,
  bytes: number,
): Promise<{ head: Buffer; rest: AsyncIterable<Buffer> }> {
  const chunks: Buffer[] = [];
  let size = 0;
  while (size < bytes) {
    const next = await stream.next();
    if (next.done === true) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  const rest = async function* (): AsyncGenerator<Buffer> {
    yield* chunks;
    yield* stream;
  };
  return { head: Buffer.concat(chunks).subarray(0, bytes), rest: rest() };
}

async function makeCollectedPage(
  source: ByteSource,
  sniffed: Sniffed,
  { origin, limits }: { readonly origin: Origin; readonly limits: CollectLimits },
): Promise<Collected> {
  const why = origin.isMet === true ? findPassedOver(sniffed, findInnerName(origin.shown)) : undefined;
  if (why !== undefined) return { kind: 'skipped', source: origin.shown, why };
  if (sniffed.form === 'empty')
    return fail(new PageError(origin.shown, 'is empty', 'Save the page again, or leave it out.'));
  if (sniffed.form === 'other') {
    return fail(new PageError(origin.shown, `is ${sniffed.what}, not a page`, findRemedy(sniffed.what)));
  }
  if (source.size > limits.pageBytes) return fail(makePageTooLarge(origin.shown, limits.pageBytes));
  try {
    const content = source.content ?? (await collectBytes(source.stream(), limits.pageBytes));
    if (content === undefined) return fail(makePageTooLarge(origin.shown, limits.pageBytes));
    return sniffed.form === 'savedArchive' ? makeSavedPage(content, origin) : makePlainPage(content, origin);
  } catch (error) {
    return fail(makeFileError(error, origin.shown));
  }
}

function makePlainPage(content: Buffer, origin: Origin): Collected {
  const { seen, url, headers } = origin;
  return {
    kind: 'page',
    page: makePage(content, {
      seen,
      ...(url === undefined ? {} : { url }),
      ...(origin.hasFile ? { file: origin.shown } : {}),
      ...(headers === undefined ? {} : { headers }),
    }),
  };
}

function makeSavedPage(content: Buffer, origin: Origin): Collected {
  const saved = readSavedArchive(content, origin.shown);
  if (saved.content.length === 0)
    throw new PageError(origin.shown, 'is a saved web archive with an empty page', 'Save the page anew.');
  const url = origin.url ?? saved.url;
  return makePlainPage(saved.content, {
    shown: origin.shown,
    seen: origin.seen,
    hasFile: origin.hasFile,
    ...(url === undefined ? {} : { url }),
    ...(saved.contentType === undefined ? {} : { headers: { 'content-type': saved.contentType } }),
  });
}

function findRemedy(what: string): string {
  if (/feed|sitemap/.test(what)) return 'Give the pages that it lists.';
  if (/archive/.test(what)) return 'Unpack it, or save the page as HTML.';
  if (/document|book|Office/.test(what)) return 'Save its text as plain text or HTML and give that.';
  return 'Leave it out, or give the page as HTML or plain text.';
}

/** The name of what a compressed file holds. */
function findInnerName(shown: string): string {
  return shown.replace(/\.gz$/i, '');
}

/** What could not be read, unless its name says that it is plainly no page: then nothing is lost. */
export function passOver(failure: PageError): Collected {
  const why = findPassedOver({ form: 'empty' }, failure.source);
  return why === undefined ? fail(failure) : { kind: 'skipped', source: failure.source, why };
}

function refuseSize({ size }: ByteSource, { shown, isMet }: Origin, { fileBytes }: CollectLimits): Collected {
  const failure = makeTooLarge(shown, size, fileBytes);
  return isMet === true ? passOver(failure) : fail(failure);
}

function fail(failure: PageError): Collected {
  return { kind: 'failure', failure };
}
