import type { Realis } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, isNegated, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import { isImperative, isInfinitive, isNegativeArgument, isNoLonger, isQuestion } from './clause.ts';
import { hasCondition } from './condition.ts';
import { isGoingOn, isHabit } from './habit.ts';
import { type EventLexicon, isRealis } from './lexicon.ts';

/** Negation, modals, condition, mood and frequency of one verb. */
export function judgeClause(
  sentence: ParsedSentence,
  verb: number,
  lexicon: EventLexicon,
): Realis | undefined {
  const auxiliaries = findChildren(sentence, verb, 'aux').map((i) => wordAt(sentence, i));
  const modal = auxiliaries
    .map((word) => lexicon.governors.get(`${word}/modal`))
    .find((effect) => effect !== undefined);
  const isDenied =
    isNegated(sentence, verb) || isNegativeArgument(sentence, verb) || isNoLonger(sentence, verb);
  if (modal !== undefined && hasCondition(sentence, verb, lexicon)) return 'conditional';
  // "will not take place until January": late, not never.
  if (modal !== undefined && isDenied && isDelayed(sentence, verb)) return 'expected';
  if (isDenied) return modal === 'possible' && !isAble(auxiliaries) ? 'possible' : 'denied';
  // "before he could attack": he did not.
  if (auxiliaries.includes('could') && markersOf(sentence, verb).includes('before')) return 'denied';
  if (isQuestion(sentence, verb)) return 'possible';
  const isUsual = isHabit(sentence, verb, lexicon);
  if (modal === 'conditional' && isUsual) return 'recurrent';
  if (modal === 'conditional') return auxiliaries.includes('have') ? 'conditional' : 'expected';
  if (modal === 'expected' && isHedged(sentence, verb, lexicon)) return 'possible';
  if (modal === 'expected' || modal === 'possible') return modal;
  if (isImperative(sentence, verb)) return 'possible';
  if (isToBe(sentence, verb) || isHeadline(sentence, verb) || isYetToCome(sentence, verb, lexicon))
    return 'expected';
  return isUsual ? 'recurrent' : undefined;
}

const isAble = (auxiliaries: readonly string[]) => auxiliaries.some((word) => ABLE.has(word));
/** Negated, these say that it cannot be. */
const ABLE = new Set(['could', 'can', 'ca']);

/** "Perhaps they will withdraw". */
const isHedged = (sentence: ParsedSentence, verb: number, lexicon: EventLexicon) =>
  findChildren(sentence, verb, 'advmod').some(
    (i) => lexicon.governors.get(`${wordAt(sentence, i)}/adv`) === 'possible',
  );

const isDelayed = (sentence: ParsedSentence, verb: number) =>
  sentence.tokens
    .slice(verb + 1, verb + 7)
    .some(({ text }) => ['until', 'till', 'before'].includes(text.toLowerCase()));

const BEING = new Set(['is', 'are', 'was', 'were', "'s", '’s', "'re", '’re']);

/** "are to be released", "is to meet". */
const isToBe = (sentence: ParsedSentence, verb: number) =>
  markersOf(sentence, verb).includes('to') &&
  findChildren(sentence, verb, 'aux', 'cop').some(
    (i) => BEING.has(wordAt(sentence, i)) && wordAt(sentence, i + 1) === 'to',
  );

/** "Minister to visit the capital": a headline's way to say what will be. */
const isHeadline = (sentence: ParsedSentence, verb: number) => {
  const { head } = sentence.tokens[verb]!;
  return (
    head < 0 && isInfinitive(sentence, verb) && findChildren(sentence, verb, 'nsubj').some((i) => i < verb)
  );
};

const UNTIL = new Set([
  'when',
  'until',
  'till',
  'before',
  'once',
  'after',
  'as',
  'while',
  'assuming',
  'provided',
]);

/** "is reached", "are lifted". */
const isPresentPassive = (sentence: ParsedSentence, verb: number) =>
  findChildren(sentence, verb, 'aux:pass').some((i) => ['is', 'are'].includes(wordAt(sentence, i)));

/** "They will answer when the ships arrive": the present tense of a clause of time below what is still open. */
function isYetToCome(sentence: ParsedSentence, verb: number, lexicon: EventLexicon): boolean {
  const { xpos, deprel, head } = sentence.tokens[verb]!;
  if (deprel !== 'advcl' || head < 0) return false;
  if (xpos !== 'VBP' && xpos !== 'VBZ' && !(xpos === 'VBN' && isPresentPassive(sentence, verb))) return false;
  const opens = [
    ...markersOf(sentence, verb),
    ...findChildren(sentence, verb, 'advmod').map((i) => wordAt(sentence, i)),
  ];
  if (!opens.some((word) => UNTIL.has(word))) return false;
  const above = findChildren(sentence, head, 'aux').map((i) => wordAt(sentence, i));
  return (
    isImperative(sentence, head) ||
    isInfinitive(sentence, head) ||
    above.some((word) => lexicon.governors.has(`${word}/modal`))
  );
}

/** "are being investigated": it goes on now. */
function isBeingDone(sentence: ParsedSentence, verb: number): boolean {
  if (sentence.tokens[verb]!.xpos !== 'VBN') return false;
  const auxiliaries = findChildren(sentence, verb, 'aux', 'aux:pass').map((i) => wordAt(sentence, i));
  return auxiliaries.includes('being') && auxiliaries.some((word) => word === 'is' || word === 'are');
}

const GOING_ON = new Set(['continue', 'keep']);

/** "continue to investigate", "keeps shelling" in the present: the verb that has the tense. */
function isContinued(sentence: ParsedSentence, verb: number): boolean {
  const { xpos } = sentence.tokens[verb]!;
  return GOING_ON.has(lemmaAt(sentence, verb)) && (xpos === 'VBZ' || xpos === 'VBP');
}

/** What tense and aspect alone say. */
export function judgeTense(sentence: ParsedSentence, index: number): Realis {
  const token = sentence.tokens[index]!;
  if (token.upos !== 'VERB') return 'occurred';
  if (token.xpos === 'VBG') return isGoingOn(sentence, index) ? 'ongoing' : 'occurred';
  if (isBeingDone(sentence, index) || isContinued(sentence, index)) return 'ongoing';
  return isInfinitive(sentence, index) ? 'possible' : 'occurred';
}

/** What an adjective or another noun beside an event noun says of it: "planned", "failed", "frequent". */
export function judgeDescription(
  sentence: ParsedSentence,
  noun: number,
  lexicon: EventLexicon,
): Realis | undefined {
  for (const i of findChildren(sentence, noun, 'amod', 'compound', 'det')) {
    const effect = lexicon.governors.get(`${wordAt(sentence, i)}/adj`);
    if (effect !== undefined && isRealis(effect)) return effect;
  }
  return undefined;
}
