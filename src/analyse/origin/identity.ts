import { isAnyAgency, isOfState, isSameBody } from './bodies.ts';
import { foldText, splitName } from './names.ts';
import { findQuotes } from './quotes.ts';
import { isBeginning, isInitials, isTail, isVague } from './short-names.ts';
import { findBody, findMeant, followName, isAny, type Name } from './speaks-for.ts';
import type { Traced } from './traced.ts';

/**
 * Keys of named speakers, with those that stand for another: a family name for the only full name with it, a part of a body's
 * name for the only longer one, a spokesperson or head for the body. Within a report first, since there the short form follows
 * the long one.
 */
export function mergeNames(traced: readonly Traced[]): ReadonlyMap<string, string> {
  const names = collectNames(traced);
  // What one report says of who is who holds in the others.
  const merged = mergeAliases(traced);
  const quoted = mergeQuoted(traced);
  const all = [...names.values()];
  for (const name of all) {
    const longer = merged.has(name.key) ? undefined : findLonger(name, all);
    if (longer !== undefined && followName(merged, longer.key) !== name.key) merged.set(name.key, longer.key);
  }
  for (const [at, name] of all.entries()) {
    if (name.isPerson || merged.has(name.key) || !isBody(name)) continue;
    const same = findSame(name, all.slice(0, at), merged);
    if (same !== undefined) merged.set(name.key, same);
  }
  for (const name of all) {
    if (merged.has(name.key)) continue;
    const holder = quoted.get(name.key) ?? findHolder(name, all)?.key;
    if (holder !== undefined && followName(merged, holder) !== name.key) merged.set(name.key, holder);
    if (holder !== undefined || merged.has(name.key)) continue;
    const body =
      name.isPerson || name.key.startsWith('post ')
        ? findBody(name, all, merged)
        : findMeant(name, all, merged);
    if (body !== undefined && followName(merged, body) !== name.key) merged.set(name.key, body);
  }
  return merged;
}

const isBody = ({ isPerson, isState, key }: Name): boolean =>
  !isPerson && !isState && !/^(?:document|post|staff) /.test(key);

/** The body, of those named before, that this one may be, by its sort: one that speaks in the same report rather than another. */
function findSame(
  name: Name,
  before: readonly Name[],
  merged: ReadonlyMap<string, string>,
): string | undefined {
  const shorts = new Map(before.map(({ key, short }) => [key, short]));
  const fitting = before.filter((other) => {
    const root = followName(merged, other.key);
    // "The ministry" may be either of two; what is no more than it by its name must not be the other by it.
    return (
      isBody(other) &&
      root !== name.key &&
      isSameBody(name.short, other.short) &&
      isSameBody(name.short, shorts.get(root) ?? other.short)
    );
  });
  const beside = fitting.find(({ reports }) => isAny(reports, name.reports));
  const found = beside ?? fitting[0];
  return found === undefined ? undefined : followName(merged, found.key);
}

function mergeAliases(traced: readonly Traced[]): Map<string, string> {
  const merged = new Map<string, string>();
  for (const { access } of traced) {
    if (access.kind !== 'named' || access.alias === undefined || merged.has(access.alias)) continue;
    if (followName(merged, access.key) !== access.alias) merged.set(access.alias, access.key);
  }
  return merged;
}

function collectNames(traced: readonly Traced[]): ReadonlyMap<string, Name> {
  const names = new Map<string, Name>();
  for (const { access, report } of traced) {
    if (access.kind !== 'named') continue;
    const { key, short, type, role, organization, reason } = access;
    const name = names.get(key) ?? {
      key,
      short,
      isPerson: type === 'person' && !key.startsWith('post '),
      isState: key.startsWith('office state '),
      isVague: reason === 'office' && (isVague(short) || isAnyAgency(short) || isCommon(access.name)),
      roles: new Set<string>(),
      organizations: new Set<string>(),
      reports: new Set<string>(),
      ledes: new Set<string>(),
    };
    if (role !== undefined) name.roles.add(role);
    if (organization !== undefined) name.organizations.add(organization);
    name.reports.add(report.document);
    if (report.lede !== undefined) name.ledes.add(report.lede.text);
    names.set(key, name);
  }
  return names;
}

