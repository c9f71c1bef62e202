import { MAX_LINE } from '../analyse/ledger/verify/verify.ts';
import { makeFileError, openFile } from '../collect/files.ts';
import { DEFAULT_LIMITS } from '../collect/limits.ts';
import type { Context } from './context.ts';

const LINE_END = 0x0a;

/**
 * The lines of a file or of - (standard input) as bytes, without the line feed that ends them; nothing else counts as a line
 * end, so that every byte comes to be looked at. Of a line that is too long only its beginning is given.
 */
export async function* readLines(file: string, { stdin }: Context): AsyncGenerator<Uint8Array> {
  if (file === '-') {
    yield* splitLines(stdin);
    return;
  }
  const { handle } = await openFile(file, file, { ...DEFAULT_LIMITS, fileBytes: Number.POSITIVE_INFINITY });
  try {
    yield* splitLines(handle.createReadStream({ autoClose: false }));
  } catch (error) {
    throw makeFileError(error, file);
  } finally {
    await handle.close();
  }
}

/** Lines out of bytes as they come. */
export async function* splitLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const keep = (part: Uint8Array): void => {
    // One byte more than is allowed is enough to show that it is too long.
    const kept = part.subarray(0, Math.max(0, MAX_LINE + 1 - length));
    if (kept.length > 0) parts.push(kept);
    length += kept.length;
  };
  const take = (): Uint8Array => {
    const line = Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      keep(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
