import type { Certainty } from './claim.ts';
import type { Credibility } from './grade.ts';
import type { Ladder } from './ladder.ts';
import type { Hash } from './page.ts';
import type { Probability } from './probability.ts';
import type { FakeCost, Level, Reversibility, Strength } from './problem.ts';
import type { ClaimRef } from './report.ts';
import type { OriginTree } from './story.ts';

export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** From what a base rate was made: from days with and without an incident, or from coded events of all pairs of actors. */
export const BASE_RATE_METHODS = ['incidents', 'pairs'] as const;
export type BaseRateMethod = (typeof BASE_RATE_METHODS)[number];

/** How often it happened before. */
export interface BaseRate {
  readonly method: BaseRateMethod;
  /** For each horizon in days: the probability if nothing else were known. */
  readonly horizons: readonly { readonly days: number; readonly probability: Probability }[];
  /** Expected incidents a day, exponentially weighted and smoothed. */
  readonly rate: number;
  /** Past incidents that count: from the store, and from imported history. */
  readonly incidents: readonly {
    readonly id: string;
    readonly day: string;
    readonly claims: readonly ClaimRef[];
  }[];
  readonly history: number;
  /** Days observed. */
  readonly days: number;
  /** What is to be known of it: that no history was imported and it is understated, say. */
  readonly notes: readonly string[];
}

/**
 * Whether an indicator is reported; could be and is not yet; was looked for in vain, by sources that are alive, for as long as its half-life; or
 * cannot be seen, since no live source would report it.
 */
export const INDICATOR_STATES = [
  'observed',
  'not observed',
  'looked and not seen',
  'cannot be seen',
] as const;
export type IndicatorState = (typeof INDICATOR_STATES)[number];

/** How many of the sources that would report something are there, and how many of them delivered in the last day. */
export interface Coverage {
  /** Names of outlets. */
  readonly expected: readonly string[];
  readonly delivered: readonly string[];
  /** Delivered / expected; absent where none is expected. */
  readonly share?: number;
  /** Those expected that are dead, silent for much longer than is usual with them, and when each was last heard; absent where none is. */
  readonly dead?: readonly { readonly name: string; readonly lastHeard: string }[];
}

/** What one independent origin says of a sign, and how much that counts now. */
export interface IndicatorReading {
  /** Id of the origin in the contribution's tree. */
  readonly origin: string;
  /** ISO 8601 instant from which its age is counted. */
  readonly seen: string;
  /** Of the claim by which it counts most. */
  readonly certainty: Certainty;
  /** How credible what it tells is; absent where nothing speaks against it and nobody has set a grade. */
  readonly grade?: Credibility;
  /** 0 to 1, of a fresh reading: by the origin's status, the certainty and the grade. */
  readonly reliability: number;
  /** 0 to 1: what is left of it by its age, and by what the same origin already does elsewhere. */
  readonly weight: number;
}

/** A weight that was re-estimated from outcomes: natural logarithms of likelihood ratios at full weight, both above 0. */
export interface LearnedWeight {
  /** By the analyst's word. */
  readonly stated: number;
  readonly value: number;
  /** Outcomes that it was learned from, those whose days overlap counted as one. */
  readonly outcomes: number;
}

/** From what the weights of an assessment come. */
export interface WeightSource {
  /** Indicators and windows whose weight was learned; the others stand by the analyst's word. */
  readonly learned: number;
  /** Outcomes settled by then, those whose days overlap counted as one; how many of them were yes; and how many are needed. */
  readonly outcomes: number;
  readonly yes: number;
  readonly needed: number;
}

/** What one indicator or window does to the probability. */
export interface Contribution {
  /** Id of the indicator or window; it is a window where `window` is given. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly direction: 'for' | 'against';
  readonly strength: Strength;
  readonly state: IndicatorState;
  /** Added to the log-odds (natural), after weight and decay; 0 where not observed. */
  readonly logOdds: number;
  /** 0 to 1: how much of its strength counts now. */
  readonly weight: number;
  /** Days of the window, of a window; and the incident that they are counted from, where they follow from one. */
  readonly window?: {
    readonly from: string;
    readonly to: string;
    readonly follows?: {
      readonly incident: string;
      readonly day: string;
      readonly claims: readonly ClaimRef[];
    };
  };
  /** When it was last seen: ISO 8601 instant of publication. */
  readonly lastSeen?: string;
  readonly costToFake?: FakeCost;
  readonly reversible?: Reversibility;
  /** Of the sources that would report it. */
  readonly coverage?: Coverage;
  /** What each origin counts for, most first; absent of windows, which count in full. */
  readonly readings?: readonly IndicatorReading[];
  /** Where its weight was learned from outcomes; else it stands by its strength alone. */
  readonly learned?: LearnedWeight;
  /** What it rests on. */
  readonly tree: OriginTree;
}

/**
 * Evidence against hypotheses: a view of how the probability was computed. The posteriors of those that answer yes sum up to
 * the probability of the leading horizon. Prior times the exponential of the sum of its cells, brought to a sum of 1 over
 * all hypotheses, is the posterior.
 */
