import type { ActorDetail, ActorSummary } from './actor.ts';
import type { Brief, BriefDrafts } from './brief.ts';
import type { Changes, ChangesRequest } from './changes.ts';
import type { Decisions } from './decision.ts';
import type { Definitions } from './definition.ts';
import type { EntityType } from './entity.ts';
import type { EventType, Realis } from './event.ts';
import type { Exporting } from './exporting.ts';
import type { Assessment, Coverage, IndicatorState, LedgerEntry, WeightSource } from './forecast.ts';
import type { GradeDetail, GradeList, GradeRequest } from './grade.ts';
import type { Incident, IncidentSummary } from './incident.ts';
import type { Mapping } from './map.ts';
import type { Probability } from './probability.ts';
import type { Level } from './problem.ts';
import type { Registering } from './register.ts';
import type { Replay, ReplayOptions, ReplayRequest } from './replay.ts';
import type { ClaimRef } from './report.ts';
import type { ScoreReport, ScoreRow } from './score.ts';
import type { Searching } from './search.ts';
import type { SignHistory, SignHistoryRequest } from './sign-history.ts';
import type { SourceHealth } from './source.ts';
import type { SourceBook } from './source-book.ts';
import type { Story, StorySummary } from './story.ts';
import type { Together } from './together.ts';
import type { WatchAreas } from './watch-area.ts';

/** An indicator or window by its id and title. */
export interface BoardReason {
  readonly id: string;
  readonly title: string;
}

/** One warning problem at a glance. */
export interface BoardRow {
  readonly problem: string;
  readonly title: string;
  readonly question: string;
  /** Horizon that is shown. */
  readonly horizon: number;
  readonly probability: Probability;
  readonly baseRate: Probability;
  readonly level: Level;
  /** Who is told at that level; absent where nobody is. */
  readonly told?: readonly string[];
  readonly confidence: Assessment['confidence'];
  /** Change of the probability against a day before, in points of probability (-1 to 1); absent where there was none. */
  readonly change?: number;
  /** Up to 90 days, oldest first: the forecast standing at the end of each day, and whether an outcome fell on it. */
  readonly days: readonly {
    readonly day: string;
    readonly p?: number;
    readonly level?: Level;
    readonly isOutcome: boolean;
  }[];
  /** Indicators and windows that speak for and against, weightiest first. */
  readonly for: readonly BoardReason[];
  readonly against: readonly BoardReason[];
  /** Indicators that are not reported, with what that means. */
  readonly silent?: readonly (BoardReason & { readonly state: IndicatorState })[];
  readonly coverage?: Coverage;
  readonly weights?: WeightSource;
  readonly nextWindow?: BoardReason & { readonly day: string };
  /** The latest sightings of indicators, newest first. */
  readonly newest: readonly {
    readonly indicator: string;
    readonly title: string;
    readonly direction: 'for' | 'against';
    readonly claim: ClaimRef;
  }[];
}

export interface Board {
  readonly kind: 'board';
  readonly asOf: string;
  readonly rows: readonly BoardRow[];
  /** Problem files that could not be used, each with what and where. */
  readonly failures: readonly string[];
  /** Those of them whose text can be read and mended, by the id under which their definition is found. */
  readonly broken: readonly { readonly problem: string; readonly file: string }[];
}

/** What was filed for a problem, and how it came out. */
export interface ForecastRecord {
  readonly kind: 'record';
  readonly problem: string;
  readonly asOf: string;
  readonly scores: readonly ScoreRow[];
  /** Forecasts that were asked for and their settlements, newest first. */
  readonly entries: readonly LedgerEntry[];
  /** Forecasts that fit what was asked for, shown or not. */
  readonly total: number;
}

/** Which part of a record is shown; all of it unless given. */
export interface RecordPage {
  /** Forecasts. */
  readonly limit?: number;
  readonly offset?: number;
  /** Days. */
  readonly horizon?: number;
  /** Last UTC day on which it was made. */
  readonly until?: string;
  /** Number of the forecast's entry, or of a settlement of it. */
  readonly entry?: number;
}

