import type { Assessment } from './forecast.ts';
import type { Incident } from './incident.ts';
import type { ClaimRef } from './report.ts';

/** A sentence of ours with the claims it stands on; there is none without. */
export interface Sentence {
  readonly text: string;
  readonly claims: readonly ClaimRef[];
}

export const BRIEF_SECTIONS = [
  'bottomLine',
  'for',
  'against',
  'origins',
  'figures',
  'window',
  'sources',
] as const;
export type BriefSectionName = (typeof BRIEF_SECTIONS)[number];

export interface BriefSection {
  readonly name: BriefSectionName;
  readonly heading: string;
  readonly sentences: readonly Sentence[];
}

/** An assessment told in sentences. */
export interface Brief {
  readonly kind: 'brief';
  readonly problem: string;
  readonly title: string;
  readonly question: string;
  readonly asOf: string;
  readonly assessment: Assessment;
  /** Incidents of the last days whose figures differ. */
  readonly incidents: readonly Incident[];
  readonly sections: readonly BriefSection[];
  readonly tlp: string;
  readonly engine: string;
}
