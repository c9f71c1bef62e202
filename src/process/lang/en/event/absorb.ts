import { findAgent } from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, hasRelation, isNegated, markersOf } from '../../../sentence/phrase.ts';
import { isNegativeArgument } from './clause.ts';
import type { Trigger } from './trigger.ts';

/** Verbs that tell what came of an act rather than another act. */
const OUTCOMES = new Set([
  'kill',
  'wound',
  'injure',
  'maim',
  'hurt',
  'destroy',
  'slay',
  'murder',
  'hit',
  'strike',
]);

/** Verbs that tell how an attack was done: "rockets were fired in the attack". */
const LAUNCHES = new Set(['fire', 'launch', 'use', 'lob', 'explode', 'detonate']);

/**
 * The event of which a trigger tells only the outcome or the end: "the strike that killed him", "killed in a rocket
 * attack", "attacked the base, wounding two", "a halt to attacks" are one event each.
 */
export function findTeller(
  sentence: ParsedSentence,
  trigger: Trigger,
  all: readonly Trigger[],
): Trigger | undefined {
  const passed = new Set([trigger]);
  let current = trigger;
  for (;;) {
    const next = findAbsorber(sentence, current, all);
    if (next === undefined) return current === trigger ? undefined : current;
    if (passed.has(next)) {
      const first = firstOfRound(sentence, next, all);
      return first === trigger ? undefined : first;
    }
    passed.add(next);
    current = next;
  }
}

/** "One was killed and five were wounded": each tells what came of the other; the first of them is told, and not none. */
function firstOfRound(sentence: ParsedSentence, start: Trigger, all: readonly Trigger[]): Trigger {
  let first = start;
  let current = findAbsorber(sentence, start, all);
  while (current !== undefined && current !== start) {
    if (current.index < first.index) first = current;
    current = findAbsorber(sentence, current, all);
  }
  return first;
}

function findAbsorber(
  sentence: ParsedSentence,
  trigger: Trigger,
  all: readonly Trigger[],
): Trigger | undefined {
  const token = sentence.tokens[trigger.index]!;
  const ending = all.find(
    (other) => other.sense.roles === 'ends' && isBelow(sentence, trigger.index, other.index),
  );
  if (ending !== undefined) return ending;
  if (token.upos !== 'VERB' || trigger.sense.type !== 'ASSAULT') return undefined;
  // "Nobody was killed in the strike": the strike was, the killing was not.
  if (isNegated(sentence, trigger.index) || isNegativeArgument(sentence, trigger.index)) return undefined;
  const others = all.filter((other) => other !== trigger && other.sense.type === 'ASSAULT');
  const isNoun = (other: Trigger) => sentence.tokens[other.index]!.upos !== 'VERB';
  const subject = findAgent(sentence, trigger.index);
  const told =
    others.find((other) => isNoun(other) && other.index === subject) ??
    others.find((other) => isNoun(other) && standsBefore(sentence, other.index, trigger.index));
  if (told !== undefined) return told;
  const lemma = token.lemma.toLowerCase();
  if (!OUTCOMES.has(lemma) && !LAUNCHES.has(lemma)) return undefined;
  const within = others.find(
    (other) => isNoun(other) && isCircumstance(sentence, trigger.index, other.index),
  );
  if (within !== undefined) return within;
  if (LAUNCHES.has(lemma)) return undefined;
  // "the attack in which he was killed", "killed when rockets hit the base".
  const holder = others.find(
    (other) =>
      (isNoun(other) && token.deprel === 'acl:relcl' && other.index === token.head) ||
      isWhen(sentence, other.index, trigger.index),
  );
  if (holder !== undefined) return holder;
  const before = others.findLast((other) => other.index < trigger.index);
  if (token.xpos === 'VBG' && sentence.tokens[trigger.index - 1]?.text === ',' && before !== undefined)
    return before;
  const above = others.find((other) => other.index === token.head || other.carrier === token.head);
  if (above === undefined) return findPartner(sentence, trigger, others);
  if (token.xpos === 'VBG' && hasRelation(token, ['advcl', 'acl', 'xcomp', 'dep'])) return above;
  const isOutcome = OUTCOMES.has(sentence.tokens[above.index]!.lemma.toLowerCase());
  const isJoined = token.deprel === 'conj' && isOutcome;
  return isJoined && !hasOwnScene(sentence, trigger.index, above.index) ? above : undefined;
}

/** "One was killed in Erbil, and on Saturday two were hurt at Balad": a second clause with a time or place of its own. */
function hasOwnScene(sentence: ParsedSentence, verb: number, above: number): boolean {
  const scenes = (of: number) =>
    findChildren(sentence, of, 'obl').filter(
      (i) => i > above && isNamed(sentence, i) && !markersOf(sentence, i).includes('by'),
    );
  const own = scenes(verb);
  const isFronted = own.some((i) => i < verb);
  const isBoth = own.length > 0 && scenes(above).some((i) => i < verb);
  return isFronted || isBoth;
}

