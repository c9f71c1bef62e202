import { findWords, type Word } from './words.ts';

/** One thing to look for: its words must stand side by side, the last may be the beginning of a word. */
export interface QueryTerm {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** A search as understood. With no `terms` nothing can be found. */
export interface ParsedQuery {
  /** All of these must occur. */
  readonly terms: readonly QueryTerm[];
  /** None of these may. */
  readonly without: readonly QueryTerm[];
  /** True where the query was too long and its end was left out. */
  readonly cut: boolean;
}

const MAX_LENGTH = 1000;
const MAX_TERMS = 32;
const MAX_WORDS = 64;

/** A quoted phrase (the closing mark may be missing) or a run without spaces, each perhaps after a minus. */
const PART =
  /([-\u2212]?)(?:["\u201C\u201D\u201E]([^"\u201C\u201D\u201E]*)(?:["\u201C\u201D\u201E]|$)|([^\s"\u201C\u201D\u201E]+))/gu;

/** What may stand between two words that belong together: `Kata'ib`, `al-Tanf`, `1,200`, `AT&T`, or nothing. */
const JOINED = /^['\u2018\u2019\u02BC.\-\u2010-\u2015&/_,]?$/u;

/**
 * Reads what a person typed into the search field. Anything may be typed; nothing is an error.
 * `words`, `"a phrase"`, `-without`, `prefix*`; everything else is taken as words, operators of query languages
 * included.
 *
 * @example
 * parseQuery('embass* "shut down" -drill');
 * // terms: embass*, "shut down"; without: drill
 */
export function parseQuery(query: string): ParsedQuery {
  const terms: QueryTerm[] = [];
  const without: QueryTerm[] = [];
  let room = MAX_WORDS;
  for (const [, minus, phrase, run] of query.slice(0, MAX_LENGTH).matchAll(PART)) {
    const found = phrase === undefined ? parseRun(run ?? '') : parsePhrase(phrase);
    for (const term of found) {
      room -= term.words.length;
      if (terms.length + without.length === MAX_TERMS || room < 0) return { terms, without, cut: true };
      (minus ? without : terms).push(term);
    }
  }
  return { terms, without, cut: query.length > MAX_LENGTH };
}

function parsePhrase(phrase: string): readonly QueryTerm[] {
  const words = findWords(phrase).map((word) => word.folded);
  return words.length === 0 ? [] : [{ words, prefix: phrase.trimEnd().endsWith('*') }];
}

/** `killed,wounded(3)` has no spaces and is still three things: only what is joined by JOINED is one. */
function parseRun(run: string): readonly QueryTerm[] {
  const terms: QueryTerm[] = [];
  let together: Word[] = [];
  const close = (next: string) => {
    if (together.length === 0) return;
    terms.push({ words: together.map((word) => word.folded), prefix: next === '*' });
    together = [];
  };
  for (const word of findWords(run)) {
    const before = together.at(-1);
    if (before && !JOINED.test(run.slice(before.end, word.start))) close(run.charAt(before.end));
    together.push(word);
  }
  const last = together.at(-1);
  if (last) close(run.charAt(last.end));
  return terms;
}
