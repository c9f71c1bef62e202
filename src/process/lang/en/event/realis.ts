import type { Realis } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, isNegated, markersOf } from '../../../sentence/phrase.ts';
import { isImperative, isInfinitive, isInflected, isNegativeArgument, isQuestion } from './clause.ts';
import { effectOf, isComplement, judgeGovernor } from './governor.ts';
import type { EventLexicon, GovernorEffect } from './lexicon.ts';
import { isMeasure } from './measure.ts';
import type { Trigger } from './trigger.ts';

/** How a step upward from an event word may bear on whether it happened. */
const TRANSPARENT = [
  'obj',
  'iobj',
  'xcomp',
  'ccomp',
  'obl',
  'nmod',
  'acl',
  'nsubj',
  'conj',
  'advcl',
  'csubj',
  'compound',
  'appos',
  'parataxis',
];
const REACH = 6;

/**
 * Whether an event happened by the grammar around its word: negation, modals, conditions, the words it hangs on
 * ("order", "plan", "fear", "prevent"), describing words ("planned", "foiled"), mood and tense. The claim's stance
 * is weighed in by the caller. Values as in the project's terms.
 */
export function judgeRealis(sentence: ParsedSentence, trigger: Trigger, lexicon: EventLexicon): Realis {
  const marked = judgeMarkers(sentence, trigger.index, lexicon);
  if (marked !== undefined) return marked;
  const own = judgeWord(sentence, trigger.index, lexicon);
  if (own !== undefined) return own;
  let current = trigger.index;
  let isSettled = isInflected(sentence, current);
  let tensed = trigger.carrier ?? trigger.index;
  for (let step = 0; step < REACH; step++) {
    const token = sentence.tokens[current]!;
    if (token.head < 0 || !hasRelation(token, TRANSPARENT) || isApart(sentence, current)) break;
    const effect = judgeGovernor(sentence, current, lexicon);
    if (effect === 'told') return 'occurred';
    // "continued to send arms": the light verb has the tense.
    if (token.deprel === 'xcomp' && effectOf(sentence, current, lexicon) === 'light') tensed = token.head;
    if (effect !== undefined) return effect;
    current = token.head;
    if (sentence.tokens[current]!.upos === 'VERB') {
      // A finite clause has its own negation and modals; those farther up say something of the telling.
      const clause = isSettled ? undefined : judgeClause(sentence, current, lexicon);
      if (clause !== undefined) return clause;
      isSettled ||= isInflected(sentence, current);
    } else if (!isCarrying(sentence, current, lexicon)) break;
  }
  return judgeTense(sentence, tensed);
}

/** Whether a noun above an event passes on what governs it: "a wave of attacks", "plans for attacks". */
function isCarrying(sentence: ParsedSentence, index: number, lexicon: EventLexicon): boolean {
  const { lemma, upos } = sentence.tokens[index]!;
  if (upos === 'AUX') return true;
  const word = lemma.toLowerCase();
  if (upos === 'ADJ')
    return lexicon.governors.has(`${word}/predicate`) || lexicon.governors.has(`${word}/adj`);
  return isMeasure(sentence, index) || lexicon.governors.has(`${word}/noun`);
}

/** Conjunctions over the event's own clause or one above: "if", "unless", "whether", "without". */
function judgeMarkers(sentence: ParsedSentence, index: number, lexicon: EventLexicon): Realis | undefined {
  let current = index;
  for (let step = 0; step < REACH && current >= 0; step++) {
    const token = sentence.tokens[current]!;
    const effect = markersOf(sentence, current)
      .map((word) => lexicon.governors.get(`${word}/mark`))
      .find((found) => found !== undefined);
    const isClause = hasRelation(token, ['advcl', 'ccomp', 'obl', 'acl', 'dep', 'root']);
    if (isClause && effect !== undefined && isRealis(effect)) return effect;
    if (token.deprel === 'acl:relcl' || (hasRelation(token, ['nsubj']) && token.deprel !== 'nsubj:pass'))
      return undefined;
    if (hasRelation(token, ['advcl', 'parataxis'])) return undefined;
    current = token.head;
  }
  return undefined;
}

const isRealis = (effect: GovernorEffect): effect is Realis =>
  effect !== 'light' && effect !== 'told' && effect !== 'background';

const HAPPENING = new Set(
  'happen occur come take begin start follow erupt unfold be remain continue'.split(' '),
);

/** "there was an attack", "the withdrawal took place": the verb says no more than that its subject was. */
function takesPlace(sentence: ParsedSentence, verb: number): boolean {
  const lemma = sentence.tokens[verb]!.lemma.toLowerCase();
  if (!HAPPENING.has(lemma)) return false;
  if (lemma === 'be') return findChild(sentence, verb, 'expl') !== undefined;
  const object = findChild(sentence, verb, 'obj');
  return lemma === 'take'
    ? object !== undefined && sentence.tokens[object]!.lemma.toLowerCase() === 'place'
    : object === undefined;
}

