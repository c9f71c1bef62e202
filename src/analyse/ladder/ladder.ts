import type { Ladder } from '../../model/ladder.ts';
import type { LadderPlan } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import type { Sighting } from '../indicator/indicators.ts';
import { countDays, type Links, linkAnswers } from './answers.ts';
import { type BareStep, findSteps, type Misfit } from './steps.ts';

export interface LadderContext {
  readonly reports: readonly Report[];
  /** Where the problem's outcome is seen. */
  readonly outcomes: readonly Sighting[];
  /** In milliseconds. */
  readonly now: number;
}

/** Latest steps that are listed; what is usual is counted from all. */
const MOST_STEPS = 200;
/** Answers from which on it can be said what is usual. */
const FEWEST_ANSWERS = 3;

/**
 * What two sides do to each other, step by step: which step answers which, after how many days, how many rungs up or down, and the
 * reply that is due and has not come. Steps are incidents with a day; an incident that is told as history is a step on its
 * own day.
 *
 * @example
 * makeLadder(plan, { reports, outcomes, now }).steps.at(-1)?.answers; // { incident: 'i0a1b2c3d4e5f', lag: 3, change: 1, said: true }
 */
export function makeLadder(plan: LadderPlan, { reports, outcomes, now }: LadderContext): Ladder {
  const today = new Date(now).toISOString().slice(0, 10);
  const asked = new Set(outcomes.flatMap(({ mention }) => mention?.incident ?? []));
  const found = findSteps(plan, reports, asked);
  const steps = found.steps.filter(({ day }) => day <= today);
  const links = linkAnswers(steps, plan);
  const shown = steps.slice(-MOST_STEPS);
  const due = findDue(plan, { steps, links, today });
  return {
    sides: plan.sides.map(({ id, title }) => ({ id, title })),
    rungs: plan.rungs.map(({ title }) => title),
    steps: shown.map((step) => {
      const { first: _, causes: __, ...rest } = step;
      const answers = links.answers.get(step);
      return answers === undefined ? rest : { ...rest, answers };
    }),
    notes: [...listMisfits(found.misfits), ...listLeftOff(steps.length - shown.length)],
    ...(due === undefined ? {} : { due }),
  };
}

interface DueRequest {
  readonly steps: readonly BareStep[];
  readonly links: Links;
  readonly today: string;
}

/** The last step that nothing has answered, and how long the other side took for its answers so far. */
function findDue({ sides }: LadderPlan, { steps, links, today }: DueRequest): Ladder['due'] {
  const last = steps.findLast((step) => !links.answered.has(step));
  const side = sides.find(({ id }) => id !== last?.side)?.id;
  if (last === undefined || side === undefined) return undefined;
  const before = steps.filter((step) => step.side === last.side && step !== last);
  const lags = before.flatMap((step) => links.answered.get(step)?.lag ?? []).sort((a, b) => a - b);
  return {
    incident: last.incident,
    side,
    days: countDays(last, { day: today }),
    ...(lags.length < FEWEST_ANSWERS
      ? {}
      : {
          usual: {
            median: findMedian(lags),
            longest: lags.at(-1)!,
            answered: lags.length,
            of: before.length,
          },
        }),
  };
}

function findMedian(ascending: readonly number[]): number {
  const middle = ascending.length / 2;
  return (ascending[Math.ceil(middle) - 1]! + ascending[Math.floor(middle)]!) / 2;
}

const MISFIT_WORDS: Readonly<Record<Misfit, string>> = {
  'no day': 'no known day',
  'no side': 'no known doer of either side',
  'both sides': 'as many documents for the one side as the doer as for the other',
};

function listMisfits(misfits: ReadonlyMap<Misfit, number>): readonly string[] {
  return Object.entries(MISFIT_WORDS).flatMap(([misfit, words]) => {
    const count = misfits.get(misfit as Misfit) ?? 0;
    if (count === 0) return [];
    return [
      count === 1
        ? `1 incident fits a rung and has ${words}.`
        : `${count} incidents fit a rung and have ${words}.`,
    ];
  });
}

function listLeftOff(count: number): readonly string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? '1 earlier step is counted and not listed.'
      : `${count} earlier steps are counted and not listed.`,
  ];
}
