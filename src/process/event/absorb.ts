import { findAgent } from '../sentence/agent.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import { findChildren, hasRelation, isNegated, markersOf } from '../sentence/phrase.ts';
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

/**
 * The event of which a trigger tells only the outcome or the end: "the strike that killed him", "killed in a rocket
 * attack", "attacked the base, wounding two", "a halt to attacks" are one event each.
 */
export function findAbsorber(
  sentence: ParsedSentence,
  trigger: Trigger,
  all: readonly Trigger[],
  depth = 0,
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
    others.find((other) => other.index === subject) ??
    others.find((other) => isNoun(other) && standsBefore(sentence, other.index, trigger.index));
  if (told !== undefined) return told;
  if (!OUTCOMES.has(token.lemma.toLowerCase())) return undefined;
  const within = others.find(
    (other) => isNoun(other) && isCircumstance(sentence, trigger.index, other.index),
  );
  if (within !== undefined) return within;
  const partner = depth > 0 ? undefined : findPartner(sentence, trigger, others);
  if (partner !== undefined) return findAbsorber(sentence, partner, all, 3);
  const above = others.find((other) => other.index === token.head || other.carrier === token.head);
  if (above === undefined) return undefined;
  if (token.xpos === 'VBG' && hasRelation(token, ['advcl', 'acl', 'xcomp', 'dep'])) return above;
  if (token.deprel !== 'conj' || depth >= 3) return undefined;
  const isOutcome = OUTCOMES.has(sentence.tokens[above.index]!.lemma.toLowerCase());
  return findAbsorber(sentence, above, all, depth + 1) ?? (isOutcome ? above : undefined);
}

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
  if (verb <= noun || verb - noun > 4) return false;
  if (findChildren(sentence, verb, 'nsubj').some((i) => i !== noun && !isRelative(sentence, i))) return false;
  return sentence.tokens
    .slice(noun + 1, verb)
    .every(({ upos, text }) => upos === 'ADV' || upos === 'AUX' || RELATIVE.has(text.toLowerCase()));
}

const RELATIVE = new Set(['that', 'which']);
const isRelative = (sentence: ParsedSentence, i: number) =>
  RELATIVE.has(sentence.tokens[i]!.text.toLowerCase());

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
