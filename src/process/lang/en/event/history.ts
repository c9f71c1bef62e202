import { findChild, findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { viewOf, wordAt } from '../../../sentence/view.ts';
import type { EventDraft } from './draft.ts';

/** Words behind which a noun only says what another act followed on. */
const FOLLOWING = new Set(
  'after since following over from before surrounding involving amid for about into'.split(' '),
);
/** Verbs whose subordinate clause keeps the tense of the telling: "said it had fired" is its news. */
const HAD = new Set(['had', "'d", '’d']);
const WAS = new Set(['was', 'were']);
const HAS = new Set(['has', 'have', "'ve", '’ve']);

/**
 * Whether the grammar puts an act before the news: told in the pluperfect by the outlet itself ("had been deployed"), by a
 * relative clause in the perfect ("a woman who has accused him"), or as the known thing that the sentence's own act
 * followed on ("protests since the police shooting of a boy").
 */
export function isToldAsPast(draft: EventDraft, others: readonly EventDraft[]): boolean {
  const { sentence, trigger } = draft;
  const { upos } = sentence.tokens[trigger.index]!;
  return upos === 'VERB'
    ? isPluperfect(draft) || isPerfectAside(draft)
    : upos === 'NOUN' && isGround(draft, others);
}

/** "had fired": not below a verb of telling in the past, which moves every tense back. */
function isPluperfect({ sentence, trigger }: EventDraft): boolean {
  if (!hasAuxiliary(trigger.index, HAD)) return false;
  for (let i = trigger.index, step = 0; i >= 0 && step < 6; i = sentence.tokens[i]!.head, step++) {
    if (hasRelation(sentence.tokens[i]!, ['ccomp', 'parataxis'])) return false;
    if (sentence.tokens[i]!.deprel === 'advcl') return false;
  }
  return !isQuoted();

  function hasAuxiliary(verb: number, words: ReadonlySet<string>): boolean {
    return findChildren(sentence, verb, 'aux').some((k) => words.has(wordAt(sentence, k)));
  }
  /** "He had fired, the court heard": the telling stands behind. */
  function isQuoted(): boolean {
    const { root } = viewOf(sentence);
    return root >= 0 && findChild(sentence, root, 'parataxis') !== undefined;
  }
}

/** "who has accused", "the commissioner who accused him resigned": what somebody is known for. */
function isPerfectAside({ sentence, trigger }: EventDraft): boolean {
  const token = sentence.tokens[trigger.index]!;
  if (token.deprel !== 'acl:relcl' || token.head < 0) return false;
  if (findChildren(sentence, trigger.index, 'aux').some((k) => HAS.has(wordAt(sentence, k)))) return true;
  const isPast =
    token.xpos === 'VBD' ||
    findChildren(sentence, trigger.index, 'aux:pass').some((k) => WAS.has(wordAt(sentence, k)));
  return isPast && hasRelation(sentence.tokens[token.head]!, ['nsubj']);
}

/** "after the killing of", "since the police shooting": a definite act below another one of the sentence. */
function isGround({ sentence, trigger }: EventDraft, others: readonly EventDraft[]): boolean {
  const token = sentence.tokens[trigger.index]!;
  if (!hasRelation(token, ['obl', 'nmod']) || token.head < 0) return false;
  if (!markersOf(sentence, trigger.index).some((word) => FOLLOWING.has(word))) return false;
  const determiner = findChild(sentence, trigger.index, 'det', 'nmod:poss');
  const isDefinite =
    determiner !== undefined &&
    !['a', 'an', 'another', 'some', 'any', 'no'].includes(wordAt(sentence, determiner));
  return isDefinite && others.some(holdsAbove);

  function holdsAbove(other: EventDraft): boolean {
    if (other.sentence !== sentence || other.trigger.index === trigger.index) return false;
    const told = sentence.tokens[other.trigger.index]!;
    // "Protests continued over": the verb that its own act is the subject of.
    const verb = hasRelation(told, ['nsubj']) ? told.head : other.trigger.carrier;
    for (let i = token.head, step = 0; i >= 0 && step < 6; i = sentence.tokens[i]!.head, step++)
      if (i === other.trigger.index || i === verb) return true;
    return false;
  }
}
