import type { Span, TextSpan } from './span.ts';
import type { TimePrecision } from './time.ts';

/** PLOVER event types (codebook of 2021). */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const REALIS = [
  'occurred',
  'ongoing',
  'ordered',
  'prepared',
  'threatened',
  'expected',
  'possible',
  'conditional',
  'denied',
  'recurrent',
  'exercise',
] as const;
export type Realis = (typeof REALIS)[number];

/** How force stands short of its use, what it can do and what it is meant for; see `data/terms.tsv`. */
export const POSTURES = [
  'force posture',
  'mobilisation',
  'alert level',
  'evacuation',
  'show of force',
  'intent',
  'capability',
  'trigger',
] as const;
export type Posture = (typeof POSTURES)[number];

/** PLOVER type with its mode and contexts. */
export interface EventCode {
  readonly type: EventType;
  readonly mode?: string;
  readonly contexts: readonly string[];
}

/** When an event happened or is to happen, as precisely as the document says. */
export interface EventTime {
  readonly from?: string;
  readonly to?: string;
  readonly precision: TimePrecision;
  /** Id of the time expression it rests on. */
  readonly time?: string;
  /** `published` where fresh news without a time word takes the publication day. */
  readonly anchor?: string;
}

export const BOUNDS = ['exactly', 'atLeast', 'atMost', 'about'] as const;
export type Bound = (typeof BOUNDS)[number];

/** A count that the text gives for an event, with the words that it stands on. */
export interface Figure extends Span {
  /** What is counted: `killed`, `injured`, `captured`, `displaced`, `rockets`, `personnel`… */
  readonly of: string;
  readonly value: number;
  readonly bound: Bound;
  /** Whose: `U.S. citizen`. */
  readonly who?: string;
}

/** What is said to have happened, or to be ordered, prepared, threatened, feared or denied. */
export interface Event {
  readonly kind: 'event';
  /** Unique in the reading: `v1`. */
  readonly id: string;
  /** Id of the claim that carries it. */
  readonly claim: string;
  readonly trigger: TextSpan;
  readonly plover: EventCode;
  /** Fullest CAMEO code that fits, two to four digits. */
  readonly cameo: string;
  readonly realis: Realis;
  /** Where it tells of preparation or capability and not of an act of force. */
  readonly posture?: Posture;
  /** -2 certainly not … 0 open … 2 certainly, by the text's own words. */
  readonly factuality: number;
  /** True for what the text tells as history and not as its news. */
  readonly background: boolean;
  /** Entity ids. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly instruments: readonly string[];
  readonly targetKind?: string;
  readonly when?: EventTime;
  /** Place id. */
  readonly where?: string;
  readonly figures: readonly Figure[];
  /** Ids of other events of the reading. */
  readonly responseTo?: string;
  readonly anniversaryOf?: string;
  readonly partOf?: string;
  readonly sameAs?: string;
  readonly by: string;
}
