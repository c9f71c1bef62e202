import { MODELS } from '../../../data.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { makeFeatureSums } from '../feature-sums.ts';
import { readWeights, type Weights } from '../weights.ts';
import { isCapitalised } from './mentions.ts';
import { FEATURES, writeNameFeatures } from './name-features.ts';

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

const LEGAL: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, to) =>
  Array.from({ length: LABELS }, (_, from) => from).filter((from) => mayFollow(from, to)),
);

/**
 * The best sequence of labels under token scores and label-pair scores; illegal sequences are barred (Viterbi).
 *
 * @param emissions LABELS scores for each token
 * @param pairs LABELS x LABELS scores, [from][to]
 */
export function decode(emissions: Float32Array, pairs: Float32Array): Uint8Array {
  const n = emissions.length / LABELS;
  const labels = new Uint8Array(n);
  if (n === 0) return labels;
  const back = new Uint8Array(n * LABELS);
  let scores = new Float64Array(LABELS).fill(Number.NEGATIVE_INFINITY);
  let next = new Float64Array(LABELS);
  for (let to = 0; to < LABELS; to++) if (mayFollow(-1, to)) scores[to] = emissions[to]!;
  for (let i = 1; i < n; i++) {
    next.fill(Number.NEGATIVE_INFINITY);
    for (let to = 0; to < LABELS; to++) {
      for (const from of LEGAL[to]!) {
        const score = scores[from]! + pairs[from * LABELS + to]!;
        if (score > next[to]!) {
          next[to] = score;
          back[i * LABELS + to] = from;
        }
      }
      next[to]! += emissions[i * LABELS + to]!;
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

function scoreTypes({ first, last }: TaggedName, emissions: Float32Array): readonly number[] {
  return NAME_TYPES.map((_, t) => {
    if (first === last) return emissions[first * LABELS + labelOf(t, UNIT!)]!;
    let score =
      emissions[first * LABELS + labelOf(t, BEGIN!)]! + emissions[last * LABELS + labelOf(t, LAST!)]!;
    for (let i = first + 1; i < last; i++) score += emissions[i * LABELS + labelOf(t, INSIDE!)]!;
    return score;
  });
}

/** Score of "outside" that nothing outweighs. */
const SURE = 1e6;

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
  const nothing = sums.finish().slice();
  // What the sums leave out of every weight.
  const unit = weights.f32('scale')[0]! / (127 * 127);
  const pairs = weights.f32('pairs');
  return {
    tag(sentence) {
      const { tokens } = sentence;
      // Names hardly ever stretch over two small words in a row: tokens without a capital beside them are outside.
      const isNear = (i: number): boolean =>
        isCapitalised(tokens[i]!.text) ||
        (i > 0 && isCapitalised(tokens[i - 1]!.text)) ||
        (i + 1 < tokens.length && isCapitalised(tokens[i + 1]!.text));
      const features = writeNameFeatures(sentence, isNear);
      const emissions = new Float32Array(tokens.length * LABELS);
      for (let i = 0; i < tokens.length; i++) {
        if (!isNear(i)) {
          emissions[i * LABELS] = SURE;
          continue;
        }
        sums.start(nothing);
        sums.add(features, i * FEATURES, (i + 1) * FEATURES);
        const scores = sums.finish();
        for (let c = 0; c < LABELS; c++) emissions[i * LABELS + c] = scores[c]! * unit;
      }
      return namesOf(decode(emissions, pairs)).map((name) => ({
        ...name,
        scores: scoreTypes(name, emissions),
      }));
    },
  };
}

let tagger: NameTagger | undefined;

/** The tagger with the package's own weights, loaded once. Throws where the file is missing or damaged. */
export function loadNameTagger(): NameTagger {
  tagger ??= makeNameTagger(readWeights(MODELS, 'en-names.bin'));
  return tagger;
}
