import { findCasing } from '../src/process/lang/en/casing.ts';
import { hashString } from '../src/process/lang/en/hash.ts';
import { argmax, findRow, makeTable } from '../src/process/lang/en/tagger.ts';
import {
  DYNAMIC_FEATURES,
  hashWord,
  type Knowledge,
  type Lexicon,
  lexiconForm,
  STATIC_FEATURES,
  type WordHashes,
  wordCasings,
  writeDynamic,
  writeStatic,
} from '../src/process/lang/en/tagger-features.ts';
import { packWeights } from '../src/process/lang/en/weights.ts';
import type { WordTable } from '../src/process/lang/en/words.ts';
import { makeRandom } from '../src/stats/random.ts';
import type { GoldSentence } from './conllu.ts';
import { shuffle } from './shuffle.ts';
import { orderBySlot } from './slot-order.ts';

/** An averaged perceptron as trained: one dense row of class weights a feature. */
export interface TaggerWeights {
  readonly classes: readonly string[];
  readonly hashes: Int32Array;
  readonly weights: Float32Array;
  readonly lexicon: Lexicon;
}

interface Prepared {
  readonly words: readonly WordHashes[];
  readonly gold: Int32Array;
  /** Rows of the static features, -1 for features that were dropped. */
  readonly rows: Int32Array;
}

const ALL = STATIC_FEATURES + DYNAMIC_FEATURES;

/** Joint class of a word. */
export function classOf(sentence: GoldSentence, i: number): string {
  return `${sentence.upos[i]}|${sentence.xpos[i]}`;
}

/** Trains the tagger; features seen once are left out. The same seed gives the same weights. */
export function trainTagger(
  sentences: readonly GoldSentence[],
  words: WordTable,
  { epochs = 8, seed = 1, log = (_: string): void => {} } = {},
): TaggerWeights {
  const classes = listClasses(sentences);
  const number = new Map(classes.map((name, i) => [name, i]));
  const lexicon = makeLexicon(sentences);
  const knowledge: Knowledge = { lexicon, words };
  const prepared = sentences.map((sentence): Prepared => {
    const casings = wordCasings(sentence.forms, findCasing(sentence.forms));
    return {
      words: sentence.forms.map((form, i) => hashWord(form, casings[i]!, knowledge)),
      gold: Int32Array.from(sentence.forms, (_, i) => number.get(classOf(sentence, i))!),
      rows: new Int32Array(sentence.forms.length * STATIC_FEATURES),
    };
  });
  const hashes = collectFeatures(prepared);
  const table = makeTable(hashes);
  for (const { words, rows } of prepared) {
    for (let i = 0; i < words.length; i++) writeStatic(words, i, rows, i * STATIC_FEATURES);
    for (let k = 0; k < rows.length; k++) rows[k] = findRow(table, hashes, rows[k]!);
  }
  log(`${hashes.length} features, ${classes.length} classes`);
  const weights = new Float32Array(hashes.length * classes.length);
  const sums = new Float64Array(hashes.length * classes.length);
  const random = makeRandom(seed);
  const order = Int32Array.from(prepared, (_, i) => i);
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    const before = step;
    for (const s of order) {
      wrong += learnSentence(prepared[s]!, { table, hashes, weights, sums, step, classes: classes.length });
      step += prepared[s]!.gold.length;
    }
    log(`epoch ${epoch + 1}: ${((100 * wrong) / (step - before)).toFixed(2)} % wrong`);
  }
  for (let k = 0; k < weights.length; k++) weights[k] = weights[k]! - sums[k]! / step;
  return { classes, hashes, weights, lexicon };
}

const KNOWN = 5;
const SHARE = 0.1;

/** Words seen five times, with the set of Penn tags that each makes up a tenth of its uses. */
function makeLexicon(sentences: readonly GoldSentence[]): Lexicon {
  const seen = new Map<string, Map<string, number>>();
  for (const { forms, xpos } of sentences) {
    const casing = findCasing(forms);
    for (const [i, form] of forms.entries()) {
      const key = lexiconForm(form, casing);
      const tags = seen.get(key) ?? new Map<string, number>();
      tags.set(xpos[i]!, (tags.get(xpos[i]!) ?? 0) + 1);
      seen.set(key, tags);
    }
  }
  const numbers = new Map<string, number>();
  const lexicon = new Map<number, number>();
  for (const [word, tags] of seen) {
    const total = [...tags.values()].reduce((a, b) => a + b, 0);
    if (total < KNOWN) continue;
    const common = [...tags].filter(([, count]) => count >= SHARE * total).sort((a, b) => b[1] - a[1]);
    const name = common.map(([tag]) => tag).join(' ');
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    lexicon.set(hashString(word), numbers.get(name)!);
  }
  return lexicon;
}

function listClasses(sentences: readonly GoldSentence[]): string[] {
  const seen = new Set<string>();
  for (const sentence of sentences)
    for (let i = 0; i < sentence.forms.length; i++) seen.add(classOf(sentence, i));
  return [...seen].sort();
}

