/** Finds the ISO 3166-1 alpha-2 code of a country by its code or name; handed in, since names of countries are data. */
export type FindCountry = (name: string) => string | undefined;

/** Characters of a name that are kept. */
const LONGEST_NAME = 120;

/** What a row says of an actor; "" where it says nothing. */
export interface RawActor {
  readonly name: string;
  /** Code or name of its country. */
  readonly country: string;
  /** Whether it is an armed group that is no state's: it acts for itself, not for its country. */
  readonly isArmed: boolean;
}

/**
 * Whom a row counts for: an armed group for itself, everybody else for the country. "Police (Kenya)" acts for Kenya, and so
 * does whoever is said to be of a country; a name of which nothing else is known stands for itself.
 *
 * @example
 * nameActor({ name: 'Police (Kenya)', country: '', isArmed: false }, findCountry); // 'KE'
 */
export function nameActor({ name, country, isArmed }: RawActor, findCountry: FindCountry): string {
  const plain = name.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_NAME);
  const bracket = /^(.*)\(([^()]{1,80})\)$/u.exec(plain);
  if (isArmed && plain !== '') return findCountry(plain) ?? (bracket?.[1] ?? plain).trim();
  const given = country.trim();
  const found =
    (given === '' ? undefined : findCountry(given)) ??
    findCountry(plain) ??
    (bracket === null ? undefined : findCountry(bracket[2]!.trim()));
  return found ?? plain;
}
