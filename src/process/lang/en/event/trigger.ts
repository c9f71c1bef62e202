import { findAgent } from '../../../sentence/agent.ts';
import type { ParsedSentence, Token } from '../../../sentence/parsed.ts';
import { collectSubtree, findChild, findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt, viewOf, wordAt } from '../../../sentence/view.ts';
import { findDoer, findObject } from './doer.ts';
import type { EventLexicon, EventSense, SenseCondition } from './lexicon.ts';
import { isMeasure } from './measure.ts';
import { findMisreadObject } from './misread.ts';

/** A word that names an event, and the sense in which it does. */
export interface Trigger {
  /** Index of the sentence in the document, and of the word in it. */
  readonly at: number;
  readonly index: number;
  readonly sense: EventSense;
  /** Verb that carries an event noun ("launch an attack"), or the word itself where it is a verb. */
  readonly carrier?: number;
}

/** Parts of speech that name events; adjectives as predicates only ("nobody was hurt"). */
const POS: Readonly<Record<string, Pos | undefined>> = { VERB: 'verb', NOUN: 'noun', ADJ: 'adj' };
type Pos = 'verb' | 'noun' | 'adj';

const NO_WORDS: ReadonlySet<string> = new Set();

/** The words of a sentence that name events, in order. */
export function findTriggers(
  sentence: ParsedSentence,
  at: number,
  lexicon: EventLexicon,
): readonly Trigger[] {
  const triggers: Trigger[] = [];
  const index = indexOf(lexicon);
  const { lemmas } = viewOf(sentence);
  for (let i = 0; i < sentence.tokens.length; i++) {
    const pos = POS[sentence.tokens[i]!.upos];
    if (pos === undefined) continue;
    const entry = index[pos].get(lemmas[i]!);
    if (entry === undefined || isPartOfCompound(sentence, i, lexicon)) continue;
    if (entry.idioms.some((when) => holds(sentence, i, when, lexicon))) continue;
    const sense = entry.senses.find(({ when }) => when === undefined || holds(sentence, i, when, lexicon));
    if (sense === undefined || (pos === 'verb' && isStanding(sentence, i, sense))) continue;
    const carrier = pos === 'verb' ? i : findCarrier(sentence, i, lexicon);
    const trigger = { at, index: i, sense: refine(sentence, i, sense, lexicon) };
    triggers.push(carrier === undefined ? trigger : { ...trigger, carrier });
  }
  return triggers;
}

const WORDS: ReadonlySet<string> = new Set(
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE REQUEST ACCUSE REJECT THREATEN'.split(' '),
);

/** "the alleged killer", "the banned group", "an occupied town": what a participle says of a noun is no news. */
function isStanding(sentence: ParsedSentence, index: number, { type, mode }: EventSense): boolean {
  const { deprel, head } = sentence.tokens[index]!;
  if (deprel !== 'amod' || head < index) return false;
  if (!WORDS.has(type) && !(type === 'COERCE' && mode !== 'arrest' && mode !== 'deport')) return false;
  if (findChild(sentence, index, 'nsubj', 'aux') !== undefined) return false;
  return findMisreadObject(sentence, index) === undefined;
}

/** What a lemma may name as one part of speech. */
interface Entry {
  readonly senses: readonly EventSense[];
  readonly idioms: readonly SenseCondition[];
}

type Index = Readonly<Record<Pos, ReadonlyMap<string, Entry>>>;

const indexes = new WeakMap<EventLexicon, Index>();

/** The lexicon by part of speech and lemma, so that no key need be put together for each word of a text. */
function indexOf(lexicon: EventLexicon): Index {
  const known = indexes.get(lexicon);
  if (known !== undefined) return known;
  const index = {
    verb: new Map<string, Entry>(),
    noun: new Map<string, Entry>(),
    adj: new Map<string, Entry>(),
  };
  for (const [key, senses] of lexicon.senses) {
    const [lemma, pos] = key.split('/') as [string, Pos];
    index[pos]?.set(lemma, { senses, idioms: lexicon.idioms.get(key) ?? [] });
  }
  indexes.set(lexicon, index);
  return index;
}

/** "attack plans", "protest leader": the noun only describes another, unless that other is an event word too. */
function isPartOfCompound(sentence: ParsedSentence, index: number, lexicon: EventLexicon): boolean {
  const token = sentence.tokens[index]!;
  if (token.head < 0 || token.deprel !== 'compound') return false;
  const key = `${lemmaAt(sentence, token.head)}/noun`;
  return lexicon.senses.has(key) || !lexicon.governors.has(key);
}

