import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Casing, findCasing } from '../src/process/lang/en/casing.ts';
import { makeParser } from '../src/process/lang/en/parser.ts';
import {
  matrixSizes,
  type NetworkShape,
  ROWS,
  VECTOR_SCALE,
  vocabularyForm,
  writeRows,
} from '../src/process/lang/en/parser-network.ts';
import { makeTagger } from '../src/process/lang/en/tagger.ts';
import { packWeights, parseWeights } from '../src/process/lang/en/weights.ts';
import { loadWords } from '../src/process/lang/en/words.ts';
import { makeRandom } from '../src/stats/random.ts';
import { makeCasedCopies } from './casings.ts';
import { type GoldSentence, readTreebank } from './conllu.ts';

/**
 * The two ends of the parser's training, which `train_parser.py` lies between: without `--pack` writes the lessons that
 * it reads, with `--pack` makes the weight file of what it found, and measures it.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/treebank' },
    models: { type: 'string', default: 'models' },
    work: { type: 'string', default: '.eval/training' },
    pack: { type: 'boolean', default: false },
  },
});

/** Relations with a subtype that are seen less often go without it. */
const FEWEST = 60;
const DEV = ['ewt.dev', 'gum.dev'];
const banks = ['ewt.train', 'gum.train'].map((name) => ({
  name,
  ...readBank(name),
}));
const data = Object.fromEntries(banks.map(({ name, sha256 }) => [`${name}.conllu.gz`, sha256]));
const original = banks.flatMap((bank) => bank.sentences);
// The same copies, in the same order, as the jackknifed tags were made for.
const sentences = [...original, ...makeCasedCopies(original, makeRandom(7))];
const tagLines = readFileSync(`${values.work}/jackknifed-tags.txt`, 'utf8').split('\n');
if (tagLines.length !== sentences.length)
  throw new Error('jackknifed-tags.txt belongs to other data: run train-tagger --jackknife');
const wordTable = loadWords(pathToFileURL(`${values.models}/`));
const tagger = makeTagger(
  parseWeights(readFileSync(`${values.models}/en-tagger.bin`), 'en-tagger.bin'),
  wordTable,
);
const tagNumber = new Map(tagger.classes.map((name, i) => [name, i]));

const labels = listLabels(original);
const labelNumber = new Map(labels.map((name, i) => [name, i]));
const { words, counts } = listWords(original);
const vocabulary = new Map(words.map((word, i) => [word, i + 1]));
mkdirSync(values.work, { recursive: true });
if (values.pack) {
  const bytes = pack();
  writeFileSync(`${values.models}/en-parser.bin`, bytes);
  report(bytes, DEV);
} else prepare();

function readBank(name: string): ReturnType<typeof readTreebank> {
  return readTreebank(`${values.data}/${name}.conllu.gz`);
}

/** Writes a header and one list of numbers: size, whether news, rows, heads and labels of every sentence. */
function prepare(): void {
  const numbers: Int32Array[] = [];
  const sets: Record<string, number> = {};
  const add = (
    name: string,
    list: readonly GoldSentence[],
    tagsOf: (sentence: GoldSentence, index: number) => ArrayLike<number>,
  ): void => {
    sets[name] = list.length;
    for (const [index, sentence] of list.entries()) {
      const rows = rowsOf(sentence.forms, tagsOf(sentence, index), findCasing(sentence.forms));
      const head = [sentence.forms.length, isNews(sentence) ? 1 : 0];
      numbers.push(Int32Array.of(...head, ...rows, ...sentence.heads, ...sentence.deprels.map(numberOf)));
    }
  };
  add('train', sentences, (_, i) => tagLines[i]!.split(' ').map((name) => tagNumber.get(name) ?? 0));
  for (const name of DEV) {
    add(name, readBank(name).sentences, ({ forms }) => tagger.tag(forms, findCasing(forms)));
  }
  const header = { sets, labels, counts: [...counts], tags: tagger.classes.length, scale: VECTOR_SCALE };
  writeFileSync(`${values.work}/parser-lessons.json`, JSON.stringify(header));
  writeFileSync(
    `${values.work}/parser-lessons.bin`,
    Buffer.concat(numbers.map((part) => Buffer.from(part.buffer))),
  );
}

function numberOf(deprel: string): number {
  return labelNumber.get(deprel) ?? labelNumber.get(deprel.split(':')[0]!) ?? -1;
}

/** News and what is written like it; speeches are not among them. */
function isNews({ genre }: GoldSentence): boolean {
  return /news|interview|academic/.test(genre);
}

