import { findCountry, foldName } from '../origin/names.ts';
import { type ActorName, isCountryPossible, type NameRelation } from './actor.ts';
import { compareSpellings, makeSoundKeys } from './spelling.ts';
import { getActorWords, readBodyWords } from './words.ts';

/** The name of a body in its parts. */
export interface BodyName {
  /** Without the country, forms of companies and what may be left out; of a body that every country has, in the order of letters. */
  readonly words: readonly string[];
  /** Told by the name or beside it. */
  readonly country?: string;
  /** Whether the name has no word of its own: "foreign ministry", "Republican Party", "1st Brigade". */
  readonly isGeneric: boolean;
  readonly isAbbreviation: boolean;
}

const isGenericWord = (word: string): boolean =>
  getActorWords('generic').has(word) || getActorWords('common').has(word) || /^\d+$/.test(word);

/**
 * Reads the name of a body; undefined where it is none: "militants", or a ministry of nobody knows where.
 *
 * @example
 * readBody({ name: "Turkey's Ministry of Foreign Affairs", type: 'organization' });
 * // { words: ['foreign', 'ministry'], country: 'TR', isGeneric: true, isAbbreviation: false }
 */
export function readBody({ name, country: told }: Pick<ActorName, 'name' | 'country'>): BodyName | undefined {
  const [bare, bracket] = splitBracket(name);
  const all = readBodyWords(bare);
  const countries = [...new Set(all.filter((word) => word.startsWith('@')))];
  // "In Iraq" tells a branch from the whole, as "Iraqi" does not.
  const isFixed = all.some((word) => getActorWords('fixed').has(word)) || /\sin\s/i.test(bare);
  const [only] = countries;
  const named = countries.length === 1 ? readNamed(only!.slice(1), told) : undefined;
  if (named !== undefined && !isFixed && told !== undefined && named !== told && !isAbroad(all))
    return undefined;
  // "Bank of Utopia" and "Utopian Bank" are two, and so are the Free Utopian Army and the Utopian Free Army; a state's army is the
  // same whichever way it is put.
  const isOutside = all[0] === only || all.at(-1) === only;
  const rest = named !== undefined && !isFixed && isOutside ? all.filter((word) => word !== only) : all;
  const words = turn(dropLoose(dropEnd(rest, 'firm')), bare);
  if (words.length === 0) return undefined;
  const isGeneric = words.every(isGenericWord);
  const country = told ?? named;
  if (isGeneric && country === undefined) return undefined;
  if (words.every((word) => word.startsWith('@') || isNobody(word))) return undefined;
  if (isDescription(bare, words, country)) return undefined;
  return {
    words: words.every((word) => getActorWords('generic').has(word)) ? [...words].sort() : words,
    ...(country === undefined ? {} : { country }),
    isGeneric,
    isAbbreviation:
      words.length === 1 &&
      /^[\p{Lu}\p{N}.-]{2,8}$/u.test(bare.replace(/^the /i, '')) &&
      bracket === undefined,
  };
}

/** "Iraqi Security Forces (ISF)": the name, and what stands in brackets behind it. */
export function splitBracket(name: string): readonly [name: string, bracket: string | undefined] {
  const found = /^(.{3,180}?)\s*\(([^()]{2,60})\)$/s.exec(name.trim());
  const isAbbreviation = /^[\p{Lu}\p{N}.&-]{2,10}$/u.test(found?.[2] ?? '');
  return found === null || !isAbbreviation ? [name, undefined] : [found[1]!, found[2]];
}

/** Names that tell another country than the body's own: "Hezbollah in Syria" is not Syria's. */
const isAbroad = (words: readonly string[]): boolean =>
  words.some((word) => /^(?:embassy|mission)$/.test(word));

/** States that go by one name: which of them is meant is for the text to say. */
const NAMESAKES = [['KP', 'KR'], ['CD', 'CG'], ['SD', 'SS'], ['CN', 'TW'], ['IE', 'GB'], ['GN', 'GW', 'GQ']]; // biome-ignore format: a table

const readNamed = (named: string, told: string | undefined): string =>
  told !== undefined && NAMESAKES.some((codes) => codes.includes(named) && codes.includes(told))
    ? told
    : named;

