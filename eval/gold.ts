import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Document } from '../src/model/document.ts';

/** The records of a JSONL file, plain or gzip, one at a time. */
export async function* readRecords<T>(file: string): AsyncIterable<T> {
  const raw = createReadStream(file);
  const lines = createInterface({ input: file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw });
  for await (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as T;
}

/** A Document around a text that is taken as it is, so that offsets stay those of the gold file. */
export function makeGoldDocument(
  text: string,
  given: { outlet?: string; published?: string; title?: string } = {},
): Document {
  return {
    kind: 'document',
    id: `sha256:${'0'.repeat(64)}`,
    bytes: `sha256:${'0'.repeat(64)}`,
    seen: '2026-01-01T00:00:00Z',
    version: 1,
    language: 'en',
    text,
    captions: [],
    removed: [],
    ...given,
  };
}
