import type { TextSpan } from '../../model/span.ts';
import { loadPlacePhrases } from '../place/gazetteer.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import { loadNameTagger, type NameType, type TaggedName } from './name-tagger.ts';
import { cutPieces, foldWord, type Pieces } from './phrases.ts';
import { type Alias, loadRegister } from './register.ts';
import { findWeapon } from './weapons.ts';

/** A name in the document. */
export interface Name extends TextSpan {
  /** Index of the sentence. */
  readonly sentence: number;
  /** Token indexes in the sentence, both included. */
  readonly first: number;
  readonly last: number;
  readonly type: NameType;
  /** The register's entry, where the name is one. */
  readonly alias?: Alias;
}

/** The names of a document, in order, with what both later stages need of its sentences. */
export interface Names {
  readonly names: readonly Name[];
  /** Pieces of each sentence, for looking up lists. */
  readonly pieces: readonly Pieces[];
}

/**
 * Finds the names of persons, organisations and places. The tagger reads sentence by sentence; the register and the
 * list of countries add what it passed over; then names seen in one place of the document are found in others.
 *
 * @example
 * findNames(text, sentences).names[0]; // { text: 'Kenneth McKenzie', type: 'person', … }
 */
export function findNames(text: string, sentences: readonly ParsedSentence[]): Names {
  const known = lastResults.get(sentences);
  if (known !== undefined) return known;
  const tagger = loadNameTagger();
  const pieces = sentences.map((sentence) => cutPieces(sentence));
  const found = sentences.map((sentence, s) =>
    addListed(addAppositions(tagger.tag(sentence), sentence), sentence, pieces[s]!)
      .filter((name) => !isWeapon(name, sentence, pieces[s]!))
      .map((name) => joinArticle(name, sentence)),
  );
  const spread = spreadNames(found, sentences);
  const names = spread.flatMap((inSentence, s) =>
    inSentence.map((name): Name => {
      const { tokens } = sentences[s]!;
      const start = tokens[name.first]!.start;
      const end = tokens[name.last]!.end;
      return { ...name, sentence: s, start, end, text: text.slice(start, end) };
    }),
  );
  const result = { names, pieces };
  lastResults.set(sentences, result);
  return result;
}

// The place stage and the entity stage ask for the names of the same document one after the other.
const lastResults = new WeakMap<readonly ParsedSentence[], Names>();

interface FoundName extends TaggedName {
  readonly alias?: Alias;
  readonly isCountry?: boolean;
}

const isUpper = (text: string): boolean => {
  const first = text[0]!;
  return first !== first.toLowerCase();
};

const overlaps = (a: TaggedName, b: TaggedName): boolean => a.first <= b.last && b.first <= a.last;

/** "Ann Example of the United Kingdom" is a person and a place; "Prince of Wales" is one name. */
function cutAtOf(name: TaggedName, tokens: ParsedSentence['tokens']): TaggedName {
  if (name.type !== 'person') return name;
  for (let i = name.first + 2; i < name.last; i++) {
    if (/^(?:of|from|in)$/.test(tokens[i]!.text)) return { ...name, last: i - 1 };
  }
  return name;
}

const RANK =
  /^(?:gen|lt|col|maj|capt|sgt|cpl|adm|cmdr|brig|sen|rep|gov|dr|mr|mrs|ms)\.$|^(?:general|colonel|admiral|lieutenant)$/i;

/** "U.S. Marine Corps Gen. Ann Example" is a person from behind her rank on. */
function cutAtRank(name: TaggedName, tokens: ParsedSentence['tokens']): TaggedName {
  if (name.type !== 'person') return name;
  for (let i = name.last - 1; i >= name.first; i--) {
    if (RANK.test(tokens[i]!.text)) return { ...name, first: i + 1 };
  }
  return name;
}

/** "Secretary of State Ann Example": the portfolio is no person or place, and no part of her name. */
function cutAtPost(name: TaggedName, tokens: ParsedSentence['tokens']): readonly TaggedName[] {
  const { first, last, type } = name;
  const isPortfolio =
    tokens[first]!.text === 'State' &&
    tokens[first - 1]?.text === 'of' &&
    /^(?:Under)?[Ss]ecretar(?:y|ies)$/.test(tokens[first - 2]?.text ?? '');
  if (!isPortfolio || type === 'organization') return [name];
  return first === last ? [] : [{ ...name, first: first + 1 }];
}

