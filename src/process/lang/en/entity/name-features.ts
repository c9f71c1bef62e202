import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { Casing } from '../casing.ts';
import { hashFeature, hashString } from '../hash.ts';
import { findClues, type NameClues } from './name-clues.ts';
import {
  C0,
  C1,
  C2,
  CELLS,
  CLASS,
  FORM,
  LISTS,
  LOWER,
  type NameWord,
  PAD,
  PREFIX3,
  SHAPE,
  SUFFIX2,
  SUFFIX3,
  XPOS,
} from './name-word.ts';

/** Features of a word alone, those that it gives to its neighbours, and those of several words together. */
export const OWN_FEATURES = 12;
export const BESIDE_FEATURES = 18;
export const JOINT_FEATURES = 40;
/** Features of the run of capitalised words that a token stands in; outside of one all but three are the same. */
export const RUN_FEATURES = 22;

/** Features of one token. */
export const FEATURES = OWN_FEATURES + BESIDE_FEATURES + JOINT_FEATURES + RUN_FEATURES;

/** Which of a word's BESIDE_FEATURES count where it stands one or two words before or after: from, to. */
export const BESIDE = [
  { step: -1, from: 0, to: 5 },
  { step: 1, from: 5, to: 10 },
  { step: -2, from: 10, to: 14 },
  { step: 2, from: 14, to: 18 },
] as const;

/** A sentence as the tagger of names looks at it; good until the next one is read. */
export interface NameSentence {
  readonly clues: NameClues;
  /** A row of CELLS hashes for each token, two rows before them and two behind. */
  readonly cells: Int32Array;
}

// One room for all sentences, as for their clues.
let cells = new Int32Array(260 * CELLS);

/** Where the row of token `i` begins. */
const rowOf = (i: number): number => (i + 2) * CELLS;

/** Looks up what the features are made of. */
export function readNameSentence(sentence: ParsedSentence): NameSentence {
  const clues = findClues(sentence);
  const { words, actor, place, city } = clues;
  const size = rowOf(words.length + 2);
  if (cells.length < size) cells = new Int32Array(2 * size);
  writeRow(PAD, -2);
  writeRow(PAD, -1);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    writeRow(word, i);
    cells[rowOf(i) + XPOS] = hashString(sentence.tokens[i]!.xpos);
    cells[rowOf(i) + LISTS] =
      actor[i]! | (place[i]! << 4) | (city[i]! << 8) | (word.person << 12) | (1 << 20);
  }
  writeRow(PAD, words.length);
  writeRow(PAD, words.length + 1);
  return { clues, cells };
}

function writeRow({ hashes }: NameWord, i: number): void {
  const at = rowOf(i);
  for (let c = 0; c < CELLS; c++) cells[at + c] = hashes[c]!;
}

const CASINGS: Readonly<Record<Casing, number>> = { running: 0, headline: 1, capitals: 2 };

/** Writes the OWN_FEATURES hashes of a word, whatever stands beside it. */
export function writeOwn({ hashes: w }: NameWord, casing: Casing, out: Int32Array, at = 0): void {
  let o = at;
  out[o++] = hashFeature(1000, 1);
  out[o++] = hashFeature(1001, w[LOWER]!);
  out[o++] = hashFeature(1002, w[FORM]!);
  out[o++] = hashFeature(1003, w[SHAPE]!, CASINGS[casing]);
  out[o++] = hashFeature(1005, w[SUFFIX2]!, w[SHAPE]!);
  out[o++] = hashFeature(1006, w[SUFFIX3]!, w[SHAPE]!);
  out[o++] = hashFeature(1007, w[PREFIX3]!, w[SHAPE]!);
  out[o++] = hashFeature(1011, w[CLASS]!);
  out[o++] = hashFeature(1012, w[CLASS]!, w[SHAPE]!);
  out[o++] = hashFeature(1045, w[C0]!);
  out[o++] = hashFeature(1046, w[C0]!, w[SHAPE]!);
  out[o] = hashFeature(1047, w[C1]!);
}

