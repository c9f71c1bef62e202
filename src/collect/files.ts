import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { PageError } from '../model/errors.ts';
import { type CollectLimits, describeBytes } from './limits.ts';

/** A name as the disk has it: bytes, where they are no valid UTF-8. */
export type DiskPath = string | Buffer;

/**
 * Opens a regular file for reading. Throws `PageError` for what cannot be read, what is no file, and what is
 * larger than `limits.streamBytes`, which is not read at all.
 */
export async function openFile(
  path: DiskPath,
  shown: string,
  limits: CollectLimits,
): Promise<{ handle: FileHandle; size: number }> {
  // Looked at before it is opened, since opening a device may do something; and again after, since the name may
  // have come to mean something else. Without O_NONBLOCK, opening a pipe would wait for its other end for ever.
  checkKind(await orPageError(stat(path), shown), shown, limits);
  const handle = await orPageError(open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)), shown);
  try {
    const stats = await handle.stat();
    checkKind(stats, shown, limits);
    return { handle, size: stats.size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function checkKind(stats: Awaited<ReturnType<typeof stat>>, shown: string, limits: CollectLimits): void {
  if (stats.isFIFO()) {
    throw new PageError(
      shown,
      'is a pipe (FIFO), not a file',
      'Give its content on standard input, with - as the name.',
    );
  }
  if (stats.isSocket() || stats.isBlockDevice() || stats.isCharacterDevice()) {
    throw new PageError(shown, 'is a device or socket, not a file', 'Give a file, a folder or an address.');
  }
  if (stats.size > limits.streamBytes) throw makeTooLarge(shown, Number(stats.size), limits.streamBytes);
}

/** The error for a file or download that is larger than any is allowed to be. */
export function makeTooLarge(shown: string, size: number | undefined, allowed: number): PageError {
  const found = size === undefined ? 'is larger than' : `has ${describeBytes(size)}, more than`;
  return new PageError(
    shown,
    `${found} the ${describeBytes(allowed)} that are read`,
    'Split it, or unpack it and give the folder.',
  );
}

/** The error for one page that is larger than a page is allowed to be. */
export function makePageTooLarge(shown: string, allowed: number): PageError {
  return new PageError(
    shown,
    `is larger than the ${describeBytes(allowed)} that a page may have`,
    'Leave it out, or raise the limit with --max-page MB.',
  );
}

/** Waits for a file operation; what it rejects with becomes a `PageError` that says what to do. */
export async function orPageError<T>(operation: Promise<T>, shown: string): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    throw makeFileError(error, shown);
  }
}

/** What a system error means for the person who gave the file. */
export function makeFileError(error: unknown, shown: string): PageError {
  if (error instanceof PageError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' && shown.includes('\ufffd')) {
    return new PageError(
      shown,
      'is not found: its name holds bytes that are no text',
      'Give the folder that it lies in.',
    );
  }
  const [problem, remedy] = FILE_PROBLEMS.get(code) ?? [
    `could not be read (${code})`,
    'Check the file and try again.',
  ];
  return new PageError(shown, problem, remedy);
}

const FILE_PROBLEMS: ReadonlyMap<string, readonly [problem: string, remedy: string]> = new Map([
  [
    'ENOENT',
    ['there is no such file or folder', 'Check the name; it may have been moved or removed meanwhile.'],
  ],
  [
    'ENOTDIR',
    ['there is no such file or folder', 'Check the name: part of the path is a file, not a folder.'],
  ],
  [
    'EACCES',
    [
      'may not be read (permission denied)',
      'Give yourself permission to read it, for example with chmod u+r.',
    ],
  ],
  ['EPERM', ['may not be read (not permitted)', 'Give yourself permission to read it, or run as its owner.']],
  [
    'ELOOP',
    [
      'is a symbolic link that leads back to itself',
      'Remove the link or give the file that it should lead to.',
    ],
  ],
  ['ENAMETOOLONG', ['has a name that is too long for this system', 'Rename it or move it up a few folders.']],
  ['EISDIR', ['is a folder, not a file', 'Give a file in it.']],
  ['EIO', ['could not be read from the disk (input/output error)', 'Check the disk, or copy the file anew.']],
  ['ENXIO', ['is a device or socket, not a file', 'Give a file, a folder or an address.']],
  [
    'EMFILE',
    ['could not be opened: too many files are open', 'Raise the limit with ulimit -n and try again.'],
  ],
]);

/**
 * Collects a stream up to a number of bytes, and undefined where there are more: nothing past the limit is kept.
 */
export async function collectBytes(
  stream: AsyncIterable<Uint8Array>,
  allowed: number,
): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > allowed) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
