import { MODELS } from '../../../data.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { Casing } from '../casing.ts';
import { type FeatureSums, makeFeatureSums } from '../feature-sums.ts';
import { readWeights, type Weights } from '../weights.ts';
import {
  BESIDE,
  BESIDE_FEATURES,
  hashOutside,
  JOINT_FEATURES,
  OWN_FEATURES,
  RUN_FEATURES,
  readNameSentence,
  writeBeside,
  writeJoint,
  writeOutside,
  writeOwn,
  writeRun,
} from './name-features.ts';
import { type NameWord, PAD } from './name-word.ts';

/** What a name can be a name of. */
export const NAME_TYPES = ['person', 'organization', 'place'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** A name found in a sentence; `first` and `last` are token indexes, both included. */
export interface TaggedName {
  readonly first: number;
  readonly last: number;
  readonly type: NameType;
  /** The tagger's score of the same words for each of NAME_TYPES. */
  readonly scores?: readonly number[];
}

/** The name as one of another type, for a reason that outweighs the tagger's scores. */
export function retype<N extends TaggedName>(name: N, type: NameType): N {
  return { ...name, type, scores: NAME_TYPES.map((each) => (each === type ? SURE : 0)) };
}

/** 0 for outside, then begin, inside, last, unit of each type. */
export const LABELS = 1 + 4 * NAME_TYPES.length;
const [BEGIN, INSIDE, LAST, UNIT] = [0, 1, 2, 3];

/** Number of a label: position (0 begin, 1 inside, 2 last, 3 unit) of a type. */
export function labelOf(type: number, position: number): number {
  return 1 + 4 * type + position;
}

/** Whether label `to` may follow label `from`; -1 stands for the edge of the sentence. */
export function mayFollow(from: number, to: number): boolean {
  const open = from > 0 && ((from - 1) & 3) !== LAST && ((from - 1) & 3) !== UNIT;
  const closes = to > 0 && (((to - 1) & 3) === INSIDE || ((to - 1) & 3) === LAST);
  if (open !== closes) return false;
  return !open || (from - 1) >> 2 === (to - 1) >> 2;
}

/** Score of "outside" that nothing outweighs. */
const SURE = 1e6;

/** For each label those that may stand before it. */
const LEGAL: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, to) =>
  Array.from({ length: LABELS }, (_, from) => from).filter((from) => mayFollow(from, to)),
);

// Room for the scores of the label before and of this one, and for the way to each; kept from sentence to sentence.
let back = new Uint8Array(256 * LABELS);
let scores = new Float64Array(LABELS);
let next = new Float64Array(LABELS);

/**
 * The best sequence of labels under token scores and label-pair scores; illegal sequences are barred (Viterbi).
 *
 * @param emissions LABELS scores for each token; SURE first where the token is outside for certain
 * @param pairs LABELS x LABELS scores, [from][to]
 */
export function decode(
  emissions: Float32Array,
  pairs: Float32Array,
  n = emissions.length / LABELS,
): Uint8Array {
  const labels = new Uint8Array(n);
  if (n === 0) return labels;
  if (back.length < n * LABELS) back = new Uint8Array(2 * n * LABELS);
  scores.fill(Number.NEGATIVE_INFINITY);
  for (let to = 0; to < LABELS; to++) if (mayFollow(-1, to)) scores[to] = emissions[to]!;
  for (let i = 1; i < n; i++) {
    const at = i * LABELS;
    next.fill(Number.NEGATIVE_INFINITY);
    const end = emissions[at] === SURE ? 1 : LABELS;
    for (let to = 0; to < end; to++) {
      const before = LEGAL[to]!;
      let best = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < before.length; k++) {
        const from = before[k]!;
        const score = scores[from]! + pairs[from * LABELS + to]!;
        if (score > best) {
          best = score;
          back[at + to] = from;
        }
      }
      next[to] = best + emissions[at + to]!;
    }
    [scores, next] = [next, scores];
  }
  let best = 0;
  for (let c = 1; c < LABELS; c++) if (mayFollow(c, 0) && scores[c]! > scores[best]!) best = c;
  for (let i = n - 1; i >= 0; i--) {
    labels[i] = best;
    best = back[i * LABELS + best]!;
  }
  return labels;
}

/** The names that a sequence of labels stands for. */
export function namesOf(labels: Uint8Array): TaggedName[] {
  const names: TaggedName[] = [];
  let first = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 0) continue;
    const position = (labels[i]! - 1) & 3;
    if (position === BEGIN || position === UNIT) first = i;
    if (position === LAST || position === UNIT) {
      names.push({ first, last: i, type: NAME_TYPES[(labels[i]! - 1) >> 2]! });
    }
  }
  return names;
}

function scoreTypes(first: number, last: number, emissions: Float32Array): readonly number[] {
  return NAME_TYPES.map((_, t) => {
    if (first === last) return emissions[first * LABELS + labelOf(t, UNIT!)]!;
    let score =
      emissions[first * LABELS + labelOf(t, BEGIN!)]! + emissions[last * LABELS + labelOf(t, LAST!)]!;
    for (let i = first + 1; i < last; i++) score += emissions[i * LABELS + labelOf(t, INSIDE!)]!;
    return score;
  });
}