/** Writes the BESIDE_FEATURES hashes that a word gives to its neighbours, in the order of `BESIDE`. */
export function writeBeside({ hashes: w }: NameWord, out: Int32Array, at = 0): void {
  let o = at;
  for (let side = 0; side < 2; side++) {
    const near = 1013 + 11 * side;
    const alike = 1050 + 5 * side;
    out[o++] = hashFeature(near, w[LOWER]!);
    out[o++] = hashFeature(near + 5, w[CLASS]!);
    out[o++] = hashFeature(near + 10, w[SUFFIX3]!);
    out[o++] = hashFeature(alike, w[C0]!);
    out[o++] = hashFeature(alike + 1, w[C1]!);
  }
  for (let side = 0; side < 2; side++) {
    const far = 1035 + 5 * side;
    out[o++] = hashFeature(far, w[LOWER]!);
    out[o++] = hashFeature(far + 1, w[SHAPE]!);
    out[o++] = hashFeature(far + 4, w[CLASS]!);
    out[o++] = hashFeature(1060 + side, w[C1]!);
  }
}

/** Writes the JOINT_FEATURES hashes of token `i`: words, shapes, tags and list classes in a window of two. */
export function writeJoint({ cells, clues }: NameSentence, i: number, out: Int32Array, at = 0): void {
  const w = rowOf(i);
  const p = w - CELLS;
  const n = w + CELLS;
  const pp = p - CELLS;
  const nn = n + CELLS;
  const shape = cells[w + SHAPE]!;
  const xpos = cells[w + XPOS]!;
  const lists = cells[w + LISTS]!;
  let o = at;
  out[o++] = hashFeature(1004, shape, i === 0 ? 1 : 2, CASINGS[clues.casing]);
  out[o++] = hashFeature(1008, xpos);
  out[o++] = hashFeature(1009, lists);
  out[o++] = hashFeature(1010, lists, xpos);
  out[o++] = hashFeature(1048, cells[w + C1]!, shape, xpos);
  out[o++] = hashFeature(1049, cells[w + C2]!, lists);
  for (let side = 0; side < 2; side++) {
    const near = side === 0 ? p : n;
    const t = 1013 + 11 * side;
    const lower = cells[near + LOWER]!;
    out[o++] = hashFeature(t + 1, cells[near + SHAPE]!, shape);
    out[o++] = hashFeature(t + 2, cells[near + XPOS]!, xpos);
    out[o++] = hashFeature(t + 3, cells[near + LISTS]!);
    out[o++] = hashFeature(t + 4, cells[near + LISTS]!, lists);
    out[o++] = hashFeature(t + 6, cells[near + CLASS]!, cells[w + CLASS]!);
    out[o++] = hashFeature(t + 7, lower, cells[w + LOWER]!);
    out[o++] = hashFeature(t + 8, lower, shape);
    out[o++] = hashFeature(t + 9, lower, lists);
    const alike = 1050 + 5 * side;
    out[o++] = hashFeature(alike + 2, cells[near + C1]!, cells[w + C1]!);
    out[o++] = hashFeature(alike + 3, cells[near + C1]!, shape);
    out[o++] = hashFeature(alike + 4, cells[near + C2]!, lists);
    const far = side === 0 ? pp : nn;
    out[o++] = hashFeature(1037 + 5 * side, cells[far + XPOS]!);
    out[o++] = hashFeature(1038 + 5 * side, cells[far + LISTS]!);
  }
  out[o++] = hashFeature(1062, cells[p + C2]!, cells[w + C2]!, cells[n + C2]!);
  out[o++] = hashFeature(1063, cells[p + C1]!, cells[n + C1]!);
  out[o++] = hashFeature(1064, cells[p + LOWER]!, cells[n + LOWER]!);
  out[o++] = hashFeature(1065, cells[pp + LOWER]!, cells[p + LOWER]!);
  out[o++] = hashFeature(1066, cells[n + LOWER]!, cells[nn + LOWER]!);
  out[o++] = hashFeature(1067, cells[p + SHAPE]!, shape, cells[n + SHAPE]!);
  out[o++] = hashFeature(1068, cells[p + LISTS]!, lists, cells[n + LISTS]!);
  out[o] = hashFeature(1069, cells[p + XPOS]!, xpos, cells[n + XPOS]!);
}

/**
 * Writes the RUN_FEATURES hashes of token `i`, which is in a run of capitalised words: where in it the token stands,
 * what it begins and ends with, what is around it (Ratinov and Roth 2009).
 */
