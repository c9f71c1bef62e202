import { findAgent, findSubjectBefore } from '../../../sentence/agent.ts';
import {
  collectSubtree,
  findChild,
  findChildren,
  markersOf,
  trimPunctuation,
} from '../../../sentence/phrase.ts';
import type { Attribution, CueContext, FrameMatch } from './attribution.ts';
import { extendRight } from './extent.ts';
import { matchFrame } from './frames.ts';
import type { CueSense } from './lexicon.ts';
import { makeAttribution } from './make.ts';

const LINKING = new Set(['be', 'remain', 'become', 'feel', 'seem', 'grow', 'get']);

/** "officials are concerned that …", "fearful of …": an adjective of mind behind a linking verb. */
export function findPredicate(
  context: CueContext,
  i: number,
  senses: readonly CueSense[],
): Attribution | undefined {
  const { sentence } = context;
  const linking = findLinkingVerb(context, i);
  if (linking === undefined) return undefined;
  const own = findChild(sentence, i, 'nsubj', 'nsubj:pass') ?? findAgent(sentence, i);
  const source = own !== undefined && own < i ? own : findSubjectBefore(sentence, linking);
  if (source === undefined || sentence.tokens[source]!.lemma === 'it') return undefined;
  for (const sense of senses) {
    const match =
      matchClauseAfter(context, i) ?? matchFrame(context, i, sense) ?? matchAdverbialClause(context, i);
    if (match === undefined || match.content.some((k) => k < i)) continue;
    const found = makeAttribution(context, { head: i, sense, match, source });
    const cue = Array.from({ length: i - linking + 1 }, (_, k) => linking + k);
    return { ...found, cue: [...new Set([...cue, ...found.cue.filter((k) => k > i)])] };
  }
  return undefined;
}

/** The linking verb right before the adjective, adverbs between: "are deeply concerned". */
function findLinkingVerb({ sentence }: CueContext, i: number): number | undefined {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const { upos, lemma } = sentence.tokens[k]!;
    if (LINKING.has(lemma) && (upos === 'AUX' || upos === 'VERB')) return firstAuxiliary(sentence, k);
    if (upos !== 'ADV' && upos !== 'PART') return undefined;
  }
  return undefined;
}

/** "have been concerned": the first of the verbs before it. */
function firstAuxiliary(sentence: CueContext['sentence'], k: number): number {
  let first = k;
  while (first > 0 && sentence.tokens[first - 1]!.upos === 'AUX') first--;
  return first;
}

/** A clause right behind, with "that" or without: a noun phrase and then a finite verb. */
function matchClauseAfter(context: CueContext, i: number): FrameMatch | undefined {
  const { tokens } = context.sentence;
  const isThat = tokens[i + 1]?.text.toLowerCase() === 'that';
  let hasNoun = false;
  for (let k = i + (isThat ? 2 : 1); k < Math.min(tokens.length, i + 16); k++) {
    const { upos, xpos, text } = tokens[k]!;
    if (hasNoun && ['VBD', 'VBZ', 'VBP', 'MD'].includes(xpos)) {
      const content = trimPunctuation(context.sentence, extendRight(context, i, [i + 1]));
      return { frame: 'that', content, particles: [] };
    }
    if ((k === i + 1 && upos === 'ADP') || text === ',' || upos === 'SCONJ' || xpos === 'TO')
      return undefined;
    if (['NOUN', 'PROPN', 'PRON'].includes(upos)) hasNoun = true;
  }
  return undefined;
}

/** Parsers hang "concerned that …" now as complement, now as adverbial clause. */
function matchAdverbialClause(context: CueContext, i: number): FrameMatch | undefined {
  const { sentence } = context;
  const clause = findChildren(sentence, i, 'advcl', 'parataxis').find(
    (k) => k > i && ['that', undefined].includes(markersOf(sentence, k)[0]),
  );
  if (clause === undefined) return undefined;
  return {
    frame: 'that',
    content: trimPunctuation(sentence, collectSubtree(sentence, clause)),
    particles: [],
  };
}
