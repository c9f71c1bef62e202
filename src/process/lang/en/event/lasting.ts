import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, isNegated, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import { isGoingOn } from './habit.ts';

/** Nouns of what goes on for a while and is spoken of while it does. */
const DOINGS = new Set(
  (
    'investigation probe inquiry talk negotiation discussion war warfare conflict fighting violence bombardment siege ' +
    'blockade occupation protest riot unrest uprising rebellion insurgency crackdown offensive campaign strike boycott ' +
    'demonstration rioting looting persecution genocide apartheid manhunt dispute'
  ).split(' '),
);
/** Of these, what somebody can be "under". */
const BORNE = new Set(
  'investigation siege blockade occupation negotiation bombardment inquiry probe'.split(' '),
);
/** Of these, what one can be "in". */
const SHARED = new Set('talk negotiation discussion war conflict'.split(' '));
/** Of these, what one waits for the end of. */
const AWAITED = new Set('investigation probe inquiry talk negotiation'.split(' '));
/** What a long series of acts amounts to: "what they do is genocide". */
const AMOUNTING = new Set('genocide apartheid persecution torture aggression warfare'.split(' '));
/** Doings that the reporter finds people at. */
const BUSY = new Set('investigate probe examine negotiate search mediate hunt'.split(' '));
/** Doings that a past progressive tells as still going on in the news of the day. */
const UNFINISHED = new Set([...BUSY, 'appeal', 'seek', 'campaign', 'fight']);

/**
 * Whether what the grammar leaves as done is under way at the time of telling: "an inquiry is under way", "have been in
 * talks", "protests continued for the seventh day", "the violence is genocide", "officials investigating the leak say".
 */
export function isLasting(sentence: ParsedSentence, index: number): boolean {
  const { upos } = sentence.tokens[index]!;
  if (upos === 'VERB') return isBusy(sentence, index);
  if (upos !== 'NOUN' && upos !== 'PROPN') return false;
  const lemma = lemmaAt(sentence, index);
  if (AMOUNTING.has(lemma) && isWhatItIs(sentence, index)) return true;
  return DOINGS.has(lemma) && isDoing(sentence, index, lemma);
}

function isDoing(sentence: ParsedSentence, noun: number, lemma: string): boolean {
  const markers = markersOf(sentence, noun);
  const before = wordAt(sentence, noun - 1);
  if (AWAITED.has(lemma) && isAwaited(sentence, noun)) return true;
  if (BORNE.has(lemma) && (markers.includes('under') || before === 'under')) return !isWas(sentence, noun);
  if (SHARED.has(lemma) && markers.includes('in') && isStillIn(sentence, noun)) return true;
  if (markers.includes('throughout') || (markers.includes('during') && hasThis(sentence, noun)))
    return isGoingOnAbove(sentence, noun);
  return isDraggingOn(sentence, noun) || hasPresentClause(sentence, noun);
}

/** "pending an investigation", taken for a preposition or for a verb. */
const isAwaited = (sentence: ParsedSentence, noun: number) =>
  wordAt(sentence, noun - 1) === 'pending' ||
  markersOf(sentence, noun).includes('pending') ||
  wordAt(sentence, sentence.tokens[noun]!.head) === 'pending';

const THESE = new Set(['this', 'these']);
const hasThis = (sentence: ParsedSentence, noun: number) =>
  findChildren(sentence, noun, 'det').some((i) => THESE.has(wordAt(sentence, i)));

const WAS = new Set(['was', 'were', 'had', 'came', 'fell']);
const STILL = new Set(['still', 'now', 'remains', 'remain']);

/** "was under investigation": over, unless "still". */
function isWas(sentence: ParsedSentence, noun: number): boolean {
  let was = false;
  for (let i = Math.max(0, noun - 6); i < noun; i++) {
    const word = wordAt(sentence, i);
    if (STILL.has(word)) return false;
    was ||= WAS.has(word);
  }
  return was;
}

const ARE = new Set([
  'is',
  'are',
  'am',
  "'s",
  '’s',
  "'re",
  '’re',
  'has',
  'have',
  "'ve",
  '’ve',
  'remain',
  'remains',
]);

/** "are in talks", "have been in negotiations", "remain in talks". */
function isStillIn(sentence: ParsedSentence, noun: number): boolean {
  const { head, deprel } = sentence.tokens[noun]!;
  const helpers = findChildren(sentence, noun, 'cop', 'aux');
  if (helpers.length > 0)
    return !isNegated(sentence, noun) && helpers.some((i) => ARE.has(wordAt(sentence, i)));
  return (
    head >= 0 &&
    deprel.startsWith('obl') &&
    /^(?:remain|stay|engage)$/.test(lemmaAt(sentence, head)) &&
    /^VB[PZ]$|^JJ$/.test(sentence.tokens[head]!.xpos)
  );
}

/** "We are working with them throughout this inquiry". */
function isGoingOnAbove(sentence: ParsedSentence, noun: number): boolean {
  const { head } = sentence.tokens[noun]!;
  return head >= 0 && sentence.tokens[head]!.xpos === 'VBG' && isGoingOn(sentence, head);
}

