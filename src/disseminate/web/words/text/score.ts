import { count } from '../vocabulary.ts';

/* How forecasts and warnings came out. */

export const SCORE = {
  title: 'Record',
  fetching: 'Fetching the scores',
  all: 'All problems',
  problems: (problems: number) => count(problems, 'problem'),
  none: 'No forecast is on record yet',
  noneHint: 'One is filed each day for every warning problem, and whenever its probability changes clearly.',
  note: 'Forecasts of neighbouring days look at nearly the same days: so many forecasts are not so many independent trials. Intervals are made from stretches of time as long as the horizon.',
  last: (number: number, hash: string) => `Last entry scored: no. ${number}, ${hash}…`,
  inReplay: 'made in a replay',
  nothingSettled: 'No forecast is settled yet: there is nothing to score.',
  settled: 'Settled',
  skill: 'Skill',
  skillHint: '1 is perfect, 0 is as the base rate, below is worse; with its interval of 95%',
  tooFew: (skill: string) => `too few to say; so far ${skill}`,
  brier: 'Brier score',
  brierHint: 'Mean squared error of the probabilities: 0 is perfect',
  log: 'Log score',
  logHint: 'Mean of minus the logarithm of what was given to what came about: 0 is perfect',
  calibration: 'Calibration error',
  calibrationHint: 'Mean distance between what was said and how often it came true',
  besideBaseRate: (score: string, baseRate: string) => `${score}, of the base rate alone ${baseRate}`,
} as const;

export const WARNINGS = {
  title: 'Warnings',
  which: 'Which',
  hit: 'hit on {day}, {lead} before',
  miss: 'missed on {day}',
  falseAlarm: 'false from {from} to {to}',
  outcomes: (outcomes: number, isEnough: boolean) =>
    `${count(outcomes, 'outcome')} after the first forecast${isEnough ? '' : '; too few to say more than what happened'}`,
  level: 'At or above',
  outcome: 'Outcomes',
  lead: 'Lead (median)',
  falseAlarms: 'False alarms',
  stood: 'Stood',
  stoodHint: 'A level that always stands misses nothing and warns of nothing',
  ofTheTime: (percent: number) => `${percent}% of the time`,
} as const;
