import type { SourceType } from '../../../../model/source.ts';
import type { CoverageHole, SourceStateName } from '../../../../model/source-book.ts';
import { count, nameCountry, nameLanguage } from '../vocabulary.ts';

/* Who is heard, how well, and the list of those that are asked. */

export const SOURCE_STATE_WORDS: Readonly<Record<SourceStateName, string>> = {
  new: 'not asked yet',
  alive: 'alive',
  late: 'late: silent for longer than usual',
  failing: 'failing',
  dead: 'dead: it cannot be seen',
  paused: 'paused',
  unheard: 'answers, nothing kept yet',
};

export const SOURCE_TYPE_WORDS: Readonly<Record<SourceType, string>> = {
  agency: 'news agency',
  state: 'of a state',
  independent: 'independent',
  ngo: 'non-governmental',
  official: 'official',
  warning: 'official warnings',
};

export const SOURCES = {
  title: 'Sources',
  fetching: 'Fetching the sources',
  list: 'Sources, with j and k from one to the next',
  total: (shown: number, all: number) =>
    shown === all ? count(all, 'source') : `${shown} of ${count(all, 'source')}`,
  none: 'No source is heard',
  noneHint: 'Add feeds above and start tocsin collect. Pages that are handed in by hand count as heard, too.',
  noneFits: 'No source fits',
  widen: 'Take a filter away.',
  words: 'Name',
  state: 'State',
  language: 'Language',
  country: 'Country',
  grade: 'Grade',
  listed: 'Feed',
  listedOnly: 'listed',
  unlisted: 'heard otherwise',
  sort: 'Sort by',
  sorts: {
    state: 'state, worst first',
    grade: 'grade',
    lag: 'lag, longest first',
    documents: 'documents, most first',
    name: 'name',
  },
  lastWord: 'last word',
  never: 'never heard',
  documents: (documents: number, claims: number, own: number) =>
    `${count(documents, 'document')}, ${count(claims, 'claim')}, ${own} of its own`,
  lag: (duration: string) => `known after ${duration}`,
  behind: (duration: string) => `${duration} behind the first`,
  atOnce: 'a minute',
  ungraded: 'No grade: nothing of it can be judged',
  gradeDoor: (name: string, letter: string) => `Grade ${letter} of ${name}: what it stands on`,
} as const;

export const HOLES = {
  title: 'What nobody covers',
  none: 'Every sign of every problem has two sources or more that are alive.',
  unseen: 'cannot be seen',
  thin: (name: string) => `only ${name}`,
  wanted: 'would close it:',
  dead: 'silent:',
  count: (holes: number) => count(holes, 'sign'),
  more: (more: number) => `and ${more} more`,
} as const;

/** `an outlet in Iraq, in Arabic`. */
export function describeWanted({ seenBy: { outlet, country, language } }: CoverageHole): string {
  const who = outlet === undefined ? 'any source' : outlet.join(' or ');
  const where = country === undefined ? '' : ` in ${country.map(nameCountry).join(' or ')}`;
  const tongue = language === undefined ? '' : `, in ${language.map(nameLanguage).join(' or ')}`;
  return `${who}${where}${tongue}`;
}

export const SOURCE_PAGE = {
  fetching: 'Fetching the source',
  record: 'Track record',
  noRecord: 'Nothing that it reported first or on its own has come out yet.',
  right: 'held',
  wrong: 'did not hold',
  open: 'open',
  outcome: 'Came out',
  words: 'Words',
  why: 'Why',
  health: 'Heard',
  days: (days: number) => `heard on ${count(days, 'day')} of the last 90`,
  patience: (days: number) => `counts as dead after ${count(days, 'day')} of silence`,
  failures: (failures: number) => `${count(failures, 'look')} failed in a row`,
  answered: 'last answer',
  next: 'next look',
  kept: (kept: number, lost: number) => `${count(kept, 'page')} kept, ${lost} lost`,
  lags: 'From publication to being known here',
  noLags: 'No report of it names the time of its publication.',
  depends: 'What depends on it',
  dependsHint: 'Each problem assessed again as if this source had not been heard.',
  dependsNone: 'Nothing that counts now rests on it.',
  working: 'Working out what would be thought without it',
  without: 'without it',
  carried: (carried: number, origins: number) =>
    carried === 0
      ? `shares ${count(origins, 'origin')} with others`
      : `${carried} of ${count(origins, 'origin')} by it alone`,
  newest: 'Newest documents',
  untitled: 'Without a title',
  feed: 'Feed',
  family: (family: string) => `of ${family}`,
} as const;

export const SOURCE_LIST = {
  add: {
    button: 'Add sources…',
    title: 'Add sources',
    hint: 'Nothing is fetched unless you ask for it. You see what would be added before anything is written.',
    submit: 'Add',
    done: 'Added.',
  },
  remove: {
    button: 'Remove…',
    title: 'Remove the source',
    hint: 'What was kept of it stays.',
    submit: 'Remove',
    done: 'Removed.',
  },
  pause: 'Pause',
  goOn: 'Go on',
  export: 'Export OPML',
  address: 'Address of a feed or page',
  name: 'Name of the outlet',
  look: 'Look for its feed',
  looking: 'Looking',
  lookHint: 'The server asks this address once.',
  file: 'OPML file, or a file in the form of sources.yaml',
  preview: 'Preview',
  sending: 'Sending',
  isNew: 'new',
  known: (id: string) => `in the list as ${id}`,
  line: (line: number) => `line ${line}`,
  faults: (faults: number) => `${count(faults, 'fault')}, not added`,
  submit: (sources: number) => `Add ${count(sources, 'source')}`,
  nothing: 'Nothing new in there.',
  tooLarge: 'The file has more than 2 MB. Hand it in in parts.',
  found: 'Take a feed:',
  items: (items: number) => count(items, 'item'),
  changed: (id: string, paused: boolean) => (paused ? `${id} is paused.` : `${id} is asked again.`),
} as const;

const MINUTE = 60_000;

/** `40 minutes`, `3 hours`, `2 days`. */
export function describeDuration(milliseconds: number): string {
  if (milliseconds < 1.5 * MINUTE) return SOURCES.atOnce;
  if (milliseconds < 90 * MINUTE) return count(Math.round(milliseconds / MINUTE), 'minute');
  if (milliseconds < 36 * 60 * MINUTE) return count(Math.round(milliseconds / (60 * MINUTE)), 'hour');
  return count(Math.round(milliseconds / (1440 * MINUTE)), 'day');
}

/** `up to 6 hours`; of the last bin `later`. */
export function describeBin(upTo: number | undefined): string {
  return upTo === undefined ? 'later' : `up to ${describeDuration(upTo)}`;
}
