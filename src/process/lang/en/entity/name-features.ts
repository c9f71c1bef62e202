import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { plainForm } from '../casing.ts';
import { hashFeature, hashString } from '../hash.ts';
import { shapeOf } from '../tagger-features.ts';
import { findClues, type NameClues } from './name-clues.ts';
import { type Clusters, loadNameClusters } from './name-clusters.ts';

/** Features of one token. */
export const FEATURES = 92; // 51 of the window, 15 of the run

const CELLS = 12;
const [LOWER, SHAPE, SUFFIX2, SUFFIX3, PREFIX3, XPOS, LISTS, CLASS, FORM, C0, C1, C2] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
];
const PAD = new Int32Array(CELLS).fill(hashString('<pad>'));

interface WordHashes {
  readonly lower: number;
  readonly form: number;
  readonly shape: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly prefix3: number;
  readonly clusters: Clusters;
}

const cache = new Map<string, WordHashes>();
const CACHE_LIMIT = 20_000;

function hashesOf(plain: string): WordHashes {
  const known = cache.get(plain);
  if (known !== undefined) return known;
  const lower = plain.toLowerCase().replace(/\d/g, '0').slice(0, 60);
  const hashes = {
    lower: hashString(lower),
    form: hashString(plain.replace(/\d/g, '0').slice(0, 60)),
    shape: hashString(shapeOf(plain)),
    suffix2: hashString(lower.slice(-2)),
    suffix3: hashString(lower.slice(-3)),
    prefix3: hashString(lower.slice(0, 3)),
    clusters: loadNameClusters().of(plain.toLowerCase()),
  };
  if (cache.size > CACHE_LIMIT) cache.clear();
  if (plain.length <= 60) cache.set(plain, hashes);
  return hashes;
}

/** One row of CELLS hashes for each token. */
function makeCells(sentence: ParsedSentence, clues: NameClues): Int32Array[] {
  return sentence.tokens.map((token, i) => {
    const word = hashesOf(plainForm(token.text, clues.casing));
    const cells = new Int32Array(CELLS);
    cells[LOWER!] = word.lower;
    cells[FORM!] = word.form;
    cells[SHAPE!] = word.shape;
    cells[SUFFIX2!] = word.suffix2;
    cells[SUFFIX3!] = word.suffix3;
    cells[PREFIX3!] = word.prefix3;
    cells[C0!] = word.clusters[0] | (1 << 22);
    cells[C1!] = word.clusters[1] | (1 << 23);
    cells[C2!] = word.clusters[2] | (1 << 24);
    cells[XPOS!] = hashString(token.xpos);
    cells[LISTS!] =
      clues.actor[i]! | (clues.place[i]! << 4) | (clues.city[i]! << 8) | (clues.person[i]! << 12) | (1 << 20);
    cells[CLASS!] = clues.word[i]! | (1 << 21);
    return cells;
  });
}

/**
 * The feature hashes of every token of a sentence, FEATURES for each: words, shapes, tags and list classes in a
 * window of two, and the run of capitalised words with the words around it (Ratinov and Roth 2009). Tokens that
 * are not needed keep zeros.
 */
export function writeNameFeatures(
  sentence: ParsedSentence,
  isNeeded: (token: number) => boolean = () => true,
): Int32Array {
  const clues = findClues(sentence);
  const cells = makeCells(sentence, clues);
  const out = new Int32Array(cells.length * FEATURES);
  const casing = clues.casing === 'running' ? 0 : clues.casing === 'headline' ? 1 : 2;
  for (let i = 0; i < cells.length; i++) {
    if (!isNeeded(i)) continue;
    const at = writeWindow(cells, i, casing, out);
    writeRun(cells, clues, i, out, at);
  }
  return out;
}

