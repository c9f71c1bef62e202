/** Reads a stream piece by piece: lines, so many bytes, or past so many. Holds no more than what was asked for and one chunk. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);
  #isAtEnd = false;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /**
   * The next line without its line break (`\n` or `\r\n`); undefined at the end of the stream, and 'too long' where it has more
   * than `most` bytes.
   */
  async readLine(most: number): Promise<string | 'too long' | undefined> {
    const parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      const at = this.#rest.indexOf(0x0a);
      const end = at < 0 ? this.#rest.length : at;
      size += end;
      if (size > most) return 'too long';
      parts.push(this.#rest.subarray(0, end));
      this.#rest = this.#rest.subarray(at < 0 ? end : at + 1);
      if (at >= 0) return makeLine(parts);
      if (!(await this.#more())) return size === 0 ? undefined : makeLine(parts);
    }
  }

  /** Goes past the rest of the line at hand, however long. */
  async skipLine(): Promise<void> {
    for (;;) {
      const at = this.#rest.indexOf(0x0a);
      this.#rest = this.#rest.subarray(at < 0 ? this.#rest.length : at + 1);
      if (at >= 0 || !(await this.#more())) return;
    }
  }

  /** The next `size` bytes, in memory of their own; fewer where the stream ends before. */
  async read(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = size;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) break;
      const part = this.#rest.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
      this.#rest = this.#rest.subarray(part.length);
    }
    return Buffer.concat(parts);
  }

  /** Goes past `size` bytes; false where the stream ends before. */
  async skip(size: number): Promise<boolean> {
    let missing = size;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) return false;
      const passed = Math.min(missing, this.#rest.length);
      missing -= passed;
      this.#rest = this.#rest.subarray(passed);
    }
    return true;
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    this.#isAtEnd = true;
    await this.#chunks.return?.();
  }

  /** The next chunk, once nothing is left of the one before. */
  async #more(): Promise<boolean> {
    if (this.#isAtEnd) return false;
    const next = await this.#chunks.next();
    if (next.done === true) {
      this.#isAtEnd = true;
      return false;
    }
    this.#rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    return true;
  }
}

function makeLine(parts: readonly Buffer[]): string {
  const line = Buffer.concat(parts);
  return line.toString('latin1', 0, line.at(-1) === 0x0d ? line.length - 1 : line.length);
}
