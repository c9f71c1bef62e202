import type { Party } from '../../model/report.ts';
import { foldName, splitName } from '../origin/names.ts';
import type { ToldMention } from './told.ts';
import { findCasualty, findWhose, isDoerNoun } from './words.ts';

/** Whether a word says only what sort of people somebody is: `youths`, `gunman`, `police`. */
function isSort(word: string): boolean {
  return isDoerNoun(word) || isDoerNoun(word.replace(/s$/, '')) || findWhose([word]) !== undefined;
}

/**
 * Whether a doer is called by a name of his own. Names begin their last word with a capital; "Youths" at the head of a
 * sentence does so too and is none.
 *
 * @example
 * isProperName({ name: 'Ashab al-Kahf', type: 'group' }); // true
 * isProperName({ name: 'Iran-backed militias', type: 'group' }); // false
 */
export function isProperName({ name, type, wikidata }: Pick<Party, 'name' | 'type' | 'wikidata'>): boolean {
  if (wikidata !== undefined || type === 'state') return true;
  if (!/\p{Lu}\S*$/u.test(name)) return false;
  const words = splitName(foldName(name));
  return words.length > 1 || !isSort(words[0] ?? '');
}

/** How much a naming tells: a proper name, a description with one in it ("Iran-backed"), a mere description. */
export function rankName(party: Party): number {
  if (isProperName(party)) return 2;
  return /\S.*\p{Lu}|\p{Lu}\S*-/u.test(party.name) ? 1 : 0;
}

/** Times that a name stands where those stand whom it befell, and where the doers do. */
interface Roles {
  suffered: number;
  acted: number;
  /** Reports in which it acts. */
  readonly reports: Set<string>;
  /** Whether somebody of that name is quoted on it. */
  speaks: boolean;
}

/**
 * Tells which names that the reader took for doers are none: those whom it befell ("killing one contractor"), and people who
 * only speak of it.
 */
export function findMistaken(told: readonly ToldMention[]): (party: Pick<Party, 'name' | 'type'>) => boolean {
  const roles = new Map<string, Roles>();
  const get = (name: string): Roles => {
    const key = foldName(name);
    const known = roles.get(key) ?? { suffered: 0, acted: 0, reports: new Set(), speaks: false };
    roles.set(key, known);
    return known;
  };
  for (const { report, statement, mention } of told) {
    for (const { name } of mention.recipients) get(name).suffered += 1;
    for (const { name } of mention.actors) {
      get(name).acted += 1;
      get(name).reports.add(report.series);
    }
    for (const { of, who } of mention.figures) {
      if (who !== undefined && findCasualty(of) !== undefined) get(who).suffered += 1;
    }
    for (const { name } of statement.chain.slice(1)) get(name).speaks = true;
  }
  return ({ name, type }) => {
    const role = roles.get(foldName(name));
    if (role === undefined) return false;
    if (!isProperName({ name, type })) return role.suffered > 0;
    // One report may have put a speaker for a doer, hardly two: those accused speak too.
    const isOnlySpeaker = role.speaks && role.reports.size < 2;
    return type === 'person' && (isOnlySpeaker || (role.suffered > 0 && role.suffered >= role.acted));
  };
}
