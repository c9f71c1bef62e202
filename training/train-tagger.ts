import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findCasing } from '../src/process/lang/en/casing.ts';
import { makeTagger } from '../src/process/lang/en/tagger.ts';
import { parseWeights } from '../src/process/lang/en/weights.ts';
import { loadWords } from '../src/process/lang/en/words.ts';
import { makeRandom } from '../src/stats/random.ts';
import { makeCasedCopies } from './casings.ts';
import { type GoldSentence, readTreebank } from './conllu.ts';
import { packTagger, type TaggerWeights, trainTagger } from './tagger-trainer.ts';

const FACTS = { made: '2026-11-22', licence: 'CC BY-SA 4.0' };
const FOLDS = 4;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/treebank' },
    models: { type: 'string', default: 'models' },
    out: { type: 'string', default: 'models' },
    work: { type: 'string', default: '.eval/training' },
    threshold: { type: 'string', default: '1' },
    jackknife: { type: 'boolean', default: false },
  },
});

const wordTable = loadWords(pathToFileURL(`${values.models}/`));
const banks = ['ewt.train', 'gum.train'].map((name) => ({
  name,
  ...readTreebank(`${values.data}/${name}.conllu.gz`),
}));
const data = Object.fromEntries(banks.map(({ name, sha256 }) => [`${name}.conllu.gz`, sha256]));
const sentences = banks.flatMap((bank) => bank.sentences);
const copies = makeCasedCopies(sentences, makeRandom(7));
mkdirSync(values.out, { recursive: true });
mkdirSync(values.work, { recursive: true });

if (values.jackknife) jackknife([...sentences, ...copies]);
else {
  const trained = trainTagger([...sentences, ...copies], wordTable, { log: console.log });
  for (const threshold of new Set([0.3, 0.6, 1, 1.5, Number(values.threshold)])) {
    const bytes = pack(trained, threshold);
    if (threshold === Number(values.threshold)) writeFileSync(`${values.out}/en-tagger.bin`, bytes);
    report(bytes, threshold);
  }
}

function pack(trained: TaggerWeights, threshold: number): Uint8Array {
  return packTagger(trained, { threshold, ...FACTS, data });
}

function report(bytes: Uint8Array, threshold: number): void {
  for (const name of ['ewt.dev', 'gum.dev']) {
    const dev = readTreebank(`${values.data}/${name}.conllu.gz`).sentences;
    const { upos, xpos } = score(bytes, dev);
    console.log(`threshold ${threshold}, ${bytes.length} bytes, ${name}: UPOS ${upos} XPOS ${xpos}`);
  }
}

function score(bytes: Uint8Array, dev: readonly GoldSentence[]): { upos: string; xpos: string } {
  const tagger = makeTagger(parseWeights(bytes, 'en-tagger.bin'), wordTable);
  let words = 0;
  let upos = 0;
  let xpos = 0;
  for (const sentence of dev) {
    const tags = tagger.tag(sentence.forms, findCasing(sentence.forms));
    for (let i = 0; i < tags.length; i++) {
      const [u, x] = tagger.classes[tags[i]!]!.split('|');
      words++;
      if (u === sentence.upos[i]) upos++;
      if (x === sentence.xpos[i]) xpos++;
    }
  }
  return { upos: ((100 * upos) / words).toFixed(2), xpos: ((100 * xpos) / words).toFixed(2) };
}

/** Tags every training sentence with a tagger that has not seen its document: what the parser learns from. */
function jackknife(all: readonly GoldSentence[]): void {
  const folds = foldsOf(all);
  const tagged: string[] = new Array(all.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = all.filter((_, i) => folds[i] !== fold);
    const tagger = makeTagger(
      parseWeights(pack(trainTagger(seen, wordTable, { epochs: 5, seed: 11 + fold }), 1), 'fold'),
      wordTable,
    );
    let right = 0;
    let words = 0;
    for (const [i, sentence] of all.entries()) {
      if (folds[i] !== fold) continue;
      const tags = tagger.tag(sentence.forms, findCasing(sentence.forms));
      const names = [...tags].map((tag) => tagger.classes[tag]!);
      for (const [k, name] of names.entries()) if (name.split('|')[1] === sentence.xpos[k]) right++;
      words += names.length;
      tagged[i] = names.join(' ');
    }
    console.log(`fold ${fold}: XPOS ${((100 * right) / words).toFixed(2)}`);
  }
  writeFileSync(`${values.work}/jackknifed-tags.txt`, tagged.join('\n'));
}

/** Fold of each sentence: whole documents, copies with their originals. */
function foldsOf(all: readonly GoldSentence[]): number[] {
  const byRoot = new Map<readonly string[], number>();
  let document = -1;
  return all.map((sentence) => {
    const known = byRoot.get(sentence.lemmas);
    if (known !== undefined) return known;
    if (sentence.newDocument) document++;
    byRoot.set(sentence.lemmas, document % FOLDS);
    return document % FOLDS;
  });
}
