import { collectSubtree, trimPunctuation } from '../../../sentence/phrase.ts';
import type { Attribution, CueContext } from './attribution.ts';
import type { CueSense } from './lexicon.ts';
import { makeAttribution } from './make.ts';

const CHUNK = new Set(['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON', 'PART']);

/**
 * "according to X, …", "…, according to X", "…, per X": by their places in the sentence, since the phrase stands either
 * first, with its content after the comma, or after its content.
 */
export function findAccording(
  context: CueContext,
  i: number,
  sense: CueSense | undefined,
): Attribution | undefined {
  const { tokens } = context.sentence;
  const isPer = sense?.lemma === 'per';
  const start = isPer ? i + 1 : i + 2;
  if (sense === undefined || (!isPer && tokens[i + 1]?.text.toLowerCase() !== 'to')) return undefined;
  const governed = findChunkHead(context, start);
  if (governed === undefined || (isPer && tokens[governed]!.upos !== 'PROPN')) return undefined;
  const source = findReleaseBefore(context, governed) ?? governed;
  const content = isFirst(context, i) ? contentAfter(context, source) : contentBefore(context, i);
  if (content.length < 2) return undefined;
  const match = { frame: 'source' as const, content, particles: isPer ? [] : [i + 1] };
  return makeAttribution(context, { head: i, sense, match, source });
}

/** Last noun of the run of nouns that begins at a token. */
function findChunkHead(context: CueContext, start: number): number | undefined {
  const { tokens } = context.sentence;
  let head: number | undefined;
  for (let i = start; i < tokens.length; i++) {
    const { upos, text } = tokens[i]!;
    if (!CHUNK.has(upos) && text !== '-' && text !== '&') break;
    if (['NOUN', 'PROPN', 'PRON', 'NUM'].includes(upos)) head = i;
  }
  return head;
}

/** "According to a press release McKenzie said …": the name belongs to the verb after it, the release is the source. */
function findReleaseBefore(context: CueContext, governed: number): number | undefined {
  const { tokens } = context.sentence;
  const isName = tokens[governed]!.upos === 'PROPN' && tokens[governed + 1]?.upos === 'VERB';
  if (!isName) return undefined;
  const noun = tokens.slice(0, governed).findLastIndex((token) => token.upos !== 'PROPN');
  return noun >= 0 && tokens[noun]!.upos === 'NOUN' ? noun : undefined;
}

/** Whether the phrase opens its sentence, or follows only a conjunction or adverb. */
function isFirst(context: CueContext, i: number): boolean {
  return context.sentence.tokens
    .slice(0, i)
    .every(({ upos }) => ['CCONJ', 'ADV', 'PUNCT', 'SCONJ'].includes(upos));
}

/** From the comma behind the source, or where its phrase ends, to the end of the sentence. */
function contentAfter(context: CueContext, source: number): readonly number[] {
  const { sentence } = context;
  const comma = sentence.tokens.findIndex((token, k) => k > source && token.text === ',');
  const phraseEnd = Math.min(collectSubtree(sentence, source).at(-1)!, sentence.tokens.length - 2);
  const isShort = comma >= 0 && comma - source <= 30 && !hasVerbBetween(context, source, comma);
  const from = isShort
    ? comma + 1
    : source === phraseEnd || hasVerbBetween(context, source, phraseEnd)
      ? source + 1
      : phraseEnd + 1;
  return trimPunctuation(sentence, range(from, sentence.tokens.length));
}

const hasVerbBetween = (context: CueContext, from: number, to: number) =>
  context.sentence.tokens.slice(from + 1, to).some(({ xpos }) => ['VBD', 'VBZ', 'VBP', 'MD'].includes(xpos));

function contentBefore(context: CueContext, i: number): readonly number[] {
  return trimPunctuation(context.sentence, range(0, i));
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
