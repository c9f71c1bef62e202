import { type KnownPlace, loadPlacePhrases } from '../../../place/gazetteer.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { sectorOfNoun } from './collectives.ts';
import { isCapitalised } from './mentions.ts';
import { loadNameLists } from './name-lists.ts';
import type { FoundName } from './name-spread.ts';
import type { Pieces } from './phrases.ts';
import { findShip } from './ships.ts';

/** Bodies that go by one common word and have no other name. */
const LONE_BODY =
  /^(?:Congress|Cabinet|Assembly|Navy|Army|Senate|House|Treasury|Parliament|Star|Times|Post|Guardian|Church)$/;

/**
 * Whether a found name is one: "the Ministry", "Park" as a word for a site, "Prosecutors" that only begin a sentence,
 * "Costa Ricans" and "the First Lady" name nobody and nothing by themselves.
 */
export function isName(name: FoundName, sentence: ParsedSentence, pieces: Pieces): boolean {
  const { tokens } = sentence;
  if (name.alias !== undefined || name.isCountry) return true;
  const { first, last, type } = name;
  const { text, xpos } = tokens[last]!;
  if (isPeople(name, tokens, pieces) || isShip(name, sentence)) return false;
  if (type === 'person' && isCollective(tokens[last]!)) return false;
  const { words } = loadNameLists();
  if (first < last) {
    const isPost = tokens
      .slice(first, last + 1)
      .every((token) => /^(?:title|office)$/.test(words.get(token.text) ?? '') || POST.test(token.text));
    return !isPost || type !== 'person';
  }
  const kind = words.get(text);
  const hasArticle = /^(?:the|his|her|their|its|our|my|your|this|a|an)$/i.test(tokens[first - 1]?.text ?? '');
  if (type === 'person' && kind === 'body') return false;
  if (type === 'person')
    return !(hasArticle && (kind === 'title' || kind === 'office' || /^NNP?S$/.test(xpos)));
  if (type === 'place') return kind !== 'site' && (kind !== 'area' || !(hasArticle || LONE_AREA.test(text)));
  if (kind === 'body' && !LONE_BODY.test(text)) return false;
  return /^(?:NNPS?|FW|CD)$/.test(xpos) || !isPlainWord(text) || !isFirstWord(tokens, first);
}

const POST =
  /^(?:First|Second|Lady|Vice|Supreme|His|Her|Highness|Majesty|Excellency|Holiness|Crown|Acting|Chief|Deputy|Prime|of|the|and|-)$/;
const LONE_AREA =
  /^(?:State|Republic|Kingdom|North|South|East|West|Island|River|Mountain|Forest|Desert|Village|City|Central)$/;

function isPlainWord(text: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(text);
}

function isFirstWord(tokens: ParsedSentence['tokens'], i: number): boolean {
  return i === 0 || !/[\p{L}\p{N},]/u.test(tokens[i - 1]!.text);
}

const PEOPLE =
  /^(?:(?:North|South|East|West|Central|Latin|Sub-Saharan|Native|African|Asian|Arab|Indigenous|Costa|Puerto|Sri|Saudi|Sierra|New)[ -])?\p{Lu}[\p{L}]*(?:ans|ians|ese|ish|ites)$/u;

const isNoName = ({ form }: KnownPlace): boolean => form !== 'name';

/** "Many Africans", "a Costa Rican province": a people is nobody's name. */
function isPeople(
  { first, last, type }: FoundName,
  tokens: ParsedSentence['tokens'],
  pieces: Pieces,
): boolean {
  const match = loadPlacePhrases().findAt(pieces, first, isNoName);
  if (match?.last === last) return true;
  // "South Sudanese", "Central American": a direction before a people.
  if (
    last === first + 1 &&
    /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Latin|Pan)$/.test(
      tokens[first]!.text,
    )
  ) {
    return loadPlacePhrases().findAt(pieces, last, isNoName)?.last === last;
  }
  return (
    type === 'person' &&
    isCapitalised(tokens[last]!.text) &&
    tokens[last]!.xpos === 'NNPS' &&
    first === last &&
    PEOPLE.test(tokens[last]!.text)
  );
}

/** "USS Ann Example": whoever a ship is named after is not meant. */
function isShip({ first, last }: FoundName, sentence: ParsedSentence): boolean {
  for (let i = Math.max(0, first - 2); i <= first; i++) {
    const ship = findShip(sentence, i);
    if (ship !== undefined && ship.last >= last) return true;
  }
  return false;
}

/** "Marine Commandos": several, and no person. */
function isCollective({ text, lemma }: ParsedSentence['tokens'][number]): boolean {
  const word = text.toLowerCase();
  return (
    word.endsWith('s') && (sectorOfNoun(lemma.toLowerCase()) ?? sectorOfNoun(word.slice(0, -1))) !== undefined
  );
}
