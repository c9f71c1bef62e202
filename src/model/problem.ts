import type { Certainty, Evidence, LinkType, Polarity, Stance } from './claim.ts';
import type { EntityType, Sector } from './entity.ts';
import type { EventType, Posture, Realis } from './event.ts';
import type { Marking } from './marking.ts';

/** What a party must be; those fields that are given must all hold, each by one of its values. */
export interface PartyPattern {
  readonly name?: readonly string[];
  readonly country?: readonly string[];
  readonly sector?: readonly Sector[];
  readonly type?: readonly EntityType[];
}

/** What a claim and one of its events must be; fields that are given must all hold, each by one of its values. */
export interface Pattern {
  readonly event?: readonly EventType[];
  readonly mode?: readonly string[];
  readonly cameo?: readonly string[];
  readonly realis?: readonly Realis[];
  /** Preparation or capability of one of these kinds. */
  readonly posture?: readonly Posture[];
  readonly actor?: PartyPattern;
  readonly recipient?: PartyPattern;
  /** Either of them. */
  readonly party?: PartyPattern;
  /** None of the actors is this. */
  readonly exceptActor?: PartyPattern;
  readonly instrument?: readonly string[];
  readonly targetKind?: readonly string[];
  /** Countries (ISO 3166-1 alpha-2) or names of places. */
  readonly place?: readonly string[];
  /**
   * Where this is true, only an event counts whose day is known, from this report or another. Its age is counted from
   * that day in any case; one without a known day may be long past.
   */
  readonly dated?: boolean;
  /** What the text tells as history counts only where this is true; false unless given. */
  readonly background?: boolean;
  readonly stance?: readonly Stance[];
  readonly certainty?: readonly Certainty[];
  readonly polarity?: readonly Polarity[];
  readonly evidence?: readonly Evidence[];
  /** Who speaks first-hand. */
  readonly speaker?: {
    readonly name?: readonly string[];
    readonly link?: readonly LinkType[];
    readonly anonymous?: boolean;
  };
  /** Words or phrases, one of which the claim's own words hold; upper and lower case alike, `*` at a word's end for any ending. */
  readonly words?: readonly string[];
  /** None of these. */
  readonly without?: readonly string[];
  /** Words or phrases, one of which the report holds anywhere: in its title, a claim, or the name of a place. */
  readonly about?: readonly string[];
}

/** Likelihood ratios in words; against a question they count as their inverse. */
export const STRENGTHS = { slight: 1.25, moderate: 2, strong: 4, 'very strong': 8 } as const;
export type Strength = keyof typeof STRENGTHS;

/** What it would cost to show a sign without meaning it. */
export const FAKE_COSTS = ['low', 'moderate', 'high'] as const;
export type FakeCost = (typeof FAKE_COSTS)[number];

/** How soon what was done can be undone. */
export const REVERSIBILITIES = ['at once', 'slowly', 'not at all'] as const;
export type Reversibility = (typeof REVERSIBILITIES)[number];

/** Sources that would report a sign where it is to be seen; fields that are given must all hold, each by one of its values. */
export interface Watchers {
  /** Names of outlets or hosts. */
  readonly outlet?: readonly string[];
  /** Of the outlet: ISO 3166-1 alpha-2. */
  readonly country?: readonly string[];
  /** Of its pages: ISO 639-1. */
  readonly language?: readonly string[];
}

/** One of the explanations between which the evidence is to decide. Each stands for one answer to the question. */
export interface Hypothesis {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly answer: 'yes' | 'no';
  /** Its weight among those of the same answer before anything is seen; only the proportions count. */
  readonly share: number;
}

/** An observable that was set in advance, with how much more often it is seen where the answer becomes yes. */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  /** What was thought when it was chosen, and where the idea comes from. */
  readonly why: string;
  readonly direction: 'for' | 'against';
  readonly strength: Strength;
  /** Days after which a sighting counts half. */
  readonly halfLife: number;
  /** One of them must fit; empty where `level` is given. */
  readonly match: readonly Pattern[];
  /** Instead of words and events: another problem stands at this level or above. */
  readonly level?: { readonly problem: string; readonly least: Level };
  readonly costToFake?: FakeCost;
  readonly reversible?: Reversibility;
  /** Who would report it; every source that is read unless given. */
  readonly seenBy?: Watchers;
  /**
   * By id of a hypothesis: how much more often than usual it is seen where that one holds, among the hypotheses of the same answer. Whether
   * the answer is yes or no is told by `direction` and `strength` alone.
   */
  readonly tells?: Readonly<Record<string, Strength>>;
  /** Another indicator of which this is a special case: seen together they count as the stronger of both. */
  readonly partOf?: string;
  /** Where this is true, what was seen before the latest outcome no longer counts: an announced halt that was broken, say. */
  readonly endedByOutcome?: boolean;
}

