import { loadTable, loadWordClasses } from '../tables.ts';

/** Word classes of `data/en/origin-words.tsv`. */
const CLASSES = loadWordClasses('en/origin-words.tsv');
const NOTHING: ReadonlySet<string> = new Set();

export function getWords(name: string): ReadonlySet<string> {
  return CLASSES.get(name) ?? NOTHING;
}

/** Words of all classes whose names begin so, with what follows in the name: `official` for `officials` of `kind:official`. */
export function sortWords(prefix: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, words] of CLASSES) {
    if (name.startsWith(prefix)) for (const word of words) found.set(word, name.slice(prefix.length));
  }
  return found;
}

/** Folded names that are remembered. */
const MOST_FOLDED = 20_000;
const folded = new Map<string, string>();

/**
 * A name as it is compared: lower case, no marks, apostrophes or points; `U.S.` and `United States` are one.
 *
 * @example
 * foldName('Kata’ib Hizballah'); // 'kataib hizballah'
 * foldName('the U.S. Air Force'); // 'us air force'
 */
export function foldName(name: string): string {
  const given = name.slice(0, 200);
  const known = folded.get(given);
  if (known !== undefined) return known;
  const made = given
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/['’‘`ʿʾ.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/\bunited states( of america)?\b/g, 'us')
    .replace(/\bunited kingdom\b/g, 'uk');
  // The same names come again and again; forgotten at once when there are too many, so that memory stays bounded.
  if (folded.size >= MOST_FOLDED) folded.clear();
  folded.set(given, made);
  return made;
}

/** Names whose words are remembered, up to a length: longer ones are sentences, which hardly come twice. */
const LONGEST_KEPT = 60;
const words = new Map<string, readonly string[]>();

/** The words of a folded name. */
export function splitName(folded: string): readonly string[] {
  if (folded === '') return [];
  if (folded.length > LONGEST_KEPT) return folded.split(' ');
  const known = words.get(folded);
  if (known !== undefined) return known;
  const made = Object.freeze(folded.split(' '));
  if (words.size >= MOST_FOLDED) words.clear();
  words.set(folded, made);
  return made;
}

/** Names in a cell of a table, separated by ";". */
export function splitNames(cell: string | undefined): readonly string[] {
  return cell === undefined || cell === '' ? [] : cell.split(';');
}

/** Folded names of outlets with the usual one. */
const OUTLETS = new Map<string, string>();
for (const { cells } of loadTable('outlets.tsv', ['name', 'type'])) {
  const name = cells['name'] ?? '';
  OUTLETS.set(foldName(name), name);
  for (const alias of splitNames(cells['aliases'])) {
    const folded = foldName(alias.replace(/^\?/, ''));
    if (!OUTLETS.has(folded)) OUTLETS.set(folded, name);
  }
}

/** Folded names of public bodies and office holders with the usual one. */
const REGISTER = new Map<string, string>();
for (const { cells } of loadTable('register.tsv', ['name', 'type'])) {
  const name = cells['name'] ?? '';
  REGISTER.set(foldName(name), foldName(name));
  for (const alias of splitNames(cells['aliases'])) {
    const folded = foldName(alias);
    if (!alias.startsWith('?') && !REGISTER.has(folded)) REGISTER.set(folded, foldName(name));
  }
}

/** Folded names, adjectives and people of countries; capitals apart, since a capital speaks but does not qualify. */
const COUNTRIES = new Map<string, string>();
const CAPITALS = new Map<string, string>();
for (const { cells } of loadTable('countries.tsv', ['alpha2', 'name'])) {
  const code = cells['alpha2'] ?? '';
  const names = [
    cells['name'] ?? '',
    ...splitNames(cells['adjectives']),
    ...splitNames(cells['people']),
    ...splitNames(cells['aliases']),
  ];
  for (const name of names) if (!COUNTRIES.has(foldName(name))) COUNTRIES.set(foldName(name), code);
  const capital = foldName(cells['capital'] ?? '');
  if (capital !== '' && !CAPITALS.has(capital)) CAPITALS.set(capital, code);
}

/** The usual name of an outlet, or undefined where it is in no table. */
export function findOutlet(name: string): string | undefined {
  return OUTLETS.get(foldName(name));
}

/** Key and name of an outlet: `The Washington Post` and `Washington Post` are one. */
export function makeOutletKey(name: string): string {
  return foldName(OUTLETS.get(foldName(name)) ?? name);
}

/** The usual folded name of a body or office holder. */
export function makeRegisterKey(folded: string): string {
  return REGISTER.get(folded) ?? folded;
}

/** ISO code of the state whose name, adjective or people a folded name is. */
export function findCountry(folded: string): string | undefined {
  return COUNTRIES.get(folded);
}

/** The state that a folded name stands for where a state or its capital speaks: `washington`, `iran`. */
export function findSpeakingState(folded: string): string | undefined {
  return COUNTRIES.get(folded) ?? CAPITALS.get(folded);
}

/** First country that a folded name names in one or two words. */
export function findCountryWithin(folded: string): string | undefined {
  const words = splitName(folded);
  for (const [index, word] of words.entries()) {
    const found = COUNTRIES.get(`${word} ${words[index + 1] ?? ''}`) ?? COUNTRIES.get(word);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A person's name without titles and what is said of him: `Gen. Kenneth McKenzie of CENTCOM` is `kenneth mckenzie`. */
export function makePersonKey(name: string): string {
  const titles = getWords('title');
  const words = splitName(foldName(name.replace(/,.*$/s, '')));
  let from = 0;
  while (from < words.length - 1 && (titles.has(words[from] ?? '') || words[from] === 'of')) from += 1;
  const rest = words.slice(from);
  const end = rest.findIndex((word, at) => at > 0 && (word === 'of' || word === 'from' || word === 'at'));
  return makeRegisterKey((end === -1 ? rest : rest.slice(0, end)).join(' '));
}

const OWNER =
  /^(?:the\s)?(?:(?:country|nation|city|state|region|province|island|town)['’]s|its|his|her|their|our)\s/i;

/**
 * A folded office without its spokesperson: `coalition` for "a spokesman for the coalition"; empty where a spokesperson is
 * all that is named.
 */
export function stripSpokesperson(name: string): string {
  const spokespeople = getWords('spokesperson');
  // "The country's prison service" is the prison service.
  const words = splitName(foldName(name.replace(OWNER, ''))).filter((word) => word !== 'a' && word !== 'an');
  const at = words.findIndex((word) => spokespeople.has(word));
  if (at === -1) return words.join(' ');
  const behind = words.slice(at + 1);
  const rest = behind[0] === 'for' || behind[0] === 'of' ? behind.slice(1) : words.slice(0, at);
  return (rest[0] === 'the' ? rest.slice(1) : rest).join(' ');
}

/** A body's name with what may as well be left out: `public prosecutor` of "public prosecutor's office", `prosecutor` of "prosecutors". */
export function cutOffice(folded: string): string {
  const words = [...splitName(folded)];
  if (words.length > 1 && words.at(-1) === 'office') words.pop();
  const last = words.pop() ?? '';
  return [...words, last === 'prosecutors' ? 'prosecutor' : last].join(' ');
}

/** An office as it is compared: a state by its name or capital is one, and "Iran's" and "the Iranian foreign ministry" are. */
export function makeOfficeKey(name: string): string {
  const key = stripSpokesperson(name);
  const state = findSpeakingState(key);
  if (state !== undefined) return `state ${state.toLowerCase()}`;
  const known = splitName(makeRegisterKey(cutOffice(turnName(key))));
  for (const length of [2, 1]) {
    const country = known.length > length ? findCountry(known.slice(0, length).join(' ')) : undefined;
    if (country !== undefined) return [country.toLowerCase(), ...known.slice(length)].join(' ');
  }
  return known.join(' ');
}

/** "Ministry of health" is the health ministry. */
function turnName(folded: string): string {
  const found = /^(ministry|department|office|board|institute) (?:of|for) (?:the )?(\S+(?: \S+)?)$/.exec(
    folded,
  );
  return found === null ? folded : `${found[2]} ${found[1]}`;
}

const foldedTexts = new Map<string, string>();
const MOST_TEXTS = 5_000;

/** A text's words as names are compared; names are cut at 200 characters, texts come in pieces. */
export function foldText(text: string): string {
  const known = foldedTexts.get(text);
  if (known !== undefined) return known;
  const pieces = text.slice(0, 1200).match(/.{1,180}(?:\s|$)/gsu) ?? [];
  const made = pieces.map((piece) => foldName(piece)).join(' ');
  if (foldedTexts.size >= MOST_TEXTS) foldedTexts.clear();
  foldedTexts.set(text, made);
  return made;
}
