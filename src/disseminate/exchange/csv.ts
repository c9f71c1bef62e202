/** A column of a table: its name, and what it is taken from. */
export type Column<Row> = readonly [name: string, read: (row: Row) => Cell];
export type Cell = string | number | boolean | undefined;

/** Marks the text as UTF-8 for spreadsheets. */
export const BYTE_ORDER_MARK = '\uFEFF';
/** A spreadsheet holds no longer cell. */
const LONGEST = 32_000;

export function writeHead<Row>(columns: readonly Column<Row>[]): string {
  return `${columns.map(([name]) => name).join(',')}\r\n`;
}

export function writeRow<Row>(columns: readonly Column<Row>[], row: Row): string {
  return `${columns.map(([, read]) => makeCell(read(row))).join(',')}\r\n`;
}

/**
 * A cell of a table (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it, which makes it text.
 *
 * @example
 * makeCell('=1+1'); // `"'=1+1"`
 */
export function makeCell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const fit = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/gu, '').slice(0, LONGEST);
  const text = /^[\s\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(fit) ? `'${fit}` : fit;
  return `"${text.replace(/[\ud800-\udbff]$/, '').replaceAll('"', '""')}"`;
}

/** Several values in one cell. */
export function joinCell(values: readonly string[] | undefined): string | undefined {
  return values === undefined || values.length === 0 ? undefined : values.join('; ');
}
