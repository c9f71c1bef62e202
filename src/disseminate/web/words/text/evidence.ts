import type { Confidence } from '../../../../model/forecast.ts';
import { CREDIBILITY_WORDS, type Credibility } from '../../../../model/grade.ts';
import { describeHorizon } from '../probability.ts';
import { count } from '../vocabulary.ts';

/* The evidence drawer. */

export const EVIDENCE = {
  title: 'Evidence',
  close: 'Close the evidence',
  /** After “Comment on”. */
  this: 'this evidence',
  fetching: 'Fetching',
  nothing: 'Nothing stands behind this address',
  nothingHint: 'It may belong to another instant. Choose a number or a line on the page.',
  noClaim: 'No claim is kept for this.',
  fetchingWords: 'Fetching the words',
  noDocument: 'The document is not at hand; its place is kept.',
  byFields: (claims: number, fields: readonly string[]) =>
    claims === 0
      ? `It stands on no report, but on what the file of the problem says: ${fields.join(', ')}.`
      : `It also stands on what the file of the problem says: ${fields.join(', ')}.`,
} as const;

/** What a probability rests on. */
export const PROBLEM_EVIDENCE = {
  reading: (weight: string, freshness: string) => `counts ${weight}, fresh ${freshness}`,
  graded: (grade: Credibility) => `graded ${grade}, ${CREDIBILITY_WORDS[grade]}`,
  weight: (weight: string) => `${weight} of its strength counts now`,
  window: '{from} – {to}',
  state: (explained: string, coverage: string | undefined) =>
    coverage === undefined ? `${explained}.` : `${explained}; ${coverage}.`,
  follows: 'Its days are counted from what happened on {day}:',

  baseRate: ({ rates, kept, history, days }: BaseRateWords) =>
    `${rates.join(', ')} if nothing else were known: ${count(kept, 'incident')} kept here${
      history > 0 ? ` and ${history} from imported history` : ''
    } in ${describeHorizon(days)}.`,
  confidence: (confidence: Confidence) => `${CONFIDENCES[confidence]} confidence`,
  probability: 'Probability',
  horizon: (days: number, bar: string) => `${describeHorizon(days)}: ${bar}.`,
  noSign: 'No indicator is observed: the base rate stands alone.',
} as const;

interface BaseRateWords {
  readonly rates: readonly string[];
  readonly kept: number;
  readonly history: number;
  readonly days: number;
}

const CONFIDENCES: Readonly<Record<Confidence, string>> = { low: 'Low', moderate: 'Moderate', high: 'High' };

/** Forecasts and settlements on record. */
export const RECORD_EVIDENCE = {
  /** Why a forecast was filed. */
  causes: {
    first: 'the first for this question',
    daily: 'the one of this day',
    changed: 'because it changed',
  },
  forecast: (number: number) => `Forecast no. ${number}`,
  about: '{horizon} from {from}, until {until}: {bar}.',
  filed: 'Filed {when}, {cause}.',
  filedInReplay: 'Filed {when}, {cause}, in a replay of pages kept before.',
  baseRateAlone: 'It rests on the base rate alone.',
  settlement: (number: number, outcome: string) => `Settlement no. ${number}: ${outcome}`,
  settled: 'Filed {when}{notes}.',
  settledFor: 'Filed {when}, on account of {day}{notes}.',
  notes: (isLate: boolean, isCorrection: boolean) =>
    `${isLate ? ', late' : ''}${isCorrection ? ', in place of the one before' : ''}`,
  happened: (day: string) => `It happened on ${day}`,
  noForecast: (day: string) => `No forecast stood on ${day}.`,
} as const;

/** Settled forecasts behind a score. */
export const SCORED_EVIDENCE = {
  title: ({ horizon, isReplay }: { readonly horizon: number; readonly isReplay: boolean }) =>
    `Settled forecasts, ${describeHorizon(horizon)}${isReplay ? ', made in a replay' : ''}`,
  latest: (shown: number) => `The latest ${shown} are listed.`,
  fetching: 'Fetching the forecast',
} as const;

/** Who repeats whom in a story. */
export const STORY_EVIDENCE = {
  share: (percent: number) => `${percent}% of its wording`,
  saysNothing: 'It says nothing on the matter that was read.',
  repeats: 'Whom it repeats',
  credits: (name: string) => `credits ${name}`,
  sameFamily: (name: string, family: string | undefined) =>
    `${name} has the same and belongs to ${family} as well`,
  shareOf: (share: string, name: string, family: string | undefined) =>
    family === undefined
      ? `${share} is of ${name}`
      : `${share} is of ${name}, which belongs to ${family} as well`,
} as const;
