import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { PairCount } from '../src/analyse/base-rate/pair-history.ts';
import { readCsv } from '../src/collect/history/records.ts';
import { parseTable } from '../src/text/table.ts';

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

/** Reads event files; the actors taken are countries and whatever the questions name, others are unknown. */
export function* readCounts(files: readonly string[], questions: readonly Question[]): Generator<PairCount> {
  const units = new Set([...questions.flatMap(({ source, target }) => [source, target]), ...readCountries()]);
  const seen = new Set<string>();
  for (const file of files) {
    // A sample of the events of some years would look like years in which less happened.
    if (/sample\d+/u.test(file)) continue;
    for (const { date = '', source = '', target = '', cameo = '' } of readTable(file)) {
      const key = `${date}\t${source}\t${cameo}\t${target}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield {
        day: toDay(date),
        source: findUnit(source, units) ?? '',
        target: findUnit(target, units) ?? '',
        root: cameo.slice(0, 2),
        count: 1,
      };
    }
  }
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