/** People taken together, or a word that only ends names: "officers", "militias", "the Post". */
const isNobody = (word: string): boolean =>
  ['crowd', 'loose', 'fixed'].some((list) => {
    const words = getActorWords(list);
    return words.has(word) || words.has(`${word}s`);
  });

/** What tells whose they are, and names nobody: "Iran-backed". */
const BACKED =
  /[\p{L}.]+-(?:backed|led|aligned|allied|linked|sponsored|supported|affiliated|based|trained|run)\b/giu;

/** "Gunmen from the north", "two brigades": names end in a capital, or are of kinds that every country has one of. */
function isDescription(name: string, words: readonly string[], country: string | undefined): boolean {
  const [, first = ''] = /^(?:the\s+)?(\p{L}+)\s+(?:in|of|from|at|near|on|with)\s/iu.exec(name) ?? [];
  // "Militias in Utopia"; "Movement of Example" is a name.
  if (/(?:s|men)$/.test(first) && readBodyWords(first).every(isNobody) && first !== '') return true;
  const last = name.trim().split(/\s+/).at(-1) ?? '';
  if (/^\P{Ll}/u.test(last) || /^(?:a[lnrstdz]|ash|el|ul)-/.test(last)) return false;
  if (getActorWords('loose').has(last.replace(/s$/, ''))) return !isNamed(name);
  if (getActorWords('crowd').has(words.at(-1)!)) return true;
  // "Utopia's fisheries ministry": there is one.
  if (country !== undefined && getActorWords('head').has(words.at(-1)!)) return false;
  return !words.every((word) => getActorWords('generic').has(word));
}

/** Whether a word that is no country has a capital. */
const isNamed = (name: string): boolean =>
  name
    .replace(BACKED, ' ')
    .split(/\s+/)
    .some((word) => /^\p{Lu}/u.test(word) && findCountry(foldName(word)) === undefined);

/** "Ministry of Fisheries" is the fisheries ministry. */
function turn(words: readonly string[], name: string): readonly string[] {
  const [first, ...others] = words;
  const isTurned = others.length > 0 && getActorWords('head').has(first!) && /\s(?:of|for)\s/i.test(name);
  return isTurned ? [...others, first!] : words;
}

function dropEnd(words: readonly string[], list: string): readonly string[] {
  let end = words.length;
  while (end > 1 && getActorWords(list).has(words[end - 1]!)) end -= 1;
  return words.slice(0, end);
}

/** "Hezbollah movement" is Hezbollah; "Amal and its movement" and "Labour Movement" keep theirs. */
function dropLoose(words: readonly string[]): readonly string[] {
  const short = dropEnd(words, 'loose');
  return short.some((word) => !isGenericWord(word)) ? short : words;
}

/** Compares two bodies: word by word, one of them spelled otherwise at most where the words are their own. */
export function compareBodies(a: BodyName, b: BodyName): NameRelation {
  if (!isCountryPossible(a.country, b.country)) return 'conflict';
  if (a.words.length !== b.words.length || a.isGeneric !== b.isGeneric) return undefined;
  // What a letter or two stand for depends on where one is.
  const isLoose = a.isAbbreviation || b.isAbbreviation || a.isGeneric;
  if (isLoose && a.country !== b.country) return undefined;
  let cost = 0;
  for (const [at, word] of a.words.entries()) {
    const other = b.words[at]!;
    if (word === other) continue;
    if (isGenericWord(word) || isGenericWord(other) || /\d|@/.test(word + other) || a.isAbbreviation)
      return undefined;
    const each = compareSpellings(word, other);
    if (each === undefined || Math.min(word.length, other.length) < 4) return undefined;
    cost += each;
  }
  return cost > 1 ? undefined : cost;
}

/** Keys under which a body is found. */
export function makeBodyKeys({ words, isGeneric, country }: BodyName): readonly string[] {
  if (isGeneric) return [`b ${country} ${words.join(' ')}`];
  const own = words.find((word) => !isGenericWord(word)) ?? words[0]!;
  return makeSoundKeys(own).map((key) => `b ${words.length} ${key}`);
}
