import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PageError } from '../model/errors.ts';
import type { Page } from '../model/page.ts';
import { fromHandle, fromMemory } from './bytes.ts';
import type { Collected } from './collected.ts';
import { expand, passOver } from './expand.ts';
import { collectBytes, type DiskPath, makeFileError, makeTooLarge, openFile } from './files.ts';
import { walkFolder } from './folder.ts';
import { type CollectLimits, DEFAULT_LIMITS } from './limits.ts';
import { makeShownName } from './names.ts';

/** What collecting needs from outside: the clock, the network and standard input are handed in. */
export interface CollectOptions {
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  readonly limits?: CollectLimits;
  /** Standard input, read where `-` is given. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Fetches an address; without it, addresses are refused. Rejects with `PageError`. */
  readonly fetch?: (url: string) => Promise<Page>;
  /** True to name files by their full path, so that they are the same from every working folder. */
  readonly absolute?: boolean;
}

/**
 * The pages in files, folders, archives, addresses and standard input (`-`), in the order given, one at a time.
 * Whatever cannot be read comes out as a failure in its place, and the next goes on.
 *
 * @example
 * for await (const found of collectPages(['news/', 'week.zip', '-'], { now, stdin: process.stdin })) {
 *   if (found.kind === 'page') …
 * }
 */
export async function* collectPages(
  inputs: readonly string[],
  options: CollectOptions,
): AsyncGenerator<Collected> {
  let isStdinRead = false;
  for (const input of inputs) {
    if (input === '-') {
      if (isStdinRead) yield fail(new PageError('-', 'standard input can be read only once', 'Give - once.'));
      else yield* collectStdin(options);
      isStdinRead = true;
    } else if (isAddress(input)) yield* collectAddress(input, options);
    else yield* collectPath(input, options);
  }
}

/** Whether an argument is an address rather than a file: it has a scheme of two letters or more. */
export function isAddress(input: string): boolean {
  return /^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(input);
}

/** Counts the files that `collectPages` would open, archives as one, without opening any: for a progress bar. */
export async function countInputs(inputs: readonly string[]): Promise<number> {
  let count = 0;
  for (const input of inputs) {
    if (input === '-' || isAddress(input) || !(await isFolder(input))) count += 1;
    else for await (const found of walkFolder(resolve(input), input)) count += found.kind === 'file' ? 1 : 0;
  }
  return count;
}

/**
 * The pages in bytes that are at hand, an upload for example. `contentType` is taken as a server's would be.
 */
export function collectContent(
  content: Uint8Array,
  given: {
    readonly seen: string;
    readonly file?: string;
    readonly url?: string;
    readonly contentType?: string;
  },
  limits: CollectLimits = DEFAULT_LIMITS,
): AsyncGenerator<Collected> {
  const shown = makeShownName(given.file ?? given.url ?? 'the page given');
  return expand(
    fromMemory(content),
    {
      shown,
      seen: given.seen,
      hasFile: given.file !== undefined,
      ...(given.url === undefined ? {} : { url: given.url }),
      ...(given.contentType === undefined ? {} : { headers: { 'content-type': given.contentType } }),
    },
    limits,
  );
}

async function* collectStdin({
  stdin,
  now,
  limits = DEFAULT_LIMITS,
}: CollectOptions): AsyncGenerator<Collected> {
  if (stdin === undefined) {
    yield fail(new PageError('-', 'there is no standard input here', 'Give a file or an address.'));
    return;
  }
  yield* collectStream(stdin, '-', { now, limits });
}

async function* collectStream(
  stream: AsyncIterable<Uint8Array>,
  shown: string,
  { now, limits }: { readonly now: () => string; readonly limits: CollectLimits },
): AsyncGenerator<Collected> {
  try {
    const content = await collectBytes(stream, limits.fileBytes);
    if (content === undefined) yield fail(makeTooLarge(shown, undefined, limits.fileBytes));
    else yield* expand(fromMemory(content), { shown, seen: now(), hasFile: true }, limits);
  } catch (error) {
    yield fail(makeFileError(error, shown));
  }
}

async function* collectAddress(
  input: string,
  { fetch, limits = DEFAULT_LIMITS }: CollectOptions,
): AsyncGenerator<Collected> {
  const shown = makeShownName(input);
  try {
    if (fetch === undefined)
      throw new PageError(shown, 'addresses are not fetched here', 'Save the page and give the file.');
    const page = await fetch(input);
    const origin = {
      shown,
      seen: page.seen,
      hasFile: false,
      url: page.url ?? input,
      ...(page.headers === undefined ? {} : { headers: page.headers }),
    };
    yield* expand(fromMemory(page.content), origin, limits);
  } catch (error) {
    yield fail(makeFileError(error, shown));
  }
}

async function* collectPath(input: string, options: CollectOptions): AsyncGenerator<Collected> {
  const shown = makeShownName(options.absolute === true ? resolve(input) : input);
  if (!(await isFolder(input))) {
    yield* collectFile(input, shown, options);
    return;
  }
  let found = 0;
  for await (const each of walkFolder(resolve(input), shown)) {
    found += 1;
    if (each.kind === 'file') yield* collectFile(each.path, each.shown, { ...options, isMet: true });
    else yield each;
  }
  if (found === 0) yield fail(new PageError(shown, 'is an empty folder', 'Give a folder with pages in it.'));
}

/**
 * The pages in one file.
 *
 * @param options.isMet True where it was met in a folder: what is no page is then passed over.
 */
export async function* collectFile(
  path: DiskPath,
  shown: string,
  options: CollectOptions & { readonly isMet?: boolean },
): AsyncGenerator<Collected> {
  const { now, limits = DEFAULT_LIMITS, isMet = false } = options;
  // What a shell writes for `<(command)`: a pipe that someone is already writing to.
  if (typeof path === 'string' && /^\/(dev|proc\/self)\/(fd\/\d+|stdin)$/.test(path)) {
    const { createReadStream } = await import('node:fs');
    yield* collectStream(createReadStream(path) as AsyncIterable<Buffer>, shown, { now, limits });
    return;
  }
  try {
    const { handle, size } = await openFile(path, shown, limits);
    try {
      yield* expand(await fromHandle(handle, size), { shown, seen: now(), hasFile: true, isMet }, limits);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const failure = makeFileError(error, shown);
    yield isMet ? passOver(failure) : fail(failure);
  }
}

async function isFolder(input: string): Promise<boolean> {
  try {
    return (await stat(input)).isDirectory();
  } catch {
    // Opening it as a file says what is wrong.
    return false;
  }
}

function fail(failure: PageError): Collected {
  return { kind: 'failure', failure };
}