/** A body called by what it is, with a word before it: `the rights group`. */
function isCommon(name: string): boolean {
  const words = splitName(foldText(name));
  return words.length === 2 && !/\p{Lu}/u.test(name.slice(1)) && isVague(words.at(-1) ?? '');
}

/** The one name that another is short for. */
function findLonger(name: Name, all: readonly Name[]): Name | undefined {
  const { short, isPerson, isState } = name;
  const same = all.find(
    (other) => other.key !== name.key && other.short === short && isPerson && !other.isPerson,
  );
  if (same !== undefined) return same;
  // "John Smith" and "Peter John Smith" may be two people; a lone family name has no first name to contradict.
  if (isPerson && splitName(short).length > 1) return undefined;
  if (isState) return findBodyOf(name.key.slice('office state '.length), all);
  const longer = all.filter(
    (other) =>
      other.key !== name.key &&
      other.isPerson === isPerson &&
      (isTail(short, other.short) ||
        (!isPerson && (isBeginning(short, other.short) || isInitials(short, other.short)))),
  );
  // Of several that are short for each other, the longest: "guard", "coast guard" and "Japanese coast guard".
  const [longest, ...rest] = [...longer].sort((a, b) => b.short.length - a.short.length);
  return longest !== undefined &&
    rest.every(({ short: each }) => isTail(each, longest.short) || isBeginning(each, longest.short))
    ? longest
    : undefined;
}

/** "Ukraine said": the body of that state that spoke first, where one did. Who a whole state is said to be is no access of its own. */
function findBodyOf(country: string, all: readonly Name[]): Name | undefined {
  return all.find(({ key, short }) => key.startsWith(`office ${country} `) && isOfState(short));
}

/** Who has the same words in quotation marks is one and the same, be it called by name, by post or by body. */
function mergeQuoted(traced: readonly Traced[]): ReadonlyMap<string, string> {
  const speakers = new Map<string, string>();
  const merged = new Map<string, string>();
  for (const { access, statement } of traced) {
    if (access.kind !== 'named' || access.reason === 'document') continue;
    for (const quote of findQuotes(statement.words)) {
      const first = speakers.get(quote);
      if (first === undefined) speakers.set(quote, access.key);
      else if (first !== access.key && !merged.has(first)) merged.set(access.key, first);
    }
  }
  return merged;
}

/** The one person who holds a post that is named without a name. */
function findHolder({ key, short }: Name, all: readonly Name[]): Name | undefined {
  if (!key.startsWith('post ') && (key.startsWith('person ') || splitName(short).length > 1))
    return undefined;
  const post = splitName(short.replace(/ (?:of|for|in) .*$/, '')).at(-1) ?? '';
  const holders = all.filter(
    ({ isPerson, roles }) =>
      isPerson &&
      [...roles].some((role) =>
        splitName(
          role
            .toLowerCase()
            .replace(/[^\p{L}]+/gu, ' ')
            .trim(),
        ).includes(post),
      ),
  );
  return holders.length === 1 ? holders[0] : undefined;
}

/**
 * Whom a description of one person by a post or kinship is of, where one named speaker has it: `his wife`, `hospital director`.
 * Keys by the word.
 */
export function nameRoles(traced: readonly Traced[]): ReadonlyMap<string, string> {
  const keys = new Map<string, Set<string>>();
  for (const { access } of traced) {
    if (access.kind !== 'named' || access.role === undefined) continue;
    const head = splitName(access.role.toLowerCase().replace(/ (?:of|at|for|in|with) .*$/, '')).at(-1) ?? '';
    for (const word of [head]) {
      const known = keys.get(word);
      if (known === undefined) keys.set(word, new Set([access.key]));
      else known.add(access.key);
    }
  }
  return new Map(
    [...keys].flatMap(([word, found]) => (found.size === 1 ? [[word, [...found][0] ?? '']] : [])),
  );
}
