import type { Report } from '../../model/report.ts';
import { findOutlet, foldName, getWords, makeOutletKey, splitName } from './names.ts';

/** Words of a name that are tried at most. */
const MOST_WORDS = 9;
/** Letters of initials by which an agency goes: `INA`. */
const INITIALS = /^\p{Lu}{2,6}$/u;

/** An outlet by the key under which it is compared, and its name. */
export interface NamedOutlet {
  readonly key: string;
  readonly name: string;
}

/**
 * The outlets that names in a set of reports can stand for: those whose own reports are among them, those in the table, and
 * names that say by a word what they are (`Harbour Gazette`).
 */
export class Outlets {
  readonly #known = new Map<string, string>();
  readonly #initials = new Map<string, string>();
  /** What is left of a name without the words that say what it is: "Harbour" for the Harbour News Agency; only the names of agencies. */
  readonly #short = new Map<string, string>();
  /** The same for the same outlets. */
  readonly signature: string;

  constructor(reports: Iterable<Pick<Report, 'outlet'>>) {
    for (const { outlet } of reports) {
      if (outlet === undefined || this.#known.has(makeOutletKey(outlet))) continue;
      this.#known.set(makeOutletKey(outlet), outlet);
      const initials = outlet.match(/\p{Lu}/gu)?.join('') ?? '';
      const short = /^(.{4,60}?)\s(?:news\s)?(?:agency|wire|service|press)$/i.exec(outlet)?.[1];
      if (short !== undefined) this.#short.set(foldName(short), outlet);
      if (INITIALS.test(initials)) this.#initials.set(initials, outlet);
    }
    this.signature = [...this.#known.keys()].sort().join('|');
  }

  /** Names of reports' own outlets, folded: what a reading of a report by these outlets rests on. */
  has(name: string): boolean {
    return this.#known.has(makeOutletKey(name));
  }

  /** The outlet that a name, maybe with words around it that are none of it, stands for. */
  find(name: string): NamedOutlet | undefined {
    const words = name
      .replace(/['’]s?$/, '')
      .replace(/[.,]+$/, '')
      .split(/\s+/)
      .slice(0, MOST_WORDS);
    const parts = listParts(words);
    for (const part of parts) {
      const known =
        this.#known.get(makeOutletKey(part)) ?? this.#initials.get(part) ?? this.#short.get(foldName(part));
      if (known !== undefined) return { key: makeOutletKey(known), name: known };
    }
    for (const part of parts) {
      const found = findOutlet(part) ?? findOutlet(`The ${part}`);
      // What is left over may only be a day or a small word: "The Insider" is not in "Harbour Insider".
      if (found !== undefined && isIdle(words, part)) return { key: makeOutletKey(found), name: found };
    }
    return findByWord(words);
  }
}

/** The whole, then ever shorter beginnings and ends. */
function listParts(words: readonly string[]): readonly string[] {
  const parts = [words.join(' ')];
  for (let length = words.length - 1; length > 0; length -= 1) {
    parts.push(words.slice(words.length - length).join(' '), words.slice(0, length).join(' '));
  }
  return parts;
}

function isIdle(words: readonly string[], part: string): boolean {
  const taken = new Set(part.split(' '));
  return words.every((word) => taken.has(word) || !/^\p{Lu}/u.test(word) || isOpening(word));
}

/** Words with a capital that belong to no name: the first of a sentence, a day, a month. */
function isOpening(word: string): boolean {
  const folded = foldName(word);
  return (
    folded === '' ||
    getWords('weekday').has(folded) ||
    getWords('filler').has(folded) ||
    /^(?:as|since|after|when|while|if|but|and|what|by)$/.test(folded)
  );
}

/** A name of at least two words of which one says that it is an outlet's. */
function findByWord(words: readonly string[]): NamedOutlet | undefined {
  let from = 0;
  while (from < words.length && isOpening(words[from] ?? '')) from += 1;
  const end = words.findIndex((word, at) => at > from && /^(?:on|in|at|by|for)$/.test(word));
  const own = words
    .slice(from, end === -1 ? words.length : end)
    .filter((word) => !getWords('weekday').has(foldName(word)));
  const name = own.join(' ');
  const isOutlet =
    own.length > 1 && splitName(foldName(name)).some((word) => getWords('outletword').has(word));
  return isOutlet ? { key: makeOutletKey(name), name } : undefined;
}
