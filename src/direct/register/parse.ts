import { type Actor, makeActorId } from '../../model/actor.ts';
import type { EntityType, Sector } from '../../model/entity.ts';
import { RegisterError, type RegisterProblem } from './error.ts';
import { COLUMNS, type Column, findCellFault, findNameFault, MOST_ALIASES } from './fields.ts';

/** Actors of one register. */
export const MAX_ACTORS = 20_000;
/** Characters of one file. */
const LONGEST_FILE = 10_000_000;
/** Problems that are told; who mends these meets the rest. */
const MAX_PROBLEMS = 100;

/** First line of a register. */
export const HEADER = COLUMNS.join('\t');

type Cells = Readonly<Partial<Record<Column, string>>>;

/** An actor with the line that it stands in. */
interface Entry {
  readonly line: number;
  readonly actor: Actor;
}

/**
 * Reads a desk's register: a line for each actor, its cells divided by tabs, below a line with the names of the columns. Lines that
 * begin with `#` and empty ones are passed over.
 *
 * @param file Its name in errors.
 * @throws RegisterError with everything that is wrong in it, each with its line.
 * @example
 * parseRegister('name\ttype\tcountry\nExample Front\tgroup\tIQ\n', 'register.tsv')[0]?.id; // 'register:example-front'
 */
export function parseRegister(text: string, file: string): readonly Actor[] {
  const problems: RegisterProblem[] = [];
  const note = (line: number, problem: string): void => {
    problems.push({ file, line, problem });
  };
  const entries = text.length > LONGEST_FILE ? [] : readEntries(text, note);
  if (text.length > LONGEST_FILE) note(1, 'the file is too long to be a register');
  checkClaimed(entries, note);
  if (problems.length > 0)
    throw new RegisterError(problems.sort((a, b) => a.line - b.line).slice(0, MAX_PROBLEMS));
  return Object.freeze(entries.map(({ actor }) => actor));
}

type Note = (line: number, problem: string) => void;

function readEntries(text: string, note: Note): readonly Entry[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const entries: Entry[] = [];
  let columns: readonly (Column | undefined)[] | undefined;
  for (const [at, content] of lines.entries()) {
    const line = at + 1;
    if (content.trim() === '' || content.startsWith('#')) continue;
    if (columns === undefined) {
      columns = readColumns(content, line, note);
      if (columns === undefined) return [];
      continue;
    }
    if (entries.length === MAX_ACTORS) {
      note(line, `more than ${MAX_ACTORS} actors are listed`);
      break;
    }
    const actor = readActor(readCells(content, columns, { line, note }), line, note);
    if (actor !== undefined) entries.push({ line, actor });
  }
  return entries;
}

function readColumns(content: string, line: number, note: Note): readonly (Column | undefined)[] | undefined {
  const names = content.split('\t').map((name) => name.trim());
  const columns = names.map((name) => COLUMNS.find((column) => column === name));
  for (const [at, column] of columns.entries()) {
    if (column === undefined)
      note(line, `${show(names[at]!)} is no column of a register; those are ${COLUMNS.join(', ')}`);
    else if (columns.indexOf(column) !== at) note(line, `the column "${column}" is there twice`);
  }
  const missing = (['name', 'type'] as const).filter((column) => !columns.includes(column));
  if (missing.length === 0) return columns;
  note(
    line,
    `there is no column "${missing.join('" and no column "')}"; the first line names the columns, divided by tabs`,
  );
  return undefined;
}

function readCells(
  content: string,
  columns: readonly (Column | undefined)[],
  { line, note }: { readonly line: number; readonly note: Note },
): Cells {
  const cells = content.split('\t');
  if (cells.length > columns.length)
    note(
      line,
      `there are ${cells.length} cells and ${columns.length} columns; aliases are divided by ";", not by tabs`,
    );
  const found: Partial<Record<Column, string>> = {};
  for (const [at, column] of columns.entries()) {
    const cell = cells[at]?.trim() ?? '';
    if (column !== undefined && cell !== '') found[column] = cell;
  }
  return found;
}

/** The actor of a line; undefined where something is wrong with it, which is noted. */
function readActor(cells: Cells, line: number, note: Note): Actor | undefined {
  let isSound = true;
  const fault = (problem: string): void => {
    isSound = false;
    note(line, problem);
  };
  for (const column of ['name', 'type'] as const)
    if (cells[column] === undefined) fault(`the actor has no ${column}`);
  for (const column of COLUMNS) {
    const value = cells[column];
    if (value === undefined || column === 'aliases') continue;
    const found = column === 'name' ? findNameFault(value) : findCellFault(column, value);
    if (found !== undefined) fault(`${column} ${show(value)} ${found}`);
  }
  const aliases = (cells.aliases ?? '').split(';').map((alias) => alias.trim());
  for (const alias of cells.aliases === undefined ? [] : aliases) {
    const found = findNameFault(alias);
    if (found !== undefined) fault(`alias ${show(alias)} ${found}`);
  }
  if (aliases.length > MOST_ALIASES) fault(`${aliases.length} aliases are given, more than ${MOST_ALIASES}`);
  return isSound ? makeActor(cells, cells.aliases === undefined ? [] : aliases) : undefined;
}

function makeActor(cells: Cells, aliases: readonly string[]): Actor {
  const { name, type, country, sector, wikidata } = cells;
  return Object.freeze({
    id: makeActorId({ name: name!, wikidata }),
    name: name!,
    type: type as EntityType,
    ...(country === undefined ? {} : { country }),
    ...(sector === undefined ? {} : { sector: sector as Sector }),
    ...(wikidata === undefined ? {} : { wikidata }),
    aliases: [...new Set(aliases)].filter((alias) => alias !== name),
    isOwn: true as const,
  });
}

/** A name that two claim would say nothing; one record that two lines make would be one too many. */
function checkClaimed(entries: readonly Entry[], note: Note): void {
  const claimed = new Map<string, Entry>();
  const ids = new Map<string, Entry>();
  for (const entry of entries) {
    const { actor, line } = entry;
    const twin = ids.get(actor.id);
    if (twin !== undefined) {
      note(
        line,
        `${show(actor.name)} is the actor of line ${twin.line} too; put all of its names in one line`,
      );
      continue;
    }
    ids.set(actor.id, entry);
    for (const name of [actor.name, ...actor.aliases]) {
      const key = `${actor.type === 'person'} ${makeActorId({ name })}`;
      const other = claimed.get(key);
      if (other === undefined) claimed.set(key, entry);
      else if (other !== entry)
        note(
          line,
          `${show(name)} is a name of ${show(other.actor.name)} in line ${other.line} too; only one can have it`,
        );
    }
  }
}

/** A value for a message: nothing in it acts on a terminal. */
function show(value: string): string {
  return JSON.stringify(value.replace(/[\s\p{C}]+/gu, ' ').slice(0, 80));
}
