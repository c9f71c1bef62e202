import type { Assessment } from './forecast.ts';
import type { Incident } from './incident.ts';
import type { ClaimRef } from './report.ts';

/**
 * What of a claim a stretch of a sentence repeats. `words`: of its content · `outlet`, `day`: of its document · `speaker`: who is first-hand by
 * it · `via`: the outlet that heard that speaker · `sayer`: who says a figure or names a place, day or doer · `figure`: a count that it
 * gives · `stance`: what is done with the words.
 */
export const CLAIM_FIELDS = [
  'words',
  'outlet',
  'day',
  'speaker',
  'via',
  'sayer',
  'figure',
  'stance',
] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** Where a stretch of a sentence is from. */
export type PartSource =
  /** `sha256:…#c1`. */
  | { readonly kind: 'claim'; readonly claim: string; readonly field: ClaimField }
  /** Of the problem's file: `indicators.preparation.title`. It is the desk's own word, and no report of the world. */
  | { readonly kind: 'problem'; readonly field: string }
  /** Worked out: `horizon.30.probability`. */
  | { readonly kind: 'computed'; readonly value: string };

/** A stretch of a sentence; without a source it is wording of the template, which holds no name and no figure. */
export interface Part {
  readonly text: string;
  readonly from?: PartSource;
}

/**
 * A sentence of ours with what it stands on: claims, or fields of the problem's file; there is none without either. `parts` put together
 * are `text`.
 */
export interface Sentence {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly claims: readonly ClaimRef[];
  /** Fields of the problem's file that it stands on: `baseRate.prior`. Absent where there are none. */
  readonly fields?: readonly string[];
}

export const BRIEF_SECTIONS = [
  'bottomLine',
  'changed',
  'for',
  'against',
  'window',
  'contradictions',
  'hypotheses',
  'ladder',
  'assumptions',
  'gaps',
  'sources',
] as const;
export type BriefSectionName = (typeof BRIEF_SECTIONS)[number];

export interface BriefSection {
  readonly name: BriefSectionName;
  readonly heading: string;
  readonly sentences: readonly Sentence[];
}

/** A sentence that was left out since it did not hold, with the first reason. */
export interface DroppedSentence {
  readonly section: BriefSectionName;
  readonly problem: string;
}

/** An assessment told in sentences. */
export interface Brief {
  readonly kind: 'brief';
  readonly problem: string;
  readonly title: string;
  readonly question: string;
  readonly asOf: string;
  /** ISO 8601 instant with which it is compared. */
  readonly since?: string;
  readonly assessment: Assessment;
  /** Incidents of the last days whose figures differ. */
  readonly incidents: readonly Incident[];
  /** In the order of the template. */
  readonly sections: readonly BriefSection[];
  /** Sentences that the lint refused; absent where there are none. */
  readonly dropped?: readonly DroppedSentence[];
  readonly tlp: string;
  readonly engine: string;
}
