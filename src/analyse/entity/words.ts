import { findCountry, foldName, splitName } from '../origin/names.ts';
import { loadTable, loadWordClasses } from '../tables.ts';

const CLASSES = loadWordClasses('en/actor-words.tsv');
const NOTHING: ReadonlySet<string> = new Set();

/** A class of words of `data/en/actor-words.tsv`. */
export function getActorWords(name: string): ReadonlySet<string> {
  return CLASSES.get(name) ?? NOTHING;
}

const SPELLINGS = new Map<string, Map<string, string>>();
for (const { cells } of loadTable('en/actor-spellings.tsv', ['kind', 'words'])) {
  const [first, ...others] = (cells['words'] ?? '').split(' ');
  const kind = SPELLINGS.get(cells['kind'] ?? '') ?? new Map<string, string>();
  for (const word of [first!, ...others]) if (!kind.has(word)) kind.set(word, first!);
  SPELLINGS.set(cells['kind'] ?? '', kind);
}

/** The spelling that stands for all of a word: `mohammed` for the given name `muhammad`. */
export function findUsualSpelling(kind: 'given' | 'family' | 'word', word: string): string {
  return SPELLINGS.get(kind)?.get(word) ?? word;
}

/** Whether two words are given names that are known to be two, however alike they sound: Hamad and Hamid. */
export function isOtherGivenName(a: string, b: string): boolean {
  const known = SPELLINGS.get('given');
  const [these, those] = [known?.get(a), known?.get(b)];
  return these !== undefined && those !== undefined && these !== those;
}

const GIVEN = new Set<string>();
for (const { cells } of loadTable('names.tsv', ['kind', 'names'])) {
  if (cells['kind'] !== 'given') continue;
  for (const name of cells['names']!.split(' ')) GIVEN.add(foldName(name));
}

/** Whether a word is somebody's given name: `ali`. */
export function isGivenName(word: string): boolean {
  return GIVEN.has(word);
}

const CODES = new Map<string, string>();
for (const { cells } of loadTable('countries.tsv', ['alpha2', 'name'])) {
  if (cells['wikidata']) CODES.set(cells['alpha2']!, cells['wikidata']);
}

/** The record of a state by its ISO 3166-1 alpha-2 code: `wikidata:Q796`. */
export function makeStateId(country: string): string {
  const wikidata = CODES.get(country);
  return wikidata === undefined ? `state:${country}` : `wikidata:${wikidata}`;
}

/** Numbers as names have them in words or Roman figures; a Map, since names may hold any word. */
const COUNTED: ReadonlyMap<string, string> = new Map(Object.entries({
  ii: '2', iii: '3', iv: '4', vi: '6', vii: '7', viii: '8',
  first: '1', second: '2', third: '3', fourth: '4', fifth: '5', sixth: '6', seventh: '7', eighth: '8', ninth: '9', tenth: '10',
})); // biome-ignore format: a table

/** Words of a name with what two spellings of it have in common: countries as `@IQ`, `1st` and `first` as `1`, `K-1` as `k1`. */
export function readBodyWords(name: string): readonly string[] {
  const raw = splitName(foldName(name)).slice(0, 24);
  const words: string[] = [];
  for (let at = 0; at < raw.length; at += 1) {
    const country = findCountryAt(raw, at);
    if (country !== undefined) {
      words.push(`@${country.code}`);
      at += country.length - 1;
    } else if (/^[a-z]$/.test(raw[at]!) && /^\d+$/.test(raw[at + 1] ?? '')) {
      words.push(raw[at]! + raw[at + 1]!);
      at += 1;
    } else words.push(readWord(raw[at]!));
  }
  return joinPairs(words).filter((word) => !getActorWords('skip').has(word) && !ARTICLES.has(word));
}

const ARTICLES = new Set([
  'al',
  'el',
  'ez',
  'es',
  'ed',
  'er',
  'et',
  'esh',
  'ul',
  'as',
  'ash',
  'ad',
  'an',
  'ar',
  'at',
  'az',
  'l',
]);

/** "Air base" and "airbase", "foreign affairs" and "foreign": one word for two. */
function joinPairs(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    if (words[at + 1] === 'allah' && !word.startsWith('@')) return [`${word}allah`];
    if (word === 'allah' && at > 0 && !words[at - 1]!.startsWith('@')) return [];
    const [before, after] = [words[at - 1], words[at + 1]];
    if (word === 'air' && isField(after)) return ['airbase'];
    if (isField(word) && before === 'air') return [];
    if (word === 'affair' && (before === 'foreign' || before === 'external')) return [];
    if (word === 'external' && after === 'affair') return ['foreign'];
    if (word === 'guard' && after === 'corps') return ['guard'];
    if (word === 'corps' && before === 'guard') return [];
    return [word];
  });
}

const isField = (word: string | undefined): boolean =>
  word === 'base' || word === 'field' || word === 'station';

function readWord(word: string): string {
  const ordinal = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(word)?.[1] ?? COUNTED.get(word);
  if (ordinal !== undefined) return ordinal;
  const single =
    word.length > 4 && /ies$/.test(word)
      ? `${word.slice(0, -3)}y`
      : word.length > 3 && /[^sui]s$/.test(word)
        ? word.slice(0, -1)
        : word;
  const usual = findUsualSpelling('word', word);
  return usual === word ? findUsualSpelling('word', single) : usual;
}

function findCountryAt(
  words: readonly string[],
  at: number,
): { readonly code: string; readonly length: number } | undefined {
  for (const length of [4, 3, 2, 1]) {
    if (at + length > words.length) continue;
    const code = findCountry(words.slice(at, at + length).join(' '));
    if (code !== undefined) return { code, length };
  }
  return undefined;
}
