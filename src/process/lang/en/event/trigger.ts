import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt, viewOf, wordAt } from '../../../sentence/view.ts';
import { standingOf } from './attempt.ts';
import { holds, nounBefore, nounPhrase } from './condition-holds.ts';
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
    const carrier = pos === 'verb' ? i : findCarrier(sentence, standingOf(sentence, i), lexicon);
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
