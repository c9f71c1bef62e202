import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt } from '../../../sentence/view.ts';
import { isAskingDetail, isInfinitive, isInflected } from './clause.ts';
import { isComplement } from './governor.ts';

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
export function isApart(sentence: ParsedSentence, index: number): boolean {
  const token = sentence.tokens[index]!;
  if (token.deprel === 'acl:relcl') return true;
  if (isDescribing(sentence, index)) return token.xpos !== 'VBN' || !isSeen(sentence, token.head);
  if (hasRelation(token, ['nsubj']) && token.deprel !== 'nsubj:pass')
    return !takesPlace(sentence, token.head);
  if (hasRelation(token, ['advcl', 'parataxis']))
    return token.xpos !== 'VB' && !isGerund(sentence, index) && !isKept(sentence, index);
  // "who attacked it", "how many were killed": the rest is taken for granted.
  if (hasRelation(token, ['ccomp', 'csubj']) && isPastDetail(sentence, index)) return true;
  // "after the attack", "during the raid": the phrase tells of what was, whatever the clause above says.
  if (hasRelation(token, ['obl', 'nmod']) && token.upos !== 'VERB' && !isComplement(sentence, index))
    return !hasRelation(token, ['obl:agent']) && markersOf(sentence, index).length > 0;
  if (token.deprel === 'conj')
    return isInflected(sentence, index) && findChild(sentence, index, 'nsubj') !== undefined;
  return false;
}

/** "a ship flying a flag", "men armed by him": a participle that tells more of its noun. */
const isDescribing = (sentence: ParsedSentence, index: number) => {
  const { deprel, xpos } = sentence.tokens[index]!;
  return deprel === 'acl' && (xpos === 'VBG' || xpos === 'VBN') && markersOf(sentence, index).length === 0;
};

const SEEING = new Set(['see', 'have', 'get', 'want']);

/** "want to see the generals arrested": what hangs on the object is what is wanted of it. */
export const isSeen = (sentence: ParsedSentence, noun: number) => {
  const { head } = sentence.tokens[noun]!;
  if (!hasRelation(sentence.tokens[noun]!, ['obj']) || !SEEING.has(lemmaAt(sentence, head))) return false;
  return lemmaAt(sentence, head) === 'want' || isInfinitive(sentence, head);
};

/** "stopped short of attacking", "keeps them from invading": hangs as a clause of its own on what denies it. */
const isKept = (sentence: ParsedSentence, index: number) =>
  sentence.tokens[index]!.xpos === 'VBG' &&
  markersOf(sentence, index).some((word) => word === 'from' || word === 'of');

function isPastDetail(sentence: ParsedSentence, verb: number): boolean {
  return isInflected(sentence, verb) && isAskingDetail(sentence, verb);
}

/** "by striking", "for attacking": it is as open as what it belongs to. */
const isGerund = (sentence: ParsedSentence, i: number) =>
  sentence.tokens[i]!.xpos === 'VBG' &&
  (isComplement(sentence, i) || markersOf(sentence, i).some((word) => word === 'by' || word === 'in'));
