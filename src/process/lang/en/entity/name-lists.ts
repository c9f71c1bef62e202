import { loadTable } from '../../../data.ts';

/** Given and family names of `data/names.tsv`, and the words that tell what a name is a name of. */
export interface NameLists {
  readonly given: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
  /** Word to class: `title`, `body` (Ministry), `site` (Airport), `company` (Inc.), `area` (County). */
  readonly words: ReadonlyMap<string, string>;
}

let lists: NameLists | undefined;

/** The lists, read once. Throws a TableError where a table is damaged. */
export function loadNameLists(): NameLists {
  if (lists !== undefined) return lists;
  const names = { given: new Set<string>(), family: new Set<string>() };
  for (const { cells } of loadTable('names.tsv', ['kind', 'names'])) {
    const set = cells['kind'] === 'given' ? names.given : names.family;
    for (const name of cells['names']!.split(' ')) set.add(name);
  }
  const words = new Map<string, string>();
  for (const { cells } of loadTable('en/name-words.tsv', ['class', 'words'])) {
    for (const word of cells['words']!.split(' ')) words.set(word, cells['class']!);
  }
  lists = { ...names, words };
  return lists;
}
