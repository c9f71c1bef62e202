import type { Brief, BriefSection } from '../../model/brief.ts';
import type { ForecastRecord } from '../../model/desk.ts';
import type { Assessment } from '../../model/forecast.ts';
import type { Incident } from '../../model/incident.ts';
import { tellBottomLine } from './bottom-line.ts';
import { gatherEvidence } from './evidence.ts';
import { tellFigures } from './figures.ts';
import { lintBrief } from './lint.ts';
import { tellOrigins } from './origins.ts';
import { listReasons, tellReasons, tellWindows } from './reasons.ts';
import { tellSources } from './sources.ts';

export interface BriefGiven {
  /** Incidents whose figures are told where they differ. */
  readonly incidents: readonly Incident[];
  readonly record?: ForecastRecord;
  /** Program and version: `tocsin 0.1.0`. */
  readonly engine: string;
  /** TLP 2.0 label: `CLEAR`. */
  readonly tlp: string;
}

/**
 * Tells an assessment in sentences, each with the claims it stands on; where there is nothing to say, there is no sentence.
 * What is claimed stays a claim: it is quoted, with who says it.
 *
 * @example
 * const brief = makeBrief(assessment, { incidents, engine: 'tocsin 0.1.0', tlp: 'CLEAR' });
 * @throws Error where a sentence breaks a rule of `lintBrief`: a fault of ours, never of what was fetched.
 */
export function makeBrief(assessment: Assessment, given: BriefGiven): Brief {
  const { incidents, record, engine, tlp } = given;
  const evidence = gatherEvidence(assessment, incidents);
  const reasons = listReasons(assessment, evidence);
  const past = new Map(
    assessment.baseRate.incidents.map(({ id, claims }) => [
      id,
      claims.filter((claim) => evidence.findFault(claim) === undefined),
    ]),
  );
  const told: readonly BriefSection[] = [
    {
      name: 'bottomLine',
      heading: 'Bottom line',
      sentences: tellBottomLine({ assessment, reasons, past, record }),
    },
    { name: 'for', heading: 'What speaks for it', sentences: tellReasons(reasons, 'for') },
    { name: 'against', heading: 'What speaks against it', sentences: tellReasons(reasons, 'against') },
    { name: 'origins', heading: 'Who is first-hand', sentences: tellOrigins(reasons) },
    { name: 'figures', heading: 'Figures that differ', sentences: tellFigures(incidents, evidence) },
    { name: 'window', heading: 'Windows', sentences: tellWindows(reasons) },
  ];
  const sources = tellSources(told.flatMap(({ sentences }) => sentences));
  const sections: readonly BriefSection[] = [
    ...told,
    { name: 'sources', heading: 'Sources', sentences: sources },
  ];
  const brief: Brief = {
    kind: 'brief',
    problem: assessment.problem,
    title: assessment.title,
    question: assessment.question,
    asOf: assessment.asOf,
    assessment,
    incidents,
    sections: sections.filter(({ sentences }) => sentences.length > 0),
    tlp,
    engine,
  };
  const [fault] = lintBrief(brief);
  if (fault !== undefined)
    throw new Error(
      `the brief on ${assessment.problem} breaks a rule: ${fault.section}, sentence ${fault.index + 1}: ${fault.problem}`,
    );
  return brief;
}
