import type { Removal, SetAside } from './correction.ts';
import type { Bound, EventTime, EventType, Realis } from './event.ts';
import type { Credibility, InformationGrade, SourceMark } from './grade.ts';
import type { ClaimRef, Location, Mention, Party } from './report.ts';
import type { OriginTree } from './story.ts';

/** Somebody who says a value: who, on whose word, when. */
export interface Sayer {
  /** Innermost of the chain, with the outlet heard: `Iraqi military (Reuters)`. */
  readonly name: string;
  /** Id of the origin that the claim leads to. */
  readonly origin?: string;
  /** Names of the chain, outermost first: who has it from whom. */
  readonly chain: readonly string[];
  /** Where and when it is said. */
  readonly claim: ClaimRef;
  /** True where a correction note takes it back. */
  readonly withdrawn?: true;
}

/**
 * What became of a value. `standing`: somebody still says it. `superseded`: whoever said it has given another since, or it was
 * an early count that a later one has passed. `withdrawn`: taken back by a correction. `distorted`: only relays say it whose source
 * says less.
 */
export const VALUE_STATES = ['standing', 'superseded', 'withdrawn', 'distorted'] as const;
export type ValueState = (typeof VALUE_STATES)[number];

/** One value that is said for one slot of an incident, and by whom. */
export interface SaidValue {
  readonly value: number;
  readonly bound: Bound;
  /** Upper end where a range is given: 16 of "11 to 16", of which `value` is the lower end. */
  readonly to?: number;
  /** Counts that it is added up from, as the text has them: 4 and 3 of "four in the zone and three outside, seven in all". */
  readonly parts?: readonly number[];
  readonly state: ValueState;
  /** Who says so, innermost of each chain: `Iraqi military`, `unnamed officials (Reuters)`. */
  readonly says: readonly Sayer[];
}

/** `same`: one value. `compatible`: several that can all hold, given their bounds. `contradiction`: two cannot both hold. */
export const FIGURE_RELATIONS = ['same', 'compatible', 'contradiction'] as const;
export type FigureRelation = (typeof FIGURE_RELATIONS)[number];

/**
 * How a count moved. `steady`: it did not. `risen`, `fallen`: later values lie above or below. `corrected`: whoever gave it has
 * taken it down. `mixed`: no one path, since values stand against each other or go up and down.
 */