/** Hashes of the features seen at least twice, sorted. */
function collectFeatures(prepared: readonly Prepared[]): Int32Array {
  const total = prepared.reduce((sum, { words }) => sum + words.length, 0);
  const all = new Int32Array(total * ALL);
  const dynamic = new Int32Array(DYNAMIC_FEATURES);
  let at = 0;
  for (const { words, gold } of prepared) {
    for (let i = 0; i < words.length; i++) {
      writeStatic(words, i, all, at);
      writeDynamic(
        words,
        i,
        { last: gold[i - 1] ?? -1, before: gold[i - 2] ?? (i === 0 ? -2 : -1) },
        dynamic,
      );
      all.set(dynamic, at + STATIC_FEATURES);
      at += ALL;
    }
  }
  all.sort();
  let kept = 0;
  for (let k = 0; k < all.length; k++) {
    const isSecond = k > 0 && all[k] === all[k - 1] && (k < 2 || all[k - 2] !== all[k]);
    if (isSecond) all[kept++] = all[k]!;
  }
  return all.slice(0, kept);
}

interface Learner {
  readonly table: Int32Array;
  readonly hashes: Int32Array;
  readonly weights: Float32Array;
  /** Each update times the step it was made at: what averaging has to take off. */
  readonly sums: Float64Array;
  readonly step: number;
  readonly classes: number;
}

function learnSentence(sentence: Prepared, learner: Learner): number {
  const { words, gold, rows } = sentence;
  const { table, hashes, weights, classes } = learner;
  const scores = new Float32Array(classes);
  const active = new Int32Array(ALL);
  const dynamic = new Int32Array(DYNAMIC_FEATURES);
  let last = -1;
  let before = -2;
  let wrong = 0;
  for (let i = 0; i < words.length; i++) {
    writeDynamic(words, i, { last, before }, dynamic);
    for (let f = 0; f < STATIC_FEATURES; f++) active[f] = rows[i * STATIC_FEATURES + f]!;
    for (let f = 0; f < DYNAMIC_FEATURES; f++)
      active[STATIC_FEATURES + f] = findRow(table, hashes, dynamic[f]!);
    scores.fill(0);
    for (let f = 0; f < ALL; f++) {
      const row = active[f]! * classes;
      if (row < 0) continue;
      for (let c = 0; c < classes; c++) scores[c] = scores[c]! + weights[row + c]!;
    }
    const guess = argmax(scores);
    const truth = gold[i]!;
    if (guess !== truth) {
      wrong++;
      update(active, truth, guess, learner.step + i, learner);
    }
    before = last;
    last = guess;
  }
  return wrong;
}

function update(active: Int32Array, truth: number, guess: number, step: number, learner: Learner): void {
  const { weights, sums, classes } = learner;
  for (const feature of active) {
    if (feature < 0) continue;
    const up = feature * classes + truth;
    const down = feature * classes + guess;
    weights[up] = weights[up]! + 1;
    sums[up] = sums[up]! + step;
    weights[down] = weights[down]! - 1;
    sums[down] = sums[down]! - step;
  }
}

/** Weight file of a trained tagger; weights below the threshold are left out, the rest companded to a byte. */
export function packTagger(
  trained: TaggerWeights,
  { threshold, ...facts }: { threshold: number; made: string; licence: string; data: Record<string, string> },
): Uint8Array {
  const width = trained.classes.length;
  const scale = trained.weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  const hashes: number[] = [];
  const counts: number[] = [];
  const classes: number[] = [];
  const codes: number[] = [];
  const codeOf = (w: number): number =>
    Math.abs(w) < threshold ? 0 : Math.sign(w) * Math.round(127 * Math.sqrt(Math.abs(w) / scale));
  const codesOf = (row: number): number[] =>
    Array.from(trained.weights.subarray(row * width, (row + 1) * width), codeOf);
  const kept = Array.from(trained.hashes.keys()).filter((row) => codesOf(row).some((code) => code !== 0));
  for (const row of orderBySlot(kept, trained.hashes)) {
    let count = 0;
    for (const [c, code] of codesOf(row).entries()) {
      if (code === 0) continue;
      classes.push(c);
      codes.push(code);
      count++;
    }
    hashes.push(trained.hashes[row]!);
    counts.push(count);
  }
  return packWeights(
    { model: 'tagger', ...facts, settings: { classes: trained.classes, threshold } },
    {
      'lexicon.hashes': Int32Array.from(trained.lexicon.keys()),
      'lexicon.sets': Uint16Array.from(trained.lexicon.values()),
      hashes: Int32Array.from(hashes),
      counts: Uint8Array.from(counts),
      classes: Uint8Array.from(classes),
      weights: Int8Array.from(codes),
      scale: Float32Array.of(scale),
    },
  );
}
