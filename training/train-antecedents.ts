import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadEnglish } from '../src/process/lang/en/engine.ts';
import { attachReferences, type Question } from '../src/process/lang/en/entity/coreference.ts';
import { findEntities } from '../src/process/lang/en/entity/entities.ts';
import { PRONOUN_CLASSES, type PronounClass } from '../src/process/lang/en/entity/pronouns.ts';
import { findPlaces } from '../src/process/place/places.ts';
import { makeRandom } from '../src/stats/random.ts';
import { readChains } from './gum-chains.ts';

/**
 * Fits the weights by which a pronoun chooses what it stands for (data/en/antecedents.tsv), on GUM's coreference layer:
 * a log-linear model over the candidates that the reader itself finds, and none of them.
 *
 *     node scripts/run.mjs training/train-antecedents.ts --data ../shared/data
 */
export function main(argv: readonly string[]): void {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string', default: '../shared/data' },
      out: { type: 'string', default: 'data/en/antecedents.tsv' },
    },
  });
  const examples = collectExamples(`${values.data}/treebank/gum.train.conllu.gz`);
  const lines = PRONOUN_CLASSES.flatMap((kind) => {
    const own = examples.filter((example) => example.kind === kind);
    const weights = fitWeights(own);
    console.log(`${kind}: ${own.length} pronouns, ${weights.size} weights`);
    return [...weights]
      .filter(([, weight]) => Math.abs(weight) >= 0.05)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([feature, weight]) => `${kind}\t${feature}\t${weight.toFixed(2)}`);
  });
  writeFileSync(values.out, `${HEAD}\npronoun\tfeature\tweight\n${lines.join('\n')}\n`);
}

const HEAD =
  '# By what a pronoun chooses what it stands for. Fitted by training/train-antecedents.ts on the coreference layer of GUM (annotations CC BY 4.0), genres with free texts.';

interface Example {
  readonly kind: PronounClass;
  readonly choices: readonly (readonly string[])[];
  /** Whether each choice, and last none, is right. */
  readonly right: readonly boolean[];
}

function collectExamples(file: string): Example[] {
  const english = loadEnglish();
  const examples: Example[] = [];
  for (const { text, mentions, genre } of readChains(file)) {
    if (SPOKEN.has(genre)) continue;
    const sentences = english.parse(text);
    const places = findPlaces({ text, sentences });
    const entities = findEntities({ text, sentences, places });
    const chains = new Map<number, string>();
    for (const { head, chain } of mentions) if (!chains.has(head)) chains.set(head, chain);
    attachReferences({ text, sentences, entities }, (question) => learn(question, chains, examples));
  }
  return examples;
}

/** Notes the question with its right answers and goes on as if the last right one had been chosen. */
function learn(
  { asking, start, choices, none }: Question,
  chains: ReadonlyMap<number, string>,
  examples: Example[],
): number | undefined {
  const chain = chains.get(start);
  const right = choices.map(({ candidate }) => chain !== undefined && chains.get(candidate.start) === chain);
  const last = right.lastIndexOf(true);
  examples.push({
    kind: asking.kind,
    choices: [...choices.map(({ features }) => features), none],
    right: [...right, last < 0],
  });
  return last < 0 ? undefined : last;
}

/** Genres of talk, where pronouns go other ways than in writing. */
const SPOKEN: ReadonlySet<string> = new Set(['conversation', 'vlog']);

const EPOCHS = 30;
const RATE = 0.1;
const DECAY = 3e-3;

/** Stochastic ascent of the likelihood of the right choices together, with the mean of the last half of the steps. */
function fitWeights(examples: readonly Example[]): Map<string, number> {
  const weights = new Map<string, number>();
  const sums = new Map<string, number>();
  const random = makeRandom(3);
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const k = Math.floor(random() * (i + 1));
      [order[i], order[k]] = [order[k]!, order[i]!];
    }
    const rate = RATE * (1 - epoch / EPOCHS);
    for (const at of order) step(examples[at]!, weights, rate);
    if (epoch >= EPOCHS / 2)
      for (const [feature, weight] of weights)
        sums.set(feature, (sums.get(feature) ?? 0) + weight / (EPOCHS / 2));
  }
  return sums;
}

function step({ choices, right }: Example, weights: Map<string, number>, rate: number): void {
  const scores = choices.map((features) =>
    features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0),
  );
  const best = Math.max(...scores);
  const all = scores.map((score) => Math.exp(score - best));
  const total = all.reduce((sum, x) => sum + x, 0);
  const good = all.reduce((sum, x, i) => sum + (right[i] ? x : 0), 0);
  for (const [i, features] of choices.entries()) {
    const pull = (right[i] ? all[i]! / good : 0) - all[i]! / total;
    for (const feature of features) {
      const weight = weights.get(feature) ?? 0;
      weights.set(feature, weight + rate * (pull - DECAY * weight));
    }
  }
}
