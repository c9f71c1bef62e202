import { DOER_NOUNS } from './words.ts';

/** Words that no description of a doer holds: "the attack on some factions" is none. */
const NO_PART = '(?!(?:that|and|or|but|on|of|in|at|by|for|with|from|to|as|who|which|is|are|was|were)\\s)';

/** "An outlaw group", "Iran-backed rogue militia", "militias that are backed by Iran". */
const DOER = `(?:(?:an?|the|some)\\s)?(?:${NO_PART}[\\w'’-]{1,30}\\s){0,4}?(?:${DOER_NOUNS.join('|')})(?:\\s(?:that\\s(?:is|are|was|were)\\s)?backed\\sby\\s[A-Z][\\w'’-]{1,30})?`;

/** Ways of saying that somebody did it, of which the doer is the group. Every repetition is bounded. */
const WAYS: readonly RegExp[] = [
  new RegExp(`\\bwork\\sof\\s(${DOER})\\b`, 'i'),
  new RegExp(
    `(?:^|\\bthat\\s|\\band\\s|[,:]\\s)(${DOER})\\s(?:is|are|was|were)\\s(?:behind|to\\sblame|responsible)\\b`,
    'i',
  ),
  new RegExp(
    `(?:^|\\bthat\\s)(${DOER})\\s(?:had\\s|have\\s|has\\s)?(?:fired|launched|shelled|struck|staged|carried\\sout)\\b`,
    'i',
  ),
  new RegExp(`\\bholds?\\s(${DOER})\\sresponsible\\b`, 'i'),
  /\bsuspects?\s(?:the\s)?((?:[A-Z][\w'’-]{1,30}\s?){1,4})/,
];

/** What an accusation begins with: its object. "The attack on some factions" blames these. */
const BLAMED: readonly RegExp[] = [
  new RegExp(`^(${DOER})\\b`, 'i'),
  /^((?:[A-Z][\w'’-]{1,30}\s?){1,4})(?=$|[,(]|\bfor\b|\bover\b)/,
  new RegExp(
    `^(?:the|this|that)\\s(?:[\\w'’-]{1,30}\\s){0,2}(?:attack|rockets|strike|killing)\\son\\s(${DOER})\\b`,
    'i',
  ),
];

/** Characters of a claim that are looked at. */
const LOOKED_AT = 400;

/**
 * Doers in the words of a claim that the reader put into no part of an event, in the words of the text.
 *
 * @example
 * findDoerPhrases('An outlaw group fired the rockets that hit the zone', false); // ['outlaw group']
 * findDoerPhrases('militias that are backed by Iran', true); // ['Iran-backed militias']
 */
export function findDoerPhrases(words: string, isBlame: boolean): readonly string[] {
  const text = words.replace(/\s+/g, ' ').trim().slice(0, LOOKED_AT);
  for (const way of isBlame ? [...WAYS, ...BLAMED] : WAYS) {
    const found = way.exec(text)?.[1];
    if (found !== undefined) return [nameDoer(found)];
  }
  return [];
}

/** A doer without article, in one form: `Iran-backed militias` for "the militias backed by Iran". */
export function nameDoer(words: string): string {
  const bare = words.trim().replace(/^(?:an?|the|some)\s/i, '');
  const backed = /^(.{1,120}?)\s(?:that\s(?:is|are|was|were)\s)?backed\sby\s(\S{1,40})$/i.exec(bare);
  return backed === null ? bare : `${backed[2]}-backed ${backed[1]}`;
}
