import { describeHorizon } from '../probability.ts';
import { count } from '../vocabulary.ts';

/* The board of warning problems. */

export const BOARD = {
  title: 'Board',
  fetching: 'Fetching the board',
  asOf: '{problems} as of {when}',
  problems: (problems: number) => count(problems, 'problem'),
  failures: (faults: number) => `${count(faults, 'fault')} in problem files`,
  broken: 'Not watched until mended: {files}',
  none: 'Nothing is watched yet',
  noneRead: 'No problem could be read',
  begin:
    'A warning problem is a YAML file in the folder {folder} of the data folder. One comes with the program, {example}: copy it to begin with.',
  told: 'told',
  interval: (interval: string) => `80 % interval ${interval}`,
  intervalHint: 'With 80 % it lies in this interval',
  baseRate: (percent: string) => `base rate ${percent}`,
  nothingObserved: 'nothing observed',
  for: 'for',
  against: 'against',
  nextWindow: 'next window',
  noWindow: 'none named',
  heard: 'heard',
  newest: 'newest',
  nothingSeen: 'nothing seen',
  outletUnknown: 'outlet unknown',
  sign: (title: string, direction: string) => `${title}, ${direction}`,
  next: (days: number) => `The next ${describeHorizon(days)}.`,
  course: (title: string) => `${title}: probability by day. Arrows choose a day, Enter opens it.`,
} as const;
