import type { Weights } from '../../weights.ts';
import { mayAttribute, writeCueHead } from './cue-head.ts';
import { type CueRange, cueLimits, writeCueEnd, writeCueStart, writeCueWords } from './cue-span.ts';
import { Features } from './features.ts';
import type { Passage } from './passage.ts';
import type { Piece } from './piece.ts';
import { rankContent } from './rank-content.ts';
import { rankSource } from './rank-source.ts';
import { type Ranker, readRanker } from './ranker.ts';
import type { SourceRange } from './source-rank.ts';

export { arePair } from './rank-content.ts';
export { rankSource } from './rank-source.ts';

/** The learned parts: is this word a cue, how far does it reach, who is the source, what is the content. */
export interface Rankers {
  /** Lemma hashes of words that attribute besides verbs. */
  readonly known: ReadonlySet<number>;
  readonly head: Ranker;
  readonly cue: Ranker;
  readonly source: Ranker;
  readonly content: Ranker;
  readonly relation: Ranker;
  /** Least score of the main word of a cue, and of a whole attribution. */
  readonly least: { readonly head: number; readonly relation: number };
}

/** Who says what, as ranges of words in a passage. */
export interface Found {
  readonly head: number;
  readonly cue: CueRange;
  readonly source: SourceRange | undefined;
  /** One piece or two; never none. */
  readonly content: readonly Piece[];
  /** How sure: log-odds of the main word, and of the whole. */
  readonly headScore: number;
  readonly score: number;
}

/** The rankers of a weight file. */
export function readRankers(weights: Weights): Rankers {
  return {
    known: new Set(weights.i32('known')),
    head: readRanker(weights, 'head'),
    cue: readRanker(weights, 'cue'),
    source: readRanker(weights, 'source'),
    content: readRanker(weights, 'content'),
    relation: readRanker(weights, 'relation'),
    least: weights.header.settings['least'] as Rankers['least'],
  };
}

/**
 * Those that are sure enough, and of two of which one lies in the other's words the surer: what is left does not
 * overlap.
 */
export function settle(found: readonly Found[], least: number): readonly Found[] {
  const size = found.reduce((most, { head, content }) => Math.max(most, head, content.at(-1)!.to), 0) + 1;
  const isSaid = new Uint8Array(size);
  const isHead = new Uint8Array(size);
  const kept: Found[] = [];
  for (const one of found.toSorted((a, b) => b.score - a.score)) {
    if (one.score < least) break;
    if (
      isSaid[one.head] === 1 ||
      one.content.some(({ from, to }) => isHead.subarray(from, to + 1).includes(1))
    )
      continue;
    kept.push(one);
    isHead[one.head] = 1;
    for (const { from, to } of one.content) isSaid.fill(1, from, to + 1);
  }
  return kept.sort((a, b) => a.head - b.head);
}

const features = new Features();

/** All attributions of a passage, by their cues in order, those that lie in a better one's words left out. */
export function attribute(passage: Passage, rankers: Rankers): readonly Found[] {
  const found: Found[] = [];
  for (let i = 0; i < passage.size; i++) {
    if (!mayAttribute(passage, i, rankers.known)) continue;
    features.clear();
    writeCueHead(passage, i, features);
    const headScore = rankers.head.score(features);
    if (headScore < rankers.least.head) continue;
    const one = complete(passage, i, headScore, rankers);
    if (one !== undefined) found.push(one);
  }
  return found;
}

/** Cue, source and content around the main word of a cue; undefined where nothing can be the content. */
export function complete(
  passage: Passage,
  head: number,
  headScore: number,
  rankers: Rankers,
): Found | undefined {
  const cue = rankCue(passage, head, rankers.cue);
  const { source, margin } = rankSource(passage, head, cue, rankers.source);
  const content = rankContent(passage, { head, cue, source }, rankers.content);
  if (content === undefined) return undefined;
  const draft = { head, cue, source, content: content.pieces, headScore };
  features.clear();
  writeRelation(passage, draft, { source: margin, content: content.probability }, features);
  return { ...draft, score: rankers.relation.score(features) };
}

/** The range around the main word that is most like a cue. */
export function rankCue(passage: Passage, head: number, ranker: Ranker): CueRange {
  const { first, last } = cueLimits(passage, head);
  const ends: number[] = [];
  for (let to = head; to <= last; to++) {
    features.clear();
    writeCueEnd(passage, head, to, features);
    ends.push(ranker.score(features));
  }
  let best: CueRange = { from: head, to: head };
  let most = Number.NEGATIVE_INFINITY;
  for (let from = head; from >= first; from--) {
    features.clear();
    writeCueStart(passage, head, from, features);
    const start = ranker.score(features);
    for (let to = head; to <= last; to++) {
      features.clear();
      writeCueWords(passage, head, from, to, features);
      const score = start + ends[to - head]! + ranker.score(features);
      if (score <= most) continue;
      most = score;
      best = { from, to };
    }
  }
  return best;
}

/** A number as one of few steps. */
const stepOf = (value: number, width: number): number =>
  Math.max(-20, Math.min(20, Math.floor(value / width)));

/** What tells whether a whole attribution is right. */
export function writeRelation(
  passage: Passage,
  { head, cue, source, content, headScore }: Omit<Found, 'score'>,
  sure: { readonly source: number; readonly content: number },
  out: Features,
): void {
  const { lemma, tag, coarse, relation, quote } = passage;
  const first = content[0]!;
  const words = content.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const log = Math.log(sure.content + 1e-6);
  out.add(1);
  out.add(2, stepOf(headScore, 0.5));
  out.add(3, stepOf(headScore, 1), lemma[head]!);
  out.add(4, stepOf(sure.source, 0.5));
  out.add(5, stepOf(log, 0.25));
  out.add(6, stepOf(headScore, 1), stepOf(log, 0.5));
  out.add(7, stepOf(headScore, 1), stepOf(sure.source, 1));
  out.add(8, lemma[head]!, source === undefined ? 0 : 1);
  out.add(9, tag[head]!, source === undefined ? 0 : 1, relation[head]!);
  out.add(10, coarse[head]!, source === undefined ? -2 : coarse[source.head]!);
  out.add(11, source === undefined ? 0 : tag[source.head]!, tag[head]!);
  out.add(12, content.length, Math.min(12, words), tag[head]!);
  out.add(13, quote[first.from]! >= 0 ? 1 : 0, quote[head]! >= 0 ? 1 : 0, stepOf(headScore, 1));
  out.add(14, cue.to - cue.from, lemma[head]!);
  out.add(15, first.to < cue.from ? 0 : 1, content.length, stepOf(headScore, 1));
}
