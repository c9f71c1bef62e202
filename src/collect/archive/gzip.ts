import { createGunzip } from 'node:zlib';
import { PageError } from '../../model/errors.ts';
import type { ExpansionBudget } from '../budget.ts';
import { makeFileError } from '../files.ts';

/**
 * Decompresses gzip as it is asked for: what is not read is not inflated. Throws `PageError` where the data are
 * damaged or cut off and where the budget is spent.
 */
export async function* inflateGzip(
  compressed: AsyncIterable<Uint8Array>,
  shown: string,
  budget: ExpansionBudget,
): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const feeding = feed(compressed, gunzip);
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      budget.spend(chunk.length);
      yield chunk;
    }
    await feeding;
  } catch (error) {
    throw makeInflateError(error, shown);
  } finally {
    gunzip.destroy();
    await feeding.catch(() => undefined);
  }
}

/** Writes one stream into another at the pace of the other; ends early when that was destroyed. */
async function feed(from: AsyncIterable<Uint8Array>, into: ReturnType<typeof createGunzip>): Promise<void> {
  try {
    for await (const chunk of from) {
      if (into.destroyed) return;
      if (!into.write(chunk)) await waitForRoom(into);
    }
    into.end();
  } catch (error) {
    into.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function waitForRoom(stream: ReturnType<typeof createGunzip>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done);
      stream.off('close', done);
      resolve();
    };
    stream.on('drain', done);
    stream.on('close', done);
    if (stream.destroyed) done();
  });
}

/** What damaged compressed data mean for the person who gave them. */
export function makeInflateError(error: unknown, shown: string): PageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') {
    return new PageError(
      shown,
      'is cut off: its compressed data end too early',
      'Fetch or copy the file anew.',
    );
  }
  if (code.startsWith('Z_'))
    return new PageError(
      shown,
      'is damaged: its compressed data cannot be unpacked',
      'Fetch or copy the file anew.',
    );
  return makeFileError(error, shown);
}
