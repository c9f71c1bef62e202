import { MODELS } from '../../data.ts';
import { hashString } from './hash.ts';
import { readWeights, type Weights } from './weights.ts';

/** What is known of the commonest words from how they are used in very much text. */
export interface WordTable {
  /** Numbers in a vector. */
  readonly width: number;
  /** Row of a word as written in small letters, or -1. */
  row(lower: string): number;
  /** Cluster of a row at a grain: 0 the finest (1024 clusters), then 256, 64, 16. Row -1 gives -1. */
  cluster(row: number, grain: number): number;
  /** Vectors one after another, `width` a row, each number with a standard deviation of about one. */
  readonly vectors: Int8Array;
  /** What one step of `vectors` is worth, for each place of a vector. */
  readonly scale: Float32Array;
}

const loaded = new Map<string, WordTable>();

/**
 * Loads the word table, once for all that ask for it; `folder` ends in a slash.
 *
 * @throws Error where the file is missing or damaged
 * @example
 * const words = loadWords();
 * words.cluster(words.row('militia'), 1) === words.cluster(words.row('guerrilla'), 1);
 */
export function loadWords(folder: URL = MODELS): WordTable {
  const words = loaded.get(folder.href) ?? makeWords(readWeights(folder, 'en-words.bin'));
  loaded.set(folder.href, words);
  return words;
}

/** The word table from its weight file: rows are sorted by the hash of their word. */
export function makeWords(weights: Weights): WordTable {
  const hashes = weights.i32('hashes');
  const finest = weights.u16('clusters');
  const coarser = [weights.u16('coarser1'), weights.u16('coarser2'), weights.u16('coarser3')];
  const scale = weights.f32('scale');
  const row = (lower: string): number => {
    const hash = hashString(lower);
    let from = 0;
    let to = hashes.length - 1;
    while (from <= to) {
      const middle = (from + to) >> 1;
      const there = hashes[middle]!;
      if (there === hash) return middle;
      if (there < hash) from = middle + 1;
      else to = middle - 1;
    }
    return -1;
  };
  const cluster = (at: number, grain: number): number => {
    if (at < 0) return -1;
    const fine = finest[at]!;
    return grain === 0 ? fine : coarser[grain - 1]![fine]!;
  };
  return { width: scale.length, row, cluster, vectors: weights.i8('vectors'), scale };
}
