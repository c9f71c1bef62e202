import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, isNegated, markersOf } from '../../../sentence/phrase.ts';
import { childrenOf } from '../../../sentence/tree.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import { isAskingDetail, isInfinitive } from './clause.ts';

/** Verbs of going somewhere or meeting, whose infinitive tells what was then done: "arrived to investigate". */
const MOVING = new Set(
  'arrive gather rush march rally assemble converge flock congregate descend'.split(' '),
);
/** Verbs whose object was put to the use that the infinitive tells: "used the question to demand". */
const USING = new Set('use lead drive prompt spur spend take seize'.split(' '));
/** What one takes or seizes to act with. */
const OCCASIONS = new Set(
  'stage podium microphone floor opportunity chance occasion moment street time'.split(' '),
);

/** "used the question to demand", "led officials to investigate", "arrived to inspect": the aim of a done act, done with it. */
export function isDoneFor(sentence: ParsedSentence, child: number): boolean {
  const { deprel } = sentence.tokens[child]!;
  if (!/^(?:advcl|xcomp|acl)$/.test(deprel) || !isInfinitive(sentence, child)) return false;
  const head = verbAbove(sentence, child);
  if (head === undefined || !isDone(sentence, head)) return false;
  const lemma = lemmaAt(sentence, head);
  if (MOVING.has(lemma)) return true;
  // "police were called to investigate": whoever is called comes.
  if (CALLING.has(lemma)) return findChild(sentence, head, 'aux:pass') !== undefined;
  if (!USING.has(lemma)) return false;
  const object = findChild(sentence, head, 'obj');
  if (object === undefined || object > child) return false;
  if (lemma === 'take' || lemma === 'seize' || lemma === 'spend')
    return OCCASIONS.has(lemmaAt(sentence, object));
  return true;
}

const CALLING = new Set(['call', 'summon']);

/** The verb that an infinitive serves; it may hang on the verb's object: "led prosecutors to investigate". */
function verbAbove(sentence: ParsedSentence, child: number): number | undefined {
  const { deprel, head } = sentence.tokens[child]!;
  if (head < 0) return undefined;
  if (deprel !== 'acl') return head;
  const above = sentence.tokens[head]!;
  return hasRelation(above, ['obj']) && USING.has(lemmaAt(sentence, above.head)) ? above.head : undefined;
}

const HAVE = new Set(['has', 'have', 'had', "'ve", '’ve', "'s", '’s', "'d"]);

/** A verb told as done, with nothing that denies or opens it. */
export function isDone(sentence: ParsedSentence, verb: number): boolean {
  const token = sentence.tokens[verb]!;
  if (token.upos !== 'VERB' || isNegated(sentence, verb)) return false;
  if (token.xpos === 'VBD') return true;
  const helpers = findChildren(sentence, verb, 'aux', 'aux:pass').map((i) => wordAt(sentence, i));
  if (token.xpos === 'VBN' && helpers.length > 0)
    return helpers.every((word) => HAVE.has(word) || word === 'was' || word === 'were' || word === 'been');
  return token.deprel === 'conj' && token.head >= 0 && token.head !== verb && token.xpos === 'VBN';
}

/** Verbs of carrying a plan through, with the preposition or particle before it; "" where the plan is their object. */
const KEEPING: Readonly<Record<string, readonly string[]>> = {
  stand: ['by'],
  stick: ['to', 'with'],
  go: ['with', 'through'],
  make: ['on'],
  follow: ['on', 'with'],
  act: ['on'],
  fulfil: [''],
  fulfill: [''],
  keep: [''],
  honor: [''],
  honour: [''],
  execute: [''],
};

/** "stood by his plan to boycott", "made good on a threat to quit": what was planned has been done. */
export function isPlanKept(sentence: ParsedSentence, noun: number): boolean {
  const { head } = sentence.tokens[noun]!;
  if (head < 0 || !isDone(sentence, head)) return false;
  const ways = KEEPING[lemmaAt(sentence, head)];
  if (ways === undefined) return false;
  if (hasRelation(sentence.tokens[noun]!, ['obj'])) return ways.includes('');
  return (
    hasRelation(sentence.tokens[noun]!, ['obl']) &&
    markersOf(sentence, noun).some((word) => ways.includes(word.split(' ').at(-1)!))
  );
}

const CHOOSING = new Set(['decide', 'choose', 'opt', 'elect']);

/** "asked why he decided to attack": the choice was carried out, or nobody would ask. */
export const isChoiceAsked = (sentence: ParsedSentence, verb: number): boolean =>
  CHOOSING.has(lemmaAt(sentence, verb)) &&
  isDone(sentence, verb) &&
  isAskingDetail(sentence, verb) &&
  childrenOf(sentence, verb).some((i) => /^(?:why|how)$/.test(wordAt(sentence, i)));

const PROMPT = new Set(['quick', 'swift', 'first', 'last', 'willing', 'eager', 'only']);

/** "was quick to blame them", "those most willing to attack him were": who was so did it. */
export function isPromptDoer(sentence: ParsedSentence, child: number): boolean {
  const { head, deprel } = sentence.tokens[child]!;
  if (head < 0 || !/^(?:xcomp|advcl|acl|ccomp|csubj)$/.test(deprel) || !isInfinitive(sentence, child))
    return false;
  const lemma = lemmaAt(sentence, head);
  if (!PROMPT.has(lemma) || isNegated(sentence, head)) return false;
  if (lemma === 'willing' || lemma === 'eager') {
    // "those most willing to attack him were two senators".
    if (wordAt(sentence, head - 1) !== 'most') return false;
    const above = sentence.tokens[head]!.head;
    if (above < 0) return false;
    const { head: top, deprel: relation } = sentence.tokens[above]!;
    const main = /^nsubj/.test(relation) ? top : above;
    return main >= 0 && isWas(sentence, main);
  }
  return isWas(sentence, head);
}

const isWas = (sentence: ParsedSentence, predicate: number) =>
  findChildren(sentence, predicate, 'cop').some((i) => /^(?:was|were)$/.test(wordAt(sentence, i))) &&
  findChild(sentence, predicate, 'aux') === undefined;

/** "in their effort to provide": what somebody is at, be it easy or hard. */
export function isEffort(sentence: ParsedSentence, child: number): boolean {
  if (!isInfinitive(sentence, child)) return false;
  const mark = findChild(sentence, child, 'mark');
  if (mark === undefined || !/^efforts?$/.test(wordAt(sentence, mark - 1))) return false;
  return findChildren(sentence, mark - 1, 'nmod:poss').length > 0 && !isNegated(sentence, mark - 1);
}
