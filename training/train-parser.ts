import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Casing, findCasing } from '../src/process/lang/en/casing.ts';
import { makeParser } from '../src/process/lang/en/parser.ts';
import {
  matrixSizes,
  type NetworkShape,
  ROWS,
  vocabularyForm,
  writeRows,
} from '../src/process/lang/en/parser-network.ts';
import { makeTagger } from '../src/process/lang/en/tagger.ts';
import { packWeights, parseWeights } from '../src/process/lang/en/weights.ts';
import { makeCasedCopies } from './casings.ts';
import { type GoldSentence, readTreebank } from './conllu.ts';
import { makeGoldTree } from './oracle.ts';
import { type Lesson, trainParser } from './parser-trainer.ts';
import { makeRandom } from './random.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/treebank' },
    out: { type: 'string', default: 'models' },
    work: { type: 'string', default: '.eval/training' },
    name: { type: 'string', default: 'en-parser.bin' },
    epochs: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    channels: { type: 'string', default: '64' },
    hidden: { type: 'string', default: '96' },
    dilations: { type: 'string', default: '1,1,0,0' },
    limit: { type: 'string' },
  },
});

const FEWEST = 60;
const banks = ['ewt.train', 'gum.train'].map((name) => ({
  name,
  ...readTreebank(`${values.data}/${name}.conllu.gz`),
}));
const data = Object.fromEntries(banks.map(({ name, sha256 }) => [`${name}.conllu.gz`, sha256]));
const original = banks.flatMap((bank) => bank.sentences);
// The same copies, in the same order, as the jackknifed tags were made for.
const sentences = [...original, ...makeCasedCopies(original, makeRandom(7))];
const tagLines = readFileSync(`${values.work}/jackknifed-tags.txt`, 'utf8').split('\n');
if (tagLines.length !== sentences.length)
  throw new Error('jackknifed-tags.txt belongs to other data: run train-tagger --jackknife');
const tagger = makeTagger(parseWeights(readFileSync(`${values.out}/en-tagger.bin`), 'en-tagger.bin'));
const tagNumber = new Map(tagger.classes.map((name, i) => [name, i]));

const labels = listLabels(original);
const labelNumber = new Map(labels.map((name, i) => [name, i]));
const { words, counts } = listWords(original);
const vocabulary = new Map(words.map((word, i) => [word, i + 1]));
const shape: NetworkShape = {
  words: words.length + 1,
  tags: tagger.classes.length,
  labels: labels.length,
  channels: Number(values.channels),
  hidden: Number(values.hidden),
  dilations: values.dilations.split(',').map(Number),
};
const lessons = sentences
  .slice(0, values.limit === undefined ? undefined : Number(values.limit))
  .map(makeLesson);
mkdirSync(values.work, { recursive: true });
const epochs = Number(values.epochs);
const trained = trainParser(lessons, {
  shape,
  rootLabel: labels.indexOf('root'),
  wordCounts: counts,
  epochs,
  seed: Number(values.seed),
  log: console.log,
  afterEpoch: (parameters, epoch) => {
    writeFileSync(`${values.work}/${values.name}`, pack(parameters));
    report(pack(parameters), epoch + 1 === epochs ? ['ewt.dev', 'gum.dev'] : ['gum.dev']);
  },
});
writeFileSync(`${values.out}/${values.name}`, pack(trained));

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

function makeLesson(sentence: GoldSentence, index: number): Lesson {
  const casing = findCasing(sentence.forms);
  const tags = tagLines[index]!.split(' ').map((name) => tagNumber.get(name) ?? 0);
  const numbers = sentence.deprels.map(
    (deprel) => labelNumber.get(deprel) ?? labelNumber.get(deprel.split(':')[0]!)!,
  );
  return { rows: rowsOf(sentence.forms, tags, casing), gold: makeGoldTree(sentence.heads, numbers) };
}

function rowsOf(forms: readonly string[], tags: ArrayLike<number>, casing: Casing): Int32Array {
  const rows = new Int32Array(forms.length * ROWS);
  for (const [i, form] of forms.entries())
    writeRows(form, { casing, tag: tags[i]!, vocabulary }, rows, i * ROWS);
  return rows;
}

/** The weight file: every matrix a byte a weight with one scale a row. */
function pack(parameters: Readonly<Record<string, Float32Array>>): Uint8Array {
  const arrays: Record<string, Int8Array | Uint8Array | Float32Array> = {
    vocabulary: new TextEncoder().encode(words.join('\n')),
  };
  for (const [name, [rows, columns]] of Object.entries(matrixSizes(shape))) {
    const matrix = parameters[name]!;
    const codes = new Int8Array(matrix.length);
    const scales = new Float32Array(rows);
    for (let r = 0; r < rows; r++) {
      let most = 1e-12;
      for (let c = 0; c < columns; c++) most = Math.max(most, Math.abs(matrix[r * columns + c]!));
      scales[r] = most / 127;
      for (let c = 0; c < columns; c++)
        codes[r * columns + c] = Math.round((matrix[r * columns + c]! / most) * 127);
    }
    arrays[name] = codes;
    arrays[`${name}.scale`] = scales;
  }
  return packWeights(
    {
      model: 'parser',
      made: '2026-11-22',
      licence: 'CC BY-SA 4.0',
      data,
      settings: { shape, labels, seed: Number(values.seed), epochs },
    },
    arrays,
  );
}

function report(bytes: Uint8Array, names: readonly string[]): void {
  const parser = makeParser(parseWeights(bytes, values.name));
  for (const name of names) {
    const groups: Record<string, { words: number; heads: number; both: number }> = {};
    for (const sentence of readTreebank(`${values.data}/${name}.conllu.gz`).sentences) {
      const casing = findCasing(sentence.forms);
      const tree = parser.parse(sentence.forms, tagger.tag(sentence.forms, casing), casing);
      for (const group of /news|interview|academic/.test(sentence.genre) ? ['all', 'news+'] : ['all']) {
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
