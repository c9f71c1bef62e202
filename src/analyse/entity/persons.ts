import { findCountry, getWords } from '../origin/names.ts';
import type { ActorName, NameRelation } from './actor.ts';
import { compareSpellings, isVowelLeftOut, makeSoundKeys } from './spelling.ts';
import { findUsualSpelling, getActorWords, isGivenName, isOtherGivenName } from './words.ts';

/** A person's name in its parts. */
export interface PersonName {
  /** Given names, middle names and family name in the order of the text, without titles and particles; `bin` stays. */
  readonly words: readonly string[];
  /** `jr`, `sr`, `ii`… */
  readonly suffix?: string;
  readonly country?: string;
  /** Whether the family name has an article, as in al-Ali. */
  readonly isArticled: boolean;
}

/** Somebody told by another: "the son of Ann Example" is not Ann Example. */
const RELATIVE = /\b(?:sons?|daughters?|brothers?|sisters?|wife|widow|husband|father|mother|nephew|cousin|family|aide|lawyer)\b(?:-in-law)?\s+(?:of|to|for)\b|['’]s\s+\p{Ll}/u; // biome-ignore format: one line
const QUOTED = /["“”«»][^"“”«»]{1,40}["“”«»]|\([^()]{1,60}\)/g;
const MOST_WORDS = 9;

function plainWords(name: string): readonly string[] {
  return name
    .slice(0, 160)
    .replace(QUOTED, ' ')
    .replace(/,\s*(?!(?:jr|sr|ii|iii|iv)\b).*$/isu, ' ')
    .replace(/\b(?:El|Al)(?=\p{Lu}\p{Ll})/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\b([a-z])\.(?=[a-z]\.)/g, '$1. ')
    .replace(/['’‘`ʿʾʻ.,]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 14);
}

/**
 * Reads a person's name; undefined where a family name or a given name stands alone, which names nobody for certain.
 *
 * @example
 * readPerson({ name: 'Gen. Kenneth F. McKenzie Jr.', type: 'person' });
 * // { words: ['kenneth', 'f', 'mckenzie'], suffix: 'jr', isArticled: false }
 */
export function readPerson({ name, country }: Pick<ActorName, 'name' | 'country'>): PersonName | undefined {
  if (RELATIVE.test(name)) return undefined;
  const all = plainWords(name.replace(/\bJD\b/, 'J. D.'));
  const suffix = all.slice(1).find((word) => getActorWords('suffix').has(word));
  let words = all.filter((word, at) => at === 0 || !getActorWords('suffix').has(word));
  const isTitle = (word: string): boolean =>
    getWords('title').has(word) || getActorWords('person-title').has(word);
  // "NATO Secretary General", "Iraqi Prime Minister": whose the title is goes with it.
  if (
    words.length > 3 &&
    isTitle(words[1]!) &&
    (/^\p{Lu}{2,}\s/u.test(name) || findCountry(words[0]!) !== undefined)
  )
    words = words.slice(1);
  while (words.length > 1 && (isTitle(words[0]!) || words[0] === 'of' || words[0] === 'the'))
    words = words.slice(1);
  const joined = joinParts(words).slice(0, MOST_WORDS);
  if (joined.filter((word) => word.length > 1).length < 2 && joined.length < 3) return undefined;
  return {
    words: joined,
    isArticled: words.length > 2 && ARTICLE.has(words.at(-2)!),
    ...(suffix === undefined
      ? {}
      : { suffix: suffix === 'junior' ? 'jr' : suffix === 'senior' ? 'sr' : suffix }),
    ...(country === undefined ? {} : { country }),
  };
}

/** "Abd al-Rahman" and "Abdul Rahman" are one word, as are "Nasr Allah" and "Salah al-Din"; articles and "de", "von" go. */
function joinParts(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const last = joined.length - 1;
    if (/^abd(?:[aeiou]l?|ur|us|ul)?$/.test(word) && at + 1 < words.length) {
      const next = ARTICLE.has(words[at + 1]!) && at + 2 < words.length ? at + 2 : at + 1;
      joined.push(`abdul${words[next]}`);
      at = next;
    } else if (/^.{3,}[ui]r$/.test(word) && /^r[ae]h?man$/.test(words[at + 1] ?? ''))
      joined.push(word.slice(0, -2));
    else if (word === 'allah' && last >= 0) joined[last] += 'allah';
    else if (/^(?:u[dl]?)?(?:din|deen)$/.test(word) && last >= 0) joined[last] += 'uddin';
    else if (
      (word === 'bin' || word === 'ibn' || word === 'ben') &&
      joined.length > 0 &&
      at + 1 < words.length
    )
      joined.push('bin');
    else if (at === 0 || at === words.length - 1 || !getActorWords('particle').has(word)) joined.push(word);
  }
  return joined;
}

const ARTICLE = new Set(['al', 'el', 'ul', 'ur', 'ar', 'as', 'an', 'az', 'ad', 'at', 'ash']);

const isInitial = (word: string): boolean => word.length === 1;

function compareWords(a: string, b: string, kind: 'given' | 'family'): number | undefined {
  const [these, those] = [findUsualSpelling(kind, a), findUsualSpelling(kind, b)];
  if (these === those) return a === b ? 0 : 0.1;
  return isOtherGivenName(a, b) ? undefined : compareSpellings(these, those);
}

/**
 * Whether one list of middle names leaves out some of the other and has none of its own. Initials stand in their order: H. W. is not
 * W.
 */
function isMiddlePossible(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.some(isInitial) || long.some(isInitial))
    return short.every((word, at) => isSameMiddle(word, long[at]!));
  let at = 0;
  for (const word of short) {
    while (at < long.length && !isSameMiddle(word, long[at]!)) at += 1;
    if (at === long.length) return false;
    at += 1;
  }
  return true;
}

function isSameMiddle(a: string, b: string): boolean {
  if (isInitial(a) || isInitial(b)) return a[0] === b[0];
  return compareWords(a, b, 'given') !== undefined;
}

/** How far two full names may be apart in all. */
const FARTHEST = 1;

/** Family names of one country, all else being the same, may differ by a vowel that is not written everywhere. */
function compareFamilies(a: PersonName, b: PersonName): number | undefined {
  const [these, those] = [a.words.at(-1)!, b.words.at(-1)!];
  const near = compareWords(these, those, 'family');
  if (near !== undefined || !isSameCountry(a, b) || isOtherGivenName(these, those)) return near;
  const rest = a.words.slice(0, -1).join(' ') === b.words.slice(0, -1).join(' ');
  const isUsual = findUsualSpelling('given', a.words[0]!) === findUsualSpelling('given', b.words[0]!);
  const isSame = rest || (isUsual && a.words.slice(1, -1).join(' ') === b.words.slice(1, -1).join(' '));
  return isSame && isVowelLeftOut(these, those) ? 0.75 : undefined;
}

/** Given name first, family name last: `Kenneth F. McKenzie`. */
function compareWestern(a: PersonName, b: PersonName): NameRelation {
  const [these, those] = [a.words, b.words];
  const family = compareFamilies(a, b);
  if (family === undefined) return undefined;
  const [first, other] = [these[0]!, those[0]!];
  const [middle, otherMiddle] = [these.slice(1, -1), those.slice(1, -1)];
  if (isInitial(first) !== isInitial(other)) {
    // "J. Example" may be any; "J. Robert Example" is the one whose middle name is the same.
    if (first[0] !== other[0] || middle.length === 0 || otherMiddle.length === 0) return undefined;
    return isMiddlePossible(middle, otherMiddle) && !middle.some(isInitial) ? family + 0.25 : undefined;
  }
  const given = isInitial(first) ? (first === other ? 0 : undefined) : compareWords(first, other, 'given');
  if (given === undefined) return undefined;
  if (these.includes('bin') !== those.includes('bin')) return 'conflict';
  if (!isMiddlePossible(middle, otherMiddle)) return 'conflict';
  const left = Math.abs(middle.length - otherMiddle.length);
  const isFullLeft = left > 0 && [...middle, ...otherMiddle].some((word) => !isInitial(word));
  // Where a whole name is left out, it may be a father's, and the two a father and his son: Ahmad Massoud, Ahmad Shah Massoud.
  if (isFullLeft && !isMiddleLoose(a, b, [...middle, ...otherMiddle])) return undefined;
  return family + given > FARTHEST ? undefined : family + given + 0.05 * left;
}

/** Patronymics, and the middle names of countries that leave them out as they like. */
function isMiddleLoose(a: PersonName, b: PersonName, middle: readonly string[]): boolean {
  if (!isSameCountry(a, b)) return false;
  if (getActorWords('middle-names').has(a.country ?? '')) return true;
  return middle.every((word) => /(?:[eoi]vich|[eoi]vych|ovna|evna|ivna|oglu)$/.test(word));
}

const isSameCountry = (a: PersonName, b: PersonName): boolean =>
  a.country !== undefined && a.country === b.country;

/** Family name first, or turned round for other readers, and the given name in one word or two: `Kim Jong Un`, `Orban Viktor`. */
function compareEastern(a: PersonName, b: PersonName): NameRelation {
  const eastern = getActorWords('eastern');
  if (!eastern.has(a.country ?? '') && !eastern.has(b.country ?? '')) return undefined;
  let best: number | undefined;
  for (const these of turn(a.words)) {
    for (const those of turn(b.words)) {
      const family = compareWords(these.family, those.family, 'family');
      const given = compareWords(these.given, those.given, 'given');
      if (family === undefined || given === undefined || family + given > 0.5) continue;
      best = Math.min(best ?? FARTHEST, family + given);
    }
  }
  return best;
}

function turn(words: readonly string[]): readonly { readonly family: string; readonly given: string }[] {
  return [
    { family: words[0]!, given: words.slice(1).join('') },
    { family: words.at(-1)!, given: words.slice(0, -1).join('') },
  ];
}

/** A second family name, a house or a grandfather left out: `Hugo Example Frías`, `Mohammed bin Salman Al Saud`. */
function compareLong(a: PersonName, b: PersonName): NameRelation {
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (short.length === long.length || long.length - short.length > 2) return undefined;
  const isLineage = short[1] === 'bin' && short.length >= 3;
  const isDouble = isSameCountry(a, b) && getActorWords('long-names').has(a.country ?? '');
  if (!isLineage && !isDouble) return undefined;
  let cost = 0;
  for (const [at, word] of short.entries()) {
    const each = compareWords(word, long[at]!, at === 0 ? 'given' : 'family');
    if (each === undefined || isInitial(word)) return undefined;
    cost += each;
  }
  return cost > FARTHEST ? undefined : cost + 0.25;
}

/** One has in two words what the other has in one: `Gebre Michael`, `Gebremichael`. */
function compareJoined(a: PersonName, b: PersonName): number | undefined {
  const [short, long] = a.words.length < b.words.length ? [a, b] : [b, a];
  if (long.words.length !== short.words.length + 1 || short.words.length < 2) return undefined;
  for (let at = 0; at + 1 < long.words.length; at += 1) {
    const [first, second] = [long.words[at]!, long.words[at + 1]!];
    if (Math.min(first.length, second.length) < 3) continue;
    const words = [...long.words.slice(0, at), first + second, ...long.words.slice(at + 2)];
    const kinds = words.map((_, index) => (index === 0 ? 'given' : 'family') as 'given' | 'family');
    const costs = words.map((word, index) => compareWords(word, short.words[index]!, kinds[index]!));
    if (costs.some((cost) => cost === undefined)) continue;
    const sum = costs.reduce<number>((total, cost) => total + cost!, 0);
    if (sum <= FARTHEST / 2) return sum;
  }
  return undefined;
}

/** Chinese names are written by one rule, so that every letter counts: Li Qiang, Li Keqiang, Zhang Yuxia, Zhang Youxia. */
const isByRule = (a: PersonName, b: PersonName): boolean => a.country === 'CN' || b.country === 'CN';

/** Compares two persons by their names; what else is known of them is for the caller to weigh. */
export function comparePersons(a: PersonName, b: PersonName): NameRelation {
  const relation = compareArrangements(a, b);
  if (!isByRule(a, b) || typeof relation !== 'number') return relation;
  const letters = (words: readonly string[]) => words.join('');
  const isSame = letters(a.words) === letters(b.words);
  return isSame || letters([...a.words.slice(1), a.words[0]!]) === letters(b.words) ? relation : undefined;
}

function compareArrangements(a: PersonName, b: PersonName): NameRelation {
  // Junior and senior are two, and who is called neither may be either.
  if (a.suffix !== b.suffix) return 'conflict';
  // Al-Ali is a house, Ali somebody's father.
  const [last, other] = [a.words.at(-1)!, b.words.at(-1)!];
  const isHouse = a.isArticled !== b.isArticled && isGivenName(last) && isGivenName(other);
  if (isHouse && compareWords(last, other, 'family') !== undefined) return undefined;
  const western = compareWestern(a, b);
  if (typeof western === 'number') return western;
  return compareEastern(a, b) ?? compareLong(a, b) ?? compareJoined(a, b) ?? western;
}

/** Keys under which a person is found. */
export function makePersonKeys({ words, country }: PersonName): readonly string[] {
  const eastern = getActorWords('eastern').has(country ?? '');
  const first = findUsualSpelling('given', words[0]!);
  const starts = new Set(makeSoundKeys(first).map((key) => key[0] ?? ''));
  if (/^[aeiouywh]/.test(first) || isInitial(first)) starts.add('');
  const families = [words.at(-1)!, ...(words.length > 2 ? [words[words[1] === 'bin' ? 2 : 1]!] : [])];
  // Where a name may be one word of another's two.
  if (words.length > 2) families.push(words.at(-2)! + words.at(-1)!);
  const keys = families.flatMap((word) =>
    makeSoundKeys(findUsualSpelling('family', word)).flatMap((key) =>
      [...starts].map((start) => `p ${start} ${key}`),
    ),
  );
  // Whose country is not known may be named in either order.
  if (!eastern && country !== undefined) return [...new Set(keys)];
  for (const word of [words[0]!, words.at(-1)!])
    for (const key of makeSoundKeys(findUsualSpelling('family', word))) keys.push(`p east ${key}`);
  return [...new Set(keys)];
}
