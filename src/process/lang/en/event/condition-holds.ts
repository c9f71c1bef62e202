import { findAgent, isPassive } from '../../../sentence/agent.ts';
import type { ParsedSentence, Token } from '../../../sentence/parsed.ts';
import { collectSubtree, findChild, findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import { findHost, findObject } from './doer.ts';
import type { EventLexicon, SenseCondition } from './lexicon.ts';
import { contentOf } from './measure.ts';
import { findMisreadObject } from './misread.ts';

const NO_WORDS: ReadonlySet<string> = new Set();

/** Whether what a row of the event table asks for stands around a word: `obj=weapon`, `prep=at`, `lacks=crowd`. */
export function holds(
  sentence: ParsedSentence,
  index: number,
  when: SenseCondition,
  lexicon: EventLexicon,
): boolean {
  const isSo = holdsAlone(sentence, index, when, lexicon);
  return isSo && when.and !== undefined ? holds(sentence, index, when.and, lexicon) : isSo;
}

function holdsAlone(
  sentence: ParsedSentence,
  index: number,
  when: SenseCondition,
  lexicon: EventLexicon,
): boolean {
  const token = sentence.tokens[index]!;
  switch (when.place) {
    case 'prep':
      return (
        findChildren(sentence, index, 'obl', 'nmod').some((i) =>
          markersOf(sentence, i).includes(when.word),
        ) || isNext(sentence, index, when.word)
      );
    case 'with':
      return (
        findChildren(sentence, index, 'obl', 'nmod').some((i) => markersOf(sentence, i).includes('with')) ||
        hasPluralSubject(sentence, index)
      );
    case 'particle':
      return (
        wordAt(sentence, index + 1) === when.word ||
        findChildren(sentence, index, 'compound:prt', 'advmod').some((i) => wordAt(sentence, i) === when.word)
      );
    case 'in':
      return wordAt(sentence, index - 1) === 'in' && isNear(sentence, index, classOf(when, lexicon));
    case 'near':
      return isNear(sentence, index, classOf(when, lexicon));
    case 'before':
      return isOfClass(sentence, wordBefore(sentence, index), classOf(when, lexicon));
    case 'after':
      return isOfClass(sentence, index + 1, classOf(when, lexicon));
    case 'sentence':
      return hasWord(sentence, index, classOf(when, lexicon));
    case 'lacks':
      return !hasWord(sentence, index, classOf(when, lexicon));
    case 'actor':
      return isNamedActor(sentence, index);
    case 'object':
      return [...findObject(sentence, index), ...findChildren(sentence, index, 'iobj')].some(
        (i) => sentence.tokens[i]!.upos === 'PROPN',
      );
    case 'bare':
      return isBare(sentence, index);
    case 'passive':
      return isPassive(sentence, index) || findHost(sentence, index) !== undefined;
    case 'joined':
      return isJoined(sentence, index, classOf(when, lexicon));
    case 'head':
      return objectHeads(sentence, index).some((i) => isOfClass(sentence, i, classOf(when, lexicon)));
    case 'plural':
      return token.xpos === 'NNS';
    case 'xcomp':
      return (
        (findChild(sentence, index, 'xcomp', 'ccomp') !== undefined || isBeforeInfinitive(sentence, index)) &&
        (when.word === 'any' || isBeforeWord(sentence, index, when.word))
      );
    default: {
      if (when.place === 'obj' && CARRIED.has(when.word) && isEventObject(sentence, index, lexicon))
        return false;
      const words = classOf(when, lexicon);
      return placeWords(sentence, index, when.place).some((i) => isOfClass(sentence, i, words));
    }
  }
}

const classOf = (when: SenseCondition, lexicon: EventLexicon) => lexicon.classes.get(when.word) ?? NO_WORDS;

/** The word before; behind a hyphen, that before the hyphen ("test-fired"). */
const wordBefore = (sentence: ParsedSentence, index: number) =>
  wordAt(sentence, index - 1) === '-' ? index - 2 : index - 1;

/** "conceded at last to demands": the preposition stands right behind, or behind an adverb or two. */
function isNext(sentence: ParsedSentence, index: number, word: string): boolean {
  const behind = wordAt(sentence, index + 1);
  if (behind === word) return true;
  const isAdverb = sentence.tokens[index + 1]?.upos === 'ADV' || behind === 'at';
  return isAdverb && (wordAt(sentence, index + 2) === word || wordAt(sentence, index + 3) === word);
}

/** "offered to hand over": the word behind "to" is a verb, or a bare noun for which the tree takes it. */
function isBeforeInfinitive(sentence: ParsedSentence, index: number): boolean {
  if (wordAt(sentence, index + 1) !== 'to') return false;
  const { upos, xpos } = sentence.tokens[index + 2] ?? { upos: '', xpos: '' };
  return upos === 'VERB' || xpos === 'NN';
}

/** "declined to comment": the verb that the infinitive has. */
const isBeforeWord = (sentence: ParsedSentence, index: number, word: string) =>
  findChildren(sentence, index, 'xcomp').some((i) => lemmaAt(sentence, i) === word) ||
  (wordAt(sentence, index + 1) === 'to' && wordAt(sentence, index + 2) === word);

function hasWord(sentence: ParsedSentence, index: number, words: ReadonlySet<string>): boolean {
  for (let i = 0; i < sentence.tokens.length; i++)
    if (i !== index && isOfClass(sentence, i, words)) return true;
  return false;
}

/** "Russia and China met", not "our eyes met": somebody with a name does it. */
function isNamedActor(sentence: ParsedSentence, index: number): boolean {
  const subject = findAgent(sentence, index);
  return subject !== undefined && sentence.tokens[subject]!.upos === 'PROPN';
}

/** A verb with no object: "hundreds demonstrated", not "demonstrated the device". */
const isBare = (sentence: ParsedSentence, index: number) =>
  sentence.tokens[index]!.deprel !== 'acl:relcl' &&
  findObject(sentence, index).length === 0 &&
  findChild(sentence, index, 'ccomp') === undefined;

/** Classes whose words often only describe the event that a verb carries: "launched a rocket attack". */
const CARRIED = new Set(['weapon', 'target', 'force', 'mission']);

/** "launched a rocket attack": the object names the event, the verb only carries it. */
function isEventObject(sentence: ParsedSentence, index: number, lexicon: EventLexicon): boolean {
  const object = findChild(sentence, index, 'obj', 'nsubj:pass');
  if (object === undefined) return false;
  const senses = lexicon.senses.get(`${lemmaAt(sentence, object)}/noun`) ?? [];
  return senses.some(({ when }) => when === undefined || holds(sentence, object, when, lexicon));
}

/** What is acted on, without what only describes it: the vessel of "the vessel's crew" is not, of "dozens of vessels" is. */
function objectHeads(sentence: ParsedSentence, index: number): readonly number[] {
  // By the tree and by place: "intercepted the flotilla 70 miles from the port" has a run of nouns behind the verb.
  const [found] = findObject(sentence, index);
  const head =
    found ??
    findMisreadObject(sentence, index) ??
    findHost(sentence, index) ??
    findSharedObject(sentence, index);
  return [head, findChild(sentence, index, 'obj')].flatMap((i) =>
    i === undefined ? [] : [contentOf(sentence, i)],
  );
}

/** "boarded and searched a vessel", "was stopped and led into port": what is acted on is told once for both verbs. */
function findSharedObject(sentence: ParsedSentence, index: number): number | undefined {
  const { head, deprel, xpos } = sentence.tokens[index]!;
  const next = findChildren(sentence, index, 'conj').find((i) => i <= index + 3);
  if (next !== undefined && ['and', 'or', ','].includes(wordAt(sentence, index + 1)))
    return findChild(sentence, next, 'obj');
  const isOpen = findChild(sentence, index, 'nsubj', 'nsubj:pass', 'aux') === undefined;
  if (deprel !== 'conj' || head < 0 || !isOpen || (xpos !== 'VBN' && xpos !== 'VBD')) return undefined;
  return isPassive(sentence, head) ? findObject(sentence, head)[0] : undefined;
}

/** "stopped the tanker and led it": a verb that goes on with what another has begun. */
function isJoined(sentence: ParsedSentence, index: number, words: ReadonlySet<string>): boolean {
  const { head, deprel } = sentence.tokens[index]!;
  if (head >= 0 && deprel === 'conj' && isOfClass(sentence, head, words)) return true;
  return (
    head >= 0 &&
    findChildren(sentence, head, 'conj').some(
      (i) => i < index && deprel === 'conj' && isOfClass(sentence, i, words),
    )
  );
}

function isNear(sentence: ParsedSentence, index: number, words: ReadonlySet<string>): boolean {
  const end = Math.min(index + 6, sentence.tokens.length);
  for (let i = Math.max(0, index - 5); i < end; i++) if (isOfClass(sentence, i, words)) return true;
  return false;
}

function isOfClass(sentence: ParsedSentence, i: number, words: ReadonlySet<string>): boolean {
  const word = wordAt(sentence, i);
  return (
    words.has('*') ||
    words.has(lemmaAt(sentence, i)) ||
    words.has(word) ||
    (word.endsWith('s') &&
      (words.has(word.slice(0, -1)) || (word.endsWith('ies') && words.has(`${word.slice(0, -3)}y`))))
  );
}

/** The words in which a condition looks: an argument with its modifiers, all words near, or the governing verb. */
function placeWords(sentence: ParsedSentence, index: number, place: string): readonly number[] {
  if (place === 'obj') {
    const [object] = findObject(sentence, index);
    const misread = object === undefined ? findMisreadObject(sentence, index) : undefined;
    if (misread !== undefined) return nounPhrase(sentence, misread);
    // "Prime Minister Ann Example", "opened its borders today": the object as the tree has it, and by its place.
    const own = findChild(sentence, index, 'obj');
    if (object !== undefined && own !== undefined && own !== object)
      return [...nounPhrase(sentence, own), ...nounPhrase(sentence, object)];
    const moved =
      object ?? findChildren(sentence, index, 'obl').find((i) => i > index && !isAccording(sentence, i));
    return moved === undefined ? [] : nounPhrase(sentence, moved);
  }
  if (place === 'subj') {
    // "One soldier was hurt": whoever is in a state, whether the tree has a passive there or not.
    const state =
      sentence.tokens[index]!.upos === 'ADJ' ? findChild(sentence, index, 'nsubj', 'nsubj:pass') : undefined;
    const subject = state ?? findAgent(sentence, index) ?? nounBefore(sentence, index);
    return subject === undefined ? [] : nounPhrase(sentence, subject);
  }
  const { head } = sentence.tokens[index]!;
  if (place === 'gov') return head < 0 ? [] : [head];
  // "had promised retaliation", where the tree has the verb as a mere description of the noun behind it.
  const isMisread =
    sentence.tokens[index]!.upos === 'VERB' &&
    sentence.tokens[index]!.deprel === 'amod' &&
    findChild(sentence, index, 'nsubj', 'aux') !== undefined;
  const near = collectSubtree(sentence, index, isBeside);
  return [...near.filter((i) => i !== index), ...(isMisread ? [head] : [])];
}

/** The noun right before a verb, where the tree shows no subject. */
export const nounBefore = (sentence: ParsedSentence, index: number): number | undefined =>
  ['NOUN', 'PROPN'].includes(sentence.tokens[index - 1]?.upos ?? '') ? index - 1 : undefined;

const isAccording = (sentence: ParsedSentence, i: number) =>
  markersOf(sentence, i).some((word) => word.startsWith('according'));

export function nounPhrase(sentence: ParsedSentence, head: number): readonly number[] {
  return collectSubtree(sentence, head, isAdded);
}

const BESIDE = ['parataxis', 'conj'];
const isBeside = (token: Token) => hasRelation(token, BESIDE);
const ADDED = ['acl', 'advcl', 'parataxis', 'appos'];
const isAdded = (token: Token) => hasRelation(token, ADDED);

function hasPluralSubject(sentence: ParsedSentence, index: number): boolean {
  const subject = findAgent(sentence, index);
  if (subject === undefined) return false;
  return (
    ['NNS', 'NNPS'].includes(sentence.tokens[subject]!.xpos) ||
    findChild(sentence, subject, 'conj') !== undefined
  );
}
