import type { Brief, BriefSection, BriefSectionName, DroppedSentence, Sentence } from '../../model/brief.ts';
import { PageError } from '../../model/errors.ts';
import { CitedTexts } from './cited.ts';
import { gatherEvidence } from './evidence.ts';
import type { BriefFacts } from './facts.ts';
import { type LintSources, lintSentence } from './lint.ts';
import { listReasons } from './reasons.ts';
import { tellBottomLine } from './sections/bottom-line.ts';
import { tellChanges } from './sections/changed.ts';
import { tellContradictions } from './sections/contradictions.ts';
import { tellReasons, tellWindows } from './sections/reasons.ts';
import { tellSources } from './sections/sources.ts';
import { tellAssumptions, tellGaps, tellHypotheses, tellLadder } from './sections/structure.ts';
import type { Teller } from './teller.ts';
import type { BriefTemplate } from './template.ts';
import { computeValues } from './values.ts';

export interface BriefOptions {
  readonly template: BriefTemplate;
  /** Program and version: `tocsin 0.1.0`. */
  readonly engine: string;
  /** TLP 2.0 label: `CLEAR`. */
  readonly tlp: string;
}

/** How each section is told. */
const SECTIONS: Readonly<Record<BriefSectionName, (teller: Teller) => readonly (Sentence | undefined)[]>> = {
  bottomLine: tellBottomLine,
  changed: tellChanges,
  for: (teller) => tellReasons(teller, 'for'),
  against: (teller) => tellReasons(teller, 'against'),
  window: tellWindows,
  contradictions: tellContradictions,
  hypotheses: tellHypotheses,
  ladder: tellLadder,
  assumptions: tellAssumptions,
  gaps: tellGaps,
  sources: tellSources,
};

/** What sentences are made of and held against, worked out from the facts. */
export function makeTeller(facts: BriefFacts, template: BriefTemplate): Teller & LintSources {
  const evidence = gatherEvidence(facts);
  const cited = new CitedTexts(facts);
  const reasons = listReasons(facts.assessment, evidence);
  const past = facts.assessment.baseRate.incidents.flatMap(({ claims }) =>
    claims.filter((claim) => evidence.findFault(claim) === undefined).slice(0, 1),
  );
  return {
    facts,
    template,
    evidence,
    cited,
    reasons,
    values: computeValues(facts, { reasons, cited, past }),
  };
}

/**
 * Tells an assessment in sentences, each with what it stands on; where there is nothing to say, there is no sentence. What is claimed
 * stays a claim: it is quoted, with who says it. A sentence that the lint refuses is left out, and the brief says so.
 *
 * @throws PageError where a probability of the bottom line would be left out: without its number a brief would mislead.
 * @example
 * const brief = makeBrief(facts, { template, engine: 'tocsin 0.1.0', tlp: 'CLEAR' });
 */
export function makeBrief(facts: BriefFacts, { template, engine, tlp }: BriefOptions): Brief {
  const teller = makeTeller(facts, template);
  const dropped: DroppedSentence[] = [];
  const sections = template.sections.map(({ name, heading }): BriefSection => {
    const told = SECTIONS[name](teller).filter((sentence) => sentence !== undefined);
    return {
      name,
      heading,
      sentences: told.filter((sentence) => isSound(sentence, { name, teller, dropped })),
    };
  });
  const { assessment, earlier, incidents } = facts;
  return {
    kind: 'brief',
    problem: assessment.problem,
    title: assessment.title,
    question: assessment.question,
    asOf: assessment.asOf,
    ...(earlier === undefined ? {} : { since: earlier.assessment.asOf }),
    assessment,
    incidents,
    sections: sections.filter(({ sentences }) => sentences.length > 0),
    ...(dropped.length === 0 ? {} : { dropped }),
    tlp,
    engine,
  };
}

function isSound(
  sentence: Sentence,
  to: {
    readonly name: BriefSectionName;
    readonly teller: Teller & LintSources;
    readonly dropped: DroppedSentence[];
  },
): boolean {
  const [problem] = lintSentence(sentence, to.teller);
  if (problem === undefined) return true;
  if (showsProbability(sentence))
    throw new PageError(
      `brief on ${to.teller.facts.problem.id}`,
      `it is refused, since its bottom line does not hold: ${problem}`,
      'It is a fault of the program: please report it with this line.',
    );
  to.dropped.push({ section: to.name, problem });
  return false;
}

/** Whether a sentence tells one of the probabilities of the bottom line. */
export function showsProbability({ parts }: Sentence): boolean {
  return parts.some(({ from }) => from?.kind === 'computed' && /^horizon\..*\.until$/.test(from.value));
}
