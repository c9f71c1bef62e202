import type { ReplayOutcome } from '../../../../model/replay.ts';
import { count } from '../vocabulary.ts';

/* The analysis done again at earlier moments. */

/** How a forecast came out. */
export const CAME_WORDS: Readonly<Record<ReplayOutcome, string>> = {
  yes: 'it happened',
  no: 'it did not happen',
  void: 'could not be settled',
  open: 'not settled yet',
};

export const REPLAY = {
  note: 'The whole of the analysis is done again at each moment, with nothing that came later. Nothing is filed.',
  running: 'Replaying',
  from: 'From',
  to: 'To',
  every: 'Every',
  steps: { '6h': 'six hours', '12h': 'half a day', '1d': 'a day', '1w': 'a week' },
  submit: 'Replay',
  withEverySign: 'With every sign',
  withoutSigns: (without: number, signs: number) => `Without ${without} of ${signs} signs`,
  signs: 'Signs that count',
  none: 'Nothing was known on any of these days',
  noneHint: 'Choose days on which reports had come in.',
  found: (moments: number, outcomes: number) => `${count(moments, 'moment')}, ${count(outcomes, 'outcome')}`,
  moment: (baseRate: string, level: string, came: string) =>
    `base rate ${baseRate} · level ${level} · ${came}`,
  nothingOnRecord: 'Nothing stood on record.',
  onRecord: ({ p, level, number, likeness, isOtherVersion }: OnRecord) =>
    `On record ${p}, level ${level}, no. ${number}: ${LIKENESS[likeness]}${
      isOtherVersion ? ', with another version of the problem' : ''
    }.`,
  knownThen: 'What was known then, with its evidence',
} as const;

interface OnRecord {
  readonly p: string;
  readonly level: string;
  readonly number: number;
  readonly likeness: keyof typeof LIKENESS;
  readonly isOtherVersion: boolean;
}

const LIKENESS = {
  same: 'the same',
  close: 'nothing new would have been filed',
  other: 'clearly another',
} as const;

export const REPLAY_TABLES = {
  changes: 'Changes of level',
  noChange: 'None.',
  change: '{when} {from} → {to}',
  happened: 'It happened on {days}.',
  warnings: 'Warnings',
  level: 'Level or above',
  outcomes: 'Outcomes',
  falseAlarms: 'False alarms',
  stood: 'Stood',
  leads: 'Days before each hit',
  ofTheTime: (percent: number, isStanding: boolean) =>
    isStanding ? `${percent}% of the time, and does at the end` : `${percent}% of the time`,
  scores: 'Scores',
  horizon: 'Horizon',
  settled: 'Settled',
  settledOf: (settled: number, open: number, voided: number) =>
    [settled, ...(open > 0 ? [`${open} open`] : []), ...(voided > 0 ? [`${voided} void`] : [])].join(', '),
  yes: 'Yes',
  yesOf: (yes: number, incidents: number) => `${yes} (${count(incidents, 'incident')})`,
  brier: 'Brier score',
  baseRate: 'Of the base rate',
  gain: 'Gain',
  mean: (mean: string, low: string, high: string) => `${mean} (${low} to ${high})`,
  note: 'Intervals of 95 %, by resampling blocks of days as long as the horizon: neighbouring days look at the same outcomes.',
} as const;