export const MOVEMENTS = ['steady', 'risen', 'fallen', 'corrected', 'mixed'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/**
 * Why a statement is the best there is. `only value`: nothing else stands. `newest authoritative`: what confirmed origins say, as
 * narrow as the newest of them makes it. `majority of origins`: more than half of the independent origins. `range`: from the
 * lowest to the highest, since it cannot be told who is right. `finest agreed`: the finest place or day that the others agree with.
 */
export const BEST_REASONS = [
  'only value',
  'newest authoritative',
  'majority of origins',
  'range',
  'finest agreed',
] as const;
export type BestReason = (typeof BEST_REASONS)[number];

/** The current best statement of a count. Never an average. */
export interface BestFigure {
  readonly low: number;
  /** Absent where no upper end is said. */
  readonly high?: number;
  /** The value where all that is said is "about": `low` and `high` are then how far that reaches. */
  readonly about?: number;
  readonly reason: BestReason;
  readonly claims: readonly ClaimRef[];
}

/** All values said for one slot of an incident, side by side. */
export interface FigureSlot {
  /** What is counted: `rockets`, `killed`, `injured`… */
  readonly of: string;
  /** Whose: `civilian`, `soldier`; absent where not told apart. */
  readonly who?: string;
  /** In order of the time at which they were first said; one that is called an early count goes before others of its report. */
  readonly values: readonly SaidValue[];
  readonly relation: FigureRelation;
  readonly movement: Movement;
  /** Absent where every value was withdrawn or distorted. */
  readonly best?: BestFigure;
}

/** What is not counted and yet told in different ways. */
export const DISPUTED_THINGS = ['place', 'date', 'perpetrator'] as const;
export type DisputedThing = (typeof DISPUTED_THINGS)[number];

/** One place, day or doer that is named, with who stands for it and who against. */
export interface DisputedValue {
  /** `Green Zone`, `2020-12-20` (`2020-12-19/2020-12-20`), `Kata'ib Hizballah`, `outlaw group`. */
  readonly value: string;
  /** Who says so; of a doer, who names or blames it. */
  readonly says: readonly Sayer[];
  /** Its own claims of responsibility. */
  readonly claimed?: readonly Sayer[];
  /** Its own denials, rejections and condemnations, and those made for it. */
  readonly denied?: readonly Sayer[];
}

/** All that is said on one question of an incident. Names that are only vaguer than another are compatible with it. */
export interface DisputeSlot {
  readonly of: DisputedThing;
  readonly values: readonly DisputedValue[];
  readonly relation: FigureRelation;
  readonly best?: { readonly value: string; readonly reason: BestReason };
}

/**
 * What a relay makes of its source. `harm`: dead where it speaks of hurt. `number`: a higher one. `certainty`: firmer.
 * `perpetrator`: a name where it has none.
 */
export const DISTORTION_KINDS = ['harm', 'number', 'certainty', 'perpetrator'] as const;
export type DistortionKind = (typeof DISTORTION_KINDS)[number];

/** One of the two sides of a distortion. */
export interface DistortedSide {
  /** What is said, in short: `killed (civilian): 1`, `casualties: at least 1`. */
  readonly value: string;
  readonly says: Sayer;
}

/** A relay that says more than, or other than, the source that it rests on. */
export interface Distortion {
  readonly kind: DistortionKind;
  readonly relay: DistortedSide;
  readonly source: DistortedSide;
  /** What leads from the one to the other: both have the same speaker, or the relay credits or copies the source's report. */
  readonly by: 'speaker' | 'credit' | 'wording';
}

/** One real-world happening, or one thing prepared, threatened or feared: a row of a list. */
export interface IncidentSummary {
  readonly kind: 'incident';
  readonly id: string;
  readonly type: EventType;
  readonly mode?: string;
  /** In a few words taken from its reports' own: `rockets fired, Green Zone, Baghdad`. */
  readonly title: string;
  readonly realis: Realis;
  readonly when?: EventTime;
  readonly where?: Location;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly mentions: number;
  readonly documents: number;
  readonly confirmed: number;
  readonly possible: number;
  /** Slots with more than one value. */
  readonly differing: number;
  /** How credible it is that it has come about: see `Incident.information`. Absent where nobody has asked a desk. */
  readonly grade?: Credibility;
  /** Instants since when it is known here, and at which its last mention came. */
  readonly first: string;
  readonly last: string;
}

/**
 * What another incident has to do with one, as a problem's two sides answer each other. `said`: a report says that the later of the
 * two answers the earlier; else it is taken for the answer by its time alone, and may be none.
 */
export interface IncidentReply {
  /** Id and title of the warning problem whose sides they are of. */
  readonly problem: string;
  readonly problemTitle: string;
  /** The other incident, its day and whose deed it is. */
  readonly incident: string;
  readonly title: string;
  readonly day: string;
  readonly side: string;
  /** Rung of the other one, from 1, and what stands on it. */
  readonly rung: number;
  readonly rungTitle: string;
  /** Days from the earlier to the later, and rungs up (or down). */
  readonly lag: number;
  readonly change: number;
  readonly said: boolean;
}

/** An incident with everything said of it. */
export interface Incident extends IncidentSummary {
  readonly instruments: readonly Party[];
  readonly targetKinds: readonly string[];
  readonly figures: readonly FigureSlot[];
  /** Place, day and doer, where anything is said of them. */
  readonly disputes: readonly DisputeSlot[];
  readonly distortions: readonly Distortion[];
  readonly tree: OriginTree;
  /** Each mention with the claim that carries it, earliest first. */
  readonly told: readonly {
    readonly mention: Mention;
    readonly claim: ClaimRef;
    readonly background: boolean;
  }[];
  /** How credible it is, and why; its sources with their marks, which are another matter. Absent where nobody has asked a desk. */
  readonly information?: InformationGrade;
  readonly sources?: readonly SourceMark[];
  /** What it answers, and what answered it, by problem; absent where it is no step of any. */
  readonly answers?: readonly IncidentReply[];
  readonly answeredBy?: readonly IncidentReply[];
  /** What was said of it and counts no longer, with the cause; absent where there is nothing of the kind. */
  readonly setAside?: readonly SetAside[];
  /** The id that was asked for, where a person has made that incident a part of this one. */
  readonly formerly?: string;
  /** What pages said of it and say no longer, without having taken it back; absent where there is nothing of the kind. */
  readonly removed?: readonly Removal[];
  readonly by: string;
}
