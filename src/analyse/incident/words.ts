import { loadWordClasses } from '../tables.ts';
import { WordPatterns } from '../words.ts';

const CLASSES = loadWordClasses('en/incident-words.tsv');

const patterns = (prefix: string): readonly (readonly [string, WordPatterns])[] =>
  [...CLASSES]
    .filter(([name]) => name.startsWith(`${prefix}:`))
    .map(([name, words]) => [name.slice(prefix.length + 1), new WordPatterns(words)] as const);

const WEAPONS = patterns('weapon');
const CASUALTIES = patterns('casualty');
const WHOSE = patterns('who');
const NEAR = new Set(
  [...(CLASSES.get('near') ?? [])].flatMap((pair) => {
    const [a = '', b = ''] = pair.split('+');
    return [`${a}+${b}`, `${b}+${a}`];
  }),
);

const find = (classes: readonly (readonly [string, WordPatterns])[], word: string): string | undefined =>
  classes.find(([, words]) => words.has(word))?.[0];

/** How it was done, by one word: `rocket` for "Katyushas". */
export function findWeapon(word: string): string | undefined {
  return find(WEAPONS, word.toLowerCase());
}

/** Whether two accounts of how it was done may be of one act. */
export function isNearWeapon(a: string, b: string): boolean {
  return a === b || NEAR.has(`${a}+${b}`);
}

/** What is counted where a trigger tells what came of an act: `injured` for "hurt". */
export function findCasualty(trigger: string): string | undefined {
  return find(CASUALTIES, trigger.toLowerCase());
}

/** Whose a figure is: `contractor` for "U.S. civilian contractors". */
export function findWhose(words: readonly string[]): string | undefined {
  for (const [name, list] of WHOSE) if (words.some((word) => list.has(word))) return name;
  return undefined;
}

const isIn = (name: string) => (word: string) => CLASSES.get(name)?.has(word) ?? false;

/** Types of saying, which are done as often as they are said. */
export const isVerbal = isIn('verbal');
/** Kinds of which mentions days apart may be one. */
export const isLasting = isIn('lasting');
/** Types of which the feared and the done are never one. */
export const isViolent = isIn('violent');
/** Words that look back without telling where to. */
export const isHistoryWord = isIn('history');
/** Words of a name by which a count is called early: "first reports". */
export const isEarlyWord = isIn('early');
/** Words by which a note takes something back. */
export const isCorrectionWord = isIn('correction');
/** Words of a place's name that do not tell it from others: "base". */
export const isPlaceFiller = isIn('placeFiller');
/** Words that stand for a doer named before: "the group". */
export const isDoerAnaphor = isIn('anaphor');
/** Acts by which a group stands off from a deed: "condemned". */
export const isCondemning = isIn('condemn');
/** Sorts of doers: `youths`. */
export const isDoerNoun = isIn('doerSort');
/** Types of deeds of which it is asked who did them. */
export const isAttributed = isIn('attributed');
/** Modes of what authorities do: `arrest`. */
export const isLawful = isIn('lawful');
/** Sorts of doers, for patterns: "militia", "faction". */
export const DOER_NOUNS: readonly string[] = [...(CLASSES.get('doerNoun') ?? [])];