/** Clauses that tell of the event from outside: relative clauses and adverbial clauses stand on their own. */
function isApart(sentence: ParsedSentence, index: number): boolean {
  const token = sentence.tokens[index]!;
  if (token.deprel === 'acl:relcl') return true;
  if (hasRelation(token, ['nsubj']) && token.deprel !== 'nsubj:pass')
    return !takesPlace(sentence, token.head);
  if (hasRelation(token, ['advcl', 'parataxis'])) return token.xpos !== 'VB' && !isGerund(sentence, index);
  // "after the attack", "during the raid": the phrase tells of what was, whatever the clause above says.
  if (hasRelation(token, ['obl', 'nmod']) && token.upos !== 'VERB' && !isComplement(sentence, index))
    return !hasRelation(token, ['obl:agent']) && markersOf(sentence, index).length > 0;
  if (token.deprel === 'conj')
    return isInflected(sentence, index) && findChild(sentence, index, 'nsubj') !== undefined;
  return false;
}

/** "by striking", "for attacking": it is as open as what it belongs to. */
const isGerund = (sentence: ParsedSentence, i: number) =>
  sentence.tokens[i]!.xpos === 'VBG' &&
  (isComplement(sentence, i) || markersOf(sentence, i).some((word) => word === 'by' || word === 'in'));

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

/** "They will answer when the ships arrive": the present tense of a clause of time below what is still open. */
function isYetToCome(sentence: ParsedSentence, verb: number, lexicon: EventLexicon): boolean {
  const { xpos, deprel, head } = sentence.tokens[verb]!;
  if ((xpos !== 'VBP' && xpos !== 'VBZ') || deprel !== 'advcl' || head < 0) return false;
  const opens = [
    ...markersOf(sentence, verb),
    ...findChildren(sentence, verb, 'advmod').map((i) => sentence.tokens[i]!.text.toLowerCase()),
  ];
  if (!opens.some((word) => UNTIL.has(word))) return false;
  const above = findChildren(sentence, head, 'aux').map((i) => sentence.tokens[i]!.text.toLowerCase());
  return (
    isImperative(sentence, head) ||
    isInfinitive(sentence, head) ||
    above.some((word) => lexicon.governors.has(`${word}/modal`))
  );
}

/** The word's own negation, modal, condition and describing words. */
function judgeWord(sentence: ParsedSentence, index: number, lexicon: EventLexicon): Realis | undefined {
  const token = sentence.tokens[index]!;
  if (token.upos === 'VERB') return judgeClause(sentence, index, lexicon);
  if (isNegated(sentence, index) || (token.upos === 'ADJ' && isNegativeArgument(sentence, index)))
    return 'denied';
  for (const i of findChildren(sentence, index, 'amod', 'compound', 'det')) {
    const effect = lexicon.governors.get(`${sentence.tokens[i]!.text.toLowerCase()}/adj`);
    if (effect !== undefined && isRealis(effect)) return effect;
  }
  return undefined;
}

/** Negation, modals, condition, mood and frequency of one verb. */
function judgeClause(sentence: ParsedSentence, verb: number, lexicon: EventLexicon): Realis | undefined {
  const condition = findChildren(sentence, verb, 'advcl').some((i) =>
    markersOf(sentence, i).some((word) => lexicon.governors.get(`${word}/mark`) === 'conditional'),
  );
  const auxiliaries = findChildren(sentence, verb, 'aux').map((i) => sentence.tokens[i]!.text.toLowerCase());
  const modal = auxiliaries
    .map((word) => lexicon.governors.get(`${word}/modal`))
    .find((effect) => effect !== undefined);
  // "will not take place until January": late, not never.
  if (modal !== undefined && isNegated(sentence, verb) && isDelayed(sentence, verb)) return 'expected';
  if (isNegated(sentence, verb) || isNegativeArgument(sentence, verb))
    return modal === 'possible' && !auxiliaries.includes('could') ? 'possible' : 'denied';
  if (modal !== undefined && condition) return 'conditional';
  if (modal === 'conditional') return auxiliaries.includes('have') ? 'conditional' : 'expected';
  if (modal === 'expected' || modal === 'possible') return modal;
  if (isImperative(sentence, verb) || isQuestion(sentence, verb)) return 'possible';
  if (isYetToCome(sentence, verb, lexicon)) return 'expected';
  const adverbs = findChildren(sentence, verb, 'advmod').map((i) => sentence.tokens[i]!.text.toLowerCase());
  if (adverbs.some((word) => lexicon.governors.get(`${word}/adv`) === 'recurrent')) return 'recurrent';
  return undefined;
}

const isDelayed = (sentence: ParsedSentence, verb: number) =>
  sentence.tokens
    .slice(verb + 1, verb + 7)
    .some(({ text }) => ['until', 'till', 'before'].includes(text.toLowerCase()));

/** What tense and aspect alone say. */
function judgeTense(sentence: ParsedSentence, index: number): Realis {
  const token = sentence.tokens[index]!;
  if (token.upos !== 'VERB') return 'occurred';
  const aux = findChildren(sentence, index, 'aux').map((i) => sentence.tokens[i]!.text.toLowerCase());
  if (token.xpos === 'VBG')
    return aux.some((word) => ['is', 'are', "'s", '’s', "'re", '’re', 'am'].includes(word))
      ? 'ongoing'
      : 'occurred';
  if (isInfinitive(sentence, index)) return 'possible';
  return 'occurred';
}
