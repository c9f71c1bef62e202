/**
 * Trains the estimate of event factuality and writes `models/en-factuality.bin`:
 *
 *   node scripts/run.mjs training/train-factuality.ts --data ../shared/data/realis
 *
 * About a minute on one core; seeds are fixed. The bend of the scale is found on events that the network judged without
 * having learned from their sentence (four folds).
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readRecords } from '../eval/gold.ts';
import { Features } from '../src/process/lang/en/claim/learned/features.ts';
import { loadEnglish } from '../src/process/lang/en/engine.ts';
import { writeFactuality } from '../src/process/lang/en/event/factuality/features.ts';
import { bendValue } from '../src/process/lang/en/event/factuality/network.ts';
import { loadEvents } from '../src/process/lang/en/event/lexicon.ts';
import { judgeRealis } from '../src/process/lang/en/event/realis.ts';
import { hashString } from '../src/process/lang/en/hash.ts';
import { findRow, makeTable } from '../src/process/lang/en/tagger.ts';
import { packWeights } from '../src/process/lang/en/weights.ts';
import { loadWords } from '../src/process/lang/en/words.ts';
import { makeCodePointIndex } from '../src/text/codepoints.ts';
import { type Case, findBend, judge, type LearnedNetwork, learn, measure } from './factuality-learner.ts';
import { orderBySlot } from './slot-order.ts';

interface GoldSentence {
  readonly id: string;
  readonly text: string;
  readonly events: readonly {
    readonly start: number;
    readonly end: number;
    readonly value: number;
    readonly confidence: number;
  }[];
}

const FILE = 'uds-factuality.train.jsonl.gz';
const FOLDS = 4;
/** Features seen in fewer events are left out. */
const FEWEST = 10;

const SETTINGS = {
  hidden: 16,
  epochs: 8,
  rate: 0.03,
  drop: 0.5,
  dropHidden: 0.2,
  flatRate: 0.02,
  flatDecay: 0.01,
  seed: 1,
};

export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string', default: '../shared/data/realis' },
      out: { type: 'string', default: 'models' },
    },
  });
  const { cases, hashes } = await readCases(`${values.data}/${FILE}`);
  console.log(`${cases.length} events, ${hashes.length} features`);
  const mine = new Float64Array(cases.length);
  const foldOf = ({ sentence }: Case) => (hashString(sentence) >>> 0) % FOLDS;
  for (let fold = 0; fold < FOLDS; fold++) {
    const network = learn(
      cases.filter((one) => foldOf(one) !== fold),
      hashes.length,
      SETTINGS,
    );
    for (const [i, one] of cases.entries()) if (foldOf(one) === fold) mine[i] = meanOf(network, one);
  }
  const gold = cases.map(({ value }) => value);
  const bend = findBend(gold, [...mine]);
  console.log(
    'judged across folds',
    measure(
      gold,
      [...mine].map((value) => bendValue(value, bend)),
    ),
    bend,
  );
  const network = learn(cases, hashes.length, SETTINGS);
  writeFileSync(
    `${values.out}/en-factuality.bin`,
    pack(network, hashes, { bend, data: `${values.data}/${FILE}` }),
  );
  return 0;
}

const meanOf = (network: LearnedNetwork, { rows }: Case) => {
  const [deep, flat] = judge(network, rows);
  return (deep + flat) / 2;
};

/** The events of the training part with the rows of their features. */
async function readCases(
  path: string,
): Promise<{ readonly cases: readonly Case[]; readonly hashes: Int32Array }> {
  const english = loadEnglish();
  const lexicon = loadEvents();
  const words = loadWords();
  const features = new Features();
  const found: (Omit<Case, 'rows'> & { readonly features: Int32Array })[] = [];
  const seen = new Map<number, number>();
  for await (const { id, text, events } of readRecords<GoldSentence>(path)) {
    const sentences = english.parse(text);
    const toCodePoint = makeCodePointIndex(text);
    for (const { start, value, confidence } of events) {
      for (const [at, sentence] of sentences.entries()) {
        const index = sentence.tokens.findIndex(
          (token) => toCodePoint(token.start) <= start && toCodePoint(token.end) > start,
        );
        if (index < 0) continue;
        const sense = { type: 'ASSAULT' as const, cameo: '190', contexts: [] };
        const realis = judgeRealis(sentence, { at, index, sense }, lexicon);
        writeFactuality(sentence, index, { realis, words }, features);
        const list = features.take();
        for (const hash of new Set(list)) seen.set(hash, (seen.get(hash) ?? 0) + 1);
        found.push({ sentence: id, value, confidence, features: list });
        break;
      }
    }
  }
  const often = [...seen].filter(([, times]) => times >= FEWEST).map(([hash]) => hash);
  const kept = orderBySlot(
    often.map((_, row) => row),
    often,
  );
  const hashes = Int32Array.from(kept, (row) => often[row]!);
  const table = makeTable(hashes);
  const cases = found.map(
    ({ features: list, ...one }): Case => ({
      ...one,
      rows: list.map((hash) => findRow(table, hashes, hash)).filter((row) => row >= 0),
    }),
  );
  return { cases, hashes };
}

function pack(
  network: LearnedNetwork,
  hashes: Int32Array,
  { bend, data }: { readonly bend: { readonly low: number; readonly high: number }; readonly data: string },
): Uint8Array {
  const { hidden, into, bias, out, outBias, flat, flatBias } = network;
  const classes = outBias.length;
  const width = hidden + classes;
  const weightAt = (row: number, k: number) =>
    k < hidden ? into[row * hidden + k]! : flat[row * classes + k - hidden]!;
  const scale = new Float32Array(width);
  for (let k = 0; k < width; k++) {
    let most = 1e-9;
    for (let row = 0; row < hashes.length; row++) most = Math.max(most, Math.abs(weightAt(row, k)));
    scale[k] = most / 127;
  }
  const rows = new Int8Array(hashes.length * width);
  for (let row = 0; row < hashes.length; row++)
    for (let k = 0; k < width; k++) rows[row * width + k] = Math.round(weightAt(row, k) / scale[k]!);
  return packWeights(
    {
      model: 'factuality',
      made: '2026-11-23',
      licence: 'CC BY-SA 4.0',
      data: { [FILE]: createHash('sha256').update(readFileSync(data)).digest('hex') },
      settings: {},
    },
    {
      hashes,
      rows,
      scale,
      bias: Float32Array.from([...bias, ...flatBias]),
      out,
      outBias,
      bend: Float32Array.of(bend.low, bend.high),
    },
  );
}
