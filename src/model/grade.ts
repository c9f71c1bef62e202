import type { ClaimRef } from './report.ts';

/** Reliability of a source (Admiralty, AJP-2.1), from its own record or set by a person; see `docs/reference/terms.md`. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
};

/** Credibility of what is said, from origins and contradictions alone. */
export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

export const CREDIBILITY_WORDS: Readonly<Record<Credibility, string>> = {
  '1': 'confirmed',
  '2': 'probably true',
  '3': 'possibly true',
  '4': 'doubtful',
  '5': 'improbable',
  '6': 'cannot be judged',
};

/** A grade that a person has set, whatever was worked out. */
export interface SetGrade {
  /** Id of the judgement: `j7`. */
  readonly judgement: string;
  readonly by: string;
  readonly made: string;
  readonly note: string;
}

/**
 * What became of what a source reported first or on its own. `confirmed`: an independent origin said so too, afterwards. `contradicted`:
 * a firmer or the majority of origins says otherwise, or a denial stood. `distorted`: it made more of its source than that
 * says. `corrected`, `retracted`: it took it back in part or altogether. `open`: none of these so far.
 */
export const CLAIM_OUTCOMES = [
  'confirmed',
  'contradicted',
  'distorted',
  'corrected',
  'retracted',
  'open',
] as const;
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number];

/** By what it came out so. */
export const OUTCOME_REASONS = [
  'independent origin',
  'majority of origins',
  'firmer origin',
  'standing denial',
  'confirmed after its denial',
  'own note',
  'says more than its source',
  'nothing yet',
] as const;
export type OutcomeReason = (typeof OUTCOME_REASONS)[number];

export const SOURCE_KINDS = ['outlet', 'office', 'group'] as const;
/** An outlet; a public office or body that speaks; an armed or political group. Private persons get no grade. */
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What a source reported of one incident first or on its own, and what became of it. */
export interface TrackedClaim {
  readonly incident: string;
  /** The incident in a few words. */
  readonly title: string;
  readonly outcome: ClaimOutcome;
  readonly reason: OutcomeReason;
  /** The same in one sentence. */
  readonly why: string;
  readonly claim: ClaimRef;
  /** What confirms or contradicts it. */
  readonly others: readonly ClaimRef[];
}

/** A source with its grade: what stands beside its name. */
export interface SourceMark {
  /** Key under which its record is kept: `harbour wire`, `office us centcom`. */
  readonly source: string;
  readonly name: string;
  readonly type: SourceKind;
  /** The grade that holds: the one set by a person, else the one worked out. */
  readonly grade: Reliability;
  /** True where a person has set it. */
  readonly isSet: boolean;
}

/** A source with its record and the grade that follows from it. */
export interface SourceGrade extends SourceMark {
  readonly kind: 'sourceGrade';
  readonly workedOut: Reliability;
  readonly set?: SetGrade;
  /** Why that was worked out, in one sentence. */
  readonly reason: string;
  /** Its claims by what became of them, one for each incident. */
  readonly counts: Readonly<Record<ClaimOutcome, number>>;
  /** Claims that came out one way or the other, and reports that they stand in. */
  readonly settled: number;
  readonly settledReports: number;
  /** Its reports, or those in which it speaks; and how many of them only repeat others. */
  readonly reports: number;
  readonly relays: number;
  /** Share of its claims that hold, with the interval in which it lies with 80 %; each 0 to 1. */
  readonly share: { readonly mean: number; readonly low: number; readonly high: number };
}

/** A source's grade with every claim that it rests on. */
export interface SourceRecord extends SourceGrade {
  /** Latest first. */
  readonly claims: readonly TrackedClaim[];
}

/** The lines of the written rule for information; see `docs/concepts.md`. */
export const INFORMATION_RULES = [
  'several confirmed',
  'one confirmed',
  'possible only',
  'outweighed',
  'balanced',
  'outdated',
  'says more than its source',
  'overborne',
  'not to be settled yet',
  'unknown origin',
  'nobody affirms',
] as const;
export type InformationRule = (typeof INFORMATION_RULES)[number];

/** Numbers of origins, confirmed and possible ones apart: they are never added up. */
export interface OriginCounts {
  readonly confirmed: number;
  readonly possible: number;
}

/** How credible an incident or a claim is, and why. */
export interface InformationGrade {
  /** The grade that holds: the one set by a person, else the one worked out. */
  readonly grade: Credibility;
  readonly workedOut: Credibility;
  readonly set?: SetGrade;
  /** The line of the rule that it was worked out by. */
  readonly rule: InformationRule;
  /** The same in one sentence. */
  readonly reason: string;
  /** Origins that say so and that say it is not so. Whose words are hedged counts as possible. */
  readonly for: OriginCounts;
  readonly against: OriginCounts;
  /** The first claim of each. */
  readonly claimsFor: readonly ClaimRef[];
  readonly claimsAgainst: readonly ClaimRef[];
  /** What of it is told in ways that cannot all hold, and is not what is graded: `rockets`, `killed (civilian)`, `place`. */
  readonly disputed: readonly string[];
}

/** What a grade can be of. */
export const GRADED_TYPES = ['source', 'incident', 'claim'] as const;
export type GradedType = (typeof GRADED_TYPES)[number];

/** One change of a grade by a person: for the record of who changed what. */
export interface GradeChange {
  readonly judgement: string;
  readonly made: string;
  readonly by: string;
  /** What is graded: a source's key, an incident's id, or a claim as `sha256:…#c1`. */
  readonly of: string;
  readonly type: GradedType;
  /** The value that was set; absent where an earlier grade was withdrawn. */
  readonly value?: string;
  /** Id of the judgement that was withdrawn. */
  readonly withdraws?: string;
  readonly note: string;
  /** Whether it holds: not withdrawn, and no later one of the same thing holds. */
  readonly stands: boolean;
}

/** The sources with their grades, and who has changed any grade. */
export interface GradeList {
  readonly kind: 'grades';
  readonly asOf: string;
  /** Those with most settled claims first. */
  readonly rows: readonly SourceGrade[];
  readonly total: number;
  /** Oldest first. */
  readonly log: readonly GradeChange[];
}

/** A claim or an incident with its grade, or a source with its record, and who has changed it. */
export interface GradeDetail {
  readonly kind: 'grade';
  readonly asOf: string;
  readonly of: string;
  readonly type: GradedType;
  /** Of a source. */
  readonly source?: SourceRecord;
  /** Of an incident or a claim. */
  readonly information?: InformationGrade;
  /** Sources of that incident or claim: marks of their own, never added to the other. */
  readonly sources: readonly SourceMark[];
  /** Oldest first. */
  readonly log: readonly GradeChange[];
}

/** What one may ask of the grade of. */
export interface GradeRequest {
  readonly type: GradedType;
  /** A source's key or name, an incident's id, or a claim as `sha256:…#c1`. */
  readonly of: string;
  /** ISO 8601; now unless given. */
  readonly asOf?: string;
}
