import { type LedgerCheck, LedgerVerifier, MAX_LINE, type VerifyOptions } from './verify.ts';

const LINE_END = 0x0a;

/**
 * Checks a ledger that comes as bytes, in pieces of any size: `verifyLedger` for files, without a copy of each line. Nothing but a
 * line feed ends a line. Holds one piece and one line at a time, and 80 bytes of each entry.
 *
 * @example
 * await verifyLedgerBytes(createReadStream('forecasts.ndjson'));
 */
export async function verifyLedgerBytes(
  chunks: AsyncIterable<Uint8Array>,
  options: VerifyOptions = {},
): Promise<LedgerCheck> {
  const verifier = new LedgerVerifier(options);
  await forEachLine(chunks, (bytes, from, to) => verifier.takeBytes(bytes, from, to));
  return verifier.finish();
}

/** Hands over line after line, each as a part of bytes that holds until the call is over; of one that is too long only its beginning. */
export async function forEachLine(
  chunks: AsyncIterable<Uint8Array>,
  take: (bytes: Buffer, from: number, to: number) => void,
): Promise<void> {
  const rest = new Rest();
  const takeRest = (): void => {
    const line = rest.clear();
    take(line, 0, line.length);
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.isBuffer(chunk)
      ? chunk
      : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let to = bytes.indexOf(LINE_END); to >= 0; to = bytes.indexOf(LINE_END, from)) {
      if (rest.isEmpty) take(bytes, from, to);
      else {
        rest.add(bytes.subarray(from, to));
        takeRest();
      }
      from = to + 1;
    }
    if (from < bytes.length) rest.add(bytes.subarray(from));
  }
  if (!rest.isEmpty) takeRest();
}

/** The beginning of a line whose end has not come yet. */
class Rest {
  #parts: Buffer[] = [];
  #length = 0;

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  add(part: Buffer): void {
    // One byte more than is allowed is enough to show that it is too long. Copied, since a stream may use its buffer again.
    const kept = part.subarray(0, Math.max(0, MAX_LINE + 1 - this.#length));
    if (kept.length > 0 || this.isEmpty) this.#parts.push(Buffer.from(kept));
    this.#length += part.length;
  }

  clear(): Buffer {
    const line = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#length = 0;
    return line;
  }
}