/** A place, a day: not the number of "at least three". */
const isNamed = (sentence: ParsedSentence, i: number) =>
  ['NOUN', 'PROPN'].includes(sentence.tokens[i]!.upos) ||
  findChildren(sentence, i, 'nmod').some((k) => sentence.tokens[k]!.upos === 'PROPN');

/** "one was killed and five wounded in the attack": the second outcome says where both belong. */
function findPartner(
  sentence: ParsedSentence,
  trigger: Trigger,
  others: readonly Trigger[],
): Trigger | undefined {
  return others.find((other) => {
    if (other.index <= trigger.index || !OUTCOMES.has(sentence.tokens[other.index]!.lemma.toLowerCase()))
      return false;
    const between = sentence.tokens.slice(trigger.index + 1, other.index);
    return (
      between.some(({ text }) => text.toLowerCase() === 'and') &&
      between.every(({ upos }) =>
        ['CCONJ', 'NUM', 'ADJ', 'NOUN', 'PROPN', 'DET', 'ADV', 'AUX'].includes(upos),
      )
    );
  });
}

/** "the strike that killed", "the strike killed", "the attack also wounded". */
function standsBefore(sentence: ParsedSentence, noun: number, verb: number): boolean {
  if (verb <= noun) return false;
  // "the strike near the airport that killed him"
  const between = sentence.tokens.slice(noun + 1, verb);
  const isRelated = isRelative(sentence, verb - 1) && between.length <= 10;
  if (isRelated && between.every(({ upos, text }) => upos !== 'VERB' && text !== ',')) return true;
  if (isPlaced(sentence, noun, verb)) return true;
  if (between.length > 3) return false;
  if (findChildren(sentence, verb, 'nsubj').some((i) => i !== noun && !isRelative(sentence, i))) return false;
  return sentence.tokens
    .slice(noun + 1, verb)
    .every(({ upos, text }) => upos === 'ADV' || upos === 'AUX' || RELATIVE.has(text.toLowerCase()));
}

const PHRASE = new Set(['ADP', 'DET', 'NUM', 'ADJ', 'NOUN', 'PROPN']);

/** "the strike near the airport on Friday killed him": phrases of place and time stand between, and no other subject. */
function isPlaced(sentence: ParsedSentence, noun: number, verb: number): boolean {
  const between = sentence.tokens.slice(noun + 1, verb);
  // "After the attack on Friday troops killed three": what stands under a preposition is no subject.
  if (markersOf(sentence, noun).length > 0) return false;
  if (between.length > 12 || !['VBD', 'VBZ', 'VBP'].includes(sentence.tokens[verb]!.xpos)) return false;
  const opens = between[0]?.text.toLowerCase() ?? '';
  return SCENE.has(opens) && between.every(({ upos, text }) => PHRASE.has(upos) || /^[-–.]$/.test(text));
}

const SCENE = new Set(['in', 'at', 'on', 'near', 'outside', 'inside', 'against', 'by', 'from', 'of']);

const RELATIVE = new Set(['that', 'which']);
const isRelative = (sentence: ParsedSentence, i: number) =>
  RELATIVE.has(sentence.tokens[i]!.text.toLowerCase());

/** "killed when rockets hit the base": the hit is the event. */
function isWhen(sentence: ParsedSentence, clause: number, verb: number): boolean {
  const token = sentence.tokens[clause]!;
  if (token.head !== verb || token.upos !== 'VERB' || token.deprel !== 'advcl') return false;
  return sentence.tokens.some(
    ({ head, text }) => head === clause && ['when', 'as', 'after'].includes(text.toLowerCase()),
  );
}

/** "was killed in an attack", "killed by a strike", "killed during the raid". */
const isCircumstance = (sentence: ParsedSentence, verb: number, noun: number) =>
  sentence.tokens[noun]!.head === verb &&
  hasRelation(sentence.tokens[noun]!, ['obl']) &&
  markersOf(sentence, noun).some((word) => ['in', 'by', 'during', 'with'].includes(word));

function isBelow(sentence: ParsedSentence, index: number, top: number): boolean {
  // "announced a halt to attacks": the phrase right behind belongs to it, whatever the tree says.
  const between = sentence.tokens.slice(top + 1, index);
  const isBehind = ['to', 'of', 'in'].includes(between[0]?.text.toLowerCase() ?? '') && between.length <= 5;
  if (isBehind && between.slice(1).every(({ upos }) => ['ADJ', 'NOUN', 'PROPN', 'DET', 'NUM'].includes(upos)))
    return true;
  let current = sentence.tokens[index]!.head;
  for (let step = 0; step < 3 && current >= 0; step++) {
    if (current === top) return true;
    if (!hasRelation(sentence.tokens[current]!, ['nmod', 'obj', 'obl', 'conj', 'compound'])) return false;
    current = sentence.tokens[current]!.head;
  }
  return false;
}
