import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readCsv } from '../src/collect/history/records.ts';
import { parseTable } from '../src/text/table.ts';

/** Days, as numbers counted from 1970-01-01, ascending; a day on which two things happened is there twice. */
export type Days = readonly number[];

/** Events of ordered pairs of countries and armed groups. */
export interface PairEvents {
  /** The first day of the data. */
  readonly first: number;
  /** By `pairName`: days with an event of any kind, and with one of the class asked about. */
  readonly any: ReadonlyMap<string, Days>;
  readonly asked: ReadonlyMap<string, Days>;
}

/** A question of the back-test; its outcome is never read. */
export interface Question {
  readonly qid: string;
  /** First day that counts. */
  readonly day: number;
  readonly horizon: number;
  /** CAMEO roots of the class. */
  readonly roots: readonly string[];
  readonly source: string;
  readonly target: string;
}

/** Spellings of the data sets for one and the same. */
const ALIASES: Readonly<Record<string, string>> = {
  'Israeli Defense Forces': 'Israel',
  "Côte d'Ivoire": "Cote d'Ivoire",
  'Afghan National Army': 'Afghanistan',
  'Libyan Armed Forces': 'Libya',
  'Syrian Arab Army': 'Syria',
};

export function pairName(source: string, target: string): string {
  return `${source}|${target}`;
}

export function toDay(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

/** Rows of a CSV file, plain or gzip, by the names of its columns. */
export function* readTable(file: string): Generator<Readonly<Record<string, string>>> {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  let columns: readonly string[] | undefined;
  for (const { cells } of readCsv(text)) {
    if (columns === undefined) columns = cells;
    else yield Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? '']));
  }
}

export function readQuestions(file: string): readonly Question[] {
  return [...readTable(file)].map(
    ({ qid = '', t = '', horizon = '', roots = '', source = '', target = '' }) => ({
      qid,
      day: toDay(t),
      horizon: Number(horizon),
      roots: roots.split('+'),
      source,
      target,
    }),
  );
}

/** Reads event files; the actors taken are countries and whatever the questions name. */
export function readEvents(files: readonly string[], questions: readonly Question[]): PairEvents {
  const units = new Set([...questions.flatMap(({ source, target }) => [source, target]), ...readCountries()]);
  const roots = new Set(questions.flatMap((question) => question.roots));
  const any = new Map<string, number[]>();
  const asked = new Map<string, number[]>();
  const seen = new Set<string>();
  let first = Number.POSITIVE_INFINITY;
  for (const file of files) {
    for (const { date = '', source = '', target = '', cameo = '' } of readTable(file)) {
      const key = `${date}\t${source}\t${cameo}\t${target}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const day = toDay(date);
      first = Math.min(first, day);
      const [a, b] = [findUnit(source, units), findUnit(target, units)];
      if (a === undefined || b === undefined) continue;
      add(any, pairName(a, b), day);
      if (roots.has(cameo.slice(0, 2))) add(asked, pairName(a, b), day);
    }
  }
  for (const lists of [any, asked]) for (const days of lists.values()) days.sort((x, y) => x - y);
  return { first, any, asked };
}

function readCountries(): readonly string[] {
  const file = new URL('../data/countries.tsv', import.meta.url);
  const rows = parseTable(readFileSync(file, 'utf8'), 'data/countries.tsv', ['name']);
  return rows.map(({ cells }) => cells['name'] ?? '');
}

/** "Police (Kenya)" acts for Kenya; named persons and most organisations are left out. */
function findUnit(name: string, units: ReadonlySet<string>): string | undefined {
  const usual = ALIASES[name] ?? name;
  if (units.has(usual)) return usual;
  const inside = /\(([^()]*)\)$/.exec(name)?.[1];
  return inside !== undefined && units.has(inside) ? inside : undefined;
}

function add(lists: Map<string, number[]>, key: string, day: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [day]);
  else list.push(day);
}
