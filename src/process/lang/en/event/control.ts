import { findChunkStart, isPassive } from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { wordAt } from '../../../sentence/view.ts';

/**
 * Who is to do what an infinitive says, where that is not the subject above: "called for a prosecutor to investigate",
 * "the appointment of a judge to examine", "a panel be appointed to investigate".
 */
export function findInfinitiveDoer(sentence: ParsedSentence, verb: number): number | undefined {
  const token = sentence.tokens[verb]!;
  const to = toBefore(sentence, verb);
  if (to === undefined) return undefined;
  const noun = to - 1;
  if (['NOUN', 'PROPN'].includes(sentence.tokens[noun]?.upos ?? '')) {
    const start = findChunkStart(sentence, noun);
    const before = start === 0 ? '' : wordAt(sentence, start - 1);
    if (before === 'for' && isCalling(sentence, start - 1)) return noun;
    if (before === 'of' && start > 1 && APPOINTING.has(wordAt(sentence, start - 2))) return noun;
  }
  if (!hasRelation(token, ['xcomp', 'advcl']) || token.head < 0 || !isPassive(sentence, token.head))
    return undefined;
  return findChild(sentence, token.head, 'nsubj:pass');
}

/** "to investigate", "to quickly investigate": where the "to" stands. */
function toBefore(sentence: ParsedSentence, verb: number): number | undefined {
  if (sentence.tokens[verb]!.xpos !== 'VB') return undefined;
  for (let i = verb - 1; i > 0 && i >= verb - 2; i--) {
    if (wordAt(sentence, i) === 'to') return i;
    if (sentence.tokens[i]!.upos !== 'ADV') return undefined;
  }
  return undefined;
}

const APPOINTING = new Set(['appointment', 'appointing', 'naming', 'creation', 'formation', 'deployment']);
const CALLING = new Set(
  'call calls called calling ask asks asked asking push pushed pushing pleas plea appeal appeals appealed wait waited waiting arrange arranged arranging need time press pressed pressing'.split(
    ' ',
  ),
);

/** Words with which "for X to do" tells that X is to do it; "money for the army to buy" does too, but less surely. */
const isCalling = (sentence: ParsedSentence, at: number) => at > 0 && CALLING.has(wordAt(sentence, at - 1));

/** Nouns for what somebody has in mind or in hand: "his plan to boycott", "used their time to criticize". */
const INTENT = new Set(
  'plan decision effort attempt bid threat vow promise pledge move offer intention proposal refusal willingness desire effort campaign time speech right power authority chance opportunity agreement demand call appeal order readiness commitment'.split(
    ' ',
  ),
);

/** The noun whose infinitive a verb is ("his plan to boycott the debate"), so that its owner is who would do it. */
export function findIntent(sentence: ParsedSentence, verb: number): number | undefined {
  const token = sentence.tokens[verb]!;
  if (token.head < 0 || !hasRelation(token, ['acl']) || token.deprel !== 'acl') return undefined;
  if (!markersOf(sentence, verb).includes('to') && toBefore(sentence, verb) === undefined) return undefined;
  return INTENT.has(sentence.tokens[token.head]!.lemma.toLowerCase()) ? token.head : undefined;
}
