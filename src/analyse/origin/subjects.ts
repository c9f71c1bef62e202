import {
  findSpeakingState,
  foldName,
  getWords,
  makeOfficeKey,
  splitName,
  stripSpokesperson,
} from './names.ts';
import { isVague } from './short-names.ts';
import type { Access } from './traced.ts';

/** "Harbour Relief (HR) will halve rations, the agency said": a body at the head of what it says of itself. */
const SUBJECT =
  /^(?:(?:[Tt]he|[Aa]n?)\s)?(?:(?:\p{L}\p{Ll}{1,20}\s)?\p{Ll}{2,20}\s)?(\p{Lu}[\p{L}\p{N}'’&-]{1,30}(?:\s(?:(?:of|and|for|de|du|&)\s)?\p{Lu}[\p{L}\p{N}'’&-]{0,30}){0,5})(?:\s\(\p{Lu}{2,8}\))?(?:,[^,]{1,60},)?\s(?:will|has|have|had|is|was|would|plans?|expects?|can|cannot|could|\p{Ll}{2,14}(?:ed|es|s))\s/u;
/** First words of a sentence that are no name, capital or not. */
const OPENER =
  /^(?:the|all|a|an|it|its|this|that|these|those|most|half|both|no|more|some|several|many|about|over|nearly|almost|in|on|at|after|when|as|\w*(?:teen|ty|hundred|thousand|million))$/;

/** Whom a body that is not named is, by the subject of its own words: undefined where that is no name, or a country's. */
export function readSubject(access: Access, words: string): Access | undefined {
  if (access.kind !== 'named' || access.reason !== 'office' || /\s\p{Lu}/u.test(access.name))
    return undefined;
  if (!isVague(access.short)) return undefined;
  const name = SUBJECT.exec(words)?.[1];
  const folded = foldName(name ?? '');
  const isOpener = OPENER.test(splitName(folded)[0] ?? '') || getWords('filler').has(folded);
  if (name === undefined || isOpener || findSpeakingState(folded) !== undefined) return undefined;
  return { ...access, key: `office ${makeOfficeKey(name)}`, name, short: stripSpokesperson(name) };
}
