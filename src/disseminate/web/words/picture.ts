import type { Bound } from '../../../model/event.ts';
import type { Contribution, Settlement } from '../../../model/forecast.ts';
import type {
  BestFigure,
  BestReason,
  DisputedThing,
  DistortionKind,
  FigureSlot,
  IncidentSummary,
  Movement,
  ValueState,
} from '../../../model/incident.ts';
import type { Party } from '../../../model/report.ts';
import type { Origin, OriginReason, OriginTree, ReportNode, ReportRole } from '../../../model/story.ts';
import { BOUND_WORDS, count, describeEventType } from './vocabulary.ts';

/* Stories, incidents and warnings in the words of the workbench: short, plain, lower case. */

export const ROLE_WORDS: Readonly<Record<ReportRole, string>> = {
  origin: 'first-hand',
  echo: 'repeats',
  echoWithDetail: 'repeats, with a detail of its own',
  ownConfirmation: 'confirms on its own word',
  ownDenial: 'denies on its own word',
  notConfirmed: 'asked, not confirmed',
};

const REASON_WORDS: Readonly<Record<OriginReason, string>> = {
  'named speaker': 'named speaker',
  office: 'office',
  document: 'document',
  'staff on the spot': 'own staff on the spot',
  'unnamed source': 'unnamed',
  'no visible credit': 'no credit given',
  'circular credit': 'they credit each other',
};

export function describeReason(origin: Pick<Origin, 'reason'>): string {
  return REASON_WORDS[origin.reason];
}

/** `possible, unnamed, through CNN`: how far an origin can be held to it, and who had the access. */
export function describeOrigin({ status, reason, through }: Origin): string {
  const held = status === 'confirmed' ? 'origin' : 'possible origin';
  const words = [held, REASON_WORDS[reason]];
  if (through !== undefined) words.push(`through ${through}`);
  return words.join(', ');
}

export type OriginCounts = Pick<OriginTree, 'confirmed' | 'possible' | 'relays'>;

/** `1 origin, 2 possible`. */
export function describeOrigins({ confirmed, possible }: Omit<OriginCounts, 'relays'>): string {
  const words: string[] = [];
  if (confirmed > 0) words.push(count(confirmed, 'origin'));
  if (possible > 0) words.push(confirmed > 0 ? `${possible} possible` : count(possible, 'possible origin'));
  return words.length === 0 ? 'no origin visible' : words.join(', ');
}

/**
 * `1 origin, 2 possible, 6 relays`. Confirmed and possible origins are never added up.
 *
 * @example
 * describeCounts({ confirmed: 0, possible: 1, relays: 6 }); // '1 possible origin, 6 relays'
 */
export function describeCounts({ relays, ...origins }: OriginCounts): string {
  return `${describeOrigins(origins)}, ${count(relays, 'relay')}`;
}

/** Hours from which on days are enough. */
const MANY_HOURS = 48;
const LAG = /^P(?:(\d{1,6})D|T(?:(\d{1,6})H)?(?:(\d{1,2})M)?)$/;

/**
 * How long after the first report another one came: an ISO 8601 duration of days or of hours and minutes in short words.
 *
 * @example
 * describeLag('PT1H35M'); // '1 h 35 min later'
 */
export function describeLag(lag: string): string | undefined {
  const [, days, hours = '0', minutes = '0'] = LAG.exec(lag) ?? [];
  if (days === '0') return 'on the same day';
  if (days !== undefined) return `${count(Number(days), 'day')} later`;
  if (Number(hours) >= MANY_HOURS) return `${count(Math.floor(Number(hours) / 24), 'day')} later`;
  const words = [...(hours === '0' ? [] : [`${hours} h`]), ...(minutes === '0' ? [] : [`${minutes} min`])];
  return words.length === 0 ? undefined : `${words.join(' ')} later`;
}

