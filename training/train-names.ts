import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { makeNameTagger, type NameTagger } from '../src/process/lang/en/entity/name-tagger.ts';
import { makeTagger } from '../src/process/lang/en/tagger.ts';
import { parseWeights, readWeights } from '../src/process/lang/en/weights.ts';
import { loadWords } from '../src/process/lang/en/words.ts';
import { type NamedSentence, readGumNames, readNamed, trimToName } from './name-data.ts';
import { packNames, trainNames } from './name-trainer.ts';

/**
 * Trains the name tagger (models/en-names.bin). Needs models/en-tagger.bin, en-words.bin and en-names-rare.bin.
 *
 *     node scripts/run.mjs training/train-names.ts --data ../shared/data
 */
export function main(argv: readonly string[]): void {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string', default: '../shared/data' },
      out: { type: 'string', default: 'models' },
      epochs: { type: 'string', default: '10' },
      seeds: { type: 'string', default: '5,6,7' },
      threshold: { type: 'string', default: '1' },
    },
  });
  const models = pathToFileURL(`${process.cwd()}/models/`);
  const words = makeTagger(readWeights(models, 'en-tagger.bin'), loadWords(models));
  const folder = values.data;
  const sets = {
    'treebank/gum.train.conllu.gz': readGumNames(`${folder}/treebank/gum.train.conllu.gz`, words),
    'treebank/gum.dev.conllu.gz': readGumNames(`${folder}/treebank/gum.dev.conllu.gz`, words),
    'entities/wikigold.jsonl.gz': readNamed(`${folder}/entities/wikigold.jsonl.gz`, words),
    'entities/re3d.jsonl.gz': readNamed(`${folder}/entities/re3d.jsonl.gz`, words, trimToName),
    'entities/uner-ewt.dev.jsonl.gz': readNamed(`${folder}/entities/uner-ewt.dev.jsonl.gz`, words),
  };
  for (const [name, { sentences }] of Object.entries(sets)) {
    const found = sentences.reduce((sum, named) => sum + named.names.length, 0);
    console.log(`${name}: ${sentences.length} sentences, ${found} names`);
  }
  const trained = trainNames(
    Object.values(sets).flatMap(({ sentences }) => sentences),
    { epochs: Number(values.epochs), seeds: values.seeds.split(',').map(Number), log: console.log },
  );
  const bytes = packNames(trained, {
    threshold: Number(values.threshold),
    made: '2026-11-22',
    licence: 'CC BY-SA 4.0',
    data: Object.fromEntries(Object.entries(sets).map(([name, { sha256 }]) => [name, sha256])),
  });
  writeFileSync(`${values.out}/en-names.bin`, bytes);
  console.log(`${bytes.length} bytes`);
  const tagger = makeNameTagger(parseWeights(bytes, 'en-names.bin'));
  for (const name of ['worldwide.dev', 'uner-ewt.test']) {
    const { sentences } = readNamed(`${folder}/entities/${name}.jsonl.gz`, words);
    console.log(name, measure(tagger, sentences));
  }
}

/** Exact spans with their types, sentence by sentence. */
function measure(tagger: NameTagger, sentences: readonly NamedSentence[]): string {
  const counts = new Map<string, number[]>();
  for (const type of ['all', 'person', 'organization', 'place']) counts.set(type, [0, 0, 0]);
  const add = (type: string, slot: number): void => {
    counts.get('all')![slot]!++;
    counts.get(type)![slot]!++;
  };
  for (const { sentence, names } of sentences) {
    const gold = new Set(names.map((name) => `${name.first} ${name.last} ${name.type}`));
    for (const name of names) add(name.type, 2);
    for (const name of tagger.tag(sentence)) {
      add(name.type, 1);
      if (gold.has(`${name.first} ${name.last} ${name.type}`)) add(name.type, 0);
    }
  }
  return [...counts]
    .map(([type, [hit, found, gold]]) => `${type} F ${((200 * hit!) / (found! + gold!)).toFixed(1)}`)
    .join(', ');
}
