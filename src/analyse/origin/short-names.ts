import { findCountry, getWords, splitName } from './names.ts';

/** Whether a body is called by one word that any may be called by: `company`, `aid agency`. */
export function isVague(short: string): boolean {
  const [word = '', ...rest] = splitName(short.replace(/^(?:aid|rebel|armed|militant) /, ''));
  const isAid = word === 'agency' && short !== word;
  return rest.length === 0 && (isAid || getWords('vague').has(word));
}

/** Whether one name's words end another's: `air force` and `us air force`. */
export function isTail(short: string, long: string): boolean {
  return long.length > short.length && long.endsWith(` ${short}`);
}

/** Whether one name's words begin another's, as a company's do: `harbour` and `harbour steel`. A country's do not: `iran`. */
export function isBeginning(short: string, long: string): boolean {
  if (!long.startsWith(`${short} `) || findCountry(short) !== undefined) return false;
  return !getWords('generic').has(short) && !getWords('body').has(short) && short.length > 3;
}

/** Whether a name is another's initials: `mmu` of `metal and motor union`. */
export function isInitials(short: string, long: string): boolean {
  if (!/^[a-z]{2,6}$/.test(short)) return false;
  const words = splitName(long).filter((word) => !/^(?:of|and|the|for|in|on)$/.test(word));
  return words.length === short.length && words.every((word, at) => word.startsWith(short[at] ?? ' '));
}

/** Letters that an adjective and its noun share: `presidential` and `presidency`, `ministerial` and `ministry`. */
const STEM = 7;

/** Whether an adjective is that of a body's last word: `presidential` of `tunisian presidency`. */
export function isAdjectiveOf(adjective: string, short: string): boolean {
  const noun = splitName(short).at(-1) ?? '';
  return adjective.length > STEM && noun.slice(0, STEM) === adjective.slice(0, STEM);
}
