import { type KnownPlace, loadPlacePhrases } from '../../../place/gazetteer.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { makeCache } from '../cache.ts';
import { type Casing, findCasing } from '../casing.ts';
import { type NameWord, populationOf, recallWord } from './name-word.ts';
import { cutPieces } from './phrases.ts';
import { loadRegister } from './register.ts';

/** What the lists say of each token of a sentence; small numbers, 0 where they say nothing. */
export interface NameClues {
  readonly casing: Casing;
  readonly words: readonly NameWord[];
  /** Register: 1 + 2 · type + (inside ? 1 : 0); types person, organization, outlet. */
  readonly actor: Uint8Array;
  /** Place lists: country, region, site, sea, adjective, people, each first and inside. */
  readonly place: Uint8Array;
  /** Cities: large, middling, small, each first and inside. */
  readonly city: Uint8Array;
  /** First and last token of the run of capitalised tokens that a token stands in; -1 outside. */
  readonly runFirst: Int32Array;
  readonly runLast: Int32Array;
}

type Room = Omit<NameClues, 'casing' | 'words'>;

const PLACE_KINDS = ['country', 'region', 'site', 'sea', 'adjective', 'people'] as const;

const makeRoom = (length: number): Room => ({
  actor: new Uint8Array(length),
  place: new Uint8Array(length),
  city: new Uint8Array(length),
  runFirst: new Int32Array(length),
  runLast: new Int32Array(length),
});

// One room for all sentences: what is found in one is read before the next is begun.
let room = makeRoom(256);

function clearRoom(length: number): Room {
  if (room.actor.length < length) room = makeRoom(2 * length);
  room.actor.fill(0, 0, length);
  room.place.fill(0, 0, length);
  room.city.fill(0, 0, length);
  room.runFirst.fill(-1, 0, length);
  room.runLast.fill(-1, 0, length);
  return room;
}

/** Looks up every token of a sentence in the lists. Linear in the sentence; good until the next sentence is read. */
export function findClues(sentence: ParsedSentence): NameClues {
  const { tokens } = sentence;
  const casing = findCasing(tokens.map((token) => token.text));
  const words = tokens.map((token) => recallWord(token.text, casing));
  const { actor, place, city, runFirst, runLast } = clearRoom(tokens.length);
  const clues = { casing, words, actor, place, city, runFirst, runLast };
  markRuns(sentence, clues);
  markPhrases(sentence, clues);
  for (let i = 0; i < tokens.length; i++) if (runFirst[i]! >= 0) markCity(sentence, clues, i);
  return clues;
}

const JOINING = "-–'’&";

/** Runs of capitalised tokens; a hyphen or apostrophe between two of them does not break a run. */
function markRuns({ tokens }: ParsedSentence, { words, runFirst, runLast }: NameClues): void {
  for (let i = 0; i < words.length; i++) {
    if (!words[i]!.isUpper) continue;
    let last = i;
    for (let k = i + 1; k < words.length; k++) {
      if (words[k]!.isUpper) last = k;
      else if (!(isJoining(tokens[k]!.text) && k + 1 < words.length && words[k + 1]!.isUpper)) break;
    }
    for (let k = i; k <= last; k++) {
      runFirst[k] = i;
      runLast[k] = last;
    }
    i = last;
  }
}

function isJoining(text: string): boolean {
  return text.length === 1 && JOINING.includes(text);
}

function markPhrases(sentence: ParsedSentence, { actor, place }: NameClues): void {
  const pieces = cutPieces(sentence);
  const { phrases } = loadRegister();
  const places = loadPlacePhrases();
  for (let i = 0; i < sentence.tokens.length; i++) {
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
const populations = makeCache<number>(5_000);

/** The same of a name of several words, by a small cache over the gazetteer. */
function recallPopulation(name: string): number {
  const known = populations.get(name);
  if (known !== undefined) return known;
  const population = populationOf(name);
  if (name.length <= 60) populations.set(name, population);
  return population;
}

function markCity({ tokens }: ParsedSentence, { city, words, runLast }: NameClues, i: number): void {
  if (city[i] !== 0) return;
  const stop = Math.min(runLast[i]!, i + LONGEST_CITY - 1);
  for (let last = stop; last >= i; last--) {
    const population = last === i ? words[i]!.population : recallPopulation(joinWords(tokens, i, last));
    if (population === 0) continue;
    fill(city, i, last, 1 + 2 * (population >= 500_000 ? 0 : population >= 50_000 ? 1 : 2));
    return;
  }
}

function joinWords(tokens: ParsedSentence['tokens'], first: number, last: number): string {
  let name = tokens[first]!.text;
  for (let k = first + 1; k <= last; k++) {
    name += tokens[k]!.start > tokens[k - 1]!.end ? ` ${tokens[k]!.text}` : tokens[k]!.text;
  }
  return name;
}
