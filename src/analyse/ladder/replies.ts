import type { IncidentReply } from '../../model/incident.ts';
import type { LadderPlan, Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';

import { matchIndicators, OUTCOME } from '../indicator/indicators.ts';
import { linkAnswers } from './answers.ts';
import { type BareStep, findSteps } from './steps.ts';

/** What one incident answers, and what answered it. */
export interface Replies {
  readonly answers?: readonly IncidentReply[];
  readonly answeredBy?: readonly IncidentReply[];
}

/**
 * What an incident answers and what answered it, in each problem with two sides of which it is a step. What texts say stands before
 * what is taken for an answer by its time.
 *
 * @example
 * findReplies('i0a1b2c3d4e5f', problems, { reports, asOf }).answers?.[0]?.lag; // 3
 */
export function findReplies(
  incident: string,
  problems: readonly Problem[],
  { reports, asOf }: { readonly reports: readonly Report[]; readonly asOf: string },
): Replies {
  const today = new Date(asOf).toISOString().slice(0, 10);
  const answers: IncidentReply[] = [];
  const answeredBy: IncidentReply[] = [];
  for (const problem of problems) {
    if (problem.ladder === undefined) continue;
    const steps = listSteps(problem, reports).filter(({ day }) => day <= today);
    const own = steps.find((step) => step.incident === incident);
    if (own === undefined) continue;
    const links = linkAnswers(steps, problem.ladder);
    const tell = makeTeller(problem, problem.ladder);
    for (const [step, { incident: to, ...link }] of links.answers) {
      const other = step === own ? steps.find((each) => each.incident === to) : undefined;
      if (other !== undefined) answers.push(tell(other, link));
      if (to === incident) answeredBy.push(tell(step, link));
    }
  }
  return {
    ...(answers.length === 0 ? {} : { answers: answers.sort(compare) }),
    ...(answeredBy.length === 0 ? {} : { answeredBy: answeredBy.sort(compare) }),
  };
}

function listSteps(problem: Problem, reports: readonly Report[]): readonly BareStep[] {
  const outcomes = matchIndicators(problem, reports).get(OUTCOME) ?? [];
  const asked = new Set(outcomes.flatMap(({ mention }) => mention?.incident ?? []));
  return findSteps(problem.ladder!, reports, asked).steps;
}

function makeTeller({ id, title }: Problem, { sides, rungs }: LadderPlan) {
  return (
    other: BareStep,
    { lag, change, said }: Pick<IncidentReply, 'lag' | 'change' | 'said'>,
  ): IncidentReply => ({
    problem: id,
    problemTitle: title,
    incident: other.incident,
    title: other.title,
    day: other.day,
    side: sides.find((side) => side.id === other.side)?.title ?? other.side,
    rung: other.rung,
    rungTitle: rungs[other.rung - 1]?.title ?? '',
    lag,
    change,
    said,
  });
}

/** What a text says first, then by day. */
function compare(a: IncidentReply, b: IncidentReply): number {
  if (a.said !== b.said) return a.said ? -1 : 1;
  return a.day === b.day ? 0 : a.day < b.day ? -1 : 1;
}
