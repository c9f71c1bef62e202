import { EVENT_TYPES, type EventType, REALIS, type Realis } from '../../../model/event.ts';
import { REVIEW_STATES, type ReviewState } from '../../../model/review.ts';
import { SOURCE_STATES, type SourceStateName } from '../../../model/source-book.ts';
import type { Span } from '../../../model/span.ts';
import type { ListFilter } from '../api/queries.ts';
import { SHOWN_TYPES } from '../words/actors.ts';

/* What an address may carry. Anything else in it is passed over: an address is typed, shared and cut short. */

type RawSearch = Readonly<Record<string, unknown>>;

function takeText(raw: RawSearch, name: string): string | undefined {
  const value = raw[name];
  return typeof value === 'string' && value !== '' && value.length <= 500 ? value : undefined;
}

function takeAll<Name extends string>(raw: RawSearch, names: readonly Name[]): { [Key in Name]?: string } {
  const taken: { [Key in Name]?: string } = {};
  for (const name of names) {
    const value = takeText(raw, name);
    if (value !== undefined) taken[name] = value;
  }
  return taken;
}

/** Says that what is known now was chosen, where something else would be shown first. */
export const LIVE = 'live';

export interface RootSearch {
  /** ISO 8601 instant, or `live`. */
  readonly asOf?: string | undefined;
  /** What the drawer shows. */
  readonly evidence?: string | undefined;
}

export function parseRootSearch(raw: RawSearch): RootSearch {
  const asOf = takeText(raw, 'asOf');
  const isInstant = asOf !== undefined && (asOf === LIVE || !Number.isNaN(Date.parse(asOf)));
  return { ...(isInstant ? { asOf } : {}), ...takeAll(raw, ['evidence']) };
}

export const FILTERS = [
  'outlet',
  'language',
  'from',
  'to',
  'eventType',
  'realis',
  'stance',
  'country',
] as const;
export type FilterName = (typeof FILTERS)[number];

export type ListSearch = Omit<ListFilter, 'asOf'>;

export function parseListSearch(raw: RawSearch): ListSearch {
  const order = raw.order === 'seen' ? { order: 'seen' as const } : {};
  return { ...takeAll(raw, ['q', ...FILTERS]), ...order };
}

export const VIEWS = ['text', 'timeline', 'versions'] as const;
export type View = (typeof VIEWS)[number];

/** Where a person is in a document. */
export interface ReaderSearch {
  readonly claim?: string | undefined;
  readonly event?: string | undefined;
  /** Words that are neither: offsets `120-184` into the text. */
  readonly at?: string | undefined;
  readonly view?: View | undefined;
  /** A name, place or time of the text, by its id in the reading. */
  readonly thing?: string | undefined;
  /** Two versions that are compared, by the first digits of their ids. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The list that the document was opened from: `documents?outlet=CNN`. */
  readonly list?: string | undefined;
}

/** Offsets as an address has them. */
export function parseRange(at: string | undefined): Span | undefined {
  const [, start, end] = /^(\d{1,8})-(\d{1,8})$/.exec(at ?? '') ?? [];
  const range = { start: Number(start), end: Number(end) };
  return range.start < range.end ? range : undefined;
}

/** Longer than other words of an address: it is one itself. */
const MOST_LIST = 2_000;

function takeList({ list }: RawSearch): { readonly list?: string } {
  return typeof list === 'string' && list !== '' && list.length <= MOST_LIST ? { list } : {};
}

export function parseReaderSearch(raw: RawSearch): ReaderSearch {
  const view = VIEWS.find((name) => name === raw.view && name !== 'text');
  const at = parseRange(takeText(raw, 'at')) === undefined ? {} : takeAll(raw, ['at']);
  return {
    ...takeAll(raw, ['claim', 'event', 'thing', 'from', 'to']),
    ...takeList(raw),
    ...at,
    ...(view === undefined ? {} : { view }),
  };
}

export const PROBLEM_VIEWS = [
  'why',
  'indicators',
  'hypotheses',
  'ladder',
  'record',
  'replay',
  'brief',
  'definition',
] as const;
export type ProblemView = (typeof PROBLEM_VIEWS)[number];

export interface ProblemSearch {
  readonly show?: ProblemView | undefined;
  /** Days. */
  readonly horizon?: string | undefined;
  /** Of a replay: its days, its step, and signs that are left out, with commas between. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly step?: string | undefined;
  readonly without?: string | undefined;
  /** Of the rows of evidence: what tells most first, unless given. */
  readonly rows?: 'counted' | undefined;
  /** Whether what is shown is being changed. */
  readonly edit?: 'on' | undefined;
}

export function parseProblemSearch(raw: RawSearch): ProblemSearch {
  const show = PROBLEM_VIEWS.find((name) => name === raw.show);
  const rows = raw.rows === 'counted' ? { rows: 'counted' as const } : {};
  return {
    ...takeAll(raw, ['horizon', 'from', 'to', 'step', 'without']),
    ...rows,
    ...(raw.edit === 'on' ? { edit: 'on' as const } : {}),
    ...(show === undefined ? {} : { show }),
  };
}

