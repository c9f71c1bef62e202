/**
 * What programs may use of Tocsin: reading a page in one call, and the types of what comes back. Written by hand; what is
 * not listed here may change without notice.
 */
import { stat } from 'node:fs/promises';
import { fromHandle } from './collect/bytes.ts';
import { collectBytes, makeFileError, openFile } from './collect/files.ts';
import { DEFAULT_LIMITS } from './collect/limits.ts';
import { PageError } from './model/errors.ts';
import type { Reading } from './model/reading.ts';
import { createReader, type Reader } from './process/read.ts';
import { makeEngine } from './run/engine.ts';
import { readProgramName } from './run/version.ts';

export type * from './model/alert.ts';
export type * from './model/brief.ts';
export type * from './model/claim.ts';
export type * from './model/desk.ts';
export type * from './model/document.ts';
export type * from './model/engine.ts';
export type * from './model/entity.ts';
export { PageError } from './model/errors.ts';
export type * from './model/event.ts';
export type * from './model/forecast.ts';
export type * from './model/history.ts';
export type * from './model/incident.ts';
export type * from './model/page.ts';
export type * from './model/place.ts';
export type * from './model/probability.ts';
export type * from './model/problem.ts';
export type * from './model/reading.ts';
export type * from './model/report.ts';
export type * from './model/second.ts';
export type * from './model/source.ts';
export type * from './model/span.ts';
export type * from './model/story.ts';
export type * from './model/time.ts';

/** What is known of a page beside the page; it goes before what the page says. */
export interface ReadOptions {
  /** Address that the page is from. */
  readonly url?: string;
  /** Day of publication, ISO 8601, as precise as known. Times such as "Thursday" are resolved against it. */
  readonly published?: string;
  /** Name of the publisher. */
  readonly outlet?: string;
  /** Name to give the page in messages and in `document.file`. */
  readonly file?: string;
  /** Content type as a server would send it: `text/html; charset=windows-1256`. Found out unless given. */
  readonly mediaType?: string;
  /** The instant at which the page was seen, ISO 8601; the present one unless given. */
  readonly now?: string;
}

/**
 * Reads one page: HTML, plain text, a saved web archive (MHTML) or any of these compressed with gzip, as text or as bytes.
 *
 * @throws PageError where there is no page in it, or several (an archive): `readAll` takes those.
 * @example
 * import { read } from 'tocsin';
 * const { claims } = await read('The mayor told the Gazette that the bridge is closed.', { published: '2026-03-02' });
 * claims.map((claim) => claim.chain.map((link) => link.name));
 */
export async function read(input: string | Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  const [reading, ...others] = await readAll(input, options);
  if (reading !== undefined && others.length === 0) return reading;
  throw new PageError(
    options.file ?? 'the page given',
    `holds ${others.length + 1} pages`,
    'Use readAll to read them all.',
  );
}

/**
 * The same for an archive (zip, tar): the readings of all pages in it. Members that could not be read are told in a note of the
 * first reading.
 *
 * @throws PageError where nothing in it can be read.
 */
export async function readAll(
  input: string | Uint8Array,
  options: ReadOptions = {},
): Promise<readonly Reading[]> {
  const { url, published, outlet, file } = options;
  const engine = makeEngine({
    loadReader: getReader,
    name: readProgramName(),
    now: () => options.now ?? new Date().toISOString(),
  });
  // A string has been decoded already, whatever the page in it says of its encoding.
  const contentType =
    typeof input === 'string'
      ? `${options.mediaType?.split(';')[0] ?? ''}; charset=utf-8`
      : options.mediaType;
  return engine.read({
    content: typeof input === 'string' ? Buffer.from(input) : input,
    ...(contentType === undefined ? {} : { contentType }),
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(file === undefined ? {} : { file }),
  });
}

/**
 * Reads one page from a file.
 *
 * @throws PageError where the file cannot be read or is no page, with what to do.
 * @example
 * const reading = await readFile('report.html');
 */
export async function readFile(path: string, options: ReadOptions = {}): Promise<Reading> {
  return read(await load(path), { file: path, ...options });
}

async function load(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory())
      throw new PageError(path, 'is a folder, not a file', 'Give its files one by one.');
    const { handle, size } = await openFile(path, path, DEFAULT_LIMITS);
    try {
      const source = await fromHandle(handle, size);
      return (await collectBytes(source.stream(), DEFAULT_LIMITS.fileBytes)) ?? new Uint8Array();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw makeFileError(error, path);
  }
}

let reader: Reader | undefined;

/** Made at the first call and kept: word lists and models take a moment to load. */
function getReader(): Reader {
  reader ??= createReader({ engine: readProgramName() });
  return reader;
}
