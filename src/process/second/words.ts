import { REALIS } from '../../model/event.ts';
import { splitCell, TableError } from '../../text/table.ts';
import { loadTable } from '../data.ts';

/** Kinds of values that need words: those of a claim, an event and a figure, and what cannot stand beside some words. */
const SETS = [
  'stance', 'certainty', 'polarity', 'evidence', 'realis', 'bound', 'figure', 'not-certainty', 'not-realis', 'not-bound',
] as const; // biome-ignore format: a table
export type WordSet = (typeof SETS)[number];

/** The words that values need, from `data/en/second-words.tsv`. */
export interface ValueWords {
  /** Whether words of a value stand in a passage; true where the value needs none. */
  holds(set: WordSet, value: string, passage: string): boolean;
  /** Values that are listed in a set. */
  values(set: WordSet): readonly string[];
}

let loaded: ValueWords | undefined;

/** Reads and checks the table once. Throws a TableError that names the line of what is not well formed. */
export function loadValueWords(): ValueWords {
  loaded ??= makeValueWords();
  return loaded;
}

function makeValueWords(): ValueWords {
  const patterns = new Map<string, RegExp>();
  const values = new Map<string, string[]>();
  for (const { line, cells } of loadTable('en/second-words.tsv', ['set', 'value', 'words'])) {
    const set = SETS.find((name) => name === cells.set);
    if (set === undefined) throw new TableError('data/en/second-words.tsv', line, `"${cells.set}" is no set`);
    if (set === 'realis' && !REALIS.some((name) => name === cells.value))
      throw new TableError('data/en/second-words.tsv', line, `"${cells.value}" is no realis`);
    patterns.set(`${set} ${cells.value}`, makePattern(splitCell(cells.words)));
    values.set(set, [...(values.get(set) ?? []), cells.value!]);
  }
  return {
    holds: (set, value, passage) => patterns.get(`${set} ${value}`)?.test(plainWords(passage)) ?? true,
    values: (set) => values.get(set) ?? [],
  };
}

const plainWords = (passage: string): string =>
  passage.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ');

/** `threat*` is any word that begins so, `*ing` any that ends so, `_` a blank, `#` a number. */
function makePattern(words: readonly string[]): RegExp {
  const forms = words.map((word) => {
    if (word === '#') return String.raw`\d`;
    if (word === '?') return String.raw`\?`;
    if (word === "n't" || word === "'ll") return `${word}(?![\\p{L}\\p{N}])`;
    const inner = word
      .replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('_', ' ')
      .replaceAll('*', String.raw`[\p{L}'-]{0,20}`);
    return `(?<![\\p{L}\\p{N}])${inner}(?![\\p{L}\\p{N}])`;
  });
  return new RegExp(forms.join('|'), 'u');
}
