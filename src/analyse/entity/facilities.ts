import { findCountry, foldName } from '../origin/names.ts';
import { type ActorName, isCountryPossible, type NameRelation } from './actor.ts';
import { compareSpellings, makeSoundKeys } from './spelling.ts';
import { getActorWords, readBodyWords } from './words.ts';

/** The name of a site in its parts. */
export interface FacilityName {
  /** What sort of site: `embassy`, `airbase`. */
  readonly kind: string;
  /** Its own words and numbers, sorted. */
  readonly words: readonly string[];
  /** Of an embassy: whose. */
  readonly owner?: string;
  /** Of an embassy or consulate: the town or country that it stands in. */
  readonly site?: string;
  readonly country?: string;
}

const MISSION = /\b(embassy|embassies|consulate|mission|residence)\b/;
/** Sorts of sites that are told apart; what is none of these is a place of that name. */
const KINDS = ['airbase', 'base', 'airport', 'camp', 'prison', 'jail', 'refinery', 'dam', 'port', 'hospital', 'plant', 'bridge', 'crossing', 'barracks', 'field', 'pipeline', 'school', 'mosque', 'church', 'palace', 'hotel', 'checkpoint', 'terminal', 'mine', 'bank']; // biome-ignore format: a table
const SAME_KIND: Readonly<Record<string, string>> = { jail: 'prison' };

/**
 * Reads the name of a site; undefined where it has none of its own ("the airport") or nobody knows whose or where ("the
 * embassy").
 *
 * @example
 * readFacility({ name: 'U.S. Embassy in Baghdad', type: 'facility' });
 * // { kind: 'embassy', words: [], owner: 'US', site: 'baghdad' }
 */
export function readFacility({
  name,
  country,
}: Pick<ActorName, 'name' | 'country'>): FacilityName | undefined {
  const folded = foldName(name);
  const mission = MISSION.exec(folded);
  if (mission !== null) return readMission(name, mission[1]!.replace(/ies$/, 'y'));
  const words = readBodyWords(name);
  // "Base" behind a name says less than "airbase" does.
  const kind = KINDS.find((each) => words.includes(each)) ?? 'site';
  const own = words.filter((word) => word !== kind && !getActorWords('site-loose').has(word));
  if (own.length === 0 || own.every((word) => word.startsWith('@'))) return undefined;
  return {
    kind: SAME_KIND[kind] ?? kind,
    words: [...own].sort(),
    ...(country === undefined ? {} : { country }),
  };
}

/** "U.S. Embassy in Baghdad", "Baghdad's American embassy", "Embassy of the United States, Baghdad". */
function readMission(name: string, kind: string): FacilityName | undefined {
  const words = readBodyWords(name.replace(/\b(?:compound|complex|building|grounds|annex)\b/gi, ' '));
  const at = words.indexOf(kind);
  const isOf = /\b(?:embassy|consulate|mission|residence)(?: general)? of\b/i.test(name);
  const before = words.slice(0, Math.max(0, at)).filter((word) => word.startsWith('@'));
  const after = words.slice(at + 1);
  const owner = isOf ? after.find((word) => word.startsWith('@')) : (before.at(-1) ?? undefined);
  const rest = words.filter(
    (word) => word !== kind && word !== owner && word !== 'general' && word !== 'city' && word !== 'capital',
  );
  if (owner === undefined || rest.length === 0) return undefined;
  return { kind, words: [], owner: owner.slice(1), site: rest.map(unmark).sort().join(' ') };
}

const unmark = (word: string): string => word.replace('@', '').toLowerCase();

/** Compares two sites: sort, own words and, of an embassy, whose it is and where. */
export function compareFacilities(a: FacilityName, b: FacilityName): NameRelation {
  if (a.owner !== b.owner) return undefined;
  if (a.kind !== b.kind && !(isBase(a) && isBase(b))) return undefined;
  if (a.owner !== undefined) return a.site === b.site ? 0 : compareSites(a.site!, b.site!);
  if (!isCountryPossible(a.country, b.country)) return 'conflict';
  if (a.words.length !== b.words.length) return undefined;
  let cost = a.kind === b.kind ? 0 : 0.25;
  for (const [at, word] of a.words.entries()) {
    const other = b.words[at]!;
    if (word === other) continue;
    if (/\d|@/.test(word + other) || Math.min(word.length, other.length) < 4) return undefined;
    const each = compareSpellings(word, other);
    if (each === undefined) return undefined;
    cost += each;
  }
  return cost > 1 ? undefined : cost;
}

/** "Al Asad base" is the airbase of that name. */
const isBase = ({ kind }: FacilityName): boolean => kind === 'base' || kind === 'airbase';

function compareSites(a: string, b: string): number | undefined {
  return findCountry(a) === undefined && findCountry(b) === undefined && !a.includes(' ') && !b.includes(' ')
    ? compareSpellings(a, b)
    : undefined;
}

/** Keys under which a site is found. */
export function makeFacilityKeys({ words, owner, kind }: FacilityName): readonly string[] {
  if (owner !== undefined) return [`f ${kind} ${owner}`];
  return [...new Set(words.flatMap((word) => (/\d/.test(word) ? [word] : makeSoundKeys(word))))].map(
    (key) => `f ${words.length} ${key}`,
  );
}