export function writeRun({ cells, clues }: NameSentence, i: number, out: Int32Array, at = 0): void {
  const from = clues.runFirst[i]!;
  const to = clues.runLast[i]!;
  const w = rowOf(i);
  const before = rowOf(from - 1);
  const after = rowOf(to + 1);
  const after2 = rowOf(to + 2);
  const head = rowOf(from);
  const tail = rowOf(to);
  const place = (i === from ? 1 : i === to ? 3 : 2) + (from === to ? 4 : 0);
  const length = Math.min(6, to - from + 1);
  let o = at;
  out[o++] = hashFeature(2000, place, length);
  out[o++] = hashFeature(2001, cells[before + LOWER]!, place);
  out[o++] = hashFeature(2002, cells[after + LOWER]!, place);
  out[o++] = hashFeature(2003, cells[head + LOWER]!, place);
  out[o++] = hashFeature(2004, cells[tail + LOWER]!, place);
  out[o++] = hashFeature(2005, cells[tail + CLASS]!, place, length);
  out[o++] = hashFeature(2006, cells[head + CLASS]!, place, length);
  out[o++] = hashFeature(2007, cells[head + LISTS]!, cells[tail + LISTS]!, place);
  out[o++] = hashFeature(2008, cells[before + LOWER]!, cells[after + LOWER]!, 1);
  out[o++] = hashFeature(2009, cells[after + LOWER]!, cells[after2 + LOWER]!, 1);
  out[o++] = hashFeature(2010, cells[before + CLASS]!, cells[after + CLASS]!, place);
  out[o++] = hashFeature(2011, cells[before + XPOS]!, cells[after + XPOS]!, place);
  out[o++] = hashFeature(2012, cells[w + LISTS]!, place, length);
  out[o++] = hashFeature(2013, cells[tail + SUFFIX3]!, place);
  out[o++] = hashFeature(2014, cells[w + FORM]!, place);
  out[o++] = hashFeature(2015, cells[before + C1]!, place);
  out[o++] = hashFeature(2016, cells[after + C1]!, place);
  out[o++] = hashFeature(2017, cells[head + C1]!, place);
  out[o++] = hashFeature(2018, cells[tail + C1]!, place);
  out[o++] = hashFeature(2019, cells[head + C2]!, cells[tail + C2]!, place);
  out[o++] = hashFeature(2020, cells[before + C2]!, cells[after + C2]!, place);
  out[o] = hashFeature(2021, cells[w + C1]!, place, length);
}

/** Writes the RUN_FEATURES of a word outside of a run, all but that of the lists. */
export function writeOutside({ hashes: w }: NameWord, out: Int32Array, at = 0): void {
  const pad = PAD.hashes[LOWER]!;
  let o = at;
  for (let t = 0; t < RUN_FEATURES; t++) {
    if (t === 12) continue;
    const value = t === 0 ? 0 : t === 14 ? w[FORM]! : t === 21 ? w[C1]! : pad;
    const isPair = (t >= 7 && t <= 11) || t === 19 || t === 20;
    out[o++] = hashFeature(2000 + t, value, isPair ? pad : 0);
  }
}

/** The one of the RUN_FEATURES outside of a run that is of the lists. */
export function hashOutside({ cells }: NameSentence, i: number): number {
  return hashFeature(2012, cells[rowOf(i) + LISTS]!);
}

/** All features of every token of a sentence, FEATURES for each. */
export function writeNameFeatures(parsed: ParsedSentence): Int32Array {
  const sentence = readNameSentence(parsed);
  const { casing, words, runFirst } = sentence.clues;
  const out = new Int32Array(words.length * FEATURES);
  const beside = new Int32Array(BESIDE_FEATURES);
  for (let i = 0; i < words.length; i++) {
    let o = i * FEATURES;
    writeOwn(words[i]!, casing, out, o);
    o += OWN_FEATURES;
    for (const { step, from, to } of BESIDE) {
      writeBeside(words[i + step] ?? PAD, beside);
      for (let f = from; f < to; f++) out[o++] = beside[f]!;
    }
    writeJoint(sentence, i, out, o);
    o += JOINT_FEATURES;
    if (runFirst[i]! >= 0) writeRun(sentence, i, out, o);
    else {
      writeOutside(words[i]!, out, o);
      out[o + RUN_FEATURES - 1] = hashOutside(sentence, i);
    }
  }
  return out;
}
