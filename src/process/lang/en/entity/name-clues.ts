import { cityKey, loadCities } from '../../../place/cities.ts';
import { type KnownPlace, loadPlacePhrases } from '../../../place/gazetteer.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { type Casing, findCasing } from '../casing.ts';
import { hashString } from '../hash.ts';
import { loadNameLists } from './name-lists.ts';
import { cutPieces, type Pieces } from './phrases.ts';
import { loadRegister } from './register.ts';

/** What the lists say of each token of a sentence; small numbers, 0 where they say nothing. */
export interface NameClues {
  readonly casing: Casing;
  readonly pieces: Pieces;
  /** Register: 1 + 2 · type + (inside ? 1 : 0); types person, organization, outlet. */
  readonly actor: Uint8Array;
  /** Place lists: country, region, site, sea, adjective, people, each first and inside. */
  readonly place: Uint8Array;
  /** Cities: large, middling, small, each first and inside. */
  readonly city: Uint8Array;
  /** Bit 1: given name, bit 2: family name. */
  readonly person: Uint8Array;
  /** Number of the word's class among titles, offices, bodies and so on. */
  readonly word: Uint8Array;
  /** First and last token of the run of capitalised tokens that a token stands in; -1 outside. */
  readonly runFirst: Int16Array;
  readonly runLast: Int16Array;
}

const PLACE_KINDS = ['country', 'region', 'site', 'sea', 'adjective', 'people'] as const;
const WORD_CLASSES = ['title', 'office', 'body', 'company', 'site', 'area'];

/** Looks up every token of a sentence in the lists. Linear in the sentence. */
export function findClues(sentence: ParsedSentence): NameClues {
  const { tokens } = sentence;
  const n = tokens.length;
  const pieces = cutPieces(sentence);
  const clues: NameClues = {
    casing: findCasing(tokens.map((token) => token.text)),
    pieces,
    actor: new Uint8Array(n),
    place: new Uint8Array(n),
    city: new Uint8Array(n),
    person: new Uint8Array(n),
    word: new Uint8Array(n),
    runFirst: new Int16Array(n).fill(-1),
    runLast: new Int16Array(n).fill(-1),
  };
  markRuns(sentence, clues);
  markPhrases(pieces, clues, n);
  const lists = loadNameLists();
  for (let i = 0; i < n; i++) {
    const text = tokens[i]!.text;
    const form = clues.casing === 'capitals' ? titleCase(text) : text;
    clues.person[i] = (lists.given.has(form) ? 1 : 0) | (lists.family.has(form) ? 2 : 0);
    clues.word[i] = 1 + WORD_CLASSES.indexOf(lists.words.get(form) ?? '');
    if (clues.runFirst[i]! >= 0) markCity(sentence, clues, i);
  }
  return clues;
}

function titleCase(word: string): string {
  return word[0]! + word.slice(1).toLowerCase();
}

const isUpper = (text: string): boolean => {
  const first = text[0]!;
  return first !== first.toLowerCase();
};

/** Runs of capitalised tokens; a hyphen or apostrophe between two of them does not break a run. */
function markRuns({ tokens }: ParsedSentence, { runFirst, runLast }: NameClues): void {
  for (let i = 0; i < tokens.length; i++) {
    if (!isUpper(tokens[i]!.text)) continue;
    let last = i;
    for (let k = i + 1; k < tokens.length; k++) {
      const text = tokens[k]!.text;
      if (isUpper(text)) last = k;
      else if (!(/^[-–'’&]$/.test(text) && k + 1 < tokens.length && isUpper(tokens[k + 1]!.text))) break;
    }
    runFirst.fill(i, i, last + 1);
    runLast.fill(last, i, last + 1);
    i = last;
  }
}

function markPhrases(pieces: Pieces, { actor, place }: NameClues, n: number): void {
  const { phrases } = loadRegister();
  const places = loadPlacePhrases();
  for (let i = 0; i < n; i++) {
    const found = phrases.findAt(pieces, i);
    if (found !== undefined) {
      const { type, news } = found.value.actor;
      const code =
        1 + 2 * (type === 'person' ? 0 : news === undefined ? 1 : 2) + (found.value.isWeak ? 6 : 0);
      fill(actor, found.first, found.last, code);
    }
    const where = places.findAt(pieces, i);
    if (where !== undefined) fill(place, where.first, where.last, 1 + 2 * kindOf(where.value));
  }
}

/** Writes a class over a range unless a longer earlier match lies there. */
function fill(into: Uint8Array, first: number, last: number, code: number): void {
  if (into[first] !== 0) return;
  into[first] = code;
  for (let i = first + 1; i <= last; i++) into[i] = code + 1;
}

function kindOf(place: KnownPlace): number {
  if (place.form !== 'name') return PLACE_KINDS.indexOf(place.form);
  if (place.precision === 'country') return 0;
  if (place.precision === 'sea') return 3;
  return place.precision === 'site' ? 2 : 1;
}

const LONGEST_CITY = 3;
const populations = new Map<string, number>();

/** Greatest population of a city of that name, by a small cache over the gazetteer. */
function populationOf(name: string): number {
  let population = populations.get(name);
  if (population === undefined) {
    population = loadCities().populationOf(hashString(cityKey(name)));
    if (populations.size > 20_000) populations.clear();
    populations.set(name, population);
  }
  return population;
}

function markCity({ tokens }: ParsedSentence, { city, runLast }: NameClues, i: number): void {
  if (city[i] !== 0) return;
  const stop = Math.min(runLast[i]!, i + LONGEST_CITY - 1);
  for (let last = stop; last >= i; last--) {
    let name = tokens[i]!.text;
    for (let k = i + 1; k <= last; k++) {
      name += tokens[k]!.start > tokens[k - 1]!.end ? ` ${tokens[k]!.text}` : tokens[k]!.text;
    }
    if (name.length > 40 || name.length < 3) continue;
    const population = populationOf(name);
    if (population === 0) continue;
    fill(city, i, last, 1 + 2 * (population >= 500_000 ? 0 : population >= 50_000 ? 1 : 2));
    return;
  }
}