const DRAGGING = new Set(['continue', 'persist', 'rage', 'drag', 'grind', 'enter', 'stretch']);
const ORDINAL =
  /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\p{L}+teenth|\d+(?:st|nd|rd|th))$/u;
const SPANS = new Set(['day', 'night', 'week', 'month', 'year', 'weekend']);

/** "Protests continued for the seventh day", "the strike entered its third week". */
function isDraggingOn(sentence: ParsedSentence, noun: number): boolean {
  const { head } = sentence.tokens[noun]!;
  if (head < 0 || !hasRelation(sentence.tokens[noun]!, ['nsubj'])) return false;
  if (!DRAGGING.has(lemmaAt(sentence, head)) || isNegated(sentence, head)) return false;
  return findChildren(sentence, head, 'obl', 'obj').some(
    (i) =>
      SPANS.has(lemmaAt(sentence, i)) &&
      findChildren(sentence, i, 'amod', 'nummod').some((k) => ORDINAL.test(wordAt(sentence, k))),
  );
}

/** "the riots that are shaking the city". */
function hasPresentClause(sentence: ParsedSentence, noun: number): boolean {
  const clause = findChild(sentence, noun, 'acl:relcl');
  if (clause === undefined || sentence.tokens[clause]!.xpos !== 'VBG' || isNegated(sentence, clause))
    return false;
  const subject = findChild(sentence, clause, 'nsubj');
  return (
    subject !== undefined && /^(?:that|which)$/.test(wordAt(sentence, subject)) && isGoingOn(sentence, clause)
  );
}

const IS = new Set(['is', 'are', "'s", '’s']);

/** "the violence is genocide", "calls it genocide": said of what goes on, without an article. */
function isWhatItIs(sentence: ParsedSentence, noun: number): boolean {
  if (findChild(sentence, noun, 'det', 'nummod') !== undefined || isNegated(sentence, noun)) return false;
  if (IS.has(wordAt(sentence, noun - 1))) return true;
  if (findChildren(sentence, noun, 'cop').some((i) => IS.has(wordAt(sentence, i)))) return true;
  const { head, deprel } = sentence.tokens[noun]!;
  return (
    head >= 0 &&
    (deprel === 'xcomp' || deprel.startsWith('obl')) &&
    lemmaAt(sentence, head) === 'call' &&
    sentence.tokens[head]!.xpos === 'VBZ'
  );
}

/** "officials investigating the leak say", "Police investigating fire", "was appealing for help". */
function isBusy(sentence: ParsedSentence, verb: number): boolean {
  const { xpos, deprel, head } = sentence.tokens[verb]!;
  if (xpos !== 'VBG') return false;
  const lemma = lemmaAt(sentence, verb);
  if (deprel === 'acl')
    return (
      BUSY.has(lemma) &&
      head >= 0 &&
      hasRelation(sentence.tokens[head]!, ['nsubj', 'root']) &&
      (sentence.tokens[head]!.head < 0
        ? isHeadline(sentence)
        : isAtWork(sentence, sentence.tokens[head]!.head))
    );
  const helpers = findChildren(sentence, verb, 'aux');
  const subject = findChild(sentence, verb, 'nsubj');
  if (subject === undefined) return false;
  // A headline without its auxiliary.
  if (helpers.length === 0)
    return deprel === 'root' && subject < verb && findChild(sentence, verb, 'mark', 'aux:pass') === undefined;
  return (
    UNFINISHED.has(lemma) &&
    MAIN.test(deprel) &&
    helpers.every((i) => /^(?:was|were)$/.test(wordAt(sentence, i))) &&
    !isSetInPast(sentence, verb)
  );
}

/** A line without a full stop: "Officials investigating leak". */
const isHeadline = ({ tokens }: ParsedSentence) => /[\p{L}\p{N}]/u.test(tokens.at(-1)!.text);

const MAIN = /^(?:root|ccomp|conj|parataxis)$/;
const TELLING = new Set(['say', 'tell', 'report', 'announce', 'believe', 'think']);

/** Whoever is still at it speaks or has found something; "police investigating a fire shot a man" tells what was. */
function isAtWork(sentence: ParsedSentence, verb: number): boolean {
  const { xpos } = sentence.tokens[verb]!;
  if (xpos === 'VBZ' || xpos === 'VBP' || TELLING.has(lemmaAt(sentence, verb))) return true;
  return findChildren(sentence, verb, 'aux').some((i) => ARE.has(wordAt(sentence, i)));
}

/** "was negotiating when the rebels attacked", "were fighting in 1990". */
function isSetInPast(sentence: ParsedSentence, verb: number): boolean {
  return (
    findChild(sentence, verb, 'advcl') !== undefined ||
    findChildren(sentence, verb, 'advmod').some((i) =>
      /^(?:when|then|once|previously)$/.test(wordAt(sentence, i)),
    ) ||
    sentence.tokens.some(({ text }) => /^(?:19|20)\d\d$/.test(text))
  );
}
