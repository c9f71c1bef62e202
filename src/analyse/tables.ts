import { readFileSync } from 'node:fs';
import { parseTable, splitCell, type TableRow } from '../text/table.ts';

/** The package's `data` folder: `src` and `dist` lie equally deep below the root. */
const DATA = new URL('../../data/', import.meta.url);

/**
 * Reads one of the package's own tables. Throws a TableError with file and line where the table is not well formed,
 * and the error of `readFileSync` where it is missing: both mean a broken installation.
 */
export function loadTable(name: string, required: readonly string[]): TableRow[] {
  return parseTable(readFileSync(new URL(name, DATA), 'utf8'), `data/${name}`, required);
}

/** A table of the columns `class` and `words`: the words of each class. */
export function loadWordClasses(name: string): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    loadTable(name, ['class', 'words']).map(({ cells }) => [
      cells['class'] ?? '',
      new Set(splitCell(cells['words'])),
    ]),
  );
}
