import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One record of a table, or what is wrong with it. */
export interface TableRecord {
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: string;
}

export interface RecordOptions {
  readonly separator: string;
  /** Whether cells may stand in quotation marks and then hold separators and line breaks (RFC 4180). */
  readonly isQuoted: boolean;
}

/** Characters of one record; a quotation mark that is never closed would else take in the rest of the file. */
const LONGEST = 100_000;

/** The file's text as it comes, unpacked where its name ends in .gz: never all of it at once. */
export function openText(file: string): AsyncIterable<string> & { destroy(): void } {
  const bytes = createReadStream(file, { highWaterMark: 1 << 18 });
  if (!file.endsWith('.gz')) return bytes.setEncoding('utf8') as Readable;
  const unpacked = createGunzip();
  // What breaks the one must break the other, and not go unheard.
  bytes.on('error', (error) => unpacked.destroy(error));
  unpacked.on('close', () => bytes.destroy());
  return bytes.pipe(unpacked).setEncoding('utf8') as Readable;
}

/**
 * The records of a table of any length, some at a time; empty lines are passed over. A record with a quotation mark that
 * is not closed is faulty, and reading goes on with the line after the one on which it begins.
 *
 * @example
 * for await (const records of readRecords(openText('events.csv'), { separator: ',', isQuoted: true })) use(records);
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  options: RecordOptions,
): AsyncGenerator<readonly TableRecord[]> {
  const splitter = new Splitter(options);
  let isFirst = true;
  for await (const chunk of text) {
    yield splitter.add(isFirst ? chunk.replace(/^\ufeff/u, '') : chunk);
    isFirst = false;
  }
  yield splitter.end();
}

/** Joins pieces of text to lines, and lines to records. */
class Splitter {
  readonly #options: RecordOptions;
  /** The line that is not over. */
  #rest = '';
  /** Whether the rest of an overlong line is being passed over. */
  #isSkipping = false;
  #line = 0;
  #done: TableRecord[] = [];
  /** Lines of a record whose quotation marks are not all closed. */
  #open: string[] = [];
  #openLength = 0;

  constructor(options: RecordOptions) {
    this.#options = options;
  }

  add(chunk: string): readonly TableRecord[] {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#takeLine(line);
    if (this.#rest.length > LONGEST) {
      if (!this.#isSkipping) this.#done.push(this.#makeOverlong());
      this.#isSkipping = true;
      this.#rest = '';
    }
    return this.#giveOut();
  }

  end(): readonly TableRecord[] {
    if (this.#rest !== '' || this.#isSkipping) this.#takeLine(this.#rest);
    while (this.#open.length > 0) this.#giveUp();
    return this.#giveOut();
  }

  #giveOut(): readonly TableRecord[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  #makeOverlong(): TableRecord {
    return { line: this.#line + 1, cells: [], fault: `is longer than ${LONGEST} characters` };
  }

  #takeLine(raw: string): void {
    this.#line += 1;
    if (this.#isSkipping) {
      this.#isSkipping = false;
      return;
    }
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (!this.#options.isQuoted) {
      if (line !== '') this.#done.push({ line: this.#line, cells: line.split(this.#options.separator) });
      return;
    }
    this.#open.push(line);
    this.#openLength += line.length;
    this.#close();
    if (this.#openLength > LONGEST) this.#giveUp();
  }

  /** Gives out the record that the open lines make, where they make one. */
  #close(): void {
    const record = this.#open.join('\n');
    const cells = splitCells(record, this.#options.separator);
    if (cells === undefined) return;
    const line = this.#line - this.#open.length + 1;
    this.#open = [];
    this.#openLength = 0;
    if (record !== '') this.#done.push({ line, cells });
  }

  /** The first of the open lines is faulty; those after it are read anew. */
  #giveUp(): void {
    const [, ...others] = this.#open;
    const last = this.#line;
    this.#done.push({
      line: last - others.length,
      cells: [],
      fault: 'has a quotation mark that is not closed',
    });
    this.#open = [];
    this.#openLength = 0;
    this.#line = last - others.length;
    for (const other of others) this.#takeLine(other);
  }
}

/** The cells of a record; undefined where a quotation mark is still open. */
function splitCells(record: string, separator: string): readonly string[] | undefined {
  if (!record.includes('"')) return record.split(separator);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell = '';
    if (record[at] === '"') {
      at += 1;
      for (;;) {
        const close = record.indexOf('"', at);
        if (close < 0) return undefined;
        cell += record.slice(at, close);
        at = close + 1;
        if (record[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    const next = record.indexOf(separator, at);
    cells.push(cell + record.slice(at, next < 0 ? undefined : next));
    if (next < 0) return cells;
    at = next + 1;
  }
}
