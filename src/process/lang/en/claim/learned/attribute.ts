import type { Weights } from '../../weights.ts';
import { type Said, writeJoint, writePiece } from './content-features.ts';
import { listContent } from './content-pieces.ts';
import { mayAttribute, writeCueHead } from './cue-head.ts';
import { type CueRange, listCueRanges, writeCueRange } from './cue-span.ts';
import { Features } from './features.ts';
import type { Passage } from './passage.ts';
import type { Piece } from './piece.ts';
import { type Ranker, readRanker } from './ranker.ts';
import { listSources, type SourceRange, writeNoSource, writeSource } from './source-rank.ts';

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

export function rankCue(passage: Passage, head: number, ranker: Ranker): CueRange {
  let best: CueRange = { from: head, to: head };
  let most = Number.NEGATIVE_INFINITY;
  for (const range of listCueRanges(passage, head)) {
    features.clear();
    writeCueRange(passage, head, range, features);
    const score = ranker.score(features);
    if (score <= most) continue;
    most = score;
    best = range;
  }
  return best;
}

/** The best source with its lead over the next, which may be that there is none. */
export function rankSource(
  passage: Passage,
  head: number,
  cue: CueRange,
  ranker: Ranker,
): { readonly source: SourceRange | undefined; readonly margin: number } {
  features.clear();
  writeNoSource(passage, head, cue, features);
  let most = ranker.score(features);
  let second = Number.NEGATIVE_INFINITY;
  let source: SourceRange | undefined;
  for (const range of listSources(passage, cue)) {
    features.clear();
    writeSource(passage, head, cue, range, features);
    const score = ranker.score(features);
    if (score > most) {
      second = most;
      most = score;
      source = range;
    } else if (score > second) second = score;
  }
  return { source, margin: Math.min(20, most - second) };
}

/** The best pieces on both sides and how probable they are among all pairs; undefined where there is no piece at all. */
export function rankContent(
  passage: Passage,
  said: Said,
  ranker: Ranker,
): { readonly pieces: readonly Piece[]; readonly probability: number } | undefined {
  const { left, right } = listContent(passage, said.head, said.cue, said.source);
  const lefts = [undefined, ...left];
  const rights = [undefined, ...right];
  const score = (side: 'left' | 'right') => (piece: Piece | undefined) => {
    features.clear();
    writePiece(passage, said, side, piece, features);
    return ranker.score(features);
  };
  const leftScores = lefts.map(score('left'));
  const rightScores = rights.map(score('right'));
  const joint = new JointScores(passage, said, ranker);
  let most = Number.NEGATIVE_INFINITY;
  let best: readonly [number, number] | undefined;
  const all: number[] = [];
  for (let l = 0; l < lefts.length; l++) {
    for (let r = 0; r < rights.length; r++) {
      if ((l === 0 && r === 0) || !arePair(lefts[l], rights[r])) continue;
      const sum = leftScores[l]! + rightScores[r]! + joint.score(lefts[l], rights[r]);
      all.push(sum);
      if (sum <= most) continue;
      most = sum;
      best = [l, r];
    }
  }
  if (best === undefined) return undefined;
  let total = 0;
  for (const one of all) total += Math.exp(one - most);
  const pieces = [lefts[best[0]], rights[best[1]]].filter((piece) => piece !== undefined);
  return { pieces, probability: 1 / total };
}

/** Pieces of both sides must not overlap. */
export const arePair = (left: Piece | undefined, right: Piece | undefined): boolean =>
  left === undefined || right === undefined || left.to < right.from;

/** What is judged about both sides together, kept by what it is judged on. */
class JointScores {
  readonly #passage: Passage;
  readonly #said: Said;
  readonly #ranker: Ranker;

  constructor(passage: Passage, said: Said, ranker: Ranker) {
    this.#passage = passage;
    this.#said = said;
    this.#ranker = ranker;
  }

  score(left: Piece | undefined, right: Piece | undefined): number {
    features.clear();
    writeJoint(this.#passage, this.#said, left, right, features);
    return this.#ranker.score(features);
  }
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
