import type { Brief, BriefSectionName, Sentence } from '../../model/brief.ts';
import { type BriefEvidence, gatherEvidence } from './evidence.ts';
import { findLikelihoodProblems, mentionsConfidence, mentionsLikelihood } from './likelihood.ts';

/** What is wrong with one sentence of a brief. */
export interface BriefProblem {
  readonly section: BriefSectionName;
  /** Which sentence of the section, from 0. */
  readonly index: number;
  readonly problem: string;
}

/**
 * What a brief must not hold: a sentence without claims, a claim that was not handed in or not known at its instant, a number
 * of likelihood without its word or with another, likelihood and confidence in one sentence.
 *
 * @example
 * const problems = lintBrief(brief);
 * if (problems.length > 0) throw new Error(problems[0].problem);
 */
export function lintBrief(brief: Brief): readonly BriefProblem[] {
  const evidence = gatherEvidence(brief.assessment, brief.incidents);
  return brief.sections.flatMap(({ name, sentences }) =>
    sentences.flatMap((sentence, index) =>
      findSentenceProblems(sentence, evidence).map((problem) => ({ section: name, index, problem })),
    ),
  );
}

function findSentenceProblems({ text, claims }: Sentence, evidence: BriefEvidence): readonly string[] {
  const problems: string[] = [];
  if (text.trim() === '') problems.push('it says nothing');
  if (claims.length === 0) problems.push('it stands on no claim');
  for (const claim of claims) {
    const fault = evidence.findFault(claim);
    if (fault !== undefined) problems.push(fault);
  }
  problems.push(...findLikelihoodProblems(text));
  if (mentionsConfidence(text) && mentionsLikelihood(text))
    problems.push('it speaks of likelihood and of confidence');
  return problems;
}