/** Finds the names of persons, organisations and places in single sentences. */
export interface NameTagger {
  tag(sentence: ParsedSentence): readonly TaggedName[];
}

/**
 * A structured averaged perceptron with first-order decoding (Collins 2002) over hashed features, its weights
 * companded to a byte each: weight = sign(c) * (c / 127)^2 * scale.
 */
export function makeNameTagger(weights: Weights): NameTagger {
  const sums = makeFeatureSums(
    {
      hashes: weights.i32('hashes'),
      counts: weights.u8('counts'),
      classes: weights.u8('labels'),
      codes: weights.i8('weights'),
    },
    LABELS,
  );
  const startFrom = makeStart(sums);
  // What the sums leave out of every weight.
  const unit = weights.f32('scale')[0]! / (127 * 127);
  const pairs = weights.f32('pairs');
  const hashes = new Int32Array(JOINT_FEATURES + RUN_FEATURES);
  let emissions = new Float32Array(256 * LABELS);
  return {
    tag(parsed) {
      const sentence = readNameSentence(parsed);
      const { casing, words, runFirst } = sentence.clues;
      const n = words.length;
      if (emissions.length < n * LABELS) emissions = new Float32Array(2 * n * LABELS);
      for (let i = 0; i < n; i++) {
        // Names hardly ever stretch over two small words in a row: tokens without a capital beside them are outside.
        const isNear =
          words[i]!.isUpper || (i > 0 && words[i - 1]!.isUpper) || (i + 1 < n && words[i + 1]!.isUpper);
        if (!isNear) {
          emissions[i * LABELS] = SURE;
          continue;
        }
        const inRun = runFirst[i]! >= 0;
        startFrom(words, i, casing, inRun);
        writeJoint(sentence, i, hashes);
        if (inRun) writeRun(sentence, i, hashes, JOINT_FEATURES);
        else hashes[JOINT_FEATURES] = hashOutside(sentence, i);
        sums.add(hashes, 0, JOINT_FEATURES + (inRun ? RUN_FEATURES : 1));
        const scores = sums.finish();
        for (let c = 0; c < LABELS; c++) emissions[i * LABELS + c] = scores[c]! * unit;
      }
      const names: TaggedName[] = [];
      for (const { first, last, type } of namesOf(decode(emissions, pairs, n)))
        names.push({ first, last, type, scores: scoreTypes(first, last, emissions) });
      return names;
    },
  };
}

// Sums of one word, LABELS for each: alone in a run, alone outside of one, then beside others in the order of BESIDE.
const INSIDE_RUN = 0;
const OUTSIDE_RUN = LABELS;
const WORD_SUMS = (2 + BESIDE.length) * LABELS;
/** Words whose sums are kept; of two whose numbers fall on one slot the one read last. */
const SLOTS = 8_192;
const NEIGHBOURS = BESIDE.map(({ step }, side) => ({ step, at: (2 + side) * LABELS }));

/** Begins the sums of a token with what its word and those around it give alone, which is summed once and remembered. */
function makeStart(
  sums: FeatureSums,
): (words: readonly NameWord[], i: number, casing: Casing, inRun: boolean) => void {
  const nothing = sums.finish().slice();
  const own = new Int32Array(OWN_FEATURES);
  const outside = new Int32Array(RUN_FEATURES - 1);
  const beside = new Int32Array(BESIDE_FEATURES);
  const values = new Float32Array(SLOTS * WORD_SUMS);
  const owners = new Int32Array(SLOTS).fill(-1);
  const sumUp = (word: NameWord, casing: Casing): void => {
    const slot = word.number % SLOTS;
    const keep = (at: number): void => values.set(sums.finish().subarray(0, LABELS), slot * WORD_SUMS + at);
    writeOwn(word, casing, own);
    writeOutside(word, outside);
    writeBeside(word, beside);
    sums.start(nothing);
    sums.add(own);
    keep(INSIDE_RUN);
    sums.start(nothing);
    sums.add(own);
    sums.add(outside);
    keep(OUTSIDE_RUN);
    for (const [side, { from, to }] of BESIDE.entries()) {
      sums.start(nothing);
      sums.add(beside, from, to);
      keep((2 + side) * LABELS);
    }
    owners[slot] = word.number;
  };
  const start = nothing.slice();
  /** Where the sums of a word begin. */
  const recall = (word: NameWord, casing: Casing): number => {
    const slot = word.number % SLOTS;
    if (owners[slot] !== word.number) sumUp(word, casing);
    return slot * WORD_SUMS;
  };
  return (words, i, casing, inRun) => {
    const alone = recall(words[i]!, casing) + (inRun ? INSIDE_RUN : OUTSIDE_RUN);
    for (let c = 0; c < LABELS; c++) start[c] = values[alone + c]!;
    for (const { step, at } of NEIGHBOURS) {
      const beside = recall(words[i + step] ?? PAD, casing) + at;
      for (let c = 0; c < LABELS; c++) start[c]! += values[beside + c]!;
    }
    sums.start(start);
  };
}

let tagger: NameTagger | undefined;

/** The tagger with the package's own weights, loaded once. Throws where the file is missing or damaged. */
export function loadNameTagger(): NameTagger {
  tagger ??= makeNameTagger(readWeights(MODELS, 'en-names.bin'));
  return tagger;
}