export interface StorySearch {
  /** How the tree is shown: over time, unless given. */
  readonly tree?: 'list' | undefined;
}

export function parseStorySearch(raw: RawSearch): StorySearch {
  return raw.tree === 'list' ? { tree: 'list' } : {};
}

export interface PictureSearch {
  readonly country?: string | undefined;
}

export function parsePictureSearch(raw: RawSearch): PictureSearch {
  const country = takeText(raw, 'country');
  return country !== undefined && /^[A-Z]{2}$/.test(country) ? { country } : {};
}

export interface StoriesSearch extends PictureSearch {
  readonly q?: string | undefined;
  /** Dates. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

function takeDates(raw: RawSearch): { readonly from?: string; readonly to?: string } {
  const given = takeAll(raw, ['from', 'to']);
  return Object.fromEntries(Object.entries(given).filter(([, date]) => DATE.test(date)));
}

function takeWords(raw: RawSearch): { readonly q?: string } {
  const q = takeText(raw, 'q')?.slice(0, 200);
  return q === undefined ? {} : { q };
}

export function parseStoriesSearch(raw: RawSearch): StoriesSearch {
  return { ...parsePictureSearch(raw), ...takeWords(raw), ...takeDates(raw) };
}

export interface IncidentsSearch extends StoriesSearch {
  readonly eventType?: EventType | undefined;
  readonly realis?: Realis | undefined;
  /** Only those of which a figure is told in different ways. */
  readonly differs?: 'true' | undefined;
}

export function parseIncidentsSearch(raw: RawSearch): IncidentsSearch {
  const eventType = EVENT_TYPES.find((each) => each === raw.eventType);
  const realis = REALIS.find((each) => each === raw.realis);
  return {
    ...parseStoriesSearch(raw),
    ...(eventType === undefined ? {} : { eventType }),
    ...(realis === undefined ? {} : { realis }),
    ...(raw.differs === 'true' ? { differs: 'true' } : {}),
  };
}

export interface ActorsSearch extends PictureSearch {
  readonly name?: string | undefined;
  readonly type?: (typeof SHOWN_TYPES)[number] | undefined;
}

export function parseActorsSearch(raw: RawSearch): ActorsSearch {
  const type = SHOWN_TYPES.find((each) => each === raw.type);
  const name = takeText(raw, 'name')?.slice(0, 200);
  return {
    ...parsePictureSearch(raw),
    ...(name === undefined ? {} : { name }),
    ...(type === undefined ? {} : { type }),
  };
}

export const SOURCE_SORTS = ['state', 'grade', 'lag', 'documents', 'name'] as const;

export interface SourcesSearch {
  readonly q?: string | undefined;
  readonly state?: SourceStateName | undefined;
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  readonly grade?: string | undefined;
  /** Whether it is in the desk's list. */
  readonly feed?: 'listed' | 'other' | undefined;
  /** State, the worst first, unless given. */
  readonly sort?: (typeof SOURCE_SORTS)[number] | undefined;
}

export function parseSourcesSearch(raw: RawSearch): SourcesSearch {
  const state = SOURCE_STATES.find((each) => each === raw.state);
  const sort = SOURCE_SORTS.find((each) => each === raw.sort);
  const feed = raw.feed === 'listed' || raw.feed === 'other' ? { feed: raw.feed } : {};
  return {
    ...takeWords(raw),
    ...takeAll(raw, ['language', 'country', 'grade']),
    ...(state === undefined ? {} : { state }),
    ...feed,
    ...(sort === undefined ? {} : { sort }),
  } as SourcesSearch;
}

export interface DecisionsSearch {
  readonly state?: 'holds' | 'withdrawn' | undefined;
}

export function parseDecisionsSearch(raw: RawSearch): DecisionsSearch {
  return raw.state === 'holds' || raw.state === 'withdrawn' ? { state: raw.state } : {};
}

export interface AuditSearch {
  readonly by?: string | undefined;
  readonly operation?: string | undefined;
}

export function parseAuditSearch(raw: RawSearch): AuditSearch {
  return takeAll(raw, ['by', 'operation']);
}

/** The address of a document carries the first digits of its id: short, and enough to single it out. */
export function shortenId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 16);
}

export const INBOX_VIEWS = ['messages', 'mine', 'given', 'all'] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];
export const INBOX_STATES = ['unread', 'open', 'done', 'all'] as const;

export interface InboxSearch {
  readonly show?: InboxView | undefined;
  /** Of messages all unless given, of assignments those that are open. */
  readonly state?: (typeof INBOX_STATES)[number] | undefined;
}

export function parseInboxSearch(raw: RawSearch): InboxSearch {
  const show = INBOX_VIEWS.find((name) => name === raw.show);
  const state = INBOX_STATES.find((name) => name === raw.state);
  return { ...(show === undefined ? {} : { show }), ...(state === undefined ? {} : { state }) };
}

export interface ReviewSearch {
  /** Those that wait unless given. */
  readonly state?: ReviewState | undefined;
}

export function parseReviewSearch(raw: RawSearch): ReviewSearch {
  const state = REVIEW_STATES.find((name) => name === raw.state);
  return state === undefined ? {} : { state };
}