function listLabels(all: readonly GoldSentence[]): string[] {
  const seen = new Map<string, number>();
  for (const { deprels } of all) for (const deprel of deprels) seen.set(deprel, (seen.get(deprel) ?? 0) + 1);
  const kept = new Set<string>();
  for (const [deprel, count] of seen) kept.add(count < FEWEST ? deprel.split(':')[0]! : deprel);
  return [...kept].sort();
}

function listWords(all: readonly GoldSentence[]): { words: string[]; counts: Int32Array } {
  const seen = new Map<string, number>();
  for (const { forms } of all) {
    for (const form of forms) {
      const word = vocabularyForm(form, 'running');
      seen.set(word, (seen.get(word) ?? 0) + 1);
    }
  }
  const list = [...seen]
    .filter(([word, count]) => count >= 2 && !/\s/.test(word))
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return {
    words: list.map(([word]) => word),
    counts: Int32Array.from([1e9, ...list.map(([, count]) => count)]),
  };
}

function rowsOf(forms: readonly string[], tags: ArrayLike<number>, casing: Casing): Int32Array {
  const rows = new Int32Array(forms.length * ROWS);
  for (const [i, form] of forms.entries())
    writeRows(form, { casing, tag: tags[i]!, vocabulary, words: wordTable }, rows, i * ROWS);
  return rows;
}

/** What `train_parser.py` says of the numbers that it wrote. */
interface Trained {
  readonly channels: number;
  readonly hidden: number;
  readonly dilations: readonly number[];
  readonly epochs: number;
  readonly seed: number;
}

/** The weight file: every matrix a byte a weight with one scale a row. */
function pack(): Uint8Array {
  const { epochs, seed, ...sizes } = JSON.parse(
    readFileSync(`${values.work}/parser-trained.json`, 'utf8'),
  ) as Trained;
  const shape: NetworkShape = {
    words: words.length + 1,
    tags: tagger.classes.length,
    labels: labels.length,
    ...sizes,
  };
  const bytes = readFileSync(`${values.work}/parser-trained.bin`);
  const trained = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const arrays: Record<string, Int8Array | Uint8Array | Float32Array> = {
    vocabulary: new TextEncoder().encode(words.join('\n')),
  };
  let at = 0;
  for (const [name, [rows, columns]] of Object.entries(matrixSizes(shape))) {
    const matrix = trained.subarray(at, at + rows * columns);
    at += matrix.length;
    const { codes, scales } = shorten(matrix, columns);
    arrays[name] = codes;
    arrays[`${name}.scale`] = scales;
  }
  if (at !== trained.length) {
    throw new Error(`parser-trained.bin holds ${trained.length} numbers, not ${at}: train again`);
  }
  return packWeights(
    {
      model: 'parser',
      made: '2026-11-23',
      licence: 'CC BY-SA 4.0',
      data,
      settings: { shape, labels, seed, epochs },
    },
    arrays,
  );
}

/** A byte a weight, with one scale a row. */
function shorten(matrix: Float32Array, columns: number): { codes: Int8Array; scales: Float32Array } {
  const codes = new Int8Array(matrix.length);
  const scales = new Float32Array(matrix.length / columns);
  for (let r = 0; r < scales.length; r++) {
    const row = matrix.subarray(r * columns, (r + 1) * columns);
    const most = row.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 1e-12);
    scales[r] = most / 127;
    for (const [c, value] of row.entries()) codes[r * columns + c] = Math.round((value / most) * 127);
  }
  return { codes, scales };
}

function report(bytes: Uint8Array, names: readonly string[]): void {
  const parser = makeParser(parseWeights(bytes, 'en-parser.bin'), wordTable);
  for (const name of names) {
    const groups: Record<string, { words: number; heads: number; both: number }> = {};
    for (const sentence of readBank(name).sentences) {
      const casing = findCasing(sentence.forms);
      const tree = parser.parse(sentence.forms, tagger.tag(sentence.forms, casing), casing);
      for (const group of isNews(sentence) ? ['all', 'news+'] : ['all']) {
        groups[group] ??= { words: 0, heads: 0, both: 0 };
        for (const [i, head] of sentence.heads.entries()) {
          groups[group].words++;
          if (tree.heads[i] !== head) continue;
          groups[group].heads++;
          if (tree.deprels[i]!.split(':')[0] === sentence.deprels[i]!.split(':')[0]) groups[group].both++;
        }
      }
    }
    for (const [group, n] of Object.entries(groups)) {
      const percent = (k: number): string => ((100 * k) / n.words).toFixed(2);
      console.log(`${name} ${group}: UAS ${percent(n.heads)} LAS ${percent(n.both)} (${bytes.length} bytes)`);
    }
  }
}
