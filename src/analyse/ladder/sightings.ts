import type { LadderPlan, Pattern } from '../../model/problem.ts';
import type { Mention, Report } from '../../model/report.ts';
import { choosePossible } from '../indicator/gate.ts';
import { matchEvents } from '../indicator/match.ts';

/** Highest rung, from 1, by the mentions of a report that fit one. */
export type Rungs = ReadonlyMap<Mention, number>;

const NONE: Rungs = new Map();

/** What was found in a report for a plan, so that every report is looked through once: neither is ever changed. */
const found = new WeakMap<LadderPlan, WeakMap<Report, Rungs>>();

/** The mentions of a report that are steps of a ladder, whoever's they are. */
export function matchRungs(plan: LadderPlan, report: Report): Rungs {
  let known = found.get(plan);
  if (known === undefined) {
    known = new WeakMap();
    found.set(plan, known);
  }
  let rungs = known.get(report);
  if (rungs === undefined) {
    rungs = findRungs(plan, report);
    known.set(report, rungs);
  }
  return rungs;
}

function findRungs(plan: LadderPlan, report: Report): Rungs {
  const rungs = new Map<Mention, number>();
  const possible = widen(plan).map((patterns) => choosePossible(patterns, report));
  if (possible.every((patterns) => patterns.length === 0)) return NONE;
  for (const statement of report.statements) {
    if (!statement.mentions.some(({ incident }) => incident !== undefined)) continue;
    for (const [i, patterns] of possible.entries()) {
      for (const pattern of patterns) {
        for (const { mention } of matchEvents(pattern, report, statement)) {
          if (mention?.incident !== undefined) rungs.set(mention, i + 1);
        }
      }
    }
  }
  return rungs.size === 0 ? NONE : rungs;
}

const widened = new WeakMap<LadderPlan, readonly (readonly Pattern[])[]>();

/**
 * The patterns of each rung as a ladder looks for them: what a text tells as history counts, since it is a step on the day on which
 * it happened and not on that of the text; and words alone fit the events that they tell of.
 */
function widen(plan: LadderPlan): readonly (readonly Pattern[])[] {
  const known = widened.get(plan);
  if (known !== undefined) return known;
  const made = plan.rungs.map(({ match }) =>
    match.map((pattern) => ({ ...pattern, background: true, dated: pattern.dated ?? false })),
  );
  widened.set(plan, made);
  return made;
}
