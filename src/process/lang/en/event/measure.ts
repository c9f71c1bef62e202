import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';

/** Nouns that only measure or shape what stands after their "of": "a wave of attacks", "hundreds of people". */
const MEASURES = new Set(
  (
    'series wave spate number string round act campaign kind type sort level form part rash flurry volley salvo barrage ' +
    'dozen score ten hundred thousand million group band mob gang handful majority pair couple team member lot ' +
    'scores dozens hundreds thousands tens millions bulk rest half third quarter share bunch cluster column'
  ).split(' '),
);

export function isMeasure(sentence: ParsedSentence, index: number): boolean {
  const { lemma, text } = sentence.tokens[index]!;
  return MEASURES.has(lemma.toLowerCase()) || MEASURES.has(text.toLowerCase());
}

/** What a measuring word measures: the demonstrators of "hundreds of demonstrators"; else the word itself. */
export function contentOf(sentence: ParsedSentence, index: number): number {
  let current = index;
  for (let step = 0; step < 3 && isMeasure(sentence, current); step++) {
    const below = findChildren(sentence, current, 'nmod').find((i) => markersOf(sentence, i).includes('of'));
    const next = below ?? nounAfterOf(sentence, current);
    if (next === undefined) return current;
    current = next;
  }
  return current;
}

/** By place, where the tree has it elsewhere: the last noun of the run after "of". */
function nounAfterOf(sentence: ParsedSentence, index: number): number | undefined {
  if (sentence.tokens[index + 1]?.text.toLowerCase() !== 'of') return undefined;
  const last = endOfNounRun(sentence, index + 2);
  return last < index + 2 ? undefined : last;
}

const IN_RUN = new Set(['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON']);

/**
 * Index of the last noun of the run of nouns and their modifiers that begins at `from`: "the 12 Iraqi soldiers".
 * Less than `from` where none begins there.
 */
export function endOfNounRun(sentence: ParsedSentence, from: number): number {
  let last = from - 1;
  for (let i = from; i < sentence.tokens.length && i < from + 14; i++) {
    const { upos, xpos, text } = sentence.tokens[i]!;
    const isJoint =
      xpos === 'POS' || xpos === 'HYPH' || text === '-' || text === '–' || /^[“”"‘]$/.test(text);
    const isDescribing = (xpos === 'VBN' || xpos === 'VBG') && isInsideRun(sentence, i);
    if (!IN_RUN.has(upos) && !isJoint && !isDescribing) break;
    if (upos === 'PRON' && xpos !== 'PRP$') return i === from ? i : last;
    if (upos === 'DET' && last >= from && sentence.tokens[i - 1]!.xpos !== 'PDT') break;
    // "one Syrian civilian was …": an adjective that is a subject or object stands for who is so.
    const isNominal = upos === 'ADJ' && hasRelation(sentence.tokens[i]!, ['nsubj', 'obj']);
    if (['NOUN', 'PROPN'].includes(upos) || isNominal) last = i;
  }
  return last;
}

/** "an improvised device": a participle that a noun follows. */
const isInsideRun = (sentence: ParsedSentence, i: number) =>
  ['NOUN', 'PROPN', 'ADJ'].includes(sentence.tokens[i + 1]?.upos ?? '') ||
  ['-', '–'].includes(sentence.tokens[i - 1]?.text ?? '');
