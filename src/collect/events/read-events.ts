import { PageError } from '../../model/errors.ts';
import { EVENT_FORMATS, type EventCount, type EventFormat } from '../../model/event-count.ts';
import { type FindCountry, nameActor } from './actors.ts';
import { EVENT_TABLES, type EventTable } from './formats.ts';
import { openText, readRecords, type TableRecord } from './lines.ts';

/** What some part of a file held. */
export interface EventPortion {
  readonly format: EventFormat;
  /** One for each day, pair and root. */
  readonly counts: readonly EventCount[];
  /** Of the file so far, what lay before `after` left out. */
  readonly records: number;
  readonly used: number;
  readonly skips: readonly Skip[];
  readonly isEnd: boolean;
}

/** Records that could not be used for one reason. */
export interface Skip {
  readonly why: string;
  readonly count: number;
  /** Lines of the first few. */
  readonly lines: readonly number[];
}

export interface ReadOptions {
  readonly findCountry: FindCountry;
  /** The present instant, ISO 8601: events do not lie after it. */
  readonly now: string;
  /** Found out from the first lines unless given. */
  readonly format?: EventFormat;
  /** Records that were read before and are passed over. */
  readonly after?: number;
}

/** Different counts that are held before they are given out, and records after which they are in any case. */
const MOST_COUNTS = 50_000;
const MOST_RECORDS = 500_000;
/** Lines told of each reason, and reasons told apart. */
const MOST_LINES = 5;
const MOST_REASONS = 20;

/**
 * Reads a file of coded events of any length and gives out daily counts, a portion at a time. A record that cannot be used is
 * counted under its reason and reading goes on.
 *
 * @throws PageError where the file cannot be read or is no table of events.
 *
 * @example
 * for await (const { counts } of readEvents('20201203.export.CSV', { findCountry, now })) keep(counts);
 */
export async function* readEvents(file: string, options: ReadOptions): AsyncGenerator<EventPortion> {
  let text: ReturnType<typeof openText> | undefined;
  try {
    const { table, cut } = await peek(file, options.format);
    text = openText(file);
    const draft = new Draft(table.format);
    let reader: RowReader | undefined =
      table.places === undefined ? undefined : new RowReader(table, table.places, options);
    for await (const records of readRecords(text, table)) {
      for (const record of records) {
        if (reader === undefined) {
          reader = new RowReader(table, findPlaces(file, table, record.cells), options);
          continue;
        }
        draft.records += 1;
        if (draft.records <= (options.after ?? 0)) continue;
        draft.take(record, reader.read(record));
        if (draft.isFull) yield draft.giveOut(false);
      }
    }
    if (reader === undefined && !cut) throw new PageError(file, 'is empty', 'Give a file of events.');
    yield draft.giveOut(true);
  } catch (error) {
    throw error instanceof PageError ? error : makeReadError(file, error);
  } finally {
    text?.destroy();
  }
}

function makeReadError(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) return error;
  return new PageError(
    file,
    `cannot be read (${code})`,
    code.startsWith('Z_')
      ? 'It is no whole gzip file; fetch it again.'
      : 'Check that it is there and may be read.',
  );
}

/** The table that a file is, by its first line. */
async function peek(
  file: string,
  given: EventFormat | undefined,
): Promise<{ readonly table: EventTable; readonly cut: boolean }> {
  if (given !== undefined) return { table: EVENT_TABLES[given], cut: EVENT_TABLES[given].needs.length === 0 };
  const text = openText(file);
  let start = '';
  try {
    for await (const chunk of text) {
      start += chunk;
      if (start.includes('\n') || start.length > 100_000) break;
    }
  } finally {
    text.destroy();
  }
  const [line = ''] = start.replace(/^\ufeff/u, '').split(/\r?\n/u, 1);
  for (const format of EVENT_FORMATS) {
    const table = EVENT_TABLES[format];
    const cells = line.split(table.separator).map(plain);
    const fits =
      table.places === undefined
        ? table.needs.every((need) => need.split('|').some((name) => cells.includes(name)))
        : cells.length >= (table.places['columns'] ?? 0) &&
          /^\d{8}$/u.test(cells[table.places['date']!] ?? '');
    if (fits) return { table, cut: table.places !== undefined };
  }
  throw new PageError(
    file,
    'is no table of events that is known here',
    `Begin it with a line such as date,source,target,cameo, or name its format: --format ${EVENT_FORMATS.join('|')}.`,
  );
}

