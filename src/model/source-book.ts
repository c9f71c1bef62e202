import type { SourceMark } from './grade.ts';
import type { Hash } from './page.ts';
import type { Level, Watchers } from './problem.ts';
import type { Source, SourceHealth } from './source.ts';

/*
 * Who is heard, how well, what would be missed without them, and the list of those that are asked.
 */

/**
 * `alive` heard as often as is usual with it · `late` silent for longer than is usual · `failing` its feed cannot be had · `dead`
 * silent for so long that it cannot be seen any more, or its feed has failed five times · `new` not asked yet · `paused` not to be
 * asked · `unheard` asked, and nothing of it kept.
 */
export const SOURCE_STATES = ['dead', 'failing', 'late', 'unheard', 'new', 'paused', 'alive'] as const;
export type SourceStateName = (typeof SOURCE_STATES)[number];

/** Looks that failed one after another from which a feed is called dead. */
export const DEAD_FAILURES = 5;

/** Milliseconds: half of the reports came within `median`, nine in ten within `most`. */
export interface LagSummary {
  readonly median: number;
  readonly most: number;
  /** Reports with an instant of publication that this is worked out from. */
  readonly of: number;
}

/** Somebody who publishes: registered with a feed, heard otherwise, or both. */
export interface SourceRow extends Pick<SourceMark, 'source' | 'name'> {
  readonly state: SourceStateName;
  /** What the desk's list says of it; absent where it is not in there. */
  readonly listed?: Source;
  /** How its feed answers now; absent as of an earlier instant. */
  readonly health?: SourceHealth;
  /** ISO 8601 instants of its first and latest word. */
  readonly first?: string;
  readonly last?: string;
  /** Days of silence after which it counts as dead. */
  readonly patience?: number;
  readonly languages: readonly string[];
  readonly country?: string;
  readonly documents: number;
  readonly claims: number;
  /** Incidents of which it was the first to have something, or saw it itself. */
  readonly own: number;
  readonly grade?: Omit<SourceMark, 'source' | 'name' | 'type'> & { readonly reason: string };
  /** From publication to its being known here. */
  readonly lag?: LagSummary;
  /** Behind the first report of the same story, of stories that others told too. */
  readonly behind?: LagSummary;
}

/** A sign of a problem for which too few sources are heard. */
export interface CoverageHole {
  readonly problem: string;
  readonly problemTitle: string;
  readonly indicator: string;
  readonly title: string;
  /** Whom the definition names; all sources where it names nobody. */
  readonly seenBy: Watchers;
  /** Sources that are alive and would report it: none, or a single one. */
  readonly alive: readonly string[];
  readonly dead: readonly { readonly name: string; readonly lastHeard: string }[];
}

export interface SourceTable {
  readonly kind: 'source table';
  readonly asOf: string;
  readonly rows: readonly SourceRow[];
  readonly holes: readonly CoverageHole[];
}

/** How many reports came so late: up to `upTo` milliseconds, and later than that of the bin before; the last has no end. */
export interface LagBin {
  readonly upTo?: number;
  readonly count: number;
}

export interface SourceDetail {
  readonly kind: 'source detail';
  readonly asOf: string;
  readonly row: SourceRow;
  /** UTC days on which it was heard, of the ninety up to the instant. */
  readonly days: readonly { readonly day: string; readonly documents: number }[];
  readonly lags: readonly LagBin[];
  readonly newest: readonly {
    readonly document: Hash;
    readonly title?: string;
    readonly published?: string;
    readonly seen: string;
    readonly claims: number;
  }[];
}

/** A sign that counts now and rests on a source. */
export interface DependingSign {
  /** Id of the indicator. */
  readonly id: string;
  readonly title: string;
  /** Origins that lead to it, and those of them that only this source carries. */
  readonly origins: number;
  readonly carried: number;
  /** Added to the log-odds (natural): as it is, and had the source not been heard. */
  readonly logOdds: number;
  readonly without: number;
}

export interface DependingProblem {
  readonly problem: string;
  readonly title: string;
  /** Days of the leading horizon. */
  readonly horizon: number;
  readonly level: Level;
  readonly p: number;
  readonly withoutLevel: Level;
  readonly withoutP: number;
  readonly signs: readonly DependingSign[];
}

/** What rests on a source: what would be thought had it not been heard. */
export interface Dependants {
  readonly kind: 'dependants';
  readonly asOf: string;
  readonly source: string;
  /** Only problems of which a sign that counts has an origin by way of this source. */
  readonly problems: readonly DependingProblem[];
}

/** A source as somebody wants to add it; an id is made where none is given. */
export type SourceDraft = Partial<Omit<Source, 'kind'>> & Pick<Source, 'name' | 'feed'>;

export interface SourceFault {
  /** Of the text that was handed in, from 1; absent where there was none. */
  readonly line?: number;
  readonly message: string;
}

export const SOURCE_FORMS = ['opml', 'yaml'] as const;
export type SourceForm = (typeof SOURCE_FORMS)[number];

/** What is handed in: a file's text, or entries. */
export type SourcesGiven =
  | { readonly form: SourceForm; readonly text: string }
  | { readonly drafts: readonly SourceDraft[] };

/** What would be added. */
export interface SourcesPreview {
  readonly kind: 'sources preview';
  /** Version of the list that it was compared with. */
  readonly base: string;
  readonly rows: readonly {
    readonly source: Source;
    readonly line?: number;
    /** Id of the source of the list that has this feed already, or had it further up in what was given. */
    readonly known?: string;
  }[];
  readonly faults: readonly SourceFault[];
}

/** The desk's list of sources as its file has it. */
export interface SourceList {
  readonly kind: 'source list';
  /** Name of the file. */
  readonly file: string;
  /** Of its text; `none` where there is no file yet. */
  readonly version: string;
  readonly sources: readonly Source[];
  /** Where the file cannot be used as it is. */
  readonly faults: readonly SourceFault[];
}

/** What was found at an address: its feed, or the feeds that a page names. */
export interface FoundFeeds {
  readonly kind: 'found feeds';
  readonly address: string;
  readonly feeds: readonly {
    readonly feed: string;
    readonly name?: string;
    /** Of a feed that was read itself. */
    readonly items?: number;
    readonly newest?: string;
  }[];
}

/** Who is heard and the list of those that are asked, as `disseminate` and the commands ask for them. */
export interface SourceBook {
  getTable(asOf?: string): Promise<SourceTable>;
  /** These give undefined where nobody of that key is heard or listed (then). */
  getDetail(source: string, asOf?: string): Promise<SourceDetail | undefined>;
  getDependants(source: string, asOf?: string): Promise<Dependants | undefined>;
  getList(): Promise<SourceList>;
  /** Nothing is written, and nothing is fetched. */
  preview(given: SourcesGiven): Promise<SourcesPreview>;
  /**
   * Asks an address: the one thing here that goes to the network.
   *
   * @throws RequestError where it gives no feed.
   */
  find(address: string): Promise<FoundFeeds>;
  /**
   * Adds to the list, all or none; those that it has already are passed over. Comments of the file are kept.
   *
   * @throws DecisionError where somebody else changed it after `base`, or a source does not fit.
   */
  add(drafts: readonly SourceDraft[], base: string): Promise<SourceList>;
  pause(id: string, paused: boolean, base: string): Promise<SourceList>;
  remove(id: string, base: string): Promise<SourceList>;
  exportOpml(): Promise<string>;
}