/** What a list of stories or incidents may be asked for. */
export interface PictureRequest {
  /** ISO 8601; now unless given. */
  readonly asOf?: string;
  readonly limit?: number;
  /** Rows to leave out at the beginning. */
  readonly offset?: number;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** What a list of stories may be asked for. */
export interface StoryRequest extends PictureRequest {
  /** Words that its title holds. */
  readonly q?: string;
  /** Days between which it had a report: ISO 8601 dates, both counted. */
  readonly from?: string;
  readonly to?: string;
}

/** What a list of incidents may be asked for. */
export interface IncidentRequest extends PictureRequest {
  /** Id of an actor that has a part in them. */
  readonly actor?: string;
  /** Words that its title, place or parties hold. */
  readonly q?: string;
  readonly eventType?: EventType;
  readonly realis?: Realis;
  /** Days on which it may have happened: ISO 8601 dates, both counted; one without a day goes by when it was last told. */
  readonly from?: string;
  readonly to?: string;
  /** Only those of which a figure is told in different ways. */
  readonly differs?: boolean;
}

/** What a list of actors may be asked for; `country` is the actor's own. */
export interface ActorRequest extends PictureRequest {
  readonly type?: EntityType;
  /** Words that one of its names holds. */
  readonly name?: string;
}

export interface PictureList<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/**
 * What `disseminate` may ask of the analysis; `run` provides it. Everything takes an instant and uses nothing later. What people
 * decide goes back in through `decide`, whom they enter in the register through `addActor`.
 */
export interface Desk
  extends Decisions,
    Registering,
    Definitions,
    Mapping,
    WatchAreas,
    BriefDrafts,
    Searching {
  /** What people of the desk say to each other about all that. */
  readonly together: Together;
  /** Who is heard, and the list of those that are asked. */
  readonly sources: SourceBook;
  /** What leaves in formats of others. */
  readonly exports: Exporting;
  getBoard(asOf?: string): Promise<Board>;
  /** These give undefined where there is no such problem, story or incident (then). */
  getAssessment(problem: string, asOf?: string): Promise<Assessment | undefined>;
  /** How its indicators and windows stood at the end of each day. */
  getSignHistory(problem: string, request?: SignHistoryRequest): Promise<SignHistory | undefined>;
  /** A brief on what is thought, compared with an earlier instant; a day before unless given. Each sentence of it has passed the lint. */
  getBrief(problem: string, asOf?: string, since?: string): Promise<Brief | undefined>;
  getRecord(problem: string, asOf?: string, page?: RecordPage): Promise<ForecastRecord | undefined>;
  /** Of one problem or all of them, also such as are no longer watched. */
  getScores(request?: { readonly problem?: string; readonly asOf?: string }): Promise<ScoreReport>;
  /**
   * What would have been warned when.
   *
   * @throws RequestError for a time, a step or an indicator that does not fit, or too much work at once.
   */
  getReplay(request: ReplayRequest, options?: ReplayOptions): Promise<Replay | undefined>;
  listStories(request: StoryRequest): Promise<PictureList<StorySummary>>;
  getStory(id: string, asOf?: string): Promise<Story | undefined>;
  listIncidents(request: IncidentRequest): Promise<PictureList<IncidentSummary>>;
  getIncident(id: string, asOf?: string): Promise<Incident | undefined>;
  listActors(request: ActorRequest): Promise<PictureList<ActorSummary>>;
  /** Of the register also those that no document names (then). */
  getActor(id: string, asOf?: string): Promise<ActorDetail | undefined>;
  getChanges(request: ChangesRequest): Promise<Changes>;
  listGrades(request: Pick<PictureRequest, 'asOf' | 'limit' | 'offset'>): Promise<GradeList>;
  /** Undefined where there is no such source, incident or claim (then). */
  getGrade(request: GradeRequest): Promise<GradeDetail | undefined>;
  listSources(): Promise<readonly SourceHealth[]>;
}
