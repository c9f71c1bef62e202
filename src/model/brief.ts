import type { Signed } from './alert.ts';
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
  /** Who wrote it, of a sentence that an analyst added. */
  readonly own?: { readonly by: string };
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
  /** What analysts made of it; absent of one that is as the engine told it. */
  readonly edited?: {
    /** Sentences of the engine that were left out, and sentences that were added. */
    readonly omitted: number;
    readonly added: number;
    /** Who saved it when, oldest first. */
    readonly record: readonly BriefEdit[];
  };
  readonly tlp: string;
  readonly engine: string;
}

/** That a draft was saved. */
export interface BriefEdit {
  readonly by: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** A sentence of a draft: one of the engine's by its text, or one of an analyst with the claims it cites (`sha256:…#c1`). */
export type DraftSentence =
  | { readonly kind: 'engine'; readonly text: string }
  | {
      readonly kind: 'own';
      readonly text: string;
      readonly claims: readonly string[];
      readonly by: string;
    };

/** Which sentences a brief is to have, in their order. The engine's own words and numbers cannot be changed in it. */
export interface BriefDraft {
  readonly problem: string;
  /** ISO 8601 instant as of which it tells. */
  readonly asOf: string;
  /** How often it was saved: 0 where it is as the engine told it. */
  readonly revision: number;
  readonly sections: readonly {
    readonly name: BriefSectionName;
    readonly sentences: readonly DraftSentence[];
  }[];
  readonly record: readonly BriefEdit[];
}

/** What is wrong with one sentence of a draft. */
export interface DraftMark {
  readonly section: BriefSectionName;
  /** Which sentence of the section, from 0. */
  readonly index: number;
  readonly problem: string;
}

/** A draft with the brief that it makes, and what is wrong with it. */
export interface DraftedBrief {
  readonly kind: 'drafted brief';
  readonly draft: BriefDraft;
  /** Without the sentences that are marked. */
  readonly brief: Brief;
  /** As the engine tells it: what may be chosen from. */
  readonly whole: Brief;
  readonly marks: readonly DraftMark[];
}

/** A draft as somebody saves it. */
export interface DraftChange extends Pick<BriefDraft, 'asOf' | 'revision' | 'sections'> {
  readonly by: string;
}

/** A signed brief, and how it arrived in the channels that are set, where it was to be sent. */
export interface SignedBrief {
  readonly signed: Signed<Brief>;
  readonly deliveries: readonly {
    readonly channel: string;
    readonly state: 'sent' | 'failed';
    readonly problem?: string;
  }[];
}

/** Editing of briefs: one draft for each problem, which everybody at the desk shares. */
export interface BriefDrafts {
  /** The draft that is kept; else one that holds all that the engine tells as of an instant. Undefined where there is no such problem. */
  getDraft(problem: string, asOf?: string): Promise<DraftedBrief | undefined>;
  /** @throws DecisionError where somebody else has saved it meanwhile. */
  putDraft(problem: string, change: DraftChange): Promise<DraftedBrief | undefined>;
  /** Begins anew. @throws DecisionError where somebody else has saved it meanwhile. */
  discardDraft(problem: string, revision: number): Promise<void>;
  /**
   * Signs what a draft makes with the key of the desk, and sends it where that is wanted.
   *
   * @throws DecisionError where a sentence is marked, or somebody else has saved it meanwhile.
   */
  signDraft(
    problem: string,
    request: { readonly revision: number; readonly send: boolean },
  ): Promise<SignedBrief | undefined>;
}
