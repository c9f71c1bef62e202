import { COLUMNS } from './fields.ts';

/** An actor as a person gives it, not checked yet. */
export interface GivenActor {
  readonly name: string;
  readonly type?: string | undefined;
  readonly country?: string | undefined;
  readonly sector?: string | undefined;
  readonly wikidata?: string | undefined;
  readonly aliases: readonly string[];
}

/**
 * The text of a register with a line more, its cells in the order of the columns that its first line names. What stands there
 * stays as it is; whether the line fits is for `parseRegister` to say.
 *
 * @param remark Put above it as a comment.
 * @example
 * addLine('name\ttype\n', { name: 'Example Front', type: 'group', aliases: [] }); // 'name\ttype\nExample Front\tgroup\n'
 */
export function addLine(text: string, given: GivenActor, remark?: string): string {
  const header = text.split(/\r?\n/).find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const columns = header
    .replace(/^\ufeff/, '')
    .split('\t')
    .map((name) => name.trim());
  const cells: Readonly<Record<string, string | undefined>> = {
    name: given.name,
    type: given.type,
    country: given.country,
    sector: given.sector,
    wikidata: given.wikidata,
    aliases: given.aliases.map((alias) => alias.trim()).join(';'),
  };
  const left = COLUMNS.filter((column) => !columns.includes(column) && (cells[column] ?? '') !== '');
  const line = columns.map((column) => hold(cells[column] ?? '')).join('\t');
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  // A column that the file does not have yet is told of as a cell too many, not dropped without a word.
  const comment = remark === undefined ? '' : `# ${remark.replace(/[\r\n]/g, ' ')}\n`;
  return `${whole}${comment}${line}${left.map((column) => `\t${hold(cells[column]!)}`).join('')}\n`;
}

/** A tab or line break in a cell would make others of it: shown as what no name may hold. */
const hold = (cell: string): string => cell.trim().replace(/[\t\r\n]/g, '\u0000');
