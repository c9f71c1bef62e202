import type { Hash } from '../../model/page.ts';
import type { Reuse } from '../../model/report.ts';
import { makeTextSpan } from '../../model/span.ts';
import { findReach } from '../../text/instants.ts';
import type { SentenceWords } from './sentence-words.ts';

/** Documents of one story that a new one is compared with, the latest, and documents kept in all. */
const MOST_IN_STORY = 40;
const MOST_DOCUMENTS = 50_000;
/** Share of a sentence's content words that one sentence of the earlier text, or two, must have. */
const ALIKE = 0.6;
/** Content words in common from which on it is no chance. */
const FEWEST_SHARED = 8;
/** Share of a text's content words in such sentences from which on it is reported. */
const LEAST_SHARE = 0.3;
const MOST_REWRITES = 5;

/** A document whose sentences are compared. */
export interface Rewritable {
  readonly document: Hash;
  readonly series: Hash;
  readonly story: string;
  readonly published?: string | undefined;
  readonly arrived: string;
  readonly sentences: readonly ReadonlySet<number>[];
}

interface Kept extends Rewritable {
  readonly first: number;
}

/**
 * Finds the earlier documents of a story that a document puts into other words: whose facts it has sentence by sentence, be
 * they in another order.
 *
 * @example
 * const rewrites = new RewriteFinder();
 * rewrites.add(wire);
 * rewrites.find(paper, sentences, text)[0]?.share; // 0.8
 */
export class RewriteFinder {
  readonly #stories = new Map<string, Kept[]>();
  #count = 0;

  /** The documents that it rewrites, most first. Only those published no later. */
  find(document: Rewritable, sentences: readonly SentenceWords[], text: string): readonly Reuse[] {
    const last = findReach(document.published ?? document.arrived)?.last ?? Number.POSITIVE_INFINITY;
    const reuses: Reuse[] = [];
    for (const kept of this.#stories.get(document.story) ?? []) {
      if (kept.series === document.series || kept.first > last) continue;
      const reuse = compare(sentences, kept, text);
      if (reuse !== undefined) reuses.push(reuse);
    }
    return reuses.sort((a, b) => b.share - a.share).slice(0, MOST_REWRITES);
  }

  /** Keeps a document's sentences for those that come later. */
  add(document: Rewritable): void {
    if (document.sentences.length === 0) return;
    const first = findReach(document.published ?? document.arrived)?.first ?? 0;
    const told = this.#stories.get(document.story) ?? [];
    told.push({ ...document, first });
    if (told.length > MOST_IN_STORY) told.shift();
    else this.#count += 1;
    // Put last again, so that the stories that were told of longest ago come first.
    this.#stories.delete(document.story);
    this.#stories.set(document.story, told);
    for (const [story, documents] of this.#stories) {
      if (this.#count <= MOST_DOCUMENTS) break;
      this.#stories.delete(story);
      this.#count -= documents.length;
    }
  }
}

function compare(sentences: readonly SentenceWords[], earlier: Kept, text: string): Reuse | undefined {
  let total = 0;
  let matched = 0;
  let shared = 0;
  let best: { readonly sentence: SentenceWords; readonly count: number } | undefined;
  for (const sentence of sentences) {
    total += sentence.words.size;
    const count = countShared(sentence.words, earlier.sentences);
    if (count < ALIKE * sentence.words.size) continue;
    matched += sentence.words.size;
    shared += count;
    if (best === undefined || count > best.count) best = { sentence, count };
  }
  if (best === undefined || shared < FEWEST_SHARED || matched / total < LEAST_SHARE) return undefined;
  const { start, end } = best.sentence;
  const share = Math.round((matched / total) * 1000) / 1000;
  return { ...makeTextSpan(text, start, end), document: earlier.document, share };
}

/** Words in common with the nearest sentence, or with it and the one that adds most. */
function countShared(words: ReadonlySet<number>, sentences: readonly ReadonlySet<number>[]): number {
  let nearest: ReadonlySet<number> = new Set();
  let most = 0;
  for (const sentence of sentences) {
    const count = countCommon(words, sentence);
    if (count > most) [most, nearest] = [count, sentence];
  }
  const rest = new Set([...words].filter((word) => !nearest.has(word)));
  const added = Math.max(0, ...sentences.map((sentence) => countCommon(rest, sentence)));
  return most + (added > 1 ? added : 0);
}

function countCommon(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count;
}
