import { cityKey, loadCities } from '../../../place/cities.ts';
import { type Cache, makeCache } from '../cache.ts';
import { type Casing, plainForm } from '../casing.ts';
import { hashString } from '../hash.ts';
import { shapeOf } from '../tagger-features.ts';
import { isCapitalised } from './mentions.ts';
import { loadNameClusters } from './name-clusters.ts';
import { loadNameLists } from './name-lists.ts';

// Places in the hashes of one word; XPOS and LISTS are of the word where it stands.
export const LOWER = 0;
export const SHAPE = 1;
export const SUFFIX2 = 2;
export const SUFFIX3 = 3;
export const PREFIX3 = 4;
export const XPOS = 5;
export const LISTS = 6;
export const CLASS = 7;
export const FORM = 8;
export const C0 = 9;
export const C1 = 10;
export const C2 = 11;
export const CELLS = 12;

/** What is known of a word form, whatever stands around it. */
export interface NameWord {
  /** One for each of the CELLS; XPOS and LISTS are left empty. */
  readonly hashes: Int32Array;
  readonly isUpper: boolean;
  /** Bit 1: given name, bit 2: family name. */
  readonly person: number;
  /** Greatest population of a city of that name, 0 where there is none. */
  readonly population: number;
  /** No two words that were ever made have the same. */
  readonly number: number;
}

/** What stands before the first word and behind the last. */
export const PAD: NameWord = {
  hashes: new Int32Array(CELLS).fill(hashString('<pad>')),
  isUpper: false,
  person: 0,
  population: 0,
  number: 0,
};

const CACHE_LIMIT = 10_000;
const LONGEST_KEPT = 60;
let made = 0;
const memories: Readonly<Record<Casing, Cache<NameWord>>> = {
  running: makeCache(CACHE_LIMIT),
  headline: makeCache(CACHE_LIMIT),
  capitals: makeCache(CACHE_LIMIT),
};

/** The word of that form in a sentence of that casing. */
export function recallWord(text: string, casing: Casing): NameWord {
  const memory = memories[casing];
  const known = memory.get(text);
  if (known !== undefined) return known;
  const word = makeWord(text, casing);
  if (text.length <= LONGEST_KEPT) memory.set(text, word);
  return word;
}

const WORD_CLASSES = ['title', 'office', 'body', 'company', 'site', 'area'];

function makeWord(text: string, casing: Casing): NameWord {
  const plain = plainForm(text, casing);
  const small = plain.toLowerCase();
  const lower = small.replace(/\d/g, '0').slice(0, 60);
  const clusters = loadNameClusters().of(small);
  const { given, family, words } = loadNameLists();
  const listed = casing === 'capitals' ? titleCase(text) : text;
  const hashes = new Int32Array(CELLS);
  hashes[LOWER] = hashString(lower);
  hashes[FORM] = hashString(plain.replace(/\d/g, '0').slice(0, 60));
  hashes[SHAPE] = hashString(shapeOf(plain));
  hashes[SUFFIX2] = hashString(lower.slice(-2));
  hashes[SUFFIX3] = hashString(lower.slice(-3));
  hashes[PREFIX3] = hashString(lower.slice(0, 3));
  hashes[CLASS] = (1 + WORD_CLASSES.indexOf(words.get(listed) ?? '')) | (1 << 21);
  hashes[C0] = clusters[0] | (1 << 22);
  hashes[C1] = clusters[1] | (1 << 23);
  hashes[C2] = clusters[2] | (1 << 24);
  const isUpper = isCapitalised(text);
  return {
    hashes,
    isUpper,
    person: (given.has(listed) ? 1 : 0) | (family.has(listed) ? 2 : 0),
    population: isUpper ? populationOf(text) : 0,
    number: ++made,
  };
}

function titleCase(word: string): string {
  return word[0]! + word.slice(1).toLowerCase();
}

/** Greatest population of a city of that name, 0 where there is none. */
export function populationOf(name: string): number {
  return name.length > 40 || name.length < 3 ? 0 : loadCities().populationOf(hashString(cityKey(name)));
}
