/**
 * Trains the second look at events and writes `models/en-events.bin`:
 *
 *   node scripts/run.mjs training/train-events.ts --data ../shared/data
 *
 * Some two minutes on one core; seeds are fixed. First it prints how the rules and the learned look agree with the labels
 * on articles that were left out (ten folds by article), by the margins that ship.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeGoldDocument, readRecords } from '../eval/gold.ts';
import { REALIS } from '../src/model/event.ts';
import { Features } from '../src/process/lang/en/claim/learned/features.ts';
import { loadFactuality } from '../src/process/lang/en/event/factuality/factuality.ts';
import { type ToldDocument, writeJudgement } from '../src/process/lang/en/event/judge/features.ts';
import {
  decide,
  type EventJudge,
  type RulesView,
  viewOfRules,
} from '../src/process/lang/en/event/judge/judge.ts';
import { OUTPUTS, toOpinion } from '../src/process/lang/en/event/judge/model.ts';
import { hashString } from '../src/process/lang/en/hash.ts';
import { findRow, makeTable } from '../src/process/lang/en/tagger.ts';
import { packWeights } from '../src/process/lang/en/weights.ts';
import { createReader } from '../src/process/read.ts';
import { type EventLabel, readLabels } from './labels.ts';
import { type LearnedOpinions, learnOpinions, type OpinionCase, scoreCase } from './opinion-learner.ts';
import { orderBySlot } from './slot-order.ts';

const FILES = ['attribution/polnear.train.jsonl.gz', 'entities/re3d.jsonl.gz'];
const LABELS = 'training/labels/events.tsv';
const FOLDS = 10;
/** Features of fewer event words are left out. */
const FEWEST = 3;
/** What an event that is lost may cost beside one that is none and stays. */
const LOST = [3, 4];
const SETTINGS = { epochs: 20, rate: 0.02, decay: 0.003, drop: 0.6, seed: 1 };

/** A labelled event word as the rules have it. */
interface Found {
  readonly label: EventLabel;
  readonly rules: RulesView;
  readonly features: Int32Array;
}

export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string', default: '../shared/data' },
      out: { type: 'string', default: 'models' },
    },
  });
  const found = await readFound(values.data);
  const { cases, hashes } = toCases(found);
  console.log(`${cases.length} event words, ${hashes.length} features`);
  measure(found, cases, hashes.length);
  const learned = learnOpinions(cases, hashes.length, SETTINGS);
  writeFileSync(`${values.out}/en-events.bin`, pack(learned, hashes, values.data));
  return 0;
}

/** The labelled words in the order of the files, with the features that the reader writes for them. */
async function readFound(data: string): Promise<readonly Found[]> {
  const labels = readLabels(LABELS);
  const factuality = loadFactuality();
  const features = new Features();
  let told: ToldDocument | undefined;
  const judge: EventJudge = {
    judge: (document) => {
      told = document;
      return new Map();
    },
  };
  const reader = createReader({ engine: 'training', judge });
  const found: Found[] = [];
  for (const file of FILES) {
    for await (const { id, text, outlet, date, title } of readRecords<Article>(`${data}/${file}`)) {
      const wanted = labels.get(id);
      if (wanted === undefined) continue;
      told = undefined;
      reader.readDocument(
        makeGoldDocument(text, {
          outlet: outlet ?? 'the outlet',
          ...(date === undefined ? {} : { published: date }),
          ...(title === undefined ? {} : { title }),
        }),
      );
      if (told === undefined) continue;
      const { drafts }: ToldDocument = told;
      for (const label of wanted) {
        const i = drafts.findIndex(
          ({ sentence, trigger }) => sentence.tokens[trigger.index]!.start === label.start,
        );
        if (i < 0) continue;
        writeJudgement(i, told, factuality, features);
        found.push({ label, rules: viewOfRules(told, i), features: features.take() });
      }
    }
  }
  return found;
}

interface Article {
  readonly id: string;
  readonly text: string;
  readonly outlet?: string;
  readonly date?: string;
  readonly title?: string;
}

