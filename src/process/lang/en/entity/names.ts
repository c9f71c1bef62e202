import type { TextSpan } from '../../../../model/span.ts';
import { type KnownPlace, loadPlacePhrases } from '../../../place/gazetteer.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { addAbbreviations } from './name-brackets.ts';
import { cutName } from './name-cuts.ts';
import { addGivenNames } from './name-given.ts';
import { joinNames } from './name-joins.ts';
import { isName } from './name-sieve.ts';
import { type FoundName, spreadNames } from './name-spread.ts';
import { loadNameTagger, type NameType, type TaggedName } from './name-tagger.ts';
import { cutPieces, type PhraseMatch, type Pieces } from './phrases.ts';
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
  if (last?.sentences === sentences) return last.names;
  const tagger = loadNameTagger();
  const pieces = sentences.map((sentence) => cutPieces(sentence));
  const found = sentences.map((sentence, s) => {
    const described = addAppositions(tagger.tag(sentence), sentence);
    const listed = addListed(described, sentence, pieces[s]!);
    const armless = listed.filter((name) => !isWeapon(name, sentence, pieces[s]!));
    return addAbbreviations(joinNames(armless, sentence), sentence);
  });
  const spread = spreadNames(found, sentences);
  const names = spread.flatMap((inSentence, s) =>
    joinNames(inSentence, sentences[s]!)
      .filter((name) => isName(name, sentences[s]!, pieces[s]!))
      .map((name): Name => {
        const { tokens } = sentences[s]!;
        const start = tokens[name.first]!.start;
        const end = tokens[name.last]!.end;
        return { ...name, sentence: s, start, end, text: text.slice(start, end) };
      }),
  );
  last = { sentences, names: { names, pieces } };
  return last.names;
}

// The place stage and the entity stage ask for the names of the same document one after the other.
let last: { readonly sentences: readonly ParsedSentence[]; readonly names: Names } | undefined;

const isUpper = (text: string): boolean => {
  const first = text[0]!;
  return first !== first.toLowerCase();
};

const overlaps = (a: TaggedName, b: TaggedName): boolean => a.first <= b.last && b.first <= a.last;

const DIVISIONS: ReadonlySet<string> = new Set(
  'village town city district province region governorate suburb neighborhood neighbourhood municipality prefecture county hamlet township island port oblast commune borough emirate'.split(
    ' ',
  ),
);

/** "The village of Halab", "Halab province": what the text itself calls a place is one. */
function addAppositions(tagged: readonly TaggedName[], sentence: ParsedSentence): readonly TaggedName[] {
  const { tokens } = sentence;
  const names: TaggedName[] = [];
  for (const name of tagged) for (const cut of cutName(name, tokens)) names.push(cut);
  addGivenNames(names, sentence);
  for (let i = 0; i < tokens.length; i++) if (DIVISIONS.has(tokens[i]!.text)) addDivision(names, i, tokens);
  return names.sort((a, b) => a.first - b.first);
}

function addDivision(names: TaggedName[], i: number, tokens: ParsedSentence['tokens']): void {
  const before = names.findIndex((name) => name.last === i - 1);
  if (tokens[i + 1]?.text !== 'of') {
    if (i < 2 || !isUpper(tokens[i - 1]!.text)) return;
    if (before >= 0) names[before] = { ...names[before]!, type: 'place' };
    else if (/^NNP/.test(tokens[i - 1]!.xpos)) names.push({ first: i - 1, last: i - 1, type: 'place' });
    return;
  }
  const first = i + 2;
  if (first >= tokens.length || !isUpper(tokens[first]!.text)) return;
  const at = names.findIndex((name) => name.first <= first && first <= name.last);
  if (at >= 0) {
    if (names[at]!.first === first) names[at] = { ...names[at]!, type: 'place' };
    return;
  }
  let last = first;
  const isTaken = (k: number): boolean => names.some((name) => name.first <= k && k <= name.last);
  while (last + 1 < tokens.length && isUpper(tokens[last + 1]!.text) && !isTaken(last + 1)) last++;
  names.push({ first, last, type: 'place' });
}

const isPlaceName = ({ form }: KnownPlace): boolean => form === 'name';

/** Adds register entries and countries; where a register entry and a tagged name cross, the longer one stays. */
function addListed(tagged: readonly TaggedName[], sentence: ParsedSentence, pieces: Pieces): FoundName[] {
  const names: FoundName[] = [...tagged];
  const register = loadRegister().phrases;
  const places = loadPlacePhrases();
  for (let i = 0; i < sentence.tokens.length; i++) {
    if (!isUpper(sentence.tokens[i]!.text)) continue;
    const match = register.findAt(pieces, i);
    const place = match === undefined ? places.findAt(pieces, i, isPlaceName) : undefined;
    if ((match === undefined && place === undefined) || isInListed(names, i)) continue;
    if (match !== undefined) addActor(names, match, sentence);
    else if (place !== undefined) addPlace(names, place);
  }
  return names.sort((a, b) => a.first - b.first);
}

function isInListed(names: readonly FoundName[], i: number): boolean {
  return names.some((name) => name.alias && name.first <= i && i <= name.last);
}

function addActor(
  names: FoundName[],
  { first, last, value: alias }: PhraseMatch<Alias>,
  sentence: ParsedSentence,
): void {
  const { actor, isWeak } = alias;
  const type: NameType = actor.type === 'person' ? 'person' : 'organization';
  const entry = { first, last, type, alias };
  cutBeforeBody(names, entry, sentence);
  const crossing = names.filter((name) => overlaps(name, entry));
  const same = crossing.find((name) => name.first === first && name.last === last);
  if (same !== undefined) {
    if (!isWeak || same.type === type) names[names.indexOf(same)] = entry;
  } else if (!isWeak && crossing.every((name) => gives(name, entry))) {
    for (const name of crossing) names.splice(names.indexOf(name), 1);
    names.push(entry);
  }
}

function addPlace(names: FoundName[], { first, last, value }: PhraseMatch<KnownPlace>): void {
  const isLong = last > first;
  if (!isLong && value.precision !== 'country') return;
  const entry = { first, last, type: 'place' as const, isCountry: true };
  const crossing = names.filter((name) => overlaps(name, entry));
  // A listed name of several words, and a country's, is that place whatever the tagger took it for; only persons
  // bear the names of some countries.
  const yields = (name: FoundName): boolean =>
    name.alias === undefined &&
    name.first >= first &&
    name.last <= last &&
    (isLong || name.type !== 'person');
  if (!crossing.every(yields)) return;
  for (const name of crossing) names.splice(names.indexOf(name), 1);
  names.push(entry);
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