/** What a report adds, with whom it repeats: `repeats CNN, The Washington Post`. */
export function describeRole({ role, relays }: Pick<ReportNode, 'role' | 'relays'>): string {
  const names = [...new Set(relays.map(({ name }) => name))];
  if (names.length === 0) return ROLE_WORDS[role];
  const repeated = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  if (role === 'echo') return `repeats ${repeated}${more}`;
  if (role === 'echoWithDetail') return `repeats ${repeated}${more}, with a detail of its own`;
  return `${ROLE_WORDS[role]}; also repeats ${repeated}${more}`;
}

const number = (value: number): string => new Intl.NumberFormat('en').format(value);

/** `at least 8`, `11 to 16`, `7 (4+3)`. */
export function describeValue({
  value,
  bound,
  to,
  parts = [],
}: {
  readonly value: number;
  readonly bound: Bound;
  readonly to?: number;
  readonly parts?: readonly number[];
}): string {
  if (to !== undefined) return `${number(value)} to ${number(to)}`;
  return `${BOUND_WORDS[bound]}${number(value)}${parts.length === 0 ? '' : ` (${parts.map(number).join('+')})`}`;
}

/** What became of a value, where it no longer stands. */
export const STATE_WORDS: Readonly<Record<ValueState, string>> = {
  standing: '',
  superseded: 'passed by a later count',
  withdrawn: 'taken back',
  distorted: 'only in relays whose source says less',
};

export const MOVEMENT_WORDS: Readonly<Record<Movement, string>> = {
  steady: '',
  risen: 'risen over time',
  fallen: 'fallen over time',
  corrected: 'corrected by who gave it',
  mixed: '',
};

export const BEST_WORDS: Readonly<Record<BestReason, string>> = {
  'only value': 'nothing else stands',
  'newest authoritative': 'what the newest confirmed origin leaves open',
  'majority of origins': 'most independent origins say so',
  range: 'from the lowest to the highest: it cannot be told who is right',
  'finest agreed': 'the most precise that the others agree with',
};

/** `21`, `2 to 7`, `at least 8`, `about 30`. */
export function describeBest({ low, high, about }: BestFigure): string {
  if (about !== undefined) return `about ${number(about)}`;
  if (high === undefined) return `at least ${number(low)}`;
  return low === high ? number(low) : `${number(low)} to ${number(high)}`;
}

export const DISPUTE_WORDS: Readonly<Record<DisputedThing, string>> = {
  place: 'Where',
  date: 'When',
  perpetrator: 'Who did it',
};

export const DISTORTION_WORDS: Readonly<Record<DistortionKind, string>> = {
  harm: 'Dead, where the source speaks of hurt',
  number: 'A higher number than the source has',
  certainty: 'Firmer than the source',
  perpetrator: 'A name, where the source has none',
};

/** `rockets`, `injured (soldier)`. */
export function describeSlot({ of, who }: Pick<FigureSlot, 'of' | 'who'>): string {
  return who === undefined ? of : `${of} (${who})`;
}

export const RELATION_WORDS: Readonly<Record<FigureSlot['relation'], string>> = {
  same: 'one value',
  compatible: 'differ, can all hold',
  contradiction: 'cannot all hold',
};

/** `assault, heavy weapons`. */
export function describeIncidentType({ type, mode }: Pick<IncidentSummary, 'type' | 'mode'>): string {
  return mode === undefined
    ? describeEventType(type)
    : `${describeEventType(type)}, ${mode.replaceAll('-', ' ')}`;
}

export function nameParties(parties: readonly Party[]): string {
  return parties.map(({ name }) => name).join(', ');
}

/** `strong, for`. */
export function describeStrength({
  strength,
  direction,
}: Pick<Contribution, 'strength' | 'direction'>): string {
  return `${strength}, ${direction}`;
}

export const OUTCOME_WORDS: Readonly<Record<Settlement['outcome'], string>> = {
  yes: 'it happened',
  no: 'it did not happen',
  void: 'could not be settled',
  open: 'open again',
};
