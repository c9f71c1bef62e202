import type { StartPhase } from '../../../../model/start.ts';
import { count } from '../vocabulary.ts';
import { COMMON } from './common.ts';

/* What stands around every page. */

const starting = {
  reports: 'Reading reports',
  signs: 'Looking for signs in reports',
  incidents: 'Weighing incidents',
  stories: 'Tracing stories',
  problems: 'Looking at problems',
} as const satisfies Record<StartPhase, string>;

export const FRAME = {
  board: 'Board',
  stories: 'Stories',
  incidents: 'Incidents',
  map: 'Map',
  search: 'Search',
  documents: 'Documents',
  actors: 'Actors',
  sources: 'Sources',
  score: 'Record',
  decisions: 'Decisions',
  inbox: 'For you',
  review: 'Review',
  read: 'Read a page',
  api: 'API',
  help: 'Help',
  evidence: 'Evidence',
  light: 'Light',
  dark: 'Dark',
  more: 'More',
  main: 'Main',
  skip: 'Skip to the page',
  noAnswer: 'The server does not answer.',
  asking: 'Asking the server…',
  documentCount: (documents: number) => count(documents, 'document'),
  claimCount: (claims: number) => count(claims, 'claim'),
  eventCount: (events: number) => count(events, 'event'),
  starting: (phase: StartPhase, done: number, total: number) =>
    total === 0
      ? `${starting[phase]}…`
      : `${starting[phase]}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}.`,
  startingHint: 'Documents and searches answer already; the rest appears by itself.',
  example: (name: string) => `example: ${name}`,
} as const;

/** The instant that everything is shown as of. */
export const AS_OF = {
  isExample: 'The last day of the example.',
  isEarlier: 'An earlier state.',
  notShown: 'What came later is not shown.',
  back: 'Back to live',
  label: 'As of',
  live: COMMON.live,
  field: 'Show what was known at',
  show: 'Show',
  earlier: 'A day earlier',
  later: 'A day later',
  slider: 'As of which day',
} as const;

export const SEARCH_BOX = {
  label: 'Search claims, events and documents',
  /** Where there is little room. */
  short: 'Search',
  /** On the list of documents it narrows that list. */
  documents: 'Search documents',
} as const;