function writeWindow(cells: readonly Int32Array[], i: number, casing: number, out: Int32Array): number {
  const w = cells[i]!;
  const p = cells[i - 1] ?? PAD;
  const pp = cells[i - 2] ?? PAD;
  const n = cells[i + 1] ?? PAD;
  const nn = cells[i + 2] ?? PAD;
  const first = i === 0 ? 1 : 2;
  const start = i * FEATURES;
  let o = start;
  let t = 0;
  const put = (a: number, b = 0, c = 0): void => {
    out[o++] = hashFeature(1000 + t++, a, b, c);
  };
  put(1);
  put(w[LOWER!]!);
  put(w[FORM!]!);
  put(w[SHAPE!]!, casing);
  put(w[SHAPE!]!, first, casing);
  put(w[SUFFIX2!]!, w[SHAPE!]!);
  put(w[SUFFIX3!]!, w[SHAPE!]!);
  put(w[PREFIX3!]!, w[SHAPE!]!);
  put(w[XPOS!]!);
  put(w[LISTS!]!);
  put(w[LISTS!]!, w[XPOS!]!);
  put(w[CLASS!]!);
  put(w[CLASS!]!, w[SHAPE!]!);
  for (const near of [p, n]) {
    put(near[LOWER!]!);
    put(near[SHAPE!]!, w[SHAPE!]!);
    put(near[XPOS!]!, w[XPOS!]!);
    put(near[LISTS!]!);
    put(near[LISTS!]!, w[LISTS!]!);
    put(near[CLASS!]!);
    put(near[CLASS!]!, w[CLASS!]!);
    put(near[LOWER!]!, w[LOWER!]!);
    put(near[LOWER!]!, w[SHAPE!]!);
    put(near[LOWER!]!, w[LISTS!]!);
    put(near[SUFFIX3!]!);
  }
  for (const far of [pp, nn]) {
    put(far[LOWER!]!);
    put(far[SHAPE!]!);
    put(far[XPOS!]!);
    put(far[LISTS!]!);
    put(far[CLASS!]!);
  }
  put(w[C0!]!);
  put(w[C0!]!, w[SHAPE!]!);
  put(w[C1!]!);
  put(w[C1!]!, w[SHAPE!]!, w[XPOS!]!);
  put(w[C2!]!, w[LISTS!]!);
  for (const near of [p, n]) {
    put(near[C0!]!);
    put(near[C1!]!);
    put(near[C1!]!, w[C1!]!);
    put(near[C1!]!, w[SHAPE!]!);
    put(near[C2!]!, w[LISTS!]!);
  }
  for (const far of [pp, nn]) {
    put(far[C1!]!);
  }
  put(p[C2!]!, w[C2!]!, n[C2!]!);
  put(p[C1!]!, n[C1!]!);
  put(p[LOWER!]!, n[LOWER!]!);
  put(pp[LOWER!]!, p[LOWER!]!);
  put(n[LOWER!]!, nn[LOWER!]!);
  put(p[SHAPE!]!, w[SHAPE!]!, n[SHAPE!]!);
  put(p[LISTS!]!, w[LISTS!]!, n[LISTS!]!);
  put(p[XPOS!]!, w[XPOS!]!, n[XPOS!]!);
  return o;
}

const RUN_TEMPLATES = 22;

/** Features of the run of capitalised words: where in it the token stands, what it begins and ends with, what is around it. */
function writeRun(
  cells: readonly Int32Array[],
  clues: NameClues,
  i: number,
  out: Int32Array,
  at: number,
): void {
  const from = clues.runFirst[i]!;
  const to = clues.runLast[i]!;
  const inRun = from >= 0;
  const before = inRun ? (cells[from - 1] ?? PAD) : PAD;
  const after = inRun ? (cells[to + 1] ?? PAD) : PAD;
  const after2 = inRun ? (cells[to + 2] ?? PAD) : PAD;
  const head = inRun ? cells[from]! : PAD;
  const tail = inRun ? cells[to]! : PAD;
  const place = inRun ? (i === from ? 1 : i === to ? 3 : 2) + (from === to ? 4 : 0) : 0;
  const length = inRun ? Math.min(6, to - from + 1) : 0;
  const w = cells[i]!;
  let o = at;
  const put = (t: number, a: number, b = 0, c = 0): void => {
    out[o++] = hashFeature(2000 + t, a, b, c);
  };
  put(0, place, length);
  put(1, before[LOWER!]!, place);
  put(2, after[LOWER!]!, place);
  put(3, head[LOWER!]!, place);
  put(4, tail[LOWER!]!, place);
  put(5, tail[CLASS!]!, place, length);
  put(6, head[CLASS!]!, place, length);
  put(7, head[LISTS!]!, tail[LISTS!]!, place);
  put(8, before[LOWER!]!, after[LOWER!]!, inRun ? 1 : 0);
  put(9, after[LOWER!]!, after2[LOWER!]!, inRun ? 1 : 0);
  put(10, before[CLASS!]!, after[CLASS!]!, place);
  put(11, before[XPOS!]!, after[XPOS!]!, place);
  put(12, w[LISTS!]!, place, length);
  put(13, tail[SUFFIX3!]!, place);
  put(14, w[FORM!]!, place);
  put(15, before[C1!]!, place);
  put(16, after[C1!]!, place);
  put(17, head[C1!]!, place);
  put(18, tail[C1!]!, place);
  put(19, head[C2!]!, tail[C2!]!, place);
  put(20, before[C2!]!, after[C2!]!, place);
  put(21, w[C1!]!, place, length);
  if (o - at !== RUN_TEMPLATES) throw new RangeError('the number of run features is not RUN_TEMPLATES');
}
