import { TableError } from '../../../../text/table.ts';
import { loadTable } from '../../../data.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { makeCache } from '../cache.ts';

export type Gender = 'female' | 'male';

let genders: ReadonlyMap<string, Gender> | undefined;

/** Gender of a given name that mostly women, or mostly men, bear; undefined where both do or the list does not know. */
export function genderOfName(given: string): Gender | undefined {
  genders ??= readGenders();
  return genders.get(given);
}

function readGenders(): ReadonlyMap<string, Gender> {
  const map = new Map<string, Gender>();
  for (const { line, cells } of loadTable('en/genders.tsv', ['gender', 'names'])) {
    const { gender } = cells;
    if (gender !== 'female' && gender !== 'male')
      throw new TableError('data/en/genders.tsv', line, `unknown gender "${gender}"`);
    for (const name of cells['names']!.split(' ')) map.set(name, gender);
  }
  return map;
}

const FEMALE =
  /^(?:mrs|ms|miss|lady|dame|queen|princess|sheikha|duchess|countess|baroness|madam|madame|doña|señora|empress|sister|mother|grandmother|wife|daughter|widow|aunt|niece|girl|girls?friend|woman|actress|waitress|heiress|hostess|nun|housewife|policewoman|\p{L}+woman)\.?$/iu;
const MALE =
  /^(?:mr|sir|lord|king|prince|sheikh|duke|count|baron|don|señor|emperor|sultan|emir|pope|father|grandfather|husband|son|widower|uncle|nephew|boy|boyfriend|man|brother|monk|imam|ayatollah|cleric|gentleman|\p{L}{3,}man)\.?$/iu;
/** Words for persons that end in "-man" whoever is meant. */
const NEITHER =
  /^(?:human|german|roman|talisman|ottoman|oman|norman|layman|chairman|spokesman|congressman|businessman)$/i;

const words = makeCache<{ readonly gender: Gender | undefined }>(2_000);

/** Gender that a title or a word for a person tells: "Mrs", "spokeswoman", "uncle". */
export function genderOfWord(word: string): Gender | undefined {
  const known = words.get(word);
  if (known !== undefined) return known.gender;
  const gender = readWord(word);
  if (word.length <= LONGEST_KEPT) words.set(word, { gender });
  return gender;
}

const LONGEST_KEPT = 40;

function readWord(word: string): Gender | undefined {
  if (FEMALE.test(word)) return 'female';
  return MALE.test(word) && !NEITHER.test(word) ? 'male' : undefined;
}

/** Gender told by the words around a name, from `first` to `last`: its titles, then its given name. */
export function genderOfPerson(
  { tokens }: ParsedSentence,
  { first, last }: { readonly first: number; readonly last: number },
): Gender | undefined {
  for (let i = first; i >= 0 && i >= first - 2; i--) {
    const told = genderOfWord(tokens[i]!.text);
    if (told !== undefined && (i < first || last > first)) return told;
    if (i < first && !/^\p{Lu}/u.test(tokens[i]!.text)) break;
  }
  return last > first ? genderOfName(tokens[first]!.text) : undefined;
}
