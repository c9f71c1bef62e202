import type { Realis } from '../../../../../model/event.ts';
import { MODELS } from '../../../../data.ts';
import type { ParsedSentence } from '../../../../sentence/parsed.ts';
import { Features } from '../../claim/learned/features.ts';
import { readWeights } from '../../weights.ts';
import { loadWords, type WordTable } from '../../words.ts';
import type { Trigger } from '../trigger.ts';
import { writeFactuality } from './features.ts';
import { type FactualityScorer, makeScorer, readNetwork } from './network.ts';

/** What is needed to estimate whether an event happened from examples that people judged. */
export interface FactualityModel {
  readonly scorer: FactualityScorer;
  readonly words: WordTable;
}

/**
 * Loads the weights; `folder` ends in a slash.
 *
 * @throws Error where a model file is missing or damaged
 */
export function loadFactuality(folder: URL = MODELS): FactualityModel {
  return {
    scorer: makeScorer(readNetwork(readWeights(folder, 'en-factuality.bin'))),
    words: loadWords(folder),
  };
}

const features = new Features();

/**
 * Whether the event at a word happened, as readers of web text judge it: below -0.5 it did not (what is only planned or
 * asked for counts among it), above 0.5 it did. `realis` is what the rules make of the same word.
 */
export function estimateFactuality(
  sentence: ParsedSentence,
  index: number,
  realis: Realis,
  { scorer, words }: FactualityModel,
): number {
  writeFactuality(sentence, index, { realis, words }, features);
  return scorer.score(features);
}

/** Where on the scale from -2 (certainly not) to 2 (certainly) a realis stands, before the doubt of the words around it. */
export const FACTUALITY: Readonly<Record<Realis, number>> = {
  occurred: 2,
  ongoing: 2,
  recurrent: 1.5,
  ordered: 1,
  expected: 1,
  prepared: 0.5,
  threatened: 0.5,
  possible: 0,
  conditional: 0,
  denied: -2,
  exercise: 1.5,
};

/** What counts as quite certain on the scale of the examples. */
const CERTAIN = 1;

/**
 * The factuality of an event: its realis says on which side of open it stands, the estimate how far. An estimate can take
 * half of the distance away and no more. For what is still to come the examples say nothing (they know "did not happen"
 * only), and event nouns are not among them, so there the realis alone decides.
 *
 * @example
 * // "The army attacked the town" 2, "Gunmen reportedly attacked the town" less, never below 1
 */
export function weighFactuality(
  sentence: ParsedSentence,
  { index, carrier }: Trigger,
  realis: Realis,
  model: FactualityModel,
): number {
  const whole = FACTUALITY[realis];
  const verb = carrier ?? index;
  if (Math.abs(whole) < FACTUALITY.recurrent || sentence.tokens[verb]!.upos !== 'VERB') return whole;
  const estimate = estimateFactuality(sentence, verb, realis, model) * Math.sign(whole);
  const share = Math.min(1, Math.max(0.5, estimate / CERTAIN));
  return Math.round(10 * whole * share) / 10;
}
