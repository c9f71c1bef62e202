import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { makeTooLong } from './problems.ts';

/** How much of a body is taken. */
export interface BodyLimits {
  /** Bytes, before and after decompression. */
  readonly maxBytes: number;
  /** True to keep the first `maxBytes` of a longer body instead of failing. */
  readonly isCutAllowed?: boolean;
  /** What to do about a body that is too long, in a sentence. */
  readonly tooLargeRemedy?: string;
}

/** The body of an answer, unpacked: no more of it is read than is allowed. */
export async function takeBody(
  response: IncomingMessage,
  limits: BodyLimits,
  shown: string,
): Promise<Buffer> {
  const { maxBytes, isCutAllowed = false, tooLargeRemedy } = limits;
  const stated = Number(response.headers['content-length'] ?? 0);
  if (stated > maxBytes && !isCutAllowed) throw makeTooLong(shown, { stated, maxBytes, tooLargeRemedy });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decompress(response)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes && !isCutAllowed) throw makeTooLong(shown, { maxBytes, tooLargeRemedy });
    if (size > maxBytes) break;
  }
  return Buffer.concat(chunks, Math.min(size, maxBytes));
}

/** The body as it was before the server packed it; it stops being unpacked when no more is read. */
function decompress(response: IncomingMessage): AsyncIterable<Buffer> {
  const unpackers = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  };
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  const make = Object.hasOwn(unpackers, encoding) ? unpackers[encoding as keyof typeof unpackers] : undefined;
  if (make === undefined) return response as AsyncIterable<Buffer>;
  const unpacker = make();
  response.on('error', (error) => unpacker.destroy(error));
  response.on('aborted', () => unpacker.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })));
  return response.pipe(unpacker) as Readable as AsyncIterable<Buffer>;
}
