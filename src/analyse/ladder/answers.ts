import type { LadderStep } from '../../model/ladder.ts';
import type { LadderPlan } from '../../model/problem.ts';
import { toDayNumber } from '../forecast/instants.ts';
import type { BareStep } from './steps.ts';

export type Answers = NonNullable<LadderStep['answers']>;

/** What each step answers, and the first answer that each step got. */
export interface Links {
  readonly answers: ReadonlyMap<BareStep, Answers>;
  readonly answered: ReadonlyMap<BareStep, { readonly by: BareStep; readonly lag: number }>;
}

/**
 * Finds what each step answers: the step of the other side that texts say it does, else the latest one that nothing has answered
 * yet, of an earlier day and at most `reply` days ago. Of two steps of one day it is not known which came first: there only a text
 * makes the one the answer to the other.
 *
 * @param steps In the order of their days.
 */
export function linkAnswers(steps: readonly BareStep[], { reply }: Pick<LadderPlan, 'reply'>): Links {
  const byIncident = new Map(steps.map((step) => [step.incident, step]));
  const answers = new Map<BareStep, Answers>();
  const answered = new Map<BareStep, { readonly by: BareStep; readonly lag: number }>();
  // By side, oldest first.
  const waiting = new Map<string, BareStep[]>();
  for (const day of groupByDay(steps)) {
    for (const step of day) {
      const cause = findSaid(step, byIncident);
      const other = cause ?? findWaiting(step, { waiting, answered, reply });
      if (other === undefined) continue;
      const lag = countDays(other, step);
      const change = step.rung - other.rung;
      answers.set(step, { incident: other.incident, lag, change, said: cause !== undefined });
      if (!answered.has(other)) answered.set(other, { by: step, lag });
    }
    for (const step of day) {
      const own = waiting.get(step.side);
      if (own === undefined) waiting.set(step.side, [step]);
      else own.push(step);
    }
  }
  return { answers, answered };
}

function groupByDay(steps: readonly BareStep[]): readonly (readonly BareStep[])[] {
  const days: BareStep[][] = [];
  for (const step of steps) {
    const last = days.at(-1);
    if (last?.[0]?.day === step.day) last.push(step);
    else days.push([step]);
  }
  return days;
}

/** Of what texts name, the step of the other side that most documents do, the latest among equals. */
function findSaid(step: BareStep, byIncident: ReadonlyMap<string, BareStep>): BareStep | undefined {
  return [...step.causes]
    .flatMap(([incident, documents]) => {
      const cause = byIncident.get(incident);
      return cause === undefined || cause.side === step.side || cause.day > step.day
        ? []
        : [{ cause, documents }];
    })
    .sort((a, b) => b.documents - a.documents || (a.cause.day < b.cause.day ? 1 : -1))[0]?.cause;
}

interface Search {
  readonly waiting: ReadonlyMap<string, BareStep[]>;
  readonly answered: ReadonlyMap<BareStep, unknown>;
  readonly reply: number;
}

function findWaiting(step: BareStep, { waiting, answered, reply }: Search): BareStep | undefined {
  for (const [side, steps] of waiting) {
    if (side === step.side) continue;
    // Each is taken off once, so that the search stays short however many there are.
    while (steps.length > 0 && answered.has(steps.at(-1)!)) steps.pop();
    const last = steps.at(-1);
    if (last !== undefined && countDays(last, step) <= reply) return last;
  }
  return undefined;
}

/** Days from one step to another. */
export function countDays(from: Pick<BareStep, 'day'>, to: Pick<BareStep, 'day'>): number {
  return toDayNumber(to.day) - toDayNumber(from.day);
}