function toCases(found: readonly Found[]): {
  readonly cases: readonly OpinionCase[];
  readonly hashes: Int32Array;
} {
  const seen = new Map<number, number>();
  for (const { features } of found)
    for (const hash of new Set(features)) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const often = [...seen].filter(([, times]) => times >= FEWEST).map(([hash]) => hash);
  const order = orderBySlot(
    often.map((_, row) => row),
    often,
  );
  const hashes = Int32Array.from(order, (row) => often[row]!);
  const table = makeTable(hashes);
  const cases = found.map(
    ({ label, features }): OpinionCase => ({
      article: label.article,
      rows: features.map((hash) => findRow(table, hashes, hash)).filter((row) => row >= 0),
      isNone: label.type === undefined,
      isBackground: label.background,
      realis: 2 + REALIS.indexOf(label.realis),
    }),
  );
  return { cases, hashes };
}

/** Prints how the rules alone and with the learned look agree with the labels of articles that were left out. */
function measure(found: readonly Found[], cases: readonly OpinionCase[], features: number): void {
  const foldOf = ({ article }: OpinionCase) => (hashString(article) >>> 0) % FOLDS;
  const tally = { events: 0, realis: [0, 0], background: [0, 0], dropped: 0, droppedRightly: 0 };
  const byMargin = new Map(
    [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8].map((margin) => [margin, [0, 0]]),
  );
  for (let fold = 0; fold < FOLDS; fold++) {
    const learned = learnOpinions(
      cases.filter((one) => foldOf(one) !== fold),
      features,
      SETTINGS,
    );
    for (const [i, one] of cases.entries()) {
      if (foldOf(one) !== fold) continue;
      const { label, rules } = found[i]!;
      const opinion = toOpinion(scoreCase(learned, one.rows));
      for (const [margin, counts] of byMargin)
        if (!rules.isPosture && opinion.isNone >= margin) {
          counts[0]!++;
          if (one.isNone) counts[1]!++;
        }
      const verdict = decide(opinion, rules);
      if (!verdict.isEvent) tally.dropped++;
      if (!verdict.isEvent && one.isNone) tally.droppedRightly++;
      if (one.isNone) continue;
      tally.events++;
      for (const [k, view] of [rules, verdict].entries()) {
        if (view.realis === label.realis) tally.realis[k]!++;
        if (view.background === label.background) tally.background[k]!++;
      }
    }
  }
  const share = (count: number) => (count / tally.events).toFixed(3);
  console.log(
    `${tally.events} events; realis: rules ${share(tally.realis[0]!)}, with the learned look ${share(tally.realis[1]!)};`,
    `background: ${share(tally.background[0]!)}, ${share(tally.background[1]!)};`,
    `left out ${tally.dropped}, of them rightly ${tally.droppedRightly}`,
  );
  for (const [margin, [dropped, rightly]] of byMargin)
    console.log(
      `  from ${margin.toFixed(2)} on: left out ${dropped}, of them rightly ${rightly};`,
      `worth where a lost event costs 3 or 4: ${LOST.map((cost) => rightly! - cost * (dropped! - rightly!)).join(', ')}`,
    );
}

function pack({ weights, bias }: LearnedOpinions, hashes: Int32Array, data: string): Uint8Array {
  const scale = new Float32Array(OUTPUTS);
  for (const [at, weight] of weights.entries())
    scale[at % OUTPUTS] = Math.max(scale[at % OUTPUTS]!, Math.abs(weight) / 127, 1e-9);
  const rows = Int8Array.from(weights, (weight, at) => Math.round(weight / scale[at % OUTPUTS]!));
  const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return packWeights(
    {
      model: 'events',
      made: '2026-11-23',
      licence: 'CC BY-SA 4.0',
      data: Object.fromEntries([
        ...FILES.map((file) => [file.split('/').at(-1)!, digest(`${data}/${file}`)]),
        ['events.tsv', digest(LABELS)],
      ]),
      settings: {},
    },
    { hashes, rows, scale, bias },
  );
}
