import { loadNameLists } from '../lang/en/entity/name-lists.ts';
import type { Name, Names } from '../lang/en/entity/names.ts';
import { foldWord } from '../lang/en/entity/phrases.ts';
import type { ParsedSentence, Token } from '../sentence/parsed.ts';
import { findCandidates } from './candidates.ts';
import { findEmbedded } from './embedded.ts';
import { findEvident, type ToldSentence, tellSentence } from './evident.ts';
import { type KnownPlace, loadPlacePhrases } from './gazetteer.ts';
import { type Found, OFFICE, settleName, textOf } from './settle.ts';

/** Diseases and the like bear the names of places: "West Nile virus", "Rift Valley fever". */
const EPONYM =
  /^(?:virus|viruses|fever|disease|flu|influenza|encephalitis|syndrome|strain|strains|variant|subtype|genotype|ebolavirus|hantavirus)$/i;
const LOCATING =
  /^(?:in|from|to|at|near|into|across|outside|inside|through|throughout|around|of|between|for|toward|towards|within|leaving|visiting|on)$/i;

/** Places whose names are given to children, beyond the list of given names. */
const GIVEN: ReadonlySet<string> = new Set(
  'Adelaide Alexandria America Asia Austin Bethany Bristol Brooklyn Carolina Catalina Chad Charlotte Chelsea Chester Cheyenne Clare Dakota Dallas Denver Devon Diego Erin Florence Florida Geneva Georgia Holland Houston India Ireland Israel Jackson Jordan Kent Kenya Kingston Lara Lincoln Logan London Lourdes Madison Malta Marina Memphis Montana Orlando Paris Petra Phoenix Preston Regina Roman Santiago Savannah Shannon Siena Skye Sofia Sydney Troy Tyler Valencia Verona Victoria Vienna Virginia'.split(
    ' ',
  ),
);

/** Last words of the names of places that need no further sign that they are some. */
const NATURAL =
  /^(?:River|Park|Bridge|Port|Basin|Bay|Gulf|Airport|Airfield|Base|Camp|Prison|Island|Islands|Valley|Mountain|Mountains|Hill|Hills|Forest|Reserve|Region|Zone|District|Province|County|Municipality|Governorate|Lake|Sea|Strait|Canal|Creek|Falls|Beach|Coast|Desert|Peninsula|Cape|Plateau|Delta|Dam|Reef|Volcano|Glacier|Village|City|Town|Corridor|Crossing|Square|Street|Road|Avenue|Highway|Expressway|Mosque|Hemisphere|Heights|Territory|State|Embassy|Quarter|Suburb|Estate|Plaza|Station|Terminal|Harbour|Harbor|Refinery|Mine)$/;

interface Told {
  readonly text: string;
  readonly given: ReadonlySet<string>;
}

/** Names of places, and listed places and peoples outside other names, in the order of the text. */
export function findMentions(
  { names, pieces }: Names,
  sentences: readonly ParsedSentence[],
  text: string,
): readonly Found[] {
  const bySentence: Name[][] = sentences.map(() => []);
  for (const name of names) bySentence[name.sentence]!.push(name);
  const told = sentences.map((sentence, index) =>
    tellSentence(sentence, index, { pieces: pieces[index]!, names: bySentence[index]! }),
  );
  const shown: Found[][] = sentences.map(() => []);
  for (const found of findEvident(told, loadPlacePhrases())) shown[found.sentence]!.push(found);
  const given = givenNames(names, sentences);
  return told
    .flatMap((one) => {
      const found = findInSentence(one, shown[one.index]!, text);
      return found.filter((place) => isMeant(place, one.sentence, { text, given }));
    })
    .sort((a, b) => a.sentence - b.sentence || a.first - b.first);
}

