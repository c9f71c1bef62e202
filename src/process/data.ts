import { readFileSync } from 'node:fs';
import { parseTable, type TableRow } from '../text/table.ts';

/** The package's folders of word lists and of weights: `src` and `dist` lie equally deep below the root. */
export const DATA = new URL('../../data/', import.meta.url);
export const MODELS = new URL('../../models/', import.meta.url);

/**
 * Reads one of the package's own tables (`en/cues.tsv`). Throws a TableError with file and line where the table is
 * not well formed, and the error of `readFileSync` where it is missing: both mean a broken installation.
 */
export function loadTable(name: string, required: readonly string[]): TableRow[] {
  return parseTable(readFileSync(new URL(name, DATA), 'utf8'), `data/${name}`, required);
}
