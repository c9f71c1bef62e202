import { mergeNames } from './identity.ts';
import { getWords } from './names.ts';
import { isTail } from './short-names.ts';
import { followName } from './speaks-for.ts';
import type { Access, Credit, Traced } from './traced.ts';
import { isCompatibleKind } from './unnamed.ts';

/** Who a pronoun can stand for, by the speakers named before it. */
function isFitting(standIn: string, access: Access): boolean {
  if (access.kind === 'own' || access.kind === 'outlet') return false;
  if (['he', 'she', 'him', 'her', 'his', 'hers'].includes(standIn)) return access.type === 'person';
  if (standIn === 'it' || standIn === 'its') return access.type !== 'person' && access.type !== 'crowd';
  if (standIn === 'they' || standIn === 'them' || standIn === 'their') {
    return access.kind === 'unnamed' || access.type !== 'person';
  }
  return true;
}

/** Characters between a pronoun's statement and the one that it looks back to: a sentence without a claim between them, no more. */
const LOOK_BACK = 200;

const isNear = (earlier: Traced, later: Traced): boolean =>
  later.statement.start - earlier.statement.end <= LOOK_BACK;

/** The statements of one report, in order, with pronouns and bare nouns put back to whom they stand for. */
export function resolveStandIns(traced: readonly Traced[]): readonly Traced[] {
  const resolved: Traced[] = [];
  for (const one of traced) {
    const { standIn } = one;
    const isOutlet = standIn !== undefined && getWords('anaphor').has(standIn);
    const before =
      standIn === undefined || getWords('we').has(standIn) ? undefined : findBefore(standIn, one, resolved);
    if (before === undefined) resolved.push(one);
    else if (isOutlet) resolved.push({ ...one, credits: before.credits, access: { kind: 'outlet' } });
    else resolved.push({ ...one, credits: before.credits, access: before.access });
  }
  return bindUnnamed(bindNames(bindDescribed(bindOutlets(resolved))));
}

function findBefore(standIn: string, one: Traced, resolved: readonly Traced[]): Traced | undefined {
  // The outlet that "the network" stands for may have been named some way back; who "they" are may not.
  if (getWords('anaphor').has(standIn)) return resolved.findLast(({ credits }) => credits.length > 0);
  if (!getWords('collective').has(standIn)) {
    return resolved.findLast((other) => isNear(other, one) && isFitting(standIn, other.access));
  }
  // "The group said": the office before it that takes the same stand, not a ministry that speaks of it.
  return resolved.findLast(
    ({ access, statement }) =>
      access.kind === 'named' &&
      access.reason === 'office' &&
      !access.key.startsWith('office state ') &&
      statement.stance === one.statement.stance &&
      statement.stance !== 'asserts',
  );
}

/** "A doctor there told us … Dr Ann Example said": one person, described first, where the report has no other to whom that may apply. */
function bindDescribed(traced: readonly Traced[]): readonly Traced[] {
  const described = traced.filter(({ access }) => access.kind === 'unnamed' && access.isSingle);
  const [first] = described;
  if (first === undefined) return traced;
  const people = new Map(
    traced.flatMap(({ access }) =>
      access.kind === 'named' && access.type === 'person' && access.reason === 'named speaker'
        ? [[access.key, access] as const]
        : [],
    ),
  );
  const [person] = people.values();
  const names = new Set(described.map(({ access }) => (access.kind === 'unnamed' ? access.name : '')));
  if (person === undefined || people.size > 1 || names.size > 1) return traced;
  // Who is introduced by a post of his own is not who was described before.
  const isOther = person.role !== undefined && !/^(?:dr|doctor)$/.test(person.role);
  return isOther ? traced : traced.map((one) => (described.includes(one) ? { ...one, access: person } : one));
}

/** "The military" is the office of the report whose name ends so: `Iraqi military`. */
function bindNames(traced: readonly Traced[]): readonly Traced[] {
  const merged = mergeNames(traced);
  if (merged.size === 0) return traced;
  const named = new Map(
    traced.flatMap(({ access }) => (access.kind === 'named' ? [[access.key, access] as const] : [])),
  );
  return traced.map((one) => {
    const { access } = one;
    if (access.kind !== 'named') return one;
    const meant = named.get(followName(merged, access.key)) ?? access;
    return meant.key === access.key ? one : { ...one, access: { ...meant, alias: access.key } };
  });
}

const isUnnamed = (key: string): boolean => key === 'media' || key.startsWith('media ');

/** Where a report first credits an outlet. */
const findStart = (traced: readonly Traced[], key: string): number =>
  Math.min(
    ...traced.flatMap(({ credits, statement }) =>
      credits.some((credit) => credit.key === key) ? [statement.start] : [],
    ),
  );

/** "The Post" is the outlet of the report whose name ends so, where there is one: `The Washington Post`. */
function bindOutlets(traced: readonly Traced[]): readonly Traced[] {
  const credits = new Map(
    traced.flatMap((one) => one.credits.map((credit) => [credit.key, credit] as const)),
  );
  const bound = new Map<string, Credit>();
  const named = [...credits.values()].filter(({ key }) => !isUnnamed(key));
  for (const key of credits.keys()) {
    // "According to media reports … the Harbour Wire said": the one that is named after it is meant; what came before is another matter.
    const [only] = named;
    if (
      isUnnamed(key) &&
      named.length === 1 &&
      only !== undefined &&
      findStart(traced, key) < findStart(traced, only.key)
    )
      bound.set(key, only);
    const longer = [...credits.values()].filter((other) => isTail(key, other.key));
    if (longer.length === 1 && longer[0] !== undefined) bound.set(key, longer[0]);
  }
  if (bound.size === 0) return traced;
  return traced.map((one) => ({
    ...one,
    credits: one.credits.map((credit) => bound.get(credit.key) ?? credit),
  }));
}

/**
 * One report says once that officials told CNN, and then only what the officials said: they spoke to CNN both times. Only
 * where all of that kind with an outlet spoke to one and the same.
 */
function bindUnnamed(traced: readonly Traced[]): readonly Traced[] {
  const spokenTo = traced.filter(({ access, credits }) => access.kind === 'unnamed' && credits.length > 0);
  if (spokenTo.length === 0) return traced;
  return traced.map((one) => {
    const { access } = one;
    if (access.kind !== 'unnamed' || one.credits.length > 0) return one;
    const fitting = spokenTo.filter(
      (other) => other.access.kind === 'unnamed' && isCompatibleKind(other.access.who, access.who),
    );
    const outlets = new Set(fitting.map(({ credits }) => credits.at(-1)?.key));
    const credits: readonly Credit[] = outlets.size === 1 ? (fitting[0]?.credits ?? []) : [];
    return { ...one, credits };
  });
}