export interface Matrix {
  readonly hypotheses: readonly {
    readonly id: string;
    readonly title: string;
    readonly why: string;
    readonly answer: 'yes' | 'no';
    /** By the problem's file; absent of the answers themselves, where it names none. */
    readonly share?: number;
    /** By the base rate and its share. */
    readonly prior: number;
    readonly posterior: number;
  }[];
  /** One for each indicator and window, in the order of the contributions. */
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: IndicatorState;
    /** By id of a hypothesis: how much more often it is seen there, by the problem's file; absent where it says nothing. */
    readonly tells?: Readonly<Record<string, Strength>>;
    /**
     * In the order of the hypotheses: natural logarithm of the likelihood ratio as it counts now, given the rows above, of the
     * hypothesis to the answer no as a whole.
     */
    readonly cells: readonly number[];
    /** How far it tells the hypotheses apart: the largest difference between two cells, as it counts or, of what is not seen, as it would. */
    readonly diagnosticity: number;
  }[];
  /**
   * What it would tell most to look for now, most telling first: expected reduction of uncertainty in bits, and the probability of the leading
   * horizon if one confirmed origin told of it today.
   */
  readonly next: readonly {
    readonly id: string;
    readonly title: string;
    readonly gain: number;
    readonly ifSeen: number;
  }[];
}

/** What is thought about one problem at one instant. */
export interface Assessment {
  readonly kind: 'assessment';
  readonly problem: string;
  readonly problemVersion: string;
  readonly title: string;
  readonly question: string;
  /** ISO 8601 instant: nothing published or collected later was used. */
  readonly asOf: string;
  readonly horizons: readonly {
    readonly days: number;
    readonly probability: Probability;
    readonly baseRate: Probability;
  }[];
  /** Horizon (days) that sets the level and for which the contributions are judged; the others follow by proportional hazards. */
  readonly leading: number;
  readonly level: Level;
  readonly confidence: Confidence;
  /** Who is told at that level; absent where nobody is. */
  readonly told?: readonly string[];
  /** Why the evidence deserves that confidence. */
  readonly confidenceWhy: string;
  readonly baseRate: BaseRate;
  /** Most weighty first; those not observed last. */
  readonly contributions: readonly Contribution[];
  /** Of all sources that would report any of the indicators. */
  readonly coverage?: Coverage;
  readonly weights?: WeightSource;
  /** Of the answers themselves where the problem names no hypotheses. */
  readonly matrix?: Matrix;
  /** Where the problem names two sides. */
  readonly ladder?: Ladder;
  /** Reports that were looked at. */
  readonly reports: number;
  readonly gaps: readonly string[];
  readonly by: string;
}

/** What of an assessment is filed and told: without what is only looked at. */
export type Estimate = Omit<Assessment, 'kind' | 'matrix' | 'ladder' | 'gaps'>;

/** A probability on record: what one ledger entry of the kind `forecast` says. */
export interface Forecast {
  readonly kind: 'forecast';
  readonly problem: string;
  readonly problemVersion: string;
  readonly question: string;
  /** Days. */
  readonly horizon: number;
  /** ISO 8601 instant as of which it holds; days are counted from it. */
  readonly asOf: string;
  /** Last day that counts. */
  readonly until: string;
  readonly probability: Probability;
  readonly baseRate: Probability;
  readonly level: Level;
  readonly confidence: Confidence;
  readonly reasons: readonly {
    readonly id: string;
    readonly logOdds: number;
    /** 0 to 1: how much of its strength counted, so that it can be estimated anew; absent in forecasts filed before this was kept. */
    readonly weight?: number;
    readonly confirmed: number;
    readonly possible: number;
    /** `sha256:…#c1`. */
    readonly claims: readonly string[];
  }[];
  /** Why it was filed: `first`, `daily`, `changed`. */
  readonly cause: 'first' | 'daily' | 'changed';
  /** True where it was made by going through pages again that had been kept before, not while they came in. */
  readonly replayed?: boolean;
  readonly engine: string;
}

/** `open`: a settlement was taken back and the time of the forecast has not passed. */
export const SETTLED_OUTCOMES = ['yes', 'no', 'void', 'open'] as const;
export type SettledOutcome = (typeof SETTLED_OUTCOMES)[number];

/** How a forecast came out. The last one filed of a forecast is the one that counts. */
export interface Settlement {
  readonly kind: 'settlement';
  readonly problem: string;
  /** Hash of the ledger entry that is settled. */
  readonly forecast: Hash;
  readonly outcome: SettledOutcome;
  /** Hash of the settlement before it, which was found to be wrong: that entry stays as it is. */
  readonly corrects?: Hash;
  /** Hash of the question and the rule by which it was settled, both as the problem's file had them then. */
  readonly rule?: Hash;
  /** The incident that settles it, and the first claims that tell of it. */
  readonly incident?: string;
  readonly day?: string;
  readonly claims: readonly string[];
  /** True where it was settled after the deadline and the days of grace. */
  readonly late?: boolean;
  /** Of a void one, and of one that corrects another. */
  readonly why?: string;
}

/** One line of the ledger: append-only, each bound to the one before by its hash. */
export interface LedgerEntry {
  readonly kind: 'ledger entry';
  /** 1, 2, 3… */
  readonly number: number;
  /** ISO 8601 instant at which it was filed. */
  readonly filed: string;
  /** Hash of the entry before; absent in the first. */
  readonly previous?: Hash;
  readonly content: Forecast | Settlement;
  /** SHA-256 of the canonical JSON (RFC 8785) of all other fields. */
  readonly hash: Hash;
}

/** How far a ledger had come: signed and kept elsewhere, it shows later whether entries were cut off, or all written anew. */
export interface LedgerCheckpoint {
  readonly kind: 'ledger checkpoint';
  /** Number and hash of the last entry. */
  readonly number: number;
  readonly hash: Hash;
  /** ISO 8601 instant. */
  readonly made: string;
  readonly engine: string;
}
