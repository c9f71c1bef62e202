/** One record of a CSV file, or what is wrong with it. */
export interface CsvRecord {
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: string;
}

/** Characters of one cell; a quotation mark that is never closed would else take in the rest of the file. */
const LONGEST_CELL = 20_000;

/**
 * The records of a CSV text (RFC 4180), one at a time: cells may stand in quotation marks and then hold separators, line
 * breaks and doubled quotation marks. Empty lines are passed over. Where a quotation mark is not closed, its record is faulty and
 * reading goes on with the next line.
 *
 * @example
 * [...readCsv('a,"b, c"\n')][0]; // { line: 1, cells: ['a', 'b, c'] }
 */
export function* readCsv(text: string, separator = ','): Generator<CsvRecord> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const record = readRecord(text, at, separator);
    if (record === undefined) {
      yield { line, cells: [], fault: 'has a quotation mark that is not closed, or not where its cell ends' };
      at = findNextLine(text, at);
      line += 1;
      continue;
    }
    if (record.cells.length > 1 || record.cells[0] !== '') yield { line, cells: record.cells };
    at = record.next;
    line += record.lines;
  }
}

function readRecord(
  text: string,
  start: number,
  separator: string,
): { readonly cells: readonly string[]; readonly next: number; readonly lines: number } | undefined {
  const cells: string[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, separator);
    if (cell === undefined) return undefined;
    cells.push(cell.value);
    lines += cell.breaks;
    at = findCellEnd(text, cell.next, separator);
    // What stands between a closing quotation mark and the separator is passed over. Behind several lines it is a sign that the
    // mark belongs to another cell, and that what lies between are rows.
    if (cell.breaks > 0 && text.slice(cell.next, at).trim() !== '') return undefined;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    return { cells, next: findNextLine(text, at), lines };
  }
}

interface Cell {
  readonly value: string;
  readonly next: number;
  /** Line breaks within it. */
  readonly breaks: number;
}

function readQuoted(text: string, start: number): Cell | undefined {
  let value = '';
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0 || close - start > LONGEST_CELL) return undefined;
    value += text.slice(at, close);
    if (text[close + 1] !== '"') return { value, next: close + 1, breaks: countBreaks(value) };
    value += '"';
    at = close + 2;
  }
}

function readPlain(text: string, start: number, separator: string): Cell {
  const at = findCellEnd(text, start, separator);
  return { value: text.slice(start, at), next: at, breaks: 0 };
}

function findCellEnd(text: string, start: number, separator: string): number {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** Line breaks of every kind: of two characters, of one, and the old Macintosh one. */
function countBreaks(value: string): number {
  let count = 0;
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\n' || (value[at] === '\r' && value[at + 1] !== '\n')) count += 1;
  }
  return count;
}

/** Where the next line begins. */
function findNextLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}
