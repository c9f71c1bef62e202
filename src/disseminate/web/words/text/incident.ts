import type { Bound } from '../../../../model/event.ts';
import type { IncidentReply } from '../../../../model/incident.ts';
import type { PlacePrecision } from '../../../../model/place.ts';
import { describeLagDays, describeRungs } from '../ladder.ts';
import { count } from '../vocabulary.ts';

/* The pages of incidents. */

const PRECISION: Readonly<Record<PlacePrecision, string>> = {
  site: 'a site',
  city: 'a city',
  district: 'a district',
  region: 'a region: the spot is not known',
  country: 'a country: the spot is not known',
  sea: 'a sea: the spot is not known',
  unknown: 'the spot is not known',
};

const BOUNDS: Readonly<Record<Bound, string>> = {
  exactly: '',
  atLeast: '≥ ',
  atMost: '≤ ',
  about: '~ ',
};

const degrees = (value: number, signs: readonly [string, string]) =>
  `${Math.abs(value).toFixed(2)}° ${value < 0 ? signs[1] : signs[0]}`;

export const INCIDENT = {
  unnamed: 'unnamed',
  fetching: 'Fetching the incident',
  all: 'All incidents',
  list: 'Incidents',
  known: 'Known since {since}, last told {last}',
  told: (mentions: number, reports: number) => `${count(mentions, 'mention')} in ${count(reports, 'report')}`,
  differing: (figures: number) => `${count(figures, 'figure')} ${figures === 1 ? 'differs' : 'differ'}`,
  mentions: (mentions: number, origins: string) => `${count(mentions, 'mention')}: ${origins}`,
  asHistory: (realis: string) => `${realis}, as history`,
  formerly: 'Here since a person merged the incident that you asked for into this one.',
  parts: 'On this page',
  moved: 'How the figures moved',
  movedHint: 'Each line is one who says it, each mark a statement; a mark opens the words.',
  axis: 'when it was published',
  low: (bound: Bound, value: string) => `${BOUNDS[bound]}${value}`,
  key: {
    exactly: 'a count',
    atLeast: 'at least',
    atMost: 'at most',
    about: 'about',
    withdrawn: 'taken back',
  },
  lineEnd: (name: string, value: string) => `${name}: ${value}`,
  fetchingChart: 'Drawing the figures',
  fetchingPlace: 'Drawing the place',
  where: 'Where',
  placeLabel: (name: string) => `Where ${name} is`,
  precision: (precision: PlacePrecision) => PRECISION[precision],
  coordinates: (lat: number, lon: number) => `${degrees(lat, ['N', 'S'])}, ${degrees(lon, ['E', 'W'])}`,
  course: 'Course of the report',
  courseHint: 'Who said what first, what changed, what was denied and corrected.',
  moments: {
    happened: 'Said to have happened',
    first: 'First word',
    origin: 'Origin',
    possible: 'Possible origin',
    figure: 'Figure',
    denial: 'Denied',
    claimed: 'Claimed',
    correction: 'Corrected',
    decision: 'Decided here',
    removal: 'No longer said',
    withdrawn: 'Taken back',
  },
  figureFirst: (slot: string, value: string, name: string) => `${slot}: ${value} (${name})`,
  figureMoved: (slot: string, from: string, to: string, name: string) => `${slot}: ${from} → ${to} (${name})`,
  figureWithdrawn: (slot: string, value: string, name: string) => `${slot}: ${value} (${name})`,
  originHad: (name: string, held: string) => `${name}: ${held}`,
  firstWord: (outlet: string | undefined) => outlet ?? 'Outlet unknown',
  denied: (name: string, outlet: string | undefined) =>
    outlet === undefined || outlet === name ? name : `${name} in ${outlet}`,
  deniedOf: (value: string) => `that it was ${value}`,
  claimedOf: (value: string) => `${value} says that it did it`,
  removedFrom: (outlet: string | undefined, version: number) =>
    `${outlet ?? 'A page'}, without a word about it, in version ${version}`,
  unknownTime: 'time unknown',
  replies: 'Answers',
  answers: 'It answers',
  mayAnswer: 'It may answer',
  answeredBy: 'Answered by',
  mayBeAnsweredBy: 'May be answered by',
  reply: ({ lag, change }: Pick<IncidentReply, 'lag' | 'change'>, isSaid: boolean) =>
    `${describeLagDays(lag)}, ${describeRungs(change)}; ${isSaid ? 'a report says so' : 'by its time alone'}`,
  rung: (rung: number, title: string) => `rung ${rung}: ${title}`,
  of: (problem: string) => `of ${problem}`,
  more: (left: number) => `${count(left, 'moment')} more`,
} as const;

export const INCIDENTS = {
  title: 'Incidents',
  fetching: 'Fetching incidents',
  none: 'No incidents yet',
  noneFits: 'No incident fits',
  arise: 'They arise from what is read in documents.',
  widen: 'Take a filter off.',
  total: (total: number) => count(total, 'incident'),
  loading: 'Fetching this row',
  failed: 'This part of the list could not be fetched.',
  list: 'Incidents, the latest first',
} as const;
