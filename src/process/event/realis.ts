import type { Realis } from '../../model/event.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, isNegated, markersOf } from '../sentence/phrase.ts';
import type { EventLexicon } from './lexicon.ts';
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
 * ("order", "plan", "fear", "prevent"), describing words ("planned", "foiled") and the tense. The claim's stance is
 * weighed in by the caller. Values as in the project's terms.
 */
export function judgeRealis(sentence: ParsedSentence, trigger: Trigger, lexicon: EventLexicon): Realis {
  if (isConditional(sentence, trigger.index, lexicon)) return 'conditional';
  const own = judgeWord(sentence, trigger.index, lexicon);
  if (own !== undefined) return own;
  let current = trigger.index;
  let isSettled = isInflected(sentence, current);
  for (let step = 0; step < REACH; step++) {
    const token = sentence.tokens[current]!;
    if (token.head < 0 || !hasRelation(token, TRANSPARENT) || isApart(sentence, current)) break;
    const effect = judgeGovernor(sentence, current, lexicon);
    if (effect !== undefined) return effect;
    current = token.head;
    if (sentence.tokens[current]!.upos === 'VERB') {
      // A finite clause has its own negation and modals; those farther up say something of the telling.
      const clause = isSettled ? undefined : judgeClause(sentence, current, lexicon);
      if (clause !== undefined) return clause;
      isSettled ||= isInflected(sentence, current);
    } else if (!isCarrying(sentence, current, lexicon)) break;
  }
  return judgeTense(sentence, trigger.carrier ?? trigger.index);
}

/** Nouns that only measure or shape the event below them. */
const CARRIERS = new Set(
  'series wave spate number string round act campaign kind type level form part rash flurry dozen hundred thousand'.split(
    ' ',
  ),
);

/** Whether a noun above an event passes on what governs it: "a wave of attacks", "plans for attacks". */
function isCarrying(sentence: ParsedSentence, index: number, lexicon: EventLexicon): boolean {
  const { lemma, upos } = sentence.tokens[index]!;
  if (upos === 'AUX') return true;
  return (
    CARRIERS.has(lemma.toLowerCase()) ||
    lexicon.governors.has(`${lemma.toLowerCase()}/${upos === 'ADJ' ? 'adj' : 'noun'}`)
  );
}

/** Whether the event stands in, or is said to follow, a clause with "if" or "unless". */
function isConditional(sentence: ParsedSentence, index: number, lexicon: EventLexicon): boolean {
  let current = index;
  for (let step = 0; step < REACH && current >= 0; step++) {
    const token = sentence.tokens[current]!;
    const isIf = markersOf(sentence, current).some(
      (word) => lexicon.governors.get(`${word}/mark`) === 'conditional',
    );
    if (isIf && hasRelation(token, ['advcl', 'ccomp', 'obl', 'acl', 'dep', 'root'])) return true;
    if (token.deprel === 'acl:relcl' || (hasRelation(token, ['nsubj']) && token.deprel !== 'nsubj:pass'))
      return false;
    if (hasRelation(token, ['advcl', 'parataxis'])) return false;
    current = token.head;
  }
  return false;
}

/** A verb with a tense of its own. */
function isInflected(sentence: ParsedSentence, index: number): boolean {
  const token = sentence.tokens[index]!;
  return (
    ['VBD', 'VBZ', 'VBP'].includes(token.xpos) || findChild(sentence, index, 'aux', 'aux:pass') !== undefined
  );
}

/** Clauses that tell of the event from outside: relative clauses and adverbial clauses stand on their own. */
function isApart(sentence: ParsedSentence, index: number): boolean {
  const token = sentence.tokens[index]!;
  if (token.deprel === 'acl:relcl') return true;
  if (hasRelation(token, ['nsubj']) && token.deprel !== 'nsubj:pass') return true;
  if (hasRelation(token, ['advcl', 'parataxis'])) return true;
  if (token.deprel === 'conj')
    return isInflected(sentence, index) && findChild(sentence, index, 'nsubj') !== undefined;
  return false;
}

/** The word's own negation, modal, condition and describing words. */
function judgeWord(sentence: ParsedSentence, index: number, lexicon: EventLexicon): Realis | undefined {
  const token = sentence.tokens[index]!;
  if (token.upos === 'VERB') return judgeClause(sentence, index, lexicon);
  if (isNegated(sentence, index)) return 'denied';
  for (const i of findChildren(sentence, index, 'amod', 'compound', 'det')) {
    const word = sentence.tokens[i]!.text.toLowerCase();
    const effect = lexicon.governors.get(`${word}/adj`);
    if (effect !== undefined && effect !== 'light' && effect !== 'background') return effect;
  }
  return undefined;
}

