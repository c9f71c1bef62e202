import { FEATURES, writeNameFeatures } from '../src/process/lang/en/entity/name-features.ts';
import { decode, LABELS, labelOf, NAME_TYPES } from '../src/process/lang/en/entity/name-tagger.ts';
import { packWeights } from '../src/process/lang/en/weights.ts';
import { makeRandom } from '../src/stats/random.ts';
import type { NamedSentence } from './name-data.ts';
import { orderBySlot } from './slot-order.ts';

/** Trained weights before they are made small. */
export interface NameWeights {
  /** Feature hash by row. */
  readonly hashes: readonly number[];
  /** LABELS weights a row. */
  readonly weights: Float32Array;
  readonly pairs: Float32Array;
  /** How often each feature occurred. */
  readonly counts: Uint32Array;
}

interface Example {
  readonly rows: Int32Array;
  readonly gold: Uint8Array;
}

/** Labels of a sentence's names. */
export function goldLabels({ sentence, names }: NamedSentence): Uint8Array {
  const labels = new Uint8Array(sentence.tokens.length);
  for (const { first, last, type } of names) {
    const t = NAME_TYPES.indexOf(type);
    if (first === last) labels[first] = labelOf(t, 3);
    else {
      labels[first] = labelOf(t, 0);
      for (let i = first + 1; i < last; i++) labels[i] = labelOf(t, 1);
      labels[last] = labelOf(t, 2);
    }
  }
  return labels;
}

/** A structured averaged perceptron, the mean of one run for each seed: the order of the sentences matters less. */
export function trainNames(
  sentences: readonly NamedSentence[],
  { epochs = 10, seeds = [5] as readonly number[], log = (_: string): void => {} } = {},
): NameWeights {
  const { examples, hashes, counts } = makeExamples(sentences);
  log(`${examples.length} sentences, ${hashes.length} features`);
  const weights = new Float32Array(hashes.length * LABELS);
  const pairs = new Float32Array(LABELS * LABELS);
  for (const seed of seeds) {
    const run = trainOnce(examples, hashes.length, { epochs, seed, log });
    for (let i = 0; i < weights.length; i++) weights[i]! += run.weights[i]! / seeds.length;
    for (let i = 0; i < pairs.length; i++) pairs[i]! += run.pairs[i]! / seeds.length;
  }
  return { hashes, weights, pairs, counts };
}

function makeExamples(sentences: readonly NamedSentence[]): {
  readonly examples: readonly Example[];
  readonly hashes: readonly number[];
  readonly counts: Uint32Array;
} {
  const index = new Map<number, number>();
  const seen: number[] = [];
  const examples = sentences.map((named): Example => {
    const features = writeNameFeatures(named.sentence);
    const rows = new Int32Array(features.length);
    for (let f = 0; f < features.length; f++) {
      const hash = features[f]!;
      let row = index.get(hash);
      if (row === undefined) {
        row = index.size;
        index.set(hash, row);
        seen.push(0);
      }
      seen[row]!++;
      rows[f] = row;
    }
    return { rows, gold: goldLabels(named) };
  });
  return { examples, hashes: [...index.keys()], counts: Uint32Array.from(seen) };
}

/** Decode, and on an error move weights from the guess to the truth; what comes out is the mean over all steps. */
function trainOnce(
  all: readonly Example[],
  features: number,
  {
    epochs,
    seed,
    log,
  }: { readonly epochs: number; readonly seed: number; readonly log: (line: string) => void },
): { readonly weights: Float32Array; readonly pairs: Float32Array } {
  const examples = [...all];
  const random = makeRandom(seed);
  const size = features * LABELS;
  const weights = new Float32Array(size);
  const totals = new Float32Array(size);
  const pairs = new Float32Array(LABELS * LABELS);
  const pairTotals = new Float32Array(LABELS * LABELS);
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    let errors = 0;
    for (let i = examples.length - 1; i > 0; i--) {
      const k = Math.floor(random() * (i + 1));
      [examples[i], examples[k]] = [examples[k]!, examples[i]!];
    }
    for (const { rows, gold } of examples) {
      const guess = decode(score(rows, gold.length, weights), pairs);
      step++;
      for (let i = 0; i < gold.length; i++) {
        const g = gold[i]!;
        const p = guess[i]!;
        if (g !== p) {
          errors++;
          for (let f = i * FEATURES; f < (i + 1) * FEATURES; f++) {
            const at = rows[f]! * LABELS;
            weights[at + g]! += 1;
            weights[at + p]! -= 1;
            totals[at + g]! += step;
            totals[at + p]! -= step;
          }
        }
        if (i === 0) continue;
        const right = gold[i - 1]! * LABELS + g;
        const wrong = guess[i - 1]! * LABELS + p;
        if (right === wrong) continue;
        pairs[right]! += 1;
        pairs[wrong]! -= 1;
        pairTotals[right]! += step;
        pairTotals[wrong]! -= step;
      }
    }
    log(`epoch ${epoch + 1}: ${errors} wrong labels`);
  }
  for (let i = 0; i < size; i++) weights[i]! -= totals[i]! / step;
  for (let i = 0; i < pairs.length; i++) pairs[i]! -= pairTotals[i]! / step;
  return { weights, pairs };
}

function score(rows: Int32Array, n: number, weights: Float32Array): Float32Array {
  const emissions = new Float32Array(n * LABELS);
  for (let i = 0; i < n; i++) {
    for (let f = i * FEATURES; f < (i + 1) * FEATURES; f++) {
      const at = rows[f]! * LABELS;
      for (let c = 0; c < LABELS; c++) emissions[i * LABELS + c]! += weights[at + c]!;
    }
  }
  return emissions;
}

/** Leaves out small weights, compands the rest to a byte and writes the file. */
export function packNames(
  trained: NameWeights,
  facts: {
    readonly threshold: number;
    readonly made: string;
    readonly licence: string;
    readonly data: Readonly<Record<string, string>>;
  },
): Uint8Array {
  let scale = 0;
  for (const weight of trained.weights) scale = Math.max(scale, Math.abs(weight));
  const hashes: number[] = [];
  const counts: number[] = [];
  const labels: number[] = [];
  const codes: number[] = [];
  const codeOf = (weight: number): number =>
    Math.abs(weight) < facts.threshold
      ? 0
      : Math.sign(weight) * Math.round(127 * Math.sqrt(Math.abs(weight) / scale));
  const codesOf = (row: number): number[] =>
    Array.from(trained.weights.subarray(row * LABELS, (row + 1) * LABELS), codeOf);
  const kept = trained.hashes.map((_, row) => row).filter((row) => codesOf(row).some((code) => code !== 0));
  for (const row of orderBySlot(kept, trained.hashes)) {
    let count = 0;
    for (const [label, code] of codesOf(row).entries()) {
      if (code === 0) continue;
      labels.push(label);
      codes.push(code);
      count++;
    }
    hashes.push(trained.hashes[row]!);
    counts.push(count);
  }
  return packWeights(
    {
      model: 'names',
      made: facts.made,
      licence: facts.licence,
      data: facts.data,
      settings: { types: NAME_TYPES, features: FEATURES },
    },
    {
      hashes: Int32Array.from(hashes),
      counts: Uint8Array.from(counts),
      labels: Uint8Array.from(labels),
      weights: Int8Array.from(codes),
      scale: Float32Array.of(scale),
      pairs: trained.pairs,
    },
  );
}