const DIVISION =
  /^(?:village|town|city|district|province|region|governorate|suburb|neighbou?rhood|municipality|prefecture|county|hamlet|township|island|port|oblast|commune|borough|emirate)$/;

/** "The village of Halab", "Halab province": what the text itself calls a place is one. */
function addAppositions(tagged: readonly TaggedName[], { tokens }: ParsedSentence): readonly TaggedName[] {
  const names = tagged.flatMap((name) => cutAtPost(cutAtOf(cutAtRank(name, tokens), tokens), tokens));
  for (let i = 0; i < tokens.length; i++) {
    if (!DIVISION.test(tokens[i]!.text)) continue;
    const before = names.findIndex((name) => name.last === i - 1);
    if (tokens[i + 1]?.text !== 'of') {
      if (i < 2 || !isUpper(tokens[i - 1]!.text)) continue;
      if (before >= 0) names[before] = { ...names[before]!, type: 'place' };
      else if (/^NNP/.test(tokens[i - 1]!.xpos)) names.push({ first: i - 1, last: i - 1, type: 'place' });
      continue;
    }
    const first = i + 2;
    if (first >= tokens.length || !isUpper(tokens[first]!.text)) continue;
    const at = names.findIndex((name) => name.first <= first && first <= name.last);
    if (at >= 0) {
      if (names[at]!.first === first) names[at] = { ...names[at]!, type: 'place' };
      continue;
    }
    let last = first;
    const isTaken = (k: number): boolean => names.some((name) => name.first <= k && k <= name.last);
    while (last + 1 < tokens.length && isUpper(tokens[last + 1]!.text) && !isTaken(last + 1)) last++;
    names.push({ first, last, type: 'place' });
  }
  return names.sort((a, b) => a.first - b.first);
}

/** Adds register entries and countries; where a register entry and a tagged name cross, the longer one stays. */
function addListed(tagged: readonly TaggedName[], sentence: ParsedSentence, pieces: Pieces): FoundName[] {
  const names: FoundName[] = [...tagged];
  const register = loadRegister().phrases;
  const places = loadPlacePhrases();
  for (let i = 0; i < sentence.tokens.length; i++) {
    if (names.some((name) => name.alias && name.first <= i && i <= name.last)) continue;
    const match = register.findAt(pieces, i);
    if (match !== undefined && isUpper(sentence.tokens[match.first]!.text)) {
      const { actor, isWeak } = match.value;
      const type: NameType = actor.type === 'person' ? 'person' : 'organization';
      const entry = { first: match.first, last: match.last, type, alias: match.value };
      cutBeforeBody(names, entry, sentence);
      const crossing = names.filter((name) => overlaps(name, entry));
      const same = crossing.find((name) => name.first === entry.first && name.last === entry.last);
      if (same !== undefined) {
        if (!isWeak || same.type === type) names[names.indexOf(same)] = entry;
      } else if (!isWeak && crossing.every((name) => gives(name, entry))) {
        for (const name of crossing) names.splice(names.indexOf(name), 1);
        names.push(entry);
      }
      continue;
    }
    const place = places.findAt(pieces, i, ({ form }) => form === 'name');
    if (place === undefined || !isUpper(sentence.tokens[i]!.text)) continue;
    const isLong = place.last > place.first;
    if (!isLong && place.value.precision !== 'country') continue;
    const entry = { first: place.first, last: place.last, type: 'place' as const, isCountry: true };
    const crossing = names.filter((name) => overlaps(name, entry));
    // A listed name of several words, and a country's, is that place whatever the tagger took it for; only persons
    // bear the names of some countries.
    const yields = (name: FoundName): boolean =>
      name.alias === undefined &&
      name.first >= entry.first &&
      name.last <= entry.last &&
      (isLong || name.type !== 'person');
    if (!crossing.every(yields)) continue;
    for (const name of crossing) names.splice(names.indexOf(name), 1);
    names.push(entry);
  }
  return names.sort((a, b) => a.first - b.first);
}

/** "Khazali of Asa'ib Ahl al-Haq": a person, and behind "of" the body that he belongs to. */
function cutBeforeBody(names: FoundName[], entry: FoundName, { tokens }: ParsedSentence): void {
  const of = entry.first - 1;
  if (entry.type !== 'organization' || tokens[of]?.text !== 'of') return;
  const at = names.findIndex(
    (name) =>
      name.type === 'person' && name.alias === undefined && name.first < of && name.last >= entry.first,
  );
  if (at >= 0) names[at] = { ...names[at]!, last: of - 1 };
}

