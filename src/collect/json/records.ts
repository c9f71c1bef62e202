import { ByteReader } from '../byte-reader.ts';

/** One object of a JSON text, as it stands there. */
export interface JsonRecord {
  /** From one on. */
  readonly number: number;
  /** Absent where it has more bytes than were allowed: then it was gone past. */
  readonly bytes?: Buffer;
}

/** Where in a JSON text its records stand: one on each line (NDJSON), in the outer list, in lists of this name, or it is one itself. */
export type RecordPlace = 'lines' | 'list' | 'whole' | { readonly named: string };

/** Deepest nesting that is followed. */
const DEEPEST = 100;
const LONGEST_KEY = 100;

const [QUOTE, BACKSLASH, OPEN, CLOSE, LIST, LIST_END, COLON] = [...'"\\{}[]:'].map((c) => c.charCodeAt(0));

interface Container {
  readonly isList: boolean;
  readonly key: string | undefined;
}

/**
 * The objects in a JSON text, one at a time from its bytes as they come, so that texts of any size are read: no more than one object is
 * held. Whether an object is well-formed within is for whoever parses it to say.
 *
 * @param most Bytes that one object may have.
 * @throws Error where the text is cut off or nested too deeply.
 */
export async function* splitRecords(
  stream: AsyncIterable<Uint8Array>,
  { place, most }: { readonly place: RecordPlace; readonly most: number },
): AsyncGenerator<JsonRecord> {
  if (place === 'lines') {
    yield* splitLines(stream, most);
    return;
  }
  const scanner = new Scanner(place, most);
  for await (const chunk of stream)
    yield* scanner.take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  scanner.finish();
}

/** A line that is broken harms no other. */
async function* splitLines(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<JsonRecord> {
  const reader = new ByteReader(stream);
  let number = 0;
  try {
    for (;;) {
      const line = await reader.readLine(most);
      if (line === undefined) return;
      if (line === '') continue;
      number++;
      if (line === 'too long') {
        await reader.skipLine();
        yield { number };
      } else yield { number, bytes: Buffer.from(line, 'latin1') };
    }
  } finally {
    await reader.close();
  }
}

class Scanner {
  readonly #place: Exclude<RecordPlace, 'lines'>;
  readonly #most: number;
  readonly #open: Container[] = [];
  #inString = false;
  #isEscaped = false;
  /** Bytes of the string at hand, as far as it may be a key. */
  #string: number[] = [];
  #key: string | undefined;
  /** How many containers are open around the record at hand; absent outside of records. */
  #around: number | undefined;
  #parts: Buffer[] = [];
  #size = 0;
  #number = 0;

  constructor(place: Exclude<RecordPlace, 'lines'>, most: number) {
    this.#place = place;
    this.#most = most;
  }

  *take(chunk: Buffer): Generator<JsonRecord> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.#inString) {
        this.#readString(byte);
        continue;
      }
      if (byte === QUOTE) {
        this.#inString = true;
        this.#string = [];
      } else if (byte === COLON) this.#key = Buffer.from(this.#string).toString();
      else if (byte === OPEN || byte === LIST) {
        if (byte === OPEN && this.#around === undefined && this.#isAtRecord()) {
          this.#around = this.#open.length;
          from = at;
        }
        this.#enter(byte === LIST);
      } else if (byte === CLOSE || byte === LIST_END) {
        if (this.#open.length === 0) throw new Error('a bracket closes that was never opened');
        this.#open.pop();
        this.#key = undefined;
        if (this.#around === this.#open.length) {
          this.#add(chunk.subarray(from, at + 1));
          yield this.#finishRecord();
        }
      }
    }
    if (this.#around !== undefined) this.#add(chunk.subarray(from));
  }

  finish(): void {
    if (this.#open.length > 0 || this.#inString) throw new Error('it is cut off');
  }

  #readString(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#inString = false;
    if (this.#inString && this.#around === undefined && this.#string.length < LONGEST_KEY)
      this.#string.push(byte);
  }

  #enter(isList: boolean): void {
    if (this.#open.length >= DEEPEST) throw new Error(`it is nested more than ${DEEPEST} deep`);
    this.#open.push({ isList, key: this.#key });
    this.#key = undefined;
  }

  #isAtRecord(): boolean {
    if (this.#place === 'whole') return this.#open.length === 0;
    const parent = this.#open.at(-1);
    if (parent === undefined || !parent.isList) return false;
    return this.#place === 'list' ? this.#open.length === 1 : parent.key === this.#place.named;
  }

  #add(bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size > this.#most) this.#parts = [];
    else this.#parts.push(bytes);
  }

  #finishRecord(): JsonRecord {
    this.#number++;
    const record =
      this.#size > this.#most
        ? { number: this.#number }
        : { number: this.#number, bytes: Buffer.concat(this.#parts) };
    this.#around = undefined;
    this.#parts = [];
    this.#size = 0;
    return record;
  }
}
