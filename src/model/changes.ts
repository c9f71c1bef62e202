import type { Cause, Removal, SetAside, TakenOut } from './correction.ts';
import type { Bound } from './event.ts';
import type { Hash } from './page.ts';
import type { Level } from './problem.ts';
import type { StoryChange } from './story.ts';

/** What of a story or incident is counted. */
export interface PictureCounts {
  readonly documents: number;
  readonly confirmed: number;
  readonly possible: number;
}

/** A story or incident that is not as it was; `before` is absent where it is new, `after` where nothing of it stands any more. */
export interface PictureChange {
  readonly id: string;
  readonly title: string;
  readonly before?: PictureCounts;
  readonly after?: PictureCounts;
  readonly causes: readonly Cause[];
}

/** A value that is said now and was not, or the other way round. */
export interface FigureChange {
  readonly of: string;
  readonly who?: string;
  readonly value: number;
  readonly bound: Bound;
  readonly change: 'gained' | 'lost';
}

/** A story that is not as it was. */
export interface StoryPictureChange extends PictureChange {
  /** Reports that came from other stories or went to them; absent where none did. */
  readonly regrouped?: readonly StoryChange[];
  /** The same that held then and holds no longer, since the document that showed it was rejected. */
  readonly undone?: readonly StoryChange[];
}

export interface IncidentChange extends PictureChange {
  readonly figures: readonly FigureChange[];
}

/** A page that has another text than it had. */
export interface VersionChange {
  readonly document: Hash;
  readonly outlet?: string;
  readonly title?: string;
  readonly url?: string;
  /** Versions that stood then and stand now. */
  readonly from: number;
  readonly to: number;
  readonly known: string;
}

/** What is thought about a warning problem, then and now. */
export interface AssessmentChange {
  readonly problem: string;
  readonly title: string;
  /** Days. */
  readonly horizon: number;
  readonly before: { readonly p: number; readonly level: Level };
  readonly after: { readonly p: number; readonly level: Level };
  /** Indicators and windows whose share in it is another, by what they add to the log-odds. */
  readonly indicators: readonly {
    readonly id: string;
    readonly title: string;
    readonly before: number;
    readonly after: number;
  }[];
  readonly causes: readonly Cause[];
}

/** How the picture differs between two instants. Forecasts on record are no part of it: they are never changed. */
export interface Changes {
  readonly kind: 'changes';
  readonly since: string;
  readonly asOf: string;
  /** Set aside since, and counting again; at most as many of either as were asked for. */
  readonly setAside: readonly SetAside[];
  readonly restored: readonly SetAside[];
  /** What pages no longer say of incidents, without having taken it back; at most as many as were asked for. */
  readonly removed: readonly Removal[];
  /** Documents that a person took out of their story, and those that are in it again. */
  readonly takenOut: readonly TakenOut[];
  readonly putBack: readonly TakenOut[];
  readonly versions: readonly VersionChange[];
  /** Those changed by a correction first, then by id; at most as many as were asked for. */
  readonly incidents: readonly IncidentChange[];
  readonly stories: readonly StoryPictureChange[];
  readonly assessments: readonly AssessmentChange[];
  /** Rows in all, these and those left out. */
  readonly totals: {
    readonly incidents: number;
    readonly stories: number;
    readonly setAside: number;
    readonly restored: number;
    readonly removed: number;
  };
}

export interface ChangesRequest {
  /** ISO 8601; a day before `asOf` unless given. */
  readonly since?: string;
  /** ISO 8601; now unless given. */
  readonly asOf?: string;
  readonly limit?: number;
}
