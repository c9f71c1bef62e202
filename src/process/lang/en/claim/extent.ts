import { findChild, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import type { CueContext } from './attribution.ts';

/**
 * What is said after the verb of saying runs to the end of the sentence, unless the speaker's next act begins there
 * ("said A but warned B"), an aside breaks in, or a clause tells when and why it was said. Parsers often cut long
 * contents short; this does not.
 */
export function extendRight(context: CueContext, head: number, clause: readonly number[]): readonly number[] {
  const { sentence } = context;
  const first = clause[0]!;
  let end = sentence.tokens.length;
  for (let i = first + 1; i < end; i++) {
    if (startsNext(context, head, i)) end = i;
  }
  while (end < sentence.tokens.length && ['CCONJ', 'ADV'].includes(sentence.tokens[end - 1]!.upos)) end--;
  return Array.from({ length: Math.max(end - first, 1) }, (_, k) => first + k);
}

const JOINING: ReadonlySet<string> = new Set(['and', 'but', 'while', 'whereas']);
const PARATAXIS: readonly string[] = ['parataxis'];
const CONJUNCT: readonly string[] = ['conj'];
const ADVERBIAL: readonly string[] = ['advcl'];

/** "…, and the ministry rejects it": after a comma and a conjunction, another subject with its own verb of saying. */
function startsOtherSpeaker(context: CueContext, i: number): boolean {
  const { tokens } = context.sentence;
  const isJoint = tokens[i - 1]?.text === ',' && JOINING.has(tokens[i]!.text.toLowerCase());
  if (!isJoint || context.quoteOf[i]! >= 0) return false;
  for (let k = i + 1; k < Math.min(tokens.length, i + 9); k++) {
    const { upos, xpos, lemma, text } = tokens[k]!;
    if (['VBD', 'VBZ', 'VBP'].includes(xpos)) return k > i + 1 && TALKING.has(lemma);
    if (!['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PART', 'ADP'].includes(upos) && text !== '-') return false;
  }
  return false;
}

/** "… but warned", "… and told": a finite verb right after a conjunction, without a subject of its own. */
export function startsSecondAct(sentence: CueContext['sentence'], i: number): boolean {
  const token = sentence.tokens[i]!;
  if (token.upos !== 'VERB' || !['VBD', 'VBZ', 'VBP'].includes(token.xpos)) return false;
  let before = i - 1;
  while (before >= 0 && sentence.tokens[before]!.upos === 'ADV') before--;
  const subject = findChild(sentence, i, 'nsubj');
  return before >= 0 && sentence.tokens[before]!.upos === 'CCONJ' && (subject === undefined || subject > i);
}

/** Whether a token begins what no longer belongs to the content. */
function startsNext(context: CueContext, head: number, i: number): boolean {
  const { sentence } = context;
  const token = sentence.tokens[i]!;
  const isSpeaking = TALKING.has(token.lemma) && context.quoteOf[i]! < 0 && startsSecondAct(sentence, i);
  if (
    isSpeaking &&
    sentence.tokens.slice(0, head + 1).some((t) => t.xpos === token.xpos && TALKING.has(t.lemma))
  )
    return true;
  if (startsOtherSpeaker(context, i)) return true;
  const isAside = hasRelation(token, PARATAXIS);
  if (token.head !== head && !isAside) return false;
  if (markersOf(sentence, i).includes('that')) return false;
  if (hasRelation(token, CONJUNCT))
    return token.xpos === sentence.tokens[head]!.xpos && startsSecondAct(sentence, i);
  if (isAside) return TALKING.has(token.lemma) && context.quoteOf[i]! < 0;
  if (!hasRelation(token, ADVERBIAL)) return false;
  return token.xpos === 'VBG' ? TALKING.has(token.lemma) : true;
}

/** Participles that start the next attribution instead of going on with the content. */
const TALKING = new Set(
  'add say note cite call describe tell warn argue insist claim refer write quote stress accuse blame urge deny reject vow threaten promise announce declare believe report state'.split(
    ' ',
  ),
);