function holds(
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
    case 'plural':
      return token.xpos === 'NNS';
    case 'xcomp':
      return (
        findChild(sentence, index, 'xcomp', 'ccomp') !== undefined || isBeforeInfinitive(sentence, index)
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
  const senses = indexOf(lexicon).noun.get(lemmaAt(sentence, object))?.senses ?? [];
  return senses.some(({ when }) => when === undefined || holds(sentence, object, when, lexicon));
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
const nounBefore = (sentence: ParsedSentence, index: number): number | undefined =>
  ['NOUN', 'PROPN'].includes(sentence.tokens[index - 1]?.upos ?? '') ? index - 1 : undefined;

const isAccording = (sentence: ParsedSentence, i: number) =>
  markersOf(sentence, i).some((word) => word.startsWith('according'));

function nounPhrase(sentence: ParsedSentence, head: number): readonly number[] {
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

/** "moved to a state of alert", "went on strike": what someone is brought to. */
function isRaised(sentence: ParsedSentence, index: number): boolean {
  const { lemma } = sentence.tokens[sentence.tokens[index]!.head]!;
  const isTo = markersOf(sentence, index).some((word) => word === 'to' || word === 'on' || word === 'into');
  return isTo && ['move', 'go', 'raise', 'put', 'place', 'bring', 'switch', 'be', 'remain'].includes(lemma);
}

/** The verb that carries an event noun as its object, or as subject of a passive: "launched a rocket attack". */
function findCarrier(sentence: ParsedSentence, index: number, lexicon: EventLexicon): number | undefined {
  // "have launched attacks", where the tree has the verb as a mere description of the noun behind it.
  const described = findChildren(sentence, index, 'amod').find(
    (i) =>
      i < index &&
      sentence.tokens[i]!.upos === 'VERB' &&
      (findChild(sentence, i, 'nsubj', 'aux') !== undefined || findMisreadObject(sentence, i) !== undefined),
  );
  if (described !== undefined) return described;
  let current = index;
  for (let step = 0; step < 3; step++) {
    const token = sentence.tokens[current]!;
    if (token.head < 0) return undefined;
    if (hasRelation(token, ['obj', 'nsubj:pass'])) {
      const word = lemmaAt(sentence, token.head);
      return lexicon.governors.has(`${word}/verb`) || lexicon.carriers.has(word) ? token.head : undefined;
    }
    if (hasRelation(token, ['obl']) && isRaised(sentence, current)) return token.head;
    // "a series of attacks", "attacks and raids": what is measured or joined is carried along.
    if (!hasRelation(token, ['conj']) && !(hasRelation(token, ['nmod']) && isMeasure(sentence, token.head)))
      return undefined;
    current = token.head;
  }
  return undefined;
}

/** "rocket attack", "struck with drones": the instrument decides mode and code of an attack. */
function refine(
  sentence: ParsedSentence,
  index: number,
  sense: EventSense,
  lexicon: EventLexicon,
): EventSense {
  if (sense.cameo === '186' && isAttempted(sentence, index)) return { ...sense, cameo: '185' };
  if (sense.mode !== '*') return sense;
  const words = instrumentWords(sentence, index);
  const instrument = lexicon.instruments.find((row) =>
    words.some((i) => row.words.has(lemmaAt(sentence, i))),
  );
  const { mode: _mode, ...rest } = sense;
  return instrument === undefined
    ? rest
    : { ...rest, mode: instrument.mode, cameo: sense.cameo === '1712' ? '1712' : instrument.cameo };
}

/** "an attempt to assassinate", "an assassination plot", "tried to assassinate". */
const isAttempted = (sentence: ParsedSentence, index: number) =>
  ATTEMPTS.has(lemmaAt(sentence, sentence.tokens[index]!.head)) || ATTEMPTS.has(wordAt(sentence, index + 1));

const ATTEMPTS = new Set('attempt try bid plot effort seek fail conspiracy scheme plan'.split(' '));

const MEANS = new Set(['with', 'by', 'using', 'of', 'involving', 'from']);

/** Where the means of an attack are named: its describing words, what was fired, "with" and "by" phrases, the doer. */
function instrumentWords(sentence: ParsedSentence, index: number): readonly number[] {
  const isVerb = sentence.tokens[index]!.upos === 'VERB';
  const means = findChildren(sentence, index, 'obl', 'nmod').filter((i) =>
    markersOf(sentence, i).some((word) => MEANS.has(word)),
  );
  const agent = isVerb ? (findDoer(sentence, index) ?? nounBefore(sentence, index)) : undefined;
  // "fired rockets", but "hit an aircraft carrier": what is hit says nothing of the means.
  const isFired = isVerb && FIRED.has(lemmaAt(sentence, index));
  const own = isVerb
    ? isFired
      ? findObject(sentence, index)
      : []
    : findChildren(sentence, index, 'compound', 'amod');
  return [
    index,
    ...[...own, ...means, ...(agent === undefined ? [] : [agent])].flatMap((i) => nounPhrase(sentence, i)),
  ].filter((i) => !isOfPlace(sentence, i));
}

/** Verbs whose object is what an attack is done with. */
export const FIRED: ReadonlySet<string> = new Set(
  'fire launch lob use explode detonate drop throw hurl blow set unleash plant'.split(' '),
);

/** "air base", "air force": a word for means that only describes a place or a body. */
const isOfPlace = (sentence: ParsedSentence, i: number) =>
  /^(?:air|missile|rocket|drone|artillery|bomb)$/i.test(sentence.tokens[i]!.text) &&
  /^(?:base|bases|field|fields|force|forces|port|ports|defen[cs]es?|station|site|sites|depot|factory|shelter|program|programme)$/i.test(
    sentence.tokens[i + 1]?.text ?? '',
  );
