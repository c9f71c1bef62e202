/** One row of a table file, with its line number for messages. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A table file does not have the form it should: names file and line. */
export class TableError extends Error {
  override readonly name = 'TableError';

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
  }
}

/**
 * Reads tab-separated text: lines that start with `#` are comments, the first other line names the columns, and
 * every further line has one cell for each. Throws a TableError for a line with more cells than columns or
 * without a value in one of the `required` columns.
 *
 * @example
 * parseTable('# words\nlemma\tact\nsay\tsay\n', 'en/cues.tsv', ['lemma'])[0]!.cells.act; // 'say'
 */
export function parseTable(source: string, file: string, required: readonly string[] = []): TableRow[] {
  const rows: TableRow[] = [];
  let columns: readonly string[] | undefined;
  const lines = source.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const raw = lines[index]!;
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (text === '' || text.startsWith('#')) continue;
    const line = index + 1;
    const cells = text.split('\t');
    if (columns === undefined) {
      columns = cells;
      const missing = required.find((name) => !cells.includes(name));
      if (missing !== undefined) throw new TableError(file, line, `there is no column "${missing}"`);
      continue;
    }
    if (cells.length > columns.length) {
      throw new TableError(file, line, `${cells.length} cells where ${columns.length} columns are named`);
    }
    const row: Record<string, string> = {};
    for (let i = 0; i < columns.length; i++) row[columns[i]!] = cells[i]?.trim() ?? '';
    const empty = required.find((name) => row[name] === '');
    if (empty !== undefined) throw new TableError(file, line, `"${empty}" is empty`);
    rows.push({ line, cells: row });
  }
  return rows;
}

/** The words of a cell, separated by blanks. */
export function splitCell(cell: string | undefined): readonly string[] {
  return cell === undefined || cell === '' ? [] : cell.split(/ +/);
}
