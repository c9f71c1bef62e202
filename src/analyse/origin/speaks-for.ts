import { isSameBody } from './bodies.ts';
import { foldText, getWords, splitName } from './names.ts';
import { isAdjectiveOf, isBeginning, isInitials, isTail, isVague } from './short-names.ts';

/** A named speaker of a set of statements. */
export interface Name {
  readonly key: string;
  readonly short: string;
  readonly isPerson: boolean;
  readonly isState: boolean;
  /** Called by what it is and not by a name: `aid agency`. */
  readonly isVague: boolean;
  /** Spoke to an outlet for itself. */
  readonly roles: Set<string>;
  /** For whom it speaks; empty where the role does not say. */
  readonly organizations: Set<string>;
  readonly reports: Set<string>;
  /** How the reports begin in which it speaks. */
  readonly ledes: Set<string>;
}

/** The body that a person speaks for: by the role's own words, else the only one that speaks in the same reports. */
export function findBody(
  name: Name,
  all: readonly Name[],
  merged: ReadonlyMap<string, string>,
): string | undefined {
  const { organizations, reports, ledes, key } = name;
  const bodies = all.filter(
    ({ isPerson, isState, key: other }) => !isPerson && !isState && !/^(?:document|post) /.test(other),
  );
  for (const organization of organizations) {
    if (organization === '') continue;
    const found = bodies.filter(
      ({ short }) =>
        short === organization ||
        isTail(organization, short) ||
        isTail(short, organization) ||
        isBeginning(organization, short) ||
        isBeginning(short, organization) ||
        isAdjectiveOf(organization, short) ||
        isInitials(organization, short) ||
        isInitials(short, organization) ||
        isSameBody(organization, short),
    );
    const nearest = found.filter((body) => isAny(body.reports, reports));
    const keys = new Set((nearest.length > 0 ? nearest : found).map((body) => followName(merged, body.key)));
    if (keys.size === 1) return [...keys][0];
    // Two who speak for one body are one, be the body itself silent.
    const colleague = all.find(
      (other) =>
        other.isPerson &&
        other.key < key &&
        [...other.organizations].some((each) => each === organization || isSameBody(each, organization)),
    );
    if (keys.size === 0 && colleague !== undefined) return colleague.key;
  }
  const isOpen = [...organizations].every((each) => each === '' || each === 'agency' || isVague(each));
  const isItsOwn = [...name.roles].every((role) => /^(?:its|their)\s/i.test(role));
  if (organizations.size === 0 && isItsOwn && name.roles.size > 0) {
    // "It has counted 17, said its head, Ann Example": whose, the body says that spoke before.
    const earlier = bodies.filter(
      (body) => all.indexOf(body) < all.indexOf(name) && isAny(body.reports, reports),
    );
    const keys = new Set(earlier.map((body) => followName(merged, body.key)));
    if (keys.size === 1) return [...keys][0];
  }
  if (organizations.size === 0 || !isOpen) return findIntroduced(name, all, merged);
  const beside = new Set(
    bodies.filter((body) => isAny(body.reports, reports)).map((body) => followName(merged, body.key)),
  );
  if (beside.size > 0) return beside.size === 1 ? [...beside][0] : undefined;
  const texts = [...ledes].map((lede) => ` ${foldText(lede)} `);
  const told = new Set(
    bodies
      .filter(
        ({ short }) => !getWords('generic').has(short) && texts.some((text) => text.includes(` ${short} `)),
      )
      .map((body) => followName(merged, body.key)),
  );
  return told.size === 1 ? [...told][0] : undefined;
}

/** The body for which another report introduces a person: the only one that speaks there, with the person named at its top. */
function findIntroduced(
  { short, isPerson, roles }: Name,
  all: readonly Name[],
  merged: ReadonlyMap<string, string>,
): string | undefined {
  if (!isPerson || roles.size > 0) return undefined;
  const bodies = all.filter(
    ({ isPerson: other, isState, key }) => !other && !isState && !/^(?:document|post) /.test(key),
  );
  const introducing = bodies.filter(({ ledes }) =>
    [...ledes].some((lede) => ` ${foldText(lede)} `.includes(` ${short} `)),
  );
  const keys = new Set(introducing.map(({ key }) => followName(merged, key)));
  return keys.size === 1 ? [...keys][0] : undefined;
}

/**
 * Whom "the company" is: the only body named in the same reports, else in all; of several the one that is called so as well, else
 * whichever spoke first. A body that nobody names is no further origin.
 */
export function findMeant(
  name: Name,
  all: readonly Name[],
  merged: ReadonlyMap<string, string>,
): string | undefined {
  if (!name.isVague) return undefined;
  const head = splitName(name.short).at(-1) ?? '';
  const bodies = all.filter(
    (other) =>
      other.key !== name.key &&
      !other.isState &&
      !other.isVague &&
      !other.key.startsWith('document ') &&
      (!other.isPerson || [...other.organizations].some((each) => each === head || each === name.short)),
  );
  for (const among of [bodies.filter(({ reports }) => isAny(reports, name.reports)), bodies]) {
    const keys = [...new Set(among.map((body) => followName(merged, body.key)))];
    if (keys.length === 0) continue;
    const called = among.find(({ short }) => splitName(short).includes(head));
    return called === undefined ? keys[0] : followName(merged, called.key);
  }
  return undefined;
}

export function isAny(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const each of a) if (b.has(each)) return true;
  return false;
}

/** Follows a name to the one that it stands for. */
export function followName(merged: ReadonlyMap<string, string>, key: string): string {
  let found = key;
  for (let steps = 0; steps < 8; steps += 1) {
    const next = merged.get(found);
    if (next === undefined || next === key) break;
    found = next;
  }
  return found;
}