function findPlaces(
  file: string,
  table: EventTable,
  header: readonly string[],
): Readonly<Record<string, number>> {
  const places: Record<string, number> = {};
  for (const [i, name] of header.map(plain).entries()) places[name] ??= i;
  for (const need of table.needs) {
    const name = need.split('|').find((each) => places[each] !== undefined);
    if (name === undefined) {
      throw new PageError(
        file,
        `has no column "${need.replaceAll('|', '" or "')}" in its first line`,
        'Give a file of this format with its header.',
      );
    }
    places[need] = places[name]!;
  }
  return places;
}

/** A name of a column as it is compared. */
function plain(cell: string): string {
  return cell.replace(/^"|"$/gu, '').trim().toLowerCase();
}

/** Reads rows of one table. */
class RowReader {
  readonly #table: EventTable;
  readonly #places: Readonly<Record<string, number>>;
  readonly #options: ReadOptions;
  /** Names come again and again: each is found once. */
  readonly #names = new Map<string, string>();

  constructor(table: EventTable, places: Readonly<Record<string, number>>, options: ReadOptions) {
    this.#table = table;
    this.#places = places;
    this.#options = options;
  }

  /** The event of a row, or why there is none. */
  read({ cells, fault }: TableRecord): Omit<EventCount, 'count'> | string {
    if (fault !== undefined) return fault;
    const least = this.#places['columns'] ?? 0;
    if (cells.length < least) return `has fewer than ${least} columns`;
    const raw = this.#table.read((name) => cells[this.#places[name] ?? -1]?.trim() ?? '');
    const day = parseDay(raw.date);
    if (day === undefined) return raw.date === '' ? 'has no date' : 'has a date that is no day';
    if (day > this.#options.now.slice(0, 10)) return 'lies in the future';
    if (!/^(?:0[1-9]|1\d|20)$/u.test(raw.root)) {
      return raw.root === '' || raw.root === '00'
        ? 'has no code'
        : `has the unknown code "${raw.root.slice(0, 40)}"`;
    }
    const source = this.#name(raw.source);
    const target = this.#name(raw.target);
    if (source === '' && target === '') return 'names no actor';
    return { day, source, target, root: raw.root };
  }

  #name(actor: Parameters<typeof nameActor>[0]): string {
    const key = `${actor.isArmed ? '!' : ''}${actor.name}\t${actor.country}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    // Hostile files may hold as many names as rows.
    if (this.#names.size > 200_000) this.#names.clear();
    const name = nameActor(actor, this.#options.findCountry);
    this.#names.set(key, name);
    return name;
  }
}

/** `2020-12-20`, `20201220`, `20 December 2020` as ACLED has it, or an instant, of which the day is kept. */
function parseDay(written: string): string | undefined {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ][\d:.]{4,15}Z?)?$/u.exec(written);
  const worded = match ? null : /^(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})$/u.exec(written);
  const month = worded ? MONTHS.indexOf(worded[2]!.slice(0, 3).toLowerCase()) + 1 : 0;
  const day = match
    ? `${match[1]}-${match[2]}-${match[3]}`
    : worded
      ? `${worded[3]}-${String(month).padStart(2, '0')}-${worded[1]!.padStart(2, '0')}`
      : undefined;
  if (day === undefined) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Counts that have not been given out, and all skips so far. */
class Draft {
  records = 0;
  readonly #format: EventFormat;
  #used = 0;
  #since = 0;
  #counts = new Map<string, EventCount>();
  readonly #skips = new Map<string, { count: number; lines: number[] }>();

  constructor(format: EventFormat) {
    this.#format = format;
  }

  get isFull(): boolean {
    return this.#counts.size >= MOST_COUNTS || this.#since >= MOST_RECORDS;
  }

  take({ line }: TableRecord, event: Omit<EventCount, 'count'> | string): void {
    this.#since += 1;
    if (typeof event === 'string') {
      const why = this.#skips.size < MOST_REASONS || this.#skips.has(event) ? event : 'has another fault';
      const skip = this.#skips.get(why) ?? { count: 0, lines: [] };
      skip.count += 1;
      if (skip.lines.length < MOST_LINES) skip.lines.push(line);
      this.#skips.set(why, skip);
      return;
    }
    this.#used += 1;
    const key = `${event.day}\t${event.root}\t${event.source}\t${event.target}`;
    this.#counts.set(key, { ...event, count: (this.#counts.get(key)?.count ?? 0) + 1 });
  }

  giveOut(isEnd: boolean): EventPortion {
    const counts = [...this.#counts.values()];
    this.#counts = new Map();
    this.#since = 0;
    const skips = [...this.#skips].map(([why, { count, lines }]) => ({ why, count, lines: [...lines] }));
    return { format: this.#format, counts, records: this.records, used: this.#used, skips, isEnd };
  }
}
