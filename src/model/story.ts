import type { LinkType } from './claim.ts';
import type { SetAside, TakenOut } from './correction.ts';
import type { SourceMark } from './grade.ts';
import type { IncidentSummary } from './incident.ts';
import type { Hash } from './page.ts';
import type { ClaimRef } from './report.ts';

/** What an origin can be held to: see `docs/reference/terms.md`. */
export const ORIGIN_STATUSES = ['confirmed', 'possible'] as const;
export type OriginStatus = (typeof ORIGIN_STATUSES)[number];

/** Why an origin is confirmed or only possible. */
export const ORIGIN_REASONS = [
  'named speaker',
  'office',
  'document',
  'staff on the spot',
  'unnamed source',
  'no visible credit',
  'circular credit',
] as const;
export type OriginReason = (typeof ORIGIN_REASONS)[number];

/** What a report adds to the tree. */
export const REPORT_ROLES = [
  'origin',
  'echo',
  'echoWithDetail',
  'ownConfirmation',
  'ownDenial',
  'notConfirmed',
] as const;
export type ReportRole = (typeof REPORT_ROLES)[number];

/** A first-hand access to a fact. */
export interface Origin {
  /** Stable for the same speaker (to the same outlet, where unnamed): `o` and digits of a hash. */
  readonly id: string;
  readonly status: OriginStatus;
  readonly reason: OriginReason;
  /** `U.S. officials`, `U.S. Central Command`, `Harbour Wire`. */
  readonly name: string;
  readonly type: LinkType;
  readonly anonymous?: boolean;
  /** The outlet that had the access, where another speaks: `CNN`. */
  readonly through?: string;
  /** What spoke most for its being first-hand in the report that led to it first: `in the title`. Absent where nothing was weighed. */
  readonly signs?: readonly string[];
  /** The report that led to it first; absent in trees that were recorded before this was kept. */
  readonly first?: Hash;
  /** Every claim that leads to it, earliest first. */
  readonly claims: readonly ClaimRef[];
}

/**
 * `credit` the text or a mark on the page names it · `wording` its words are repeated · `family` an outlet of the same owner has
 * the same without a source.
 */
export const RELAY_GROUNDS = ['credit', 'wording', 'family'] as const;
export type RelayGround = (typeof RELAY_GROUNDS)[number];

/** Whose report a report repeats, and what shows it. */
export interface Relay {
  readonly by: RelayGround;
  /** The outlet, document or agency that is credited, or whose words are repeated. */
  readonly name: string;
  /** The document repeated, where it is kept. */
  readonly document?: Hash;
  /** Share of word sequences in common, of a relay by wording. */
  readonly share?: number;
  /** The owner that both outlets have in common, of a relay by family or by wording. */
  readonly family?: string;
  /** The claim that shows it; absent where the document was found to say nothing but its opening. */
  readonly evidence?: ClaimRef;
}

/** One document in the tree of who repeats whom. */
export interface ReportNode {
  readonly document: Hash;
  readonly outlet?: string;
  readonly title?: string;
  readonly url?: string;
  readonly published?: string;
  /** A date that is given and cannot be: after the page was seen, say. */
  readonly publishedRefused?: string;
  readonly seen: string;
  /** Absent for the first text at its address; 3 where it changed twice. */
  readonly version?: number;
  readonly role: ReportRole;
  readonly relays: readonly Relay[];
  /**
   * ISO 8601 duration since the first report of what it repeats: `PT1H35M`, or `P2D` where one of the two gives its day alone.
   * Absent where it repeats nothing, and where the dates do not tell.
   */
  readonly lag?: string;
  /** Ids of the origins that it leads to. */
  readonly origins: readonly string[];
  /** What it says on the matter. */
  readonly claims: readonly ClaimRef[];
}

/** Who is first-hand on a matter and who only repeats whom. */
export interface OriginTree {
  /** Confirmed ones first, then by time. */
  readonly origins: readonly Origin[];
  /** By time of publication. */
  readonly reports: readonly ReportNode[];
  /** Numbers of origins; never added up. */
  readonly confirmed: number;
  readonly possible: number;
  /** Reports that only repeat. */
  readonly relays: number;
}

export const STORY_CHANGE_TYPES = ['merged', 'split', 'moved'] as const;
/** `merged`: all of a story belongs to another · `split`: a part of it is a story of its own · `moved`: a part belongs to another. */
export type StoryChangeType = (typeof STORY_CHANGE_TYPES)[number];

/** Reports that belong to another story since a document showed it. */
export interface StoryChange {
  readonly type: StoryChangeType;
  readonly from: string;
  readonly into: string;
  /** Reports that it was about. */
  readonly reports: number;
  /** The document that showed it. */
  readonly document: Hash;
  readonly outlet?: string;
  /** ISO 8601 instant since when it is known here. */
  readonly known: string;
}

/** Documents on one happening or development: a row of a list. */
export interface StorySummary {
  readonly kind: 'story';
  readonly id: string;
  /** Title of its first report. */
  readonly title: string;
  /** ISO 8601 instants at which its first and its latest report were seen. */
  readonly first: string;
  readonly last: string;
  readonly documents: number;
  readonly outlets: number;
  readonly confirmed: number;
  readonly possible: number;
  readonly relays: number;
  /** ISO 3166-1 alpha-2 codes of where it takes place, most mentioned first. */
  readonly countries: readonly string[];
}

/** A story with its relay tree and what happened in it. */
export interface Story extends StorySummary {
  readonly tree: OriginTree;
  /** Incidents and developments that its reports tell as news, most reported first. */
  readonly incidents: readonly IncidentSummary[];
  /** Its sources with their grades. Absent where nobody has asked a desk. */
  readonly sources?: readonly SourceMark[];
  /** What was said of it and counts no longer, with the cause; absent where there is nothing of the kind. */
  readonly setAside?: readonly SetAside[];
  /** Documents that a person took out of it, or that make it up since they were taken out of another; absent where there are none. */
  readonly takenOut?: readonly TakenOut[];
  /** How reports came into it from other stories or left it for them; absent where none did. */
  readonly changes?: readonly StoryChange[];
  /** The id that was asked for, where that story has been merged into this one. */
  readonly formerly?: string;
  readonly by: string;
}
