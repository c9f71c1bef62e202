import type { Span } from '../../../../../model/span.ts';
import { MODELS } from '../../../../data.ts';
import type { ParsedSentence } from '../../../../sentence/parsed.ts';
import { readWeights } from '../../weights.ts';
import { loadWords, type WordTable } from '../../words.ts';
import type { Quotation } from '../quotes.ts';
import { attribute, type Found, type Rankers, readRankers, settle } from './attribute.ts';
import { makePassage, type Passage } from './passage.ts';
import type { SourceRange } from './source-rank.ts';

/** An attribution as the rankers found it; token indexes are of the sentence of the cue. */
export interface LearnedAttribution {
  readonly head: number;
  /** Ascending. */
  readonly cue: readonly number[];
  readonly source?: { readonly head: number; readonly words: readonly number[]; readonly span: Span };
  /** Those words of the content that stand in the sentence of the cue, ascending; none where it is quoted elsewhere. */
  readonly content: readonly number[];
  /** The whole content, in one or two pieces of the text. */
  readonly pieces: readonly Span[];
  /** Log-odds that the whole is right. */
  readonly score: number;
}

/** What finding learned attributions needs. */
export interface LearnedResources {
  readonly rankers: Rankers;
  readonly words: WordTable;
}

/**
 * Loads the rankers of attributions; `folder` ends in a slash.
 *
 * @throws Error where a model file is missing or damaged
 */
export function loadLearned(folder: URL = MODELS): LearnedResources {
  return { rankers: readRankers(readWeights(folder, 'en-claims.bin')), words: loadWords(folder) };
}

/** The attributions of each sentence, by the number of the sentence in which the cue stands. */
export function findLearned(
  sentences: readonly ParsedSentence[],
  quotations: readonly Quotation[],
  { rankers, words }: LearnedResources,
): readonly (readonly LearnedAttribution[])[] {
  const passage = makePassage(sentences, quotations, words);
  const found = sentences.map((): LearnedAttribution[] => []);
  for (const one of settle(attribute(passage, rankers), rankers.least.relation)) {
    found[passage.sentence[one.head]!]!.push(toSentence(passage, one));
  }
  return found;
}

function toSentence(passage: Passage, { head, cue, source, content, score }: Found): LearnedAttribution {
  const sentence = passage.sentence[head]!;
  const first = passage.first[sentence]!;
  const next = passage.first[sentence + 1]!;
  const span = (from: number, to: number): Span => ({
    start: passage.tokens[from]!.start,
    end: passage.tokens[to]!.end,
  });
  const own = content.flatMap(({ from, to }) =>
    listRange(Math.max(from, first), Math.min(to, next - 1)).map((i) => i - first),
  );
  return {
    head: head - first,
    cue: listRange(cue.from - first, cue.to - first),
    content: own,
    pieces: content.map(({ from, to }) => span(from, to)),
    score,
    ...(source === undefined
      ? {}
      : {
          source: {
            head: findMain(passage, source) - first,
            words: listRange(source.from - first, source.to - first),
            span: span(source.from, source.to),
          },
        }),
  };
}

/** The noun on which the other words of a source hang. */
function findMain(passage: Passage, { from, to, head }: SourceRange): number {
  // "his statement": whose it is does not speak.
  const isNoun = (i: number) =>
    NOUNS.has(passage.tokens[i]!.upos) && (from === to || passage.tokens[i]!.xpos !== 'PRP$');
  const isTop = (i: number) => passage.head[i]! < from || passage.head[i]! > to;
  const nouns = listRange(from, to).filter(isNoun);
  return nouns.find(isTop) ?? (isNoun(head) ? head : (nouns.at(-1) ?? head));
}

const NOUNS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);

const listRange = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