/** A name inside a register entry gives way to it, and so does a "person" that begins with the name of a body. */
function gives(name: FoundName, entry: FoundName): boolean {
  if (name.first >= entry.first && name.last <= entry.last) return true;
  return name.type === 'person' && entry.type === 'organization' && name.first === entry.first;
}

/** "M16" and "F-35" look like names to the tagger. */
function isWeapon(name: FoundName, sentence: ParsedSentence, pieces: Pieces): boolean {
  return name.alias === undefined && findWeapon(sentence, pieces, name.first)?.last === name.last;
}

/** `al`, `bin` and the like before the hyphen belong to the name after it. */
function joinArticle(name: FoundName, { tokens }: ParsedSentence): FoundName {
  const { first } = name;
  if (first < 2 || tokens[first - 1]!.text !== '-') return name;
  const isArticle = /^(?:al|el|ul|as|ash|ar|ad|an)$/i.test(tokens[first - 2]!.text);
  return isArticle && tokens[first - 2]!.end === tokens[first - 1]!.start
    ? { ...name, first: first - 2 }
    : name;
}

interface Votes {
  readonly types: Map<NameType, number>;
}

const keyOf = (sentence: ParsedSentence, first: number, last: number): string => {
  let key = '';
  for (let i = first; i <= last; i++) key += `${foldWord(sentence.tokens[i]!.text)} `;
  return key;
};

/**
 * One name, one type in a document: mentions vote, and the last word of a longer person's name counts for the person.
 * Runs of capitalised words that were passed over but are names elsewhere in the document are added.
 */
function spreadNames(
  found: readonly (readonly FoundName[])[],
  sentences: readonly ParsedSentence[],
): readonly (readonly FoundName[])[] {
  const votes = new Map<string, Votes>();
  const vote = (key: string, type: NameType, weight: number): void => {
    const entry = votes.get(key) ?? { types: new Map() };
    entry.types.set(type, (entry.types.get(type) ?? 0) + weight);
    votes.set(key, entry);
  };
  found.forEach((names, s) => {
    const sentence = sentences[s]!;
    for (const name of names) {
      vote(
        keyOf(sentence, name.first, name.last),
        name.type,
        name.alias?.isWeak === false || name.isCountry ? 5 : 1,
      );
      if (name.type === 'person' && name.last > name.first && isUpper(sentence.tokens[name.last]!.text)) {
        vote(keyOf(sentence, name.last, name.last), 'person', 1.5);
      }
    }
  });
  const typeOf = (key: string): NameType | undefined => {
    const entry = votes.get(key);
    if (entry === undefined) return undefined;
    return [...entry.types].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  };
  return found.map((names, s) => {
    const sentence = sentences[s]!;
    const typed = names.map((name) => {
      const type = typeOf(keyOf(sentence, name.first, name.last));
      return type === undefined || name.alias !== undefined || name.isCountry ? name : { ...name, type };
    });
    return [...typed, ...missedIn(sentence, typed, typeOf)].sort((a, b) => a.first - b.first);
  });
}

const LONGEST = 6;

function missedIn(
  sentence: ParsedSentence,
  names: readonly FoundName[],
  typeOf: (key: string) => NameType | undefined,
): FoundName[] {
  const added: FoundName[] = [];
  const { tokens } = sentence;
  const isTaken = (i: number): boolean => names.some((name) => name.first <= i && i <= name.last);
  for (let i = 0; i < tokens.length; i++) {
    if (!isUpper(tokens[i]!.text) || isTaken(i)) continue;
    let end = i;
    while (
      end + 1 < tokens.length &&
      end - i + 1 < LONGEST &&
      isUpper(tokens[end + 1]!.text) &&
      !isTaken(end + 1)
    ) {
      end++;
    }
    for (let last = end; last >= i; last--) {
      // A single word that begins a sentence, or is no noun, may be an ordinary word.
      if (last === i && (tokens[i]!.text.length < 3 || !/^(?:NNP|NN|FW)/.test(tokens[i]!.xpos))) continue;
      const type = typeOf(keyOf(sentence, i, last));
      if (type === undefined) continue;
      added.push({ first: i, last, type });
      i = last;
      break;
    }
  }
  return added;
}
