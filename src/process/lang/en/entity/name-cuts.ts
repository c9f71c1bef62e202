import { loadPlacePhrases } from '../../../place/gazetteer.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { isCapitalised } from './mentions.ts';
import { loadNameLists } from './name-lists.ts';
import { retype, type TaggedName } from './name-tagger.ts';

type Tokens = ParsedSentence['tokens'];

/** What is no part of a name is cut off it; a name of which nothing is left is none. */
export function cutName(name: TaggedName, tokens: Tokens): readonly TaggedName[] {
  return cutPost(name, tokens)
    .flatMap((cut) => cutTitles(cutOf(cut, tokens), tokens))
    .flatMap((cut) => splitAtGivenName(cut, tokens));
}

/** "The president of Utopia Ann Example", "at Evin Prison Ann Example": a person right behind a place or a body. */
function splitAtGivenName(name: TaggedName, tokens: Tokens): readonly TaggedName[] {
  const { first, last, type } = name;
  const { given, words } = loadNameLists();
  if (type === 'person') {
    const lead = tokens[first]!.text;
    const isLed =
      last >= first + 2 && given.has(tokens[first + 1]!.text) && !given.has(lead) && isCountry(lead);
    return isLed ? [retype({ first, last: first, type }, 'place'), { ...name, first: first + 1 }] : [name];
  }
  for (let k = first + 1; k < last; k++) {
    if (!given.has(tokens[k]!.text) || words.has(tokens[last]!.text)) continue;
    const before = tokens[k - 1]!.text;
    const isEnd =
      /^(?:body|site|area|company)$/.test(words.get(before) ?? '') || (k === first + 1 && isCountry(before));
    if (!isEnd || /^(?:King|St\.?|Saint|San|Santa|Mount|Lake|Port|Fort|Camp)$/.test(before)) continue;
    return [{ first, last: k - 1, type }, retype({ first: k, last, type }, 'person')];
  }
  return [name];
}

const isCountry = (word: string): boolean =>
  loadPlacePhrases()
    .lookUp(word)
    .some(({ form, precision }) => form === 'name' && precision === 'country');

/** "Ann Example of the United Kingdom" is a person and a place; "Prince of Wales" is one name. */
function cutOf(name: TaggedName, tokens: Tokens): TaggedName {
  if (name.type !== 'person') return name;
  for (let i = name.first + 2; i < name.last; i++) {
    if (/^(?:of|from|in)$/.test(tokens[i]!.text)) return { ...name, last: i - 1 };
  }
  return name;
}

/** Titles that are hardly ever a name, so that they end whatever stands before them. */
const FIRM =
  /^(?:(?:gen|lt|col|maj|capt|sgt|cpl|adm|cmdr|brig|sen|rep|gov|dr|mr|mrs|ms|prof|rev|engr|hon)\.?|(?:vice-)?president|(?:deputy|prime)|minister|premier|secretary|director|chair(?:man|woman|person)?|spokes(?:man|woman|person)|colonel|admiral|lieutenant|brigadier|senator|governor|ambassador|professor|mayor|commissioner|ceo|cfo|coo|officer|highness|majesty|excellency|captain|coach|manager|winger|midfielder|defender|striker|goalkeeper|commander|inspector|superintendent|sergeant|general)$/i;

/** Words that no family name is. */
const POST =
  /^(?:minister|secretary|director|chairman|chairwoman|chairperson|spokesman|spokeswoman|spokesperson|commissioner|ceo|cfo|coo|officer|manager|president|governor|ambassador|senator|coordinator|adviser|advisor|superintendent|treasurer|administrator)$/i;

/** "U.S. Marine Corps Gen. Ann Example", "Mr Example", "President of Utopia Ann Example": her name begins behind it. */
function cutTitles(name: TaggedName, tokens: Tokens): readonly TaggedName[] {
  if (name.type === 'organization' || (name.type === 'place' && !startsPost(name, tokens))) return [name];
  const { words } = loadNameLists();
  const isTitle = (i: number): boolean => {
    const { text } = tokens[i]!;
    return FIRM.test(text) || (isCapitalised(text) && /^(?:title|office)$/.test(words.get(text) ?? ''));
  };
  let { first } = name;
  for (let i = name.last - 1; i >= first; i--) if (FIRM.test(tokens[i]!.text)) first = i + 1;
  while (first < name.last && isTitle(first)) first++;
  while (first <= name.last && /^(?:of|and|the|for|-|–|,|['’]s?)$/.test(tokens[first]!.text)) first++;
  // "The Supreme Commander": nothing but a post.
  if (first > name.last) return [];
  // "Public Relations Officer" ends in one.
  if (POST.test(tokens[name.last]!.text)) return [];
  if (first === name.last && FIRM.test(tokens[first]!.text)) return [];
  return [name.type === 'person' ? { ...name, first } : retype({ ...name, first }, 'person')];
}

/** "Taipei Mayor Ann Example" taken for a place. */
function startsPost({ first, last }: TaggedName, tokens: Tokens): boolean {
  for (let i = first; i < last; i++) if (FIRM.test(tokens[i]!.text) && i > first) return true;
  return false;
}

/** "Secretary of State Ann Example": the portfolio is no person or place, and no part of her name. */
function cutPost(name: TaggedName, tokens: Tokens): readonly TaggedName[] {
  const { first, last, type } = name;
  const isPortfolio =
    tokens[first]!.text === 'State' &&
    tokens[first - 1]?.text === 'of' &&
    /^(?:Under)?[Ss]ecretar(?:y|ies)$/.test(tokens[first - 2]?.text ?? '');
  if (!isPortfolio || type === 'organization') return [name];
  return first === last ? [] : [{ ...name, first: first + 1 }];
}
