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
 * Names by which outlets were asked for, as hashes in order: two names with one hash only make it look as if more had been asked.
 */
export type Asked = Int32Array;

const [KEY, INITIAL, SHORT] = [1, 2, 3];

function hash(sort: number, name: string): number {
  let value = 0x811c9dc5 ^ sort;
  for (let at = 0; at < name.length; at++) value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
  return value | 0;
}

function isAmong(asked: Asked, value: number): boolean {
  let [from, to] = [0, asked.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (asked[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return asked[from] === value;
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
  #signature: string | undefined;
  /** What is asked of them, while somebody wants to know. */
  #asked: Set<number> | undefined;

  constructor(reports: Iterable<Pick<Report, 'outlet'>>) {
    for (const { outlet } of reports) {
      if (outlet === undefined || this.#known.has(makeOutletKey(outlet))) continue;
      this.#known.set(makeOutletKey(outlet), outlet);
      const initials = outlet.match(/\p{Lu}/gu)?.join('') ?? '';
      const short = /^(.{4,60}?)\s(?:news\s)?(?:agency|wire|service|press)$/i.exec(outlet)?.[1];
      if (short !== undefined) this.#short.set(foldName(short), outlet);
      if (INITIALS.test(initials)) this.#initials.set(initials, outlet);
    }
  }

  /** The same for the same outlets. */
  get signature(): string {
    this.#signature ??= [...this.#known.keys()].sort().join('|');
    return this.#signature;
  }

  /** Begins to note what is asked of them; what is given ends it, and tells. */
  listen(): () => Asked {
    const asked = new Set<number>();
    this.#asked = asked;
    return () => {
      this.#asked = undefined;
      return Int32Array.from(asked).sort();
    };
  }

  /** Whether others, of whom so much was asked, answered as these would. */
  answersAs(others: Outlets, asked: Asked): boolean {
    const lists = [
      [KEY, this.#known, others.#known],
      [INITIAL, this.#initials, others.#initials],
      [SHORT, this.#short, others.#short],
    ] as const;
    return lists.every(([sort, own, theirs]) => {
      for (const [name, outlet] of own)
        if (theirs.get(name) !== outlet && isAmong(asked, hash(sort, name))) return false;
      for (const [name, outlet] of theirs)
        if (own.get(name) !== outlet && isAmong(asked, hash(sort, name))) return false;
      return true;
    });
  }

  /** Names of reports' own outlets, folded: what a reading of a report by these outlets rests on. */
  has(name: string): boolean {
    const key = makeOutletKey(name);
    this.#asked?.add(hash(KEY, key));
    return this.#known.has(key);
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
      const [key, short] = [makeOutletKey(part), foldName(part)];
      this.#asked?.add(hash(KEY, key)).add(hash(INITIAL, part)).add(hash(SHORT, short));
      const known = this.#known.get(key) ?? this.#initials.get(part) ?? this.#short.get(short);
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
