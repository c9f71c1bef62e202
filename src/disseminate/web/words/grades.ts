import {
  CREDIBILITIES,
  CREDIBILITY_WORDS,
  type Credibility,
  RELIABILITIES,
  RELIABILITY_WORDS,
  type Reliability,
  type SourceGrade,
} from '../../../model/grade.ts';
import type { ActWords } from './decisions.ts';
import { count } from './vocabulary.ts';

/* Admiralty grades: a letter for a source, a digit for what is said. They stand apart; nothing is worked out from both. */

export const GRADE_WORDS = {
  information: 'Credibility of what is said',
  sources: 'Reliability of the sources',
  speakers: 'Reliability of offices and groups',
  grade: 'Grade',
  set: 'set by {who}, {when}: {note} (worked out: {workedOut})',
  none: 'No office or group has been graded yet',
  noneHint: 'Grades arise from what sources reported first or on their own, or are set by hand.',
  fetching: 'Fetching the grades',
} as const;

/** `2, probably true`. */
export function describeCredibility(grade: Credibility): string {
  return `${grade}, ${CREDIBILITY_WORDS[grade]}`;
}

/** `B, usually reliable`. */
export function describeReliability(grade: Reliability): string {
  return `${grade}, ${RELIABILITY_WORDS[grade]}`;
}

export const CREDIBILITY_OPTIONS = CREDIBILITIES.map((value) => ({
  value,
  words: describeCredibility(value),
}));
export const RELIABILITY_OPTIONS = RELIABILITIES.map((value) => ({
  value,
  words: describeReliability(value),
}));

const SET_HINT = 'It holds from now on. What was worked out stays beside it, and so does who set it and why.';

export const SET_CREDIBILITY: ActWords = {
  button: 'Set the grade…',
  title: 'Grade what is said',
  hint: `How credible it is, whoever says so. ${SET_HINT}`,
  submit: 'Set the grade',
  done: 'Graded.',
};

export const SET_RELIABILITY: ActWords = {
  button: 'Set the grade…',
  title: 'Grade the source',
  hint: `How reliable it is, whatever it says. ${SET_HINT}`,
  submit: 'Set the grade',
  done: 'Graded.',
};

/** `14 claims settled in 9 reports, 3 open.` */
export function describeRecord({ settled, settledReports, counts }: SourceGrade): string {
  const open = counts.open === 0 ? '' : `, ${counts.open} open`;
  return `${count(settled, 'claim')} settled in ${count(settledReports, 'report')}${open}.`;
}
