import { populationOf } from '../lang/en/entity/name-word.ts';
import type { Name } from '../lang/en/entity/names.ts';
import type { Phrases, Pieces } from '../lang/en/entity/phrases.ts';
import type { ParsedSentence, Token } from '../sentence/parsed.ts';
import type { KnownPlace } from './gazetteer.ts';
import type { Found } from './settle.ts';

/** Words behind which a single name is where something is, and no person. */
const IN = /^(?:in|near|outside|around|throughout|across)$/i;
const LINK = /^(?:de|del|do|da|dos|das|di|es|el|al|ash|ar|au|le|la|les|upon|on|sur|am|an|ez|of)$/;
/** Names of days, months and the like, which bear the names of towns, too. */
const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Winter|Christmas|Easter|Ramadan|Congress|Parliament|Hospital|English|Earth|God|Christ|Islam)$/;
const ENOUGH_PEOPLE = 15_000;
const LONGEST_JOINED = 7;

/** A sentence with what the names and the lists have of it. */
export interface ToldSentence {
  readonly sentence: ParsedSentence;
  readonly index: number;
  readonly pieces: Pieces;
  readonly names: readonly Name[];
  /** For each token one more than the index of the name that it lies in, else 0. */
  readonly nameAt: Uint32Array;
}

/** A sentence with what is known of it, for looking up token by token. */
export function tellSentence(
  sentence: ParsedSentence,
  index: number,
  { pieces, names }: Pick<ToldSentence, 'pieces' | 'names'>,
): ToldSentence {
  const nameAt = new Uint32Array(sentence.tokens.length);
  for (const [at, { first, last }] of names.entries()) nameAt.fill(at + 1, first, last + 1);
  return { sentence, index, pieces, names, nameAt };
}

/**
 * Places that the words around show to be such, though the tagger took them for persons or passed them over: "in
 * Austin", "Alvin, Texas", "Port-au-Prince"; and then the same names anywhere in the document. Names that are the
 * surname of a person of the document are left alone.
 */
export function findEvident(told: readonly ToldSentence[], phrases: Phrases<KnownPlace>): readonly Found[] {
  const surnames = new Set<string>();
  for (const { names, sentence } of told) {
    for (const { type, first, last } of names) {
      if (type !== 'person' || first === last) continue;
      surnames.add(sentence.tokens[last]!.text);
      surnames.add(sentence.tokens[first]!.text);
    }
  }
  const found: Found[] = [];
  const shown = new Set<string>();
  for (const one of told) {
    const { tokens } = one.sentence;
    for (let i = 0; i < tokens.length; i++) {
      if (!isCapitalised(tokens[i]!)) continue;
      const joined = findJoined(one, i);
      if (joined !== undefined) {
        found.push(joined);
        i = joined.last;
      } else if (isOpen(one, i) && !surnames.has(tokens[i]!.text) && isShown(one, i, phrases)) {
        shown.add(tokens[i]!.text);
      }
    }
  }
  if (shown.size === 0) return found;
  for (const one of told) {
    for (const [i, { text }] of one.sentence.tokens.entries()) {
      if (shown.has(text) && isOpen(one, i))
        found.push({ sentence: one.index, first: i, last: i, isDemonym: false });
    }
  }
  return found;
}

function isCapitalised({ text }: Token): boolean {
  const first = text[0]!;
  return first !== first.toLowerCase();
}

/** Whether a token stands alone: in no name, or all of the name of a person. */
function isOpen({ names, nameAt, sentence: { tokens } }: ToldSentence, i: number): boolean {
  const token = tokens[i]!;
  if (!/^NNP/.test(token.xpos) || token.text.length < 3 || CALENDAR.test(token.text)) return false;
  const name = names[nameAt[i]! - 1];
  if (name !== undefined)
    return name.type === 'person' && name.first === name.last && name.alias === undefined;
  return !/^NNP/.test(tokens[i - 1]?.xpos ?? '') && !/^NNP/.test(tokens[i + 1]?.xpos ?? '');
}

function isShown(
  { sentence: { tokens }, pieces }: ToldSentence,
  i: number,
  phrases: Phrases<KnownPlace>,
): boolean {
  const { text } = tokens[i]!;
  const people = populationOf(text);
  if (people === 0) return false;
  if (tokens[i + 1]?.text === ',' && tokens[i + 2] !== undefined && isCapitalised(tokens[i + 2]!)) {
    const container = phrases.findAt(
      pieces,
      i + 2,
      ({ form, precision }) => form === 'name' && /^(?:country|region)$/.test(precision),
    );
    const isList = /^(?:and|or)$/.test(tokens[(container?.last ?? i) + 1]?.text ?? '');
    if (container !== undefined && !isList) return true;
  }
  if (people < ENOUGH_PEOPLE || !IN.test(tokens[i - 1]?.text ?? '')) return false;
  // "in Austin's view", "in Parker v. State".
  return !/^(?:['’]s?|v\.?|vs\.?)$/.test(tokens[i + 1]?.text ?? '');
}

/** "Port-au-Prince", "Dar es Salaam": a listed city with small words inside. */
function findJoined(
  { sentence: { tokens }, index, names, nameAt }: ToldSentence,
  i: number,
): Found | undefined {
  const next = tokens[i + 1]?.text;
  if (next === undefined || !(next === '-' || LINK.test(next))) return undefined;
  const last = Math.min(tokens.length, i + LONGEST_JOINED) - 1;
  let end = i;
  let name = '';
  let hasLink = false;
  for (let k = i; k <= last; k++) {
    const { text } = tokens[k]!;
    const isLink = LINK.test(text);
    if (!isLink && text !== '-' && !isCapitalised(tokens[k]!)) break;
    hasLink ||= isLink;
    name += k === i ? text : ` ${text}`;
    if (
      k > i &&
      hasLink &&
      !isLink &&
      text !== '-' &&
      populationOf(name.replace(/ - /g, ' ')) >= ENOUGH_PEOPLE
    )
      end = k;
  }
  if (end === i) return undefined;
  // Inside a longer name it is part of that: "Rio de Janeiro State University".
  const around = names[nameAt[i]! - 1];
  const after = tokens[end + 1];
  const goesOn = around !== undefined && around.last > end && after !== undefined && isCapitalised(after);
  const inside = around !== undefined && around.last >= end && (around.type !== 'place' || goesOn);
  return inside ? undefined : { sentence: index, first: i, last: end, isDemonym: false };
}
