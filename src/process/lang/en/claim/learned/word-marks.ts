import { hashString } from '../../hash.ts';
import type { WordTable } from '../../words.ts';

/** What a word is, by its text, its tags and how it hangs on another: one bit each. */
export const MARKS = {
  /** By its text. */
  comma: 1 << 0,
  colon: 1 << 1,
  /** Punctuation that is left out at the ends of a piece. */
  loose: 1 << 2,
  capital: 1 << 3,
  that: 1 << 4,
  /** May open what somebody says: "whether", "against". */
  opener: 1 << 5,
  /** By its tags. */
  nominal: 1 << 6,
  verb: 1 << 7,
  /** Verb or auxiliary. */
  predicate: 1 << 8,
  conjunction: 1 << 9,
  preposition: 1 << 10,
  /** May stand before a clause without belonging to it. */
  linking: 1 << 11,
  finite: 1 << 12,
  /** Any form of a verb by its fine tag. */
  verbal: 1 << 13,
  /** By how it hangs. */
  leftOfNoun: 1 << 14,
  partOfName: 1 << 15,
  case: 1 << 16,
  mark: 1 << 17,
  determiner: 1 << 18,
  punct: 1 << 19,
  /** Before the first word of a phrase. */
  leading: 1 << 20,
  /** Never the main word of a piece where there is another. */
  weak: 1 << 21,
  clausal: 1 << 22,
  /** Its word, not only that it is there, tells whether what it hangs on attributes. */
  told: 1 << 23,
} as const;

const TEXTS: readonly Listed[] = [
  [MARKS.comma, [',']],
  [MARKS.colon, [':']],
  [MARKS.that, ['that']],
  [
    MARKS.opener,
    [
      'that', 'to', 'whether', 'if', 'how', 'what', 'why', 'when', 'where', 'who', 'which', 'as', 'of', 'about', 'for', 'against', 'with', 'in', 'on', 'over', 'into', 'from',
    ], // biome-ignore format: a table
  ],
];
const COARSE_TAGS: readonly Listed[] = [
  [MARKS.nominal, ['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ', 'SYM', 'X']],
  [MARKS.verb, ['VERB']],
  [MARKS.predicate, ['VERB', 'AUX']],
  [MARKS.conjunction, ['CCONJ']],
  [MARKS.preposition, ['ADP']],
  [MARKS.linking, ['CCONJ', 'ADV', 'SCONJ']],
];
const FINE_TAGS: readonly Listed[] = [[MARKS.finite, ['VBD', 'VBZ', 'VBP', 'MD']]];
const RELATIONS: readonly Listed[] = [
  [
    MARKS.leftOfNoun,
    ['det', 'amod', 'compound', 'nummod', 'nmod:poss', 'flat', 'advmod', 'nmod:desc', 'det:predet', 'nmod:unmarked', 'goeswith'], // biome-ignore format: a table
  ],
  [MARKS.partOfName, ['flat', 'compound', 'flat:foreign']],
  [MARKS.case, ['case']],
  [MARKS.mark, ['mark']],
  [MARKS.determiner, ['det']],
  [MARKS.punct, ['punct']],
  [MARKS.leading, ['case', 'cc', 'mark', 'punct']],
  [MARKS.weak, ['mark', 'case', 'cc', 'advmod']],
  [MARKS.clausal, ['ccomp', 'xcomp', 'advcl', 'parataxis', 'acl', 'acl:relcl', 'conj', 'csubj']],
  [
    MARKS.told,
    [
      'nsubj', 'nsubj:pass', 'obj', 'iobj', 'ccomp', 'xcomp', 'mark', 'aux', 'aux:pass', 'compound:prt', 'obl', 'case', 'advmod', 'nmod:poss', 'acl', 'nmod', 'det', 'cop', 'parataxis', 'advcl',
    ], // biome-ignore format: a table
  ],
];

type Listed = readonly [mark: number, words: readonly string[]];

const marksIn = (table: readonly Listed[], word: string): number =>
  table.reduce((marks, [mark, words]) => (words.includes(word) ? marks | mark : marks), 0);

/** What is known of a word wherever it stands. */
export interface WordMarks {
  readonly lower: number;
  readonly fine: number;
  readonly coarse: number;
  readonly isWord: boolean;
  readonly marks: number;
}

/** A tag or relation as a number, and the bits that it stands for. */
export interface TagMarks {
  readonly hash: number;
  readonly marks: number;
}

const WORD = /[\p{L}\p{N}$€£%]/u;
const KEPT = /^(?:[“”"'‘’()[\]«»]|''|``)$/;
const LONGEST = 40;
/** Hostile text may hold any number of different words: start again rather than grow for ever. */
const CACHED = 20_000;

const remember = <T>(make: (key: string) => T): ((key: string) => T) => {
  const cache = new Map<string, T>();
  return (key) => {
    let known = cache.get(key);
    if (known !== undefined) return known;
    known = make(key);
    if (cache.size > CACHED) cache.clear();
    if (key.length <= LONGEST) cache.set(key, known);
    return known;
  };
};

const tables = new WeakMap<WordTable, (text: string) => WordMarks>();

/** Describes words by their text. */
export function describeWords(table: WordTable): (text: string) => WordMarks {
  let known = tables.get(table);
  if (known === undefined) {
    known = remember((text) => describeWord(text, table));
    tables.set(table, known);
  }
  return known;
}

function describeWord(text: string, table: WordTable): WordMarks {
  const small = text.slice(0, LONGEST).toLowerCase();
  const row = table.row(small);
  const isWord = WORD.test(text);
  return {
    lower: hashString(small.replace(/\d/g, '0')),
    fine: table.cluster(row, 1),
    coarse: table.cluster(row, 2),
    isWord,
    marks:
      marksIn(TEXTS, text.toLowerCase()) |
      (/^\p{Lu}/u.test(text) ? MARKS.capital : 0) |
      (isWord || KEPT.test(text) ? 0 : MARKS.loose),
  };
}

export const hashLemma = remember((lemma) => hashString(lemma.slice(0, LONGEST).toLowerCase()));

/** Bits of a coarse tag. */
export const markCoarseTag = remember((upos) => marksIn(COARSE_TAGS, upos));

export const describeFineTag = remember(
  (xpos): TagMarks => ({
    hash: hashString(xpos),
    marks: marksIn(FINE_TAGS, xpos) | (xpos.startsWith('VB') ? MARKS.verbal : 0),
  }),
);

export const describeRelation = remember(
  (deprel): TagMarks => ({ hash: hashString(deprel), marks: marksIn(RELATIONS, deprel) }),
);
