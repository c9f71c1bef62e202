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
    let looked = 0;
    for (;;) {
      const at = this.#rest.indexOf(0x0a, looked);
      if (at >= 0 && at <= most) return this.#takeLine(at, at + 1);
      if (this.#rest.length > most) return 'too long';
      looked = this.#rest.length;
      if (await this.#more()) continue;
      return this.#rest.length === 0 ? undefined : this.#takeLine(this.#rest.length, this.#rest.length);
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

  #takeLine(end: number, next: number): string {
    const to = end > 0 && this.#rest[end - 1] === 0x0d ? end - 1 : end;
    const line = this.#rest.toString('latin1', 0, to);
    this.#rest = this.#rest.subarray(next);
    return line;
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

  async #more(): Promise<boolean> {
    if (this.#isAtEnd) return false;
    const next = await this.#chunks.next();
    if (next.done === true) {
      this.#isAtEnd = true;
      return false;
    }
    const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    return true;
  }
}
