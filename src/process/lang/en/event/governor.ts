import type { Realis } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, hasRelation, isNegated, markersOf } from '../../../sentence/phrase.ts';
import { isInfinitive } from './clause.ts';
import type { EventLexicon, GovernorEffect } from './lexicon.ts';

/** Verbs that ask for what follows their preposition and merely name their object. */
const FOR_ONLY = new Set([
  'call',
  'ask',
  'push',
  'press',
  'look',
  'hope',
  'appeal',
  'suggest',
  'discuss',
  'debate',
]);

const INTENDED: ReadonlySet<string> = new Set(['ordered', 'prepared', 'threatened', 'expected']);

const isPast = (sentence: ParsedSentence, verb: number) =>
  sentence.tokens[verb]!.xpos === 'VBD' ||
  findChildren(sentence, verb, 'aux', 'aux:pass').some((i) =>
    ['has', 'have', 'had', 'was', 'were'].includes(sentence.tokens[i]!.text.toLowerCase()),
  );

/** What the word above makes of the event: "ordered a drawdown", "fears of an attack", "prevented a strike". */
export function judgeGovernor(
  sentence: ParsedSentence,
  child: number,
  lexicon: EventLexicon,
): Realis | 'told' | undefined {
  const token = sentence.tokens[child]!;
  const governor = sentence.tokens[token.head]!;
  if (token.deprel === 'conj') return undefined;
  if (hasRelation(token, ['obl', 'nmod']) && !isComplement(sentence, child)) return undefined;
  const effect = effectOf(sentence, child, lexicon);
  // "announced that it has called off the strike": announced, and done already.
  if (effect !== undefined && INTENDED.has(effect) && token.deprel === 'ccomp' && isPast(sentence, child))
    return undefined;
  if (effect === undefined || effect === 'background') return infinitiveOf(sentence, child);
  if (effect === 'light') return undefined;
  if (effect === 'told') return infinitiveOf(sentence, child) ?? 'told';
  // "vowed revenge for the killing", "imposed sanctions over the attack": what is answered has been.
  const isReason =
    hasRelation(token, ['obl']) &&
    markersOf(sentence, child).some((word) => word === 'for' || word === 'over');
  if (isReason && (effect === 'threatened' || effect === 'ordered')) return 'told';
  if (governor.upos !== 'VERB') return effect;
  if (effect === 'denied' && isNegated(sentence, token.head))
    return isDoubted(sentence, child, lexicon) ? 'denied' : 'occurred';
  return effect;
}

export function effectOf(
  sentence: ParsedSentence,
  child: number,
  lexicon: EventLexicon,
): GovernorEffect | undefined {
  const { head, deprel } = sentence.tokens[child]!;
  const governor = sentence.tokens[head]!;
  const word = governor.lemma.toLowerCase();
  const find = (pos: string) => lexicon.governors.get(`${word}/${pos}`);
  if (governor.upos === 'NOUN') return find('noun');
  if (governor.upos === 'ADJ') return find('predicate') ?? find('adj');
  if (governor.upos !== 'VERB') return undefined;
  if (governor.text.toLowerCase() === 'going' && deprel === 'xcomp') return 'expected';
  // "called for a strike" asks for it, "called the strike an answer" does not.
  const isDirect = hasRelation(sentence.tokens[child]!, ['obj']) || deprel === 'nsubj:pass';
  if (isDirect && FOR_ONLY.has(word)) return undefined;
  return (isDoubted(sentence, child, lexicon) ? find('negated') : undefined) ?? find('verb');
}

/** "does not mean that there was an attack", "cannot confirm that he was killed". */
function isDoubted(sentence: ParsedSentence, child: number, lexicon: EventLexicon): boolean {
  const { head } = sentence.tokens[child]!;
  return (
    hasRelation(sentence.tokens[child]!, ['ccomp', 'xcomp']) &&
    isNegated(sentence, head) &&
    lexicon.governors.has(`${sentence.tokens[head]!.lemma.toLowerCase()}/negated`)
  );
}

/** Prepositions under which the governing word decides; "during", "after" or "since" an attack tell that it was. */
const COMPLEMENT_MARKERS = new Set(['of', 'for', 'about', 'against', 'from', 'to', 'over', 'on', 'into']);

export const isComplement = (sentence: ParsedSentence, i: number) =>
  markersOf(sentence, i).some((word) => COMPLEMENT_MARKERS.has(word));

/** An infinitive that nothing decides is open: "a wish to strike". */
function infinitiveOf(sentence: ParsedSentence, child: number): Realis | undefined {
  const isBelow = hasRelation(sentence.tokens[child]!, ['xcomp', 'acl', 'advcl', 'ccomp', 'csubj', 'dep']);
  return isBelow && isInfinitive(sentence, child) ? 'possible' : undefined;
}
