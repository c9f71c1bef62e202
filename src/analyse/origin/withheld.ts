import type { Report, Statement } from '../../model/report.ts';
import { foldName, splitName } from './names.ts';

/** That somebody who was asked took no position. */
const WITHHELD =
  /\b(?:declin(?:ed|es|ing)\sto\s(?:comment|confirm|say|discuss|be\sdrawn)|(?:no|without)\scomment|refus(?:ed|es)\sto\scomment|(?:could|can|would|did|does|do|had|has|have)\s(?:not|neither|n't)\s(?:yet\s|immediately\s|be\sable\sto\s)?(?:confirm|comment|respond|discuss|verify|answer|be\sreached)|not\s(?:respond|reply)\s|(?:is|was|were|are)\slooking\sinto)/i;
/** Characters within which a speaker's own words say so: further on they may be about somebody else. */
const OPENING = 60;

const DENIED =
  /\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed)?|refut(?:e|es|ed)|dismiss(?:es|ed)?|false|lies?|untrue|not\strue|contradicts?|rebuts?)\b/i;

/** A headline that says that something is not so. */
const NEGATED = /\b(?:no|not|never|nobody)\b/i;

/** "Police: no shot was fired": whether a headline has it that the speaker says no. */
function isHeadlined(title: string, speaker: string): boolean {
  const words = foldName(title).split(' ');
  return NEGATED.test(title) && splitName(speaker).some((word) => word.length > 3 && words.includes(word));
}

/** Whether what is said is only that there is nothing to say. */
export function isWithheldWords(words: string, hasSpeaker: boolean): boolean {
  return WITHHELD.test(hasSpeaker ? words.slice(0, OPENING) : words);
}

/** Whether a speaker's negated words deny what others say: the report itself calls them a denial. That nobody was hurt is none. */
export function isDenialWords({ polarity }: Statement, { title, lede }: Report, speaker: string): boolean {
  if (polarity !== 'negated') return false;
  return DENIED.test(title ?? '') || DENIED.test(lede?.text ?? '') || isHeadlined(title ?? '', speaker);
}

const NOT_RULED_OUT =
  /\b(?:not|cannot|never|n't)\s(?:be\s|yet\s|been\s)?(?:rul(?:e|ed|ing)\sout|exclud(?:e|ed))\b/i;

/** "Could not be ruled out": what a parser takes for a denial and is none. */
export function isLeftOpen(words: string): boolean {
  return NOT_RULED_OUT.test(words);
}

/** Whether a headline or an opening says that something is not so. */
export function isDenying(words: string): boolean {
  return (
    DENIED.test(words) ||
    /\b(?:no such|not true|baseless|fabricat\w+|hoax|nothing of the (?:kind|sort))\b/i.test(words)
  );
}