/** Negation, modals, condition and frequency of one verb. */
function judgeClause(sentence: ParsedSentence, verb: number, lexicon: EventLexicon): Realis | undefined {
  const condition = findChildren(sentence, verb, 'advcl').some((i) =>
    markersOf(sentence, i).some((word) => word === 'if' || word === 'unless'),
  );
  const modals = findChildren(sentence, verb, 'aux').map((i) => sentence.tokens[i]!.text.toLowerCase());
  const modal = modals
    .map((word) => lexicon.governors.get(`${word}/modal`))
    .find((effect) => effect !== undefined);
  const isPerfect = modals.includes('have');
  if (isNegated(sentence, verb)) return modal === 'possible' ? 'possible' : 'denied';
  if (modal !== undefined && condition) return 'conditional';
  if (modal === 'conditional') return isPerfect ? 'conditional' : 'expected';
  if (modal === 'expected' || modal === 'possible') return modal;
  const adverbs = findChildren(sentence, verb, 'advmod').map((i) => sentence.tokens[i]!.text.toLowerCase());
  if (adverbs.some((word) => lexicon.governors.get(`${word}/adv`) === 'recurrent')) return 'recurrent';
  return undefined;
}

/** What the word above makes of the event: "ordered a drawdown", "fears of an attack", "prevented a strike". */
function judgeGovernor(sentence: ParsedSentence, child: number, lexicon: EventLexicon): Realis | undefined {
  const token = sentence.tokens[child]!;
  const governor = sentence.tokens[token.head]!;
  const markers = markersOf(sentence, child);
  if (hasRelation(token, ['obl']) && !markers.some((word) => COMPLEMENT_MARKERS.has(word))) return undefined;
  if (token.deprel === 'conj') return undefined;
  const pos =
    governor.upos === 'VERB'
      ? 'verb'
      : governor.upos === 'NOUN'
        ? 'noun'
        : governor.upos === 'ADJ'
          ? 'adj'
          : undefined;
  if (pos === undefined) return undefined;
  if (pos === 'noun' && hasRelation(token, ['nmod']) && !markers.some((word) => COMPLEMENT_MARKERS.has(word)))
    return undefined;
  const effect = lexicon.governors.get(`${governor.lemma.toLowerCase()}/${pos}`);
  if (effect === undefined || effect === 'light' || effect === 'background')
    return infinitiveOf(sentence, child);
  if (effect === 'denied') return isNegated(sentence, token.head) ? 'occurred' : 'denied';
  return effect;
}

/** Prepositions under which the governing word decides; "during", "after" or "since" an attack tell that it was. */
const COMPLEMENT_MARKERS = new Set(['of', 'for', 'about', 'against', 'from', 'to', 'over', 'on', 'into']);

/** An infinitive that nothing decides is open: "a wish to strike". */
function infinitiveOf(sentence: ParsedSentence, child: number): Realis | undefined {
  const token = sentence.tokens[child]!;
  const isInfinitive = token.xpos === 'VB' && markersOf(sentence, child).includes('to');
  return isInfinitive && hasRelation(token, ['xcomp', 'acl', 'advcl', 'ccomp']) ? 'possible' : undefined;
}

/** What tense and aspect alone say. */
function judgeTense(sentence: ParsedSentence, index: number): Realis {
  const token = sentence.tokens[index]!;
  if (token.upos !== 'VERB') return 'occurred';
  const aux = findChildren(sentence, index, 'aux').map((i) => sentence.tokens[i]!.text.toLowerCase());
  if (token.xpos === 'VBG')
    return aux.some((word) => ['is', 'are', "'s", '’s', "'re", '’re', 'am'].includes(word))
      ? 'ongoing'
      : 'occurred';
  if (token.xpos === 'VB' && markersOf(sentence, index).includes('to')) return 'possible';
  return 'occurred';
}

/** Where on the scale from -2 (certainly not) to 2 (certainly) a realis stands, before the speaker's own doubt. */
export const FACTUALITY: Readonly<Record<Realis, number>> = {
  occurred: 2,
  ongoing: 2,
  recurrent: 1.5,
  ordered: 1,
  expected: 1,
  prepared: 0.5,
  threatened: 0.5,
  possible: 0,
  conditional: 0,
  denied: -2,
  exercise: 1.5,
};