function findInSentence(told: ToldSentence, shown: readonly Found[], text: string): readonly Found[] {
  const { sentence, index, pieces, names } = told;
  const found: Found[] = [...shown];
  const taken = new Uint8Array(sentence.tokens.length);
  for (const { first, last } of shown) taken.fill(SHOWN, first, last + 1);
  for (const name of names) {
    const { first, last } = name;
    // What the words around show goes before what the tagger says.
    if (taken[first] === SHOWN || taken[last] === SHOWN) continue;
    taken.fill(NAMED, first, last + 1);
    if (name.type === 'place') {
      found.push(...settleName({ sentence: index, first, last, isDemonym: false }, sentence, text));
    } else found.push(...findEmbedded(name, sentence, { phrases: loadPlacePhrases(), pieces }));
  }
  addListed(found, told, taken);
  return found;
}

const NAMED = 1;
const SHOWN = 2;

/** Given names of persons of the document, as far as they stand before a surname: "Georgia Stevens". */
function givenNames(names: readonly Name[], sentences: readonly ParsedSentence[]): ReadonlySet<string> {
  const { given } = loadNameLists();
  const called = new Set<string>();
  for (const { type, sentence, first, last, alias } of names) {
    if (type !== 'person' || last === first || alias !== undefined) continue;
    const { text } = sentences[sentence]!.tokens[first]!;
    if (GIVEN.has(text) || given.has(foldWord(text))) called.add(text);
  }
  return called;
}

/**
 * Turns down what the words around show to be no place: a disease, a person called by the given name, an office,
 * and an unknown name that nothing is said to be in.
 */
function isMeant(found: Found, { tokens }: ParsedSentence, { text, given }: Told): boolean {
  const { first, last, isDemonym, isEmbedded, isEvidence } = found;
  if (isEvidence) return true;
  if (EPONYM.test(tokens[last + 1]?.text ?? '') && !isDemonym) return false;
  if (isDemonym || isEmbedded) return true;
  const before = tokens[first - 1]?.text ?? '';
  if (first === last)
    return !given.has(tokens[first]!.text) || LOCATING.test(before) || isListMember(tokens, first);
  const candidates = findCandidates(found.name ?? textOf(found, tokens, text, last));
  if (candidates.length === 0) {
    const word = tokens[last]!.text;
    return NATURAL.test(word) || (LOCATING.test(before) && !OFFICE.test(word));
  }
  return true;
}

/** "Atlanta, Georgia": a name behind another name and a comma. */
function isListMember(tokens: readonly Token[], first: number): boolean {
  return tokens[first - 1]?.text === ',' && /^NNP/.test(tokens[first - 2]?.xpos ?? '');
}

/** Adds listed places and peoples that lie in no name. */
function addListed(found: Found[], { sentence, index, pieces }: ToldSentence, taken: Uint8Array): void {
  const phrases = loadPlacePhrases();
  for (let i = 0; i < sentence.tokens.length; i++) {
    const match = phrases.findAt(pieces, i);
    if (match === undefined || !/^\p{Lu}/u.test(sentence.tokens[i]!.text)) continue;
    let isFree = true;
    for (let k = match.first; k <= match.last; k++) isFree &&= taken[k] === 0;
    if (!isFree) continue;
    if (isListedMeant(match.value, sentence, match)) {
      const { first, last } = match;
      found.push({ sentence: index, first, last, isDemonym: match.value.form !== 'name' });
    }
    i = match.last;
  }
}

/** Whether a listed word that the tagger passed over is meant as a place here. */
function isListedMeant(
  place: KnownPlace,
  { tokens }: ParsedSentence,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  const token = tokens[first]!;
  if (place.form === 'adjective') {
    if (first === last && place.name === 'Poland' && !/^(?:JJ|NN)/.test(token.xpos)) return false;
    return true;
  }
  if (place.form === 'people') return /^(?:NN|JJ)/.test(token.xpos);
  if (place.precision === 'country') return /^(?:NN|JJ|CD|FW|PRP)/.test(token.xpos);
  // Regions and sites: at least one word that is tagged as a name, and not the start of a sentence alone.
  if (!/^NNP/.test(token.xpos) && !(last > first)) return false;
  return token.text.length > 2 || token.text.includes('.');
}
