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
  /** The one record that all names of it lead to; absent where the name names nobody for certain, and for private persons. */
  readonly record?: string;
}

/** An actor with a record, as one document names it. */
export interface ActorMention extends Party {
  readonly record: string;
  /** Id of the entity in the document's reading. */
  readonly entity: string;
  /** Rank, post or description given in the text. */
  readonly role?: string;
  /** Where it is named, once for each spelling. */
  readonly named: readonly TextSpan[];
}

/** A step of a chain with the record of who it is. */
export interface Speaker extends ChainLink {
  readonly record?: string;
  /** The name under which that record goes, where the text has another. */
  readonly usual?: string;
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
  readonly chain: readonly Speaker[];
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

/** How a document names another outlet as where something comes from. */
export const CREDIT_FORMS = ['report', 'told', 'seen', 'copy', 'part'] as const;
/**
 * `report` "Harbour Wire reported", "according to …" · `told` "officials told Harbour Wire" · `seen` "a copy seen by …" · `copy` a
 * mark that all of the text is an agency's: dateline, byline, a name at the end · `part` "with reporting by …".
 */
export type CreditForm = (typeof CREDIT_FORMS)[number];

/** A name that stands where an outlet is credited. Whether it is one is told by the outlets that are known. */
export interface CreditMark {
  readonly form: CreditForm;
  readonly name: string;
  /** Where the name stands in the text; absent where it stands beside it: in a byline, a line of sources. */
  readonly start?: number;
  readonly end?: number;
  /** The sentence that it stands in. */
  readonly within?: readonly [start: number, end: number];
}

/** Who is said to have said a sentence, for where no claim tells a source. */
export interface Attribution extends Pick<ChainLink, 'name' | 'type' | 'role' | 'anonymous'>, Span {
  /** The sentence. */
  readonly within: readonly [start: number, end: number];
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
  /** Where other outlets are credited; absent where none is. */
  readonly credits?: readonly CreditMark[];
  /** Who speaks at its top, for where no claim tells a source; absent where nobody does. */
  readonly attributions?: readonly Attribution[];
  /** How the text begins, a sentence or two: what it is about where no claim was read. */
  readonly lede?: TextSpan;
  readonly statements: readonly Statement[];
  /** Actors that it names and that can be followed across documents; absent where there is none. */
  readonly actors?: readonly ActorMention[];
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
