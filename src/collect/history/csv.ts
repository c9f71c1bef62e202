import { basename } from 'node:path';
import { PageError } from '../../model/errors.ts';
import type { PastEvent } from '../../model/history.ts';
import { decideEncoding } from '../charset/decide.ts';
import { decodeBytes } from '../charset/encodings.ts';
import { DEFAULT_LIMITS, describeBytes } from '../limits.ts';
import { type CsvRecord, readCsv } from './records.ts';

/** What was found in a file of past events. */
export interface ParsedHistory {
  readonly events: readonly PastEvent[];
  /** Rows that could not be used, each with file and line. */
  readonly failures: readonly string[];
}

/** Failures told one by one; the rest is counted. */
const MOST_FAILURES = 100;
/** Characters of a name that are kept. */
const LONGEST_NAME = 300;

/** Names that a column may have, lower case. */
const COLUMNS = {
  date: ['date', 'event_date', 'day'],
  actor: ['actor', 'source'],
  recipient: ['recipient', 'target'],
  cameo: ['cameo', 'code'],
  place: ['place', 'location'],
  country: ['country'],
} as const;
type Column = keyof typeof COLUMNS;

/**
 * Reads past events from plain CSV with the columns `date`, `actor`, `recipient`, `cameo`, `place` and `country`, in any order; all
 * but the date may be missing. A row that cannot be used is a failure with its line, and the rest goes on.
 *
 * @param options.now The present instant, ISO 8601: past events do not lie after it.
 * @throws PageError where the file is too large, no text, or without a column of dates.
 * @example
 * parseHistory(bytes, 'attacks.csv').events[0]; // { kind: 'past event', date: '2020-03-11', place: 'Taji', … line: 2 }
 */
export function parseHistory(
  bytes: Uint8Array,
  file: string,
  { now }: { readonly now?: string } = {},
): ParsedHistory {
  const text = decode(bytes, file);
  const [first = ''] = text.split(/\r?\n|\r/, 1);
  const records = readCsv(text, findSeparator(first));
  const header = records.next();
  const columns = header.done === true ? undefined : findColumns(header.value.cells);
  if (columns === undefined) {
    throw new PageError(
      file,
      'has no column "date" in its first line',
      'Begin it with a line such as date,actor,recipient,cameo,place.',
    );
  }
  const make = makeReader({ columns, source: basename(file), today: now?.slice(0, 10) });
  const events: PastEvent[] = [];
  const failures: string[] = [];
  let failed = 0;
  for (const record of records) {
    const event = record.fault ?? make(record);
    if (typeof event !== 'string') {
      events.push(event);
      continue;
    }
    failed += 1;
    if (failed <= MOST_FAILURES) failures.push(`${file}:${record.line}: ${event}`);
  }
  if (failed > MOST_FAILURES) failures.push(`${file}: ${failed - MOST_FAILURES} more rows could not be used`);
  return { events, failures };
}

function decode(bytes: Uint8Array, file: string): string {
  if (bytes.byteLength > DEFAULT_LIMITS.fileBytes) {
    throw new PageError(
      file,
      `has ${describeBytes(bytes.byteLength)}, more than ${describeBytes(DEFAULT_LIMITS.fileBytes)}`,
      'Split it into several files.',
    );
  }
  const { encoding, cut } = decideEncoding(bytes, undefined, file);
  const text = decodeBytes(bytes.subarray(0, bytes.byteLength - cut), encoding);
  if (text.includes('\0')) {
    throw new PageError(
      file,
      'holds NUL characters, which no text has',
      'Save the table again as CSV in UTF-8.',
    );
  }
  return text.replace(/^\ufeff/, '');
}

/** A spreadsheet may write semicolons or tabs where its country writes decimals with commas. */
function findSeparator(header: string): string {
  const counted = [',', ';', '\t'].map((each) => ({ each, count: header.split(each).length }));
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).each;
}

type Columns = Readonly<Partial<Record<Column, number>>> & { readonly date: number };

function findColumns(header: readonly string[]): Columns | undefined {
  const names = header.map((name) => name.trim().toLowerCase());
  const find = (column: Column) =>
    names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
  const date = find('date');
  if (date < 0) return undefined;
  const others = (Object.keys(COLUMNS) as Column[]).flatMap((column) => {
    const index = find(column);
    return index < 0 ? [] : [[column, index] as const];
  });
  return { ...Object.fromEntries(others), date };
}

interface RowContext {
  readonly columns: Columns;
  readonly source: string;
  readonly today: string | undefined;
}

/** Makes events of rows. Of a text that comes again one copy is kept, so that millions of rows fit into memory. */
function makeReader(context: RowContext): (record: CsvRecord) => PastEvent | string {
  const known = new Map<string, string>();
  return ({ line, cells }) =>
    makeEvent(line, context, (column) => {
      const index = context.columns[column];
      const cell = index === undefined ? '' : (cells[index] ?? '').trim().slice(0, LONGEST_NAME);
      if (cell === '') return undefined;
      const kept = known.get(cell);
      if (kept === undefined) known.set(cell, cell);
      return kept ?? cell;
    });
}

/** The event of a row, or why there is none. */
function makeEvent(
  line: number,
  { source, today }: RowContext,
  read: (column: Column) => string | undefined,
): PastEvent | string {
  const written = read('date');
  if (written === undefined) return 'has no date';
  const date = parseDay(written);
  if (date === undefined) return `"${written.slice(0, 40)}" is no day; write it as 2020-12-20`;
  if (today !== undefined && date > today) return `"${written}" lies in the future`;
  const cameo = read('cameo');
  if (cameo !== undefined && !/^(0[1-9]|1\d|20)\d{0,2}$/.test(cameo)) {
    return `"${cameo.slice(0, 40)}" is no CAMEO code of two to four digits`;
  }
  const country = read('country')?.toUpperCase();
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) {
    return `"${country.slice(0, 40)}" is no country; write its ISO 3166-1 code of two letters, as IQ`;
  }
  const given = { actor: read('actor'), recipient: read('recipient'), cameo, place: read('place'), country };
  return {
    kind: 'past event',
    // The shared copy, where it is written so.
    date: date === written ? written : date,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    source,
    line,
  };
}

/** `2020-12-20`, `20201220`, or an instant, of which the day is kept. */
function parseDay(written: string): string | undefined {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.,]{4,15}(?:Z|[+-]\d{2}:?\d{2})?)?$|^(\d{4})(\d{2})(\d{2})$/.exec(
      written,
    );
  if (match === null) return undefined;
  const day = `${match[1] ?? match[4]}-${match[2] ?? match[5]}-${match[3] ?? match[6]}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}
