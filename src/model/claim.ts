import type { Span, TextSpan } from './span.ts';

export const LINK_TYPES = ['person', 'office', 'outlet', 'agency', 'document', 'crowd', 'unknown'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

export const QUOTES = ['direct', 'indirect', 'mixed', 'none'] as const;
export type Quote = (typeof QUOTES)[number];

export const STANCES = [
  'asserts',
  'denies',
  'fears',
  'threatens',
  'warns',
  'promises',
  'demands',
  'estimates',
  'doubts',
  'blames',
  'claimsResponsibility',
] as const;
export type Stance = (typeof STANCES)[number];

export const CERTAINTIES = ['certain', 'probable', 'possible', 'unknown'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const POLARITIES = ['affirmed', 'negated'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const EVIDENCES = ['given', 'noneGiven', 'withheld', 'unstated'] as const;
export type Evidence = (typeof EVIDENCES)[number];

/** The words that attribute, and the lemma of their verb or noun. */
export interface Cue extends TextSpan {
  /** Lemma: `report`, `fear`, `accord` (for "according to"). */
  readonly act: string;
}

/** One step of a chain: somebody saying to somebody. */
export interface ChainLink {
  /** The link's name as fully as the document gives it; of an unnamed source, its description: `U.S. officials`. */
  readonly name: string;
  readonly type: LinkType;
  /** True where particular people spoke and none is named anywhere in the text. */
  readonly anonymous?: boolean;
  /** Of an anonymous link: whether one or several people spoke. */
  readonly number?: 'one' | 'several';
  /** Rank, post or body: `commander of U.S. Central Command`. */
  readonly role?: string;
  /** Id of the entity that this link is, where it is one. */
  readonly entity?: string;
  /** Where the link is named in this passage; absent on the outlet itself. */
  readonly start?: number;
  readonly end?: number;
  readonly cue?: Cue;
  /** Of a link that relays another: all that it says, the inner links' words with it, in pieces of the text. */
  readonly said?: readonly (readonly [start: number, end: number])[];
}

/** What is said, and in how many pieces it stands in the text. */
export interface ClaimContent extends TextSpan {
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** Somebody putting a proposition forward: what is said, by whom, on whose word, how firmly. */
export interface Claim extends Span {
  readonly kind: 'claim';
  /** Unique in the reading: `c1`. */
  readonly id: string;
  readonly content: ClaimContent;
  /** Outermost first; the first link is always the outlet itself, without a cue. */
  readonly chain: readonly ChainLink[];
  readonly quote: Quote;
  /** Absent where the speaker took no position: declined to comment, did not confirm. */
  readonly stance?: Stance;
  readonly certainty: Certainty;
  readonly polarity: Polarity;
  readonly evidence: Evidence;
  /** True where what is said is only named, not told ("endorsed the plan", "spoke about trade"): nothing is put forward. */
  readonly topic?: true;
  /** Ids of the events that the content carries. */
  readonly events: readonly string[];
  readonly by: string;
}