/** A day of the year, or a period, in which the outcome is thought more likely; it counts from `lead` days before. */
export interface Window {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** `--01-03`: every year; or one day, `2021-01-03`. Not given where the day follows from incidents. */
  readonly day?: string;
  /** Days that follow from incidents which are dated to a day: so many days after, or the same day of each year. */
  readonly after?: {
    readonly match: readonly Pattern[];
    readonly days?: readonly number[];
    readonly everyYear?: boolean;
    /** Origins that such an incident needs, of whatever status. */
    readonly total: number;
  };
  /** Not before this day: an anniversary begins with what it remembers. */
  readonly since?: string;
  readonly lead: number;
  readonly strength: Strength;
  /** It counts only where a report names it. */
  readonly match: readonly Pattern[];
}

/** What two sides do to each other, step by step. */
export interface LadderPlan {
  readonly sides: readonly {
    readonly id: string;
    readonly title: string;
    readonly is: PartyPattern;
    /** Others that belong to it: a state and armed groups abroad are seldom one pattern. */
    readonly also?: readonly PartyPattern[];
  }[];
  /**
   * Id of the side whose deed an outcome is taken for where no text names who did it: rockets are fired by somebody. Absent where
   * either side may have done it.
   */
  readonly outcome?: string;
  /** Lowest first. */
  readonly rungs: readonly { readonly title: string; readonly match: readonly Pattern[] }[];
  /** Days within which a step is taken for the reply to the other side's last one, unless the text says so itself. */
  readonly reply: number;
}

/** Who is told, and from which level on: a post or a desk, no address. */
export interface Telling {
  readonly at: Level;
  readonly who: string;
}

export const LEVELS = ['normal', 'guarded', 'elevated', 'high', 'critical'] as const;
export type Level = (typeof LEVELS)[number];

/**
 * Who is told at a level: whoever is told from it or from a lower one on, each once.
 *
 * @example
 * findTold([{ at: 'elevated', who: 'desk' }, { at: 'critical', who: 'crisis cell' }], 'high'); // ['desk']
 */
export function findTold(tell: readonly Telling[], level: Level): readonly string[] {
  const told = tell.filter(({ at }) => LEVELS.indexOf(at) <= LEVELS.indexOf(level));
  return [...new Set(told.map(({ who }) => who))];
}

/** A question that can be settled, with what bears on it. */
export interface Problem {
  readonly kind: 'problem';
  readonly id: string;
  /** Hash of the file: forecasts name what they were made with. */
  readonly version: string;
  readonly title: string;
  readonly question: string;
  /** Days. */
  readonly horizons: readonly number[];
  /** An incident that answers yes. */
  readonly outcome: {
    readonly match: readonly Pattern[];
    /** Origins that an incident needs: so many confirmed, or so many in all. */
    readonly confirmed: number;
    readonly total: number;
    /** Days for reports to come in after a horizon has passed. */
    readonly grace: number;
    /** Names of outlets, bodies or offices one of whose own word settles it, whatever the number of origins. */
    readonly settledBy?: readonly string[];
  };
  readonly hypotheses: readonly Hypothesis[];
  readonly ladder?: LadderPlan;
  readonly baseRate: {
    /** Days after which a past incident counts half. */
    readonly halfLife: number;
    /** What is assumed before anything is known: so many incidents in so many days. */
    readonly prior: { readonly incidents: number; readonly days: number };
    /** Rows of imported history that count. */
    readonly history: {
      readonly cameo?: readonly string[];
      readonly actor?: readonly string[];
      readonly recipient?: readonly string[];
      readonly place?: readonly string[];
    };
    /** The pair of actors that the question is about, as imported events name them: their base rate is made from these. */
    readonly pair?: {
      /** ISO 3166-1 alpha-2 of countries, names of others. */
      readonly source: readonly string[];
      readonly target: readonly string[];
      /** CAMEO roots of what is asked about. */
      readonly roots: readonly string[];
    };
  };
  readonly indicators: readonly Indicator[];
  readonly windows: readonly Window[];
  readonly levels: {
    /** Horizon whose probability sets the level. */
    readonly horizon: number;
    /** 0 to 1, by which the probability is multiplied. */
    readonly consequence: number;
    /** Lowest value of each level above normal, ascending. */
    readonly guarded: number;
    readonly elevated: number;
    readonly high: number;
    readonly critical: number;
    /** How far below its threshold a level is left again. */
    readonly hysteresis: number;
  };
  /** Ways in which it could be seen and is not yet: kinds of sources, languages, places. */
  readonly gaps: readonly string[];
  readonly tell: readonly Telling[];
  readonly tlp: Marking;
  /** File it was read from. */
  readonly file: string;
}
