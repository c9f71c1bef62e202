import type { Certainty, ChainLink, Evidence, Polarity, Quote, Stance } from './claim.ts';
import type { CorrectionNote } from './correction.ts';
import type { EntityType, Sector } from './entity.ts';
import type { EventCode, EventTime, Figure, Posture, Realis } from './event.ts';
import type { Hash } from './page.ts';
import type { PlacePrecision } from './place.ts';
import type { Span, TextSpan } from './span.ts';

/** Somebody or something that takes part in an event, by what can be compared across documents. */
export interface Party {
  readonly name: string;
  readonly type: EntityType;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly sector?: Sector;
  readonly wikidata?: string;
}

/** Where an event is said to have happened, by what can be compared across documents. */
export interface Location {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Degrees, WGS 84. */
  readonly lat?: number;
  readonly lon?: number;
  readonly precision: PlacePrecision;
}

/** An event as one document tells it. */
export interface Mention {
  /** Id of the event in the document's reading. */
  readonly event: string;
  readonly trigger: TextSpan;
  readonly plover: EventCode;
  readonly cameo: string;
  readonly realis: Realis;
  readonly posture?: Posture;
  /** -2 certainly not … 0 open … 2 certainly. */
  readonly factuality: number;
  readonly background: boolean;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly instruments: readonly Party[];
  readonly targetKind?: string;
  readonly when?: EventTime;
  readonly where?: Location;
  readonly figures: readonly Figure[];
  /** Ids of other events of the same reading, as the reader linked them. */
  readonly sameAs?: string;
  readonly partOf?: string;
  readonly responseTo?: string;
  /**
   * The incident or development that it tells of. Two mentions with one id are about the same happening (or the same
   * thing prepared, threatened or feared). Absent where it is too vague to be compared with any other.
   */
  readonly incident?: string;
}

/** A claim as fusion compares it, with the events that it carries. */
export interface Statement extends Span {
  /** Id of the claim in the document's reading. */
  readonly claim: string;
  /** What is said, at most 500 characters of the text. */
  readonly words: string;
  /** Outermost first; the first link is the outlet itself. */
  readonly chain: readonly ChainLink[];
  readonly quote: Quote;
  readonly stance?: Stance;
  readonly certainty: Certainty;
  readonly polarity: Polarity;
  readonly evidence: Evidence;
  readonly mentions: readonly Mention[];
}

/** Wording that a document shares with an earlier one. */
export interface Reuse extends TextSpan {
  /** The earlier document. `start`, `end` and `text` are the longest shared passage, in the later document. */
  readonly document: Hash;
  /** Share of this document's word sequences that stand in the earlier one, 0 to 1. */
  readonly share: number;
}

/** Bundles of documents that belong to another story than they were in. */
export interface Regrouping {
  readonly from: string;
  readonly into: string;
  readonly bundles: readonly string[];
}

/** One document as fusion sees it: who published it when, what it says, which story it belongs to and whose words it repeats. */
export interface Report {
  readonly kind: 'report';
  readonly document: Hash;
  /** The first document at the same address: all versions of a page have it in common. */
  readonly series: Hash;
  readonly version: number;
  readonly outlet?: string;
  readonly url?: string;
  readonly title?: string;
  readonly published?: string;
  /** A date that the page gives, or that somebody gave, and that cannot be: after it was seen, say. */
  readonly publishedRefused?: string;
  readonly seen: string;
  readonly language?: string;
  /** ISO 8601 instant since when it is known here. */
  readonly knownSince: string;
  readonly story: string;
  /** Documents of the story that are told alike: what is never taken apart. Absent where it is the story's first. */
  readonly bundle?: string;
  /** What of earlier stories belongs elsewhere since this document came: they became one, or one became two. */
  readonly regrouped?: readonly Regrouping[];
  /** Earlier documents whose words it repeats, most first. */
  readonly reuses: readonly Reuse[];
  readonly statements: readonly Statement[];
  /** What the publisher says in it of its own earlier words; absent where there is nothing of the kind. */
  readonly notes?: readonly CorrectionNote[];
  /** Stage and version that made it: `story@1`. */
  readonly by: string;
}

/** A claim of a kept document: where a figure or a sentence of ours leads to. */
export interface ClaimRef extends Span {
  readonly document: Hash;
  readonly claim: string;
  /** The words of the claim's content. */
  readonly words: string;
  /** Where the speaker takes one: the words of a denial alone would read as if it were so. */
  readonly stance?: Stance;
  readonly outlet?: string;
  readonly title?: string;
  readonly published?: string;
}
