import type { Alert } from '../../model/alert.ts';
import type { Marking } from '../../model/marking.ts';
import type { ProbabilityWord } from '../../model/probability.ts';
import type { Level } from '../../model/problem.ts';

/*
 * How a warning is said in CAP 1.2: the whole table, which docs/reference/formats.md repeats and a test compares. A warning tells of what may
 * come, so that its certainty is never `Observed`; and its level says what the desk makes of probability and consequence together.
 */

/** By the level. */
export const SEVERITY: Readonly<Record<Level, 'Extreme' | 'Severe' | 'Moderate' | 'Minor'>> = {
  critical: 'Extreme',
  high: 'Severe',
  elevated: 'Moderate',
  guarded: 'Minor',
  normal: 'Minor',
};

/** By the word of the probability; CAP's own bounds are about 50 % and about 0. */
export const CERTAINTY: Readonly<Record<ProbabilityWord, 'Likely' | 'Possible' | 'Unlikely'>> = {
  'almost certain': 'Likely',
  'very likely': 'Likely',
  likely: 'Likely',
  'roughly even chance': 'Possible',
  unlikely: 'Possible',
  'very unlikely': 'Possible',
  'almost no chance': 'Unlikely',
};

/** First row that fits: the level, and a window that is open, or a horizon of so many days at most. */
export const URGENCY: readonly {
  readonly levels: readonly Level[];
  /** Days of the horizon; a window that is open counts as well. Absent where the level is enough. */
  readonly days?: number;
  readonly urgency: 'Immediate' | 'Expected' | 'Future' | 'Past';
}[] = [
  { levels: ['normal'], urgency: 'Past' },
  { levels: ['critical'], days: 1, urgency: 'Immediate' },
  { levels: ['high', 'critical'], days: 7, urgency: 'Expected' },
  { levels: ['guarded', 'elevated', 'high', 'critical'], urgency: 'Future' },
];

export const RESPONSE: Readonly<Record<Level, 'Prepare' | 'Assess' | 'Monitor' | 'AllClear'>> = {
  critical: 'Prepare',
  high: 'Assess',
  elevated: 'Assess',
  guarded: 'Monitor',
  normal: 'AllClear',
};

export const SCOPE: Readonly<Record<Marking, 'Public' | 'Restricted' | 'Private'>> = {
  CLEAR: 'Public',
  GREEN: 'Restricted',
  AMBER: 'Restricted',
  'AMBER+STRICT': 'Restricted',
  RED: 'Private',
};

export function findUrgency({
  level,
  horizon,
  window,
  asOf,
}: Pick<Alert, 'level' | 'horizon' | 'window' | 'asOf'>) {
  const isOpen = window !== undefined && window.from <= asOf.slice(0, 10) && asOf.slice(0, 10) <= window.to;
  const row = URGENCY.find(
    ({ levels, days }) => levels.includes(level) && (days === undefined || isOpen || horizon <= days),
  );
  return row?.urgency ?? 'Future';
}
