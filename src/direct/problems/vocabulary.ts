import { readFileSync } from 'node:fs';
import { parseTable } from '../../text/table.ts';

/** The package's `data` folder: `src` and `dist` lie equally deep below the root. */
const DATA = new URL('../../../data/', import.meta.url);

/** PLOVER modes (codebook of 2021) with the type that each belongs to. */
export const MODES = [
  // RETREAT
  'release', 'return', 'ease', 'access', 'disarm', 'ceasefire', 'withdraw',
  // CONSULT
  'phone', 'visit', 'third-party',
  // REQUEST, REJECT
  'assist', 'change', 'yield', 'meet',
  // ACCUSE
  'disapprove', 'allege', 'investigate',
  // THREATEN
  'relations', 'restrict', 'ban', 'political', 'expel', 'violence', 'territory',
  // PROTEST
  'demo', 'hunger', 'boycott', 'obstruct', 'riot',
  // SANCTION
  'discontinue',
  // MOBILIZE
  'troops', 'weapons', 'police', 'militia',
  // COERCE
  'seize', 'curfew', 'martial-law', 'arrest', 'deport', 'withhold', 'misinformation', 'censor',
  // ASSAULT
  'abduct', 'beat', 'sexual', 'torture', 'assassinate', 'execute', 'firearms', 'explosives', 'suicide-attack',
  'heavy-weapons', 'aerial', 'drone', 'primitive', 'cleansing', 'massacre', 'unconventional',
] as const; // biome-ignore format: a table

let countries: ReadonlySet<string> | undefined;
let targetKinds: readonly string[] | undefined;

/** ISO 3166-1 alpha-2 codes, from the package's own table. */
export function listCountries(): ReadonlySet<string> {
  countries ??= new Set(readColumn('countries.tsv', 'alpha2'));
  return countries;
}

/** What events may be directed at, from the package's own table: `diplomatic mission`. */
export function listTargetKinds(): readonly string[] {
  targetKinds ??= readColumn('en/targets.tsv', 'kind');
  return targetKinds;
}

function readColumn(name: string, column: string): readonly string[] {
  const rows = parseTable(readFileSync(new URL(name, DATA), 'utf8'), `data/${name}`, [column]);
  return rows.map(({ cells }) => cells[column] ?? '');
}
