import { MODELS } from '../../../data.ts';
import { hashString } from '../hash.ts';
import { readWeights, type Weights } from '../weights.ts';
import { loadWords, type WordTable } from '../words.ts';

/** Clusters of a word, finest first: of 1024, 256 and 64; 0 where the word is not known. */
export type Clusters = readonly [number, number, number];

const UNKNOWN: Clusters = [0, 0, 0];
const BUCKETS = 1 << 16;

/** Words too rare for the word table, by their hash alone: most of them are names. */
export interface RareWords {
  /** The word's cluster among the finest, or -1. */
  find(hash: number): number;
}

/** The rare words from their weight file: hashes in buckets of their upper half, the lower halves sorted within. */
export function makeRareWords(weights: Weights): RareWords {
  const sizes = weights.u8('sizes');
  const lower = weights.u16('lower');
  const finest = weights.u16('clusters');
  const starts = new Int32Array(BUCKETS + 1);
  for (let i = 0; i < BUCKETS; i++) starts[i + 1] = starts[i]! + sizes[i]!;
  return {
    find(hash) {
      const bucket = hash >>> 16;
      const wanted = hash & 0xffff;
      for (let i = starts[bucket]!; i < starts[bucket + 1]!; i++) if (lower[i] === wanted) return finest[i]!;
      return -1;
    },
  };
}

/** Clusters of words, common and rare. */
export interface NameClusters {
  of(lower: string): Clusters;
}

/** Clusters from both tables; `coarser` gives for one of the finest clusters the coarser one it lies in. */
export function makeNameClusters(words: WordTable, rare: RareWords): NameClusters {
  // Cluster of a finest cluster at the coarser grains, learned from any row that lies in it.
  const coarser = mapCoarser(words);
  return {
    of(lower) {
      const row = words.row(lower);
      const finest = row >= 0 ? words.cluster(row, 0) : rare.find(hashString(lower));
      return finest < 0 ? UNKNOWN : coarser[finest]!;
    },
  };
}

function mapCoarser(words: WordTable): readonly Clusters[] {
  const map: Clusters[] = [];
  const rows = words.vectors.length / words.width;
  for (let row = 0; row < rows; row++) {
    const finest = words.cluster(row, 0);
    map[finest] ??= [finest + 1, words.cluster(row, 1) + 1, words.cluster(row, 2) + 1];
  }
  return map;
}

let clusters: NameClusters | undefined;

/** The package's own tables, loaded once. Throws where a file is missing or damaged. */
export function loadNameClusters(): NameClusters {
  clusters ??= makeNameClusters(loadWords(), makeRareWords(readWeights(MODELS, 'en-names-rare.bin')));
  return clusters;
}
