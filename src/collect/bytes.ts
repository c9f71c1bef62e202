import type { FileHandle } from 'node:fs/promises';
import { SNIFF_BYTES } from './sniff.ts';

/** Bytes that may lie on the disk or in memory, read as often as needed. */
export interface ByteSource {
  readonly size: number;
  /** The first `SNIFF_BYTES` bytes. */
  readonly head: Buffer;
  stream(): AsyncIterable<Buffer>;
  /** The open file, where they lie on the disk; the source does not close it. */
  readonly handle?: FileHandle;
  /** The bytes, where they are in memory. */
  readonly content?: Buffer;
}

/** Bytes in memory. */
export function fromMemory(content: Uint8Array): ByteSource {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return {
    size: buffer.length,
    head: buffer.subarray(0, SNIFF_BYTES),
    content: buffer,
    stream: async function* () {
      // In pieces, so that a decompressor that has had enough can stop before it was handed everything.
      for (let at = 0; at < buffer.length; at += 65_536) yield buffer.subarray(at, at + 65_536);
    },
  };
}

/** Bytes of an open regular file. */
export async function fromHandle(handle: FileHandle, size: number): Promise<ByteSource> {
  const head = Buffer.alloc(SNIFF_BYTES);
  let filled = 0;
  while (filled < head.length) {
    const { bytesRead } = await handle.read(head, filled, head.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return {
    size,
    head: head.subarray(0, filled),
    handle,
    stream: async function* () {
      const stream = handle.createReadStream({ autoClose: false, start: 0 });
      try {
        yield* stream as AsyncIterable<Buffer>;
      } finally {
        // A stream that is left open holds the file, and closing that would wait for ever.
        stream.destroy();
      }
    },
  };
}
