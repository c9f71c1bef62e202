import { findCountry, findCountryWithin, foldName, getWords, sortWords, splitName } from './names.ts';

/** Kinds of unnamed speakers with their words: `official` for "officials". */
const KIND_OF = sortWords('kind:');

/** Whether a word names people by what they are: `officials`, `witness`. */
export function isKindWord(word: string): boolean {
  return KIND_OF.has(word);
}

/** What kind of people an unnamed source is, and of which country: "two senior U.S. officials" are `official`, `US`. */
export interface UnnamedKind {
  readonly kind: string;
  readonly country?: string;
}

/**
 * Reads the description of an unnamed source.
 *
 * @example
 * readUnnamedKind('two senior U.S. officials'); // { kind: 'official', country: 'US' }
 * readUnnamedKind('militia sources'); // { kind: 'militia source' }
 */
export function readUnnamedKind(description: string): UnnamedKind {
  const folded = foldName(description);
  const words = splitName(folded);
  const country = findCountryWithin(folded);
  const filler = getWords('filler');
  const at = words.findIndex((word) => KIND_OF.has(word));
  const head = at === -1 ? undefined : KIND_OF.get(words[at] ?? '');
  // What stands before the head and says more than rank or country: "militia sources", "security officials".
  const before = (at === -1 ? cutDescription(words) : words.slice(0, at)).filter(
    (word) => !filler.has(word) && findCountry(word) === undefined && word.length > 1,
  );
  // An official's department makes no other kind of official: the same people are called both.
  const kind =
    head === undefined
      ? makeSingular(before.at(-1) ?? '')
      : head === 'source'
        ? [...before, head].join(' ')
        : head;
  return { kind: kind === '' ? 'source' : kind, ...(country === undefined ? {} : { country }) };
}

/** Words up to where a description goes on about the people: "employees of a retail chain". */
function cutDescription(words: readonly string[]): readonly string[] {
  const end = words.findIndex(
    (word, at) => at > 0 && /^(?:of|who|at|in|with|from|on|that|near|by|for)$/.test(word),
  );
  return end === -1 ? words : words.slice(0, end);
}

function makeSingular(word: string): string {
  if (word.endsWith('men')) return `${word.slice(0, -3)}man`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** Whether two descriptions may be of the same unnamed people, spoken to by one outlet. */
export function isCompatibleKind(a: UnnamedKind, b: UnnamedKind): boolean {
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return false;
  return a.kind === b.kind || a.kind === 'source' || b.kind === 'source';
}

/** Unnamed speakers to one outlet that may be the same people. */
export interface UnnamedGroup {
  readonly key: string;
  readonly who: UnnamedKind;
}

/**
 * Groups the unnamed speakers to one outlet: those with a country first, then those whose words leave it open, each to
 * the first group that it does not contradict.
 */
export function groupUnnamed(outlet: string, kinds: readonly UnnamedKind[]): readonly UnnamedGroup[] {
  const groups: UnnamedKind[] = [];
  const rank = (who: UnnamedKind) => (who.country === undefined ? 2 : 0) + (who.kind === 'source' ? 1 : 0);
  for (const who of [...kinds].sort((a, b) => rank(a) - rank(b))) {
    if (!groups.some((group) => isCompatibleKind(group, who))) groups.push(who);
  }
  return groups.map((who) => ({ key: `unnamed ${who.country ?? ''} ${who.kind} to ${outlet}`, who }));
}
