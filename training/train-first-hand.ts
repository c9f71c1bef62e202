import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Arrival, describe, fuseAll } from '../eval/echo/predict.ts';
import { scoreTree, type TreeScore } from '../eval/echo/score.ts';
import { type GoldTree, loadEchoSet } from '../eval/echo/set.ts';
import {
  ALWAYS,
  makeJudge,
  THRESHOLDS,
  type Thresholds,
  type Weights,
} from '../src/analyse/origin/first-hand.ts';
import { traceOrigins } from '../src/analyse/origin/origins.ts';
import { findMatter } from '../src/analyse/story/matter.ts';
import { fitLogistic } from '../src/stats/regression.ts';
import { collectVoices, type LabelledVoice } from './first-hand-data.ts';

/**
 * Fits the weights by which a report's voices are taken for first-hand (data/en/first-hand.tsv) on the working part of the echo set, and
 * measures them on each file by weights of the others: files are by different hands.
 *
 *     node scripts/run.mjs training/train-first-hand.ts
 */
export function main(argv: readonly string[]): number {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string', default: 'eval/sets/echo' },
      out: { type: 'string', default: 'data/en/first-hand.tsv' },
    },
  });
  // Pages of the other parts are in the stream, as they would be, and nothing is learned from them.
  const all = loadEchoSet(values.data);
  const arrivals = fuseAll(all);
  const trees = all.filter(({ part }) => part === 'work');
  const voices = trees.flatMap((tree) => collectVoices(tree, arrivals));
  measure(trees, arrivals, voices);
  const weights = fitWeights(voices);
  const lines = [...weights].map(([sign, weight]) => `${sign}\t${weight.toFixed(3)}`);
  writeFileSync(values.out, `${HEAD}\nsign\tweight\n${lines.join('\n')}\n`);
  console.log(`${voices.length} voices, ${weights.size} weights`);
  return 0;
}

const HEAD =
  '# How much each sign speaks for a voice being first-hand. Fitted by training/train-first-hand.ts on the working part of eval/sets/echo (own texts, Apache-2.0); see models/en-first-hand.md.';
const RIDGE = 4;
/** Voices that must have a sign. */
const FEWEST = 8;

export function fitWeights(voices: readonly LabelledVoice[]): Weights {
  const counts = new Map<string, number>();
  for (const { signs } of voices)
    for (const sign of signs.keys()) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const names = [...counts]
    .filter(([, count]) => count >= FEWEST)
    .map(([sign]) => sign)
    .sort();
  const fitted = fitLogistic(
    {
      rows: Float64Array.from(
        voices.flatMap(({ signs }) => [1, ...names.map((name) => signs.get(name) ?? 0)]),
      ),
      width: names.length + 1,
      outcomes: Uint8Array.from(voices, ({ isFirstHand }) => (isFirstHand ? 1 : 0)),
    },
    { ridge: RIDGE },
  );
  return new Map([ALWAYS, ...names].map((name, at) => [name, fitted[at]!]));
}

/** Prints what each file comes to by weights that were fitted without it; all short texts are one. */
export function measure(
  trees: readonly GoldTree[],
  arrivals: readonly Arrival[],
  voices: readonly LabelledVoice[],
  thresholds: Thresholds = THRESHOLDS,
): void {
  const nameHand = (file: string) => (file.endsWith('-desk') ? file : 'short texts');
  const whole: TreeScore[] = [];
  for (const hand of new Set(trees.map(({ file }) => nameHand(file)))) {
    const judge = makeJudge(fitWeights(voices.filter(({ file }) => nameHand(file) !== hand)), thresholds);
    const scores = trees
      .filter(({ file }) => nameHand(file) === hand)
      .map((tree) => {
        const own = arrivals.filter((arrival) => arrival.tree === tree.id);
        const found = traceOrigins(findMatter(own.map(({ report }) => report)), judge);
        return scoreTree(tree, { id: tree.id, ...describe(found, own), stories: [] });
      });
    console.log(`${hand}: ${count(scores)}`);
    if (hand.endsWith('-desk')) whole.push(...scores);
  }
  console.log(`whole pages: ${count(whole)}`);
}

function count(scores: readonly TreeScore[]): string {
  const falsely = scores.reduce((sum, { falselyNew }) => sum + falselyNew.length, 0);
  const repeats = scores.reduce((sum, each) => sum + each.repeats, 0);
  return `${scores.filter(({ isExact }) => isExact).length} of ${scores.length} exact, ${falsely} of ${repeats} falsely new`;
}
