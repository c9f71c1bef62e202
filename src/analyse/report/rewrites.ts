import type { Hash } from '../../model/page.ts';
import type { Reuse } from '../../model/report.ts';
import { makeTextSpan } from '../../model/span.ts';
import { findReach } from '../../text/instants.ts';
import type { SentenceWords } from './sentence-words.ts';

/** Documents of one story that a new one is compared with, the latest, and documents kept in all. */
const MOST_IN_STORY = 40;
const MOST_DOCUMENTS = 50_000;
/** A story that has got no report for so long is let go. */
const IDLE_MS = 45 * 24 * 3_600_000;
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

interface Kept {
  readonly document: Hash;
  readonly series: Hash;
  readonly first: number;
  readonly arrived: number;
  /** Words of its sentences; a zero ends each. */
  readonly words: Uint32Array;
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
    const told = this.#stories.get(document.story) ?? [];
    const comparison = told.length === 0 ? undefined : new Comparison(sentences, text);
    for (const kept of told) {
      if (kept.series === document.series || kept.first > last) continue;
      const reuse = comparison?.compare(kept);
      if (reuse !== undefined) reuses.push(reuse);
    }
    return reuses.sort((a, b) => b.share - a.share).slice(0, MOST_REWRITES);
  }

  /** Keeps a document's sentences for those that come later. */
  add(document: Rewritable): void {
    if (document.sentences.length === 0) return;
    const arrived = Date.parse(document.arrived) || 0;
    const told = this.#stories.get(document.story) ?? [];
    told.push({
      document: document.document,
      series: document.series,
      first: findReach(document.published ?? document.arrived)?.first ?? 0,
      arrived,
      words: Uint32Array.from(document.sentences.flatMap((words) => [...words, 0])),
    });
    if (told.length > MOST_IN_STORY) told.shift();
    else this.#count += 1;
    // Put last again, so that the stories that were told of longest ago come first.
    this.#stories.delete(document.story);
    this.#stories.set(document.story, told);
    for (const [story, documents] of this.#stories) {
      if (this.#count <= MOST_DOCUMENTS && arrived - documents.at(-1)!.arrived <= IDLE_MS) break;
      this.#stories.delete(story);
      this.#count -= documents.length;
    }
  }
}

/** One text's sentences, ready to be compared with those of many others. */
class Comparison {
  readonly #sentences: readonly SentenceWords[];
  readonly #text: string;
  /** In which of its sentences a word is. */
  readonly #bearers = new Map<number, number[]>();
  readonly #total: number;

  constructor(sentences: readonly SentenceWords[], text: string) {
    this.#sentences = sentences;
    this.#text = text;
    this.#total = sentences.reduce((sum, { words }) => sum + words.size, 0);
    for (const [at, { words }] of sentences.entries()) {
      for (const word of words) {
        const bearers = this.#bearers.get(word);
        if (bearers === undefined) this.#bearers.set(word, [at]);
        else bearers.push(at);
      }
    }
  }

  compare(earlier: Kept): Reuse | undefined {
    const ends = listEnds(earlier.words);
    const counts = this.#countAll(earlier.words, ends.length);
    let matched = 0;
    let shared = 0;
    let best: { readonly sentence: SentenceWords; readonly count: number } | undefined;
    for (const [at, sentence] of this.#sentences.entries()) {
      const row = counts.subarray(at * ends.length, (at + 1) * ends.length);
      const count = countShared(sentence.words, row, { words: earlier.words, ends });
      if (count < ALIKE * sentence.words.size) continue;
      matched += sentence.words.size;
      shared += count;
      if (best === undefined || count > best.count) best = { sentence, count };
    }
    if (best === undefined || shared < FEWEST_SHARED || matched / this.#total < LEAST_SHARE) return undefined;
    const { start, end } = best.sentence;
    const share = Math.round((matched / this.#total) * 1000) / 1000;
    return { ...makeTextSpan(this.#text, start, end), document: earlier.document, share };
  }

  /** Words that each sentence has in common with each of the earlier ones: all in one pass over the words of these. */
  #countAll(words: Uint32Array, width: number): Uint8Array {
    const counts = new Uint8Array(this.#sentences.length * width);
    let sentence = 0;
    for (const word of words) {
      if (word === 0) sentence += 1;
      else for (const at of this.#bearers.get(word) ?? NONE) counts[at * width + sentence]! += 1;
    }
    return counts;
  }
}

const NONE: readonly number[] = [];

function listEnds(words: Uint32Array): readonly number[] {
  const ends: number[] = [];
  for (let at = 0; at < words.length; at++) if (words[at] === 0) ends.push(at);
  return ends;
}

/** Words in common with the nearest sentence, or with it and the one that adds most. */
function countShared(
  words: ReadonlySet<number>,
  counts: Uint8Array,
  earlier: { readonly words: Uint32Array; readonly ends: readonly number[] },
): number {
  let nearest = 0;
  for (let at = 1; at < counts.length; at++) if (counts[at]! > counts[nearest]!) nearest = at;
  const most = counts[nearest] ?? 0;
  let next = 0;
  for (let at = 0; at < counts.length; at++) if (at !== nearest) next = Math.max(next, counts[at]!);
  // What another sentence adds is at most what it has in common at all.
  if (next < 2 || most + next < ALIKE * words.size) return most;
  const readSentence = (at: number) =>
    earlier.words.subarray(at === 0 ? 0 : earlier.ends[at - 1]! + 1, earlier.ends[at]);
  const rest = new Set(words);
  for (const word of readSentence(nearest)) rest.delete(word);
  let added = 0;
  for (let at = 0; at < counts.length; at++) {
    if (counts[at]! <= added) continue;
    let count = 0;
    for (const word of readSentence(at)) if (rest.has(word)) count += 1;
    added = Math.max(added, count);
  }
  return most + (added > 1 ? added : 0);
}
