import type { SetAside } from './correction.ts';
import type { Bound, EventTime, EventType, Realis } from './event.ts';
import type { ClaimRef, Location, Mention, Party } from './report.ts';
import type { OriginTree } from './story.ts';

/** One value that is said for one slot of an incident, and by whom. */
export interface SaidValue {
  readonly value: number;
  readonly bound: Bound;
  /** Who says so, innermost of each chain: `Iraqi military`, `unnamed officials (Reuters)`. */
  readonly says: readonly { readonly name: string; readonly origin?: string; readonly claim: ClaimRef }[];
}

/** `same`: one value. `compatible`: several that can all hold, given their bounds. `contradiction`: two cannot both hold. */
export const FIGURE_RELATIONS = ['same', 'compatible', 'contradiction'] as const;
export type FigureRelation = (typeof FIGURE_RELATIONS)[number];

/** All values said for one slot of an incident, side by side. */
export interface FigureSlot {
  /** What is counted: `rockets`, `killed`, `injured`… */
  readonly of: string;
  /** Whose: `civilian`, `soldier`; absent where not told apart. */
  readonly who?: string;
  /** In order of the time at which they were first said. */
  readonly values: readonly SaidValue[];
  readonly relation: FigureRelation;
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
  /** Instants since when it is known here, and at which its last mention came. */
  readonly first: string;
  readonly last: string;
}

/** An incident with everything said of it. */
export interface Incident extends IncidentSummary {
  readonly instruments: readonly Party[];
  readonly targetKinds: readonly string[];
  readonly figures: readonly FigureSlot[];
  readonly tree: OriginTree;
  /** Each mention with the claim that carries it, earliest first. */
  readonly told: readonly {
    readonly mention: Mention;
    readonly claim: ClaimRef;
    readonly background: boolean;
  }[];
  /** What was said of it and counts no longer, with the cause; absent where there is nothing of the kind. */
  readonly setAside?: readonly SetAside[];
  readonly by: string;
}
