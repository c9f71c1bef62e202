import type { ParsedSentence } from '../../../sentence/parsed.ts';
import {
  findChild,
  findChildren,
  hasRelation,
  isComparing,
  isNegated,
  markersOf,
} from '../../../sentence/phrase.ts';
import { childrenOf } from '../../../sentence/tree.ts';
import { wordAt } from '../../../sentence/view.ts';

/** A verb with a tense of its own. */
export function isInflected(sentence: ParsedSentence, index: number): boolean {
  const token = sentence.tokens[index]!;
  if (isInfinitive(sentence, index)) return false;
  return (
    ['VBD', 'VBZ', 'VBP'].includes(token.xpos) || findChild(sentence, index, 'aux', 'aux:pass') !== undefined
  );
}

/** A command or request: a bare verb with nobody before it ("Stop the attacks", "Please call"). */
export function isImperative(sentence: ParsedSentence, verb: number): boolean {
  const token = sentence.tokens[verb]!;
  if (token.xpos !== 'VB' && token.xpos !== 'VBP') return false;
  if (findChild(sentence, verb, 'nsubj', 'csubj', 'expl') !== undefined) return false;
  if (findChildren(sentence, verb, 'aux', 'mark', 'cop').length > 0) return false;
  if (token.deprel === 'conj') return token.head >= 0 && isImperative(sentence, token.head);
  if (!hasRelation(token, ['root', 'parataxis', 'ccomp'])) return false;
  return token.xpos === 'VB' || startsClause(sentence, verb);
}

/** Nothing but "please", adverbs and punctuation before it. */
const startsClause = (sentence: ParsedSentence, verb: number) =>
  sentence.tokens
    .slice(Math.max(0, verb - 6), verb)
    .every(({ upos }) => ['ADV', 'INTJ', 'PUNCT', 'CCONJ', 'SYM'].includes(upos));

/** A yes-or-no question about this verb: "Did they attack?". "Why did they?" takes for granted that they did. */
export function isQuestion(sentence: ParsedSentence, verb: number): boolean {
  if (!sentence.tokens.slice(-3).some((token) => token.text === '?')) return false;
  if (!hasRelation(sentence.tokens[verb]!, ['root', 'ccomp', 'parataxis', 'conj', 'xcomp'])) return false;
  const asks = ['why', 'how', 'when', 'where', 'who', 'what', 'which'];
  return !sentence.tokens.slice(0, verb).some((token) => asks.includes(token.text.toLowerCase()));
}

const NOBODY = new Set(['nobody', 'none', 'nothing', 'neither']);

/** "Nobody was killed", "no one was hurt", "No group has attacked", "it killed no one": nothing of the kind was. */
export function isNegativeArgument(sentence: ParsedSentence, verb: number): boolean {
  return findChildren(sentence, verb, 'nsubj', 'obj').some((i) => {
    if (isNeither(sentence, i)) return true;
    const word = sentence.tokens[i]!.text.toLowerCase();
    if (NOBODY.has(word) || (word === 'one' && sentence.tokens[i - 1]?.text.toLowerCase() === 'no'))
      return true;
    const determiner = findChild(sentence, i, 'det');
    return (
      determiner !== undefined &&
      sentence.tokens[determiner]!.text.toLowerCase() === 'no' &&
      !isComparing(sentence, determiner)
    );
  });
}

/** "Neither the army nor the police attacked". */
const isNeither = (sentence: ParsedSentence, i: number) =>
  findChildren(sentence, i, 'det', 'cc', 'advmod').some((k) => wordAt(sentence, k) === 'neither');

/** "no longer attacks", "can no longer strike". */
export const isNoLonger = (sentence: ParsedSentence, verb: number) =>
  findChildren(sentence, verb, 'advmod').some(
    (i) =>
      (wordAt(sentence, i) === 'longer' && wordAt(sentence, i - 1) === 'no') ||
      (wordAt(sentence, i) === 'anymore' && isNegated(sentence, verb)),
  );

const ASKING = new Set(['who', 'whom', 'whose', 'what', 'which', 'why', 'how', 'when', 'where']);

/** "who attacked it", "how many were killed": a clause that asks for a detail and takes the rest for granted. */
export function isAskingDetail(sentence: ParsedSentence, verb: number): boolean {
  let first = verb;
  const children = childrenOf(sentence, verb);
  for (let k = 0; k < children.length && children[k]! < verb; k++)
    if (sentence.tokens[children[k]!]!.upos !== 'PUNCT') {
      first = children[k]!;
      break;
    }
  for (let step = 0; step < 4 && first !== verb; step++) {
    if (ASKING.has(wordAt(sentence, first))) return true;
    const below = childrenOf(sentence, first)[0];
    if (below === undefined || below > first) return false;
    first = below;
  }
  return false;
}

/** "to attack": an infinitive with its mark. */
export const isInfinitive = (sentence: ParsedSentence, verb: number) =>
  (sentence.tokens[verb]!.xpos === 'VB' || isPassiveInfinitive(sentence, verb)) &&
  markersOf(sentence, verb).includes('to');

/** "to be attacked". */
const isPassiveInfinitive = (sentence: ParsedSentence, verb: number) =>
  sentence.tokens[verb]!.xpos === 'VBN' &&
  findChildren(sentence, verb, 'aux:pass', 'aux').some((i) => wordAt(sentence, i) === 'be');
