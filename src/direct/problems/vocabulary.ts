import { readFileSync } from 'node:fs';
import type { EventType } from '../../model/event.ts';
import { parseTable } from '../../text/table.ts';

/** The package's `data` folder: `src` and `dist` lie equally deep below the root. */
const DATA = new URL('../../../data/', import.meta.url);

/** PLOVER modes (codebook of 2021) of each type; a few belong to two. */
export const MODES_OF: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  RETREAT: ['release', 'return', 'ease', 'access', 'disarm', 'ceasefire', 'withdraw'],
  CONSULT: ['phone', 'visit', 'third-party'],
  REQUEST: ['assist', 'change', 'yield', 'meet'],
  REJECT: ['assist', 'change', 'yield', 'meet'],
  ACCUSE: ['disapprove', 'allege', 'investigate'],
  THREATEN: ['relations', 'restrict', 'ban', 'political', 'expel', 'violence', 'territory'],
  PROTEST: ['demo', 'hunger', 'boycott', 'obstruct', 'riot'],
  SANCTION: ['discontinue', 'withdraw', 'expel'],
  MOBILIZE: ['troops', 'weapons', 'police', 'militia'],
  COERCE: [
    'seize', 'curfew', 'martial-law', 'arrest', 'deport', 'withhold', 'misinformation', 'censor', 'ban', 'restrict',
  ],
  ASSAULT: [
    'abduct', 'beat', 'sexual', 'torture', 'assassinate', 'execute', 'firearms', 'explosives', 'suicide-attack',
    'heavy-weapons', 'aerial', 'drone', 'primitive', 'cleansing', 'massacre', 'unconventional',
  ],
}; // biome-ignore format: a table

/** Every mode once. */
export const MODES: readonly string[] = [...new Set(Object.values(MODES_OF).flat())];

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
