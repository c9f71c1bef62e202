import type { LedgerEntry } from '../../model/forecast.ts';
import type { Replay, ReplayIncident, ReplayStep } from '../../model/replay.ts';
import { addDays, findDay } from '../ledger/days.ts';
import { listSigns, measureAddition } from './ablation.ts';
import type { Course } from './course.ts';
import { FiledRecord } from './filed.ts';
import { findOutcome, type JudgeContext, type Judgements, judgeCourse } from './judge.ts';
import { countAlarms, scoreCourse } from './scores.ts';

export interface ReplayGiven extends JudgeContext {
  /** The problem as it is replayed, at moments in order. */
  readonly course: Course;
  /** By id of an indicator or window: the same without it. */
  readonly ablated?: ReadonlyMap<string, Course>;
  /** Ids that were left out. */
  readonly without: readonly string[];
  /** The ledger of the problem, in order of filing. */
  readonly filed: readonly LedgerEntry[];
  /** First and last moment. */
  readonly from: string;
  readonly to: string;
  /** Milliseconds. */
  readonly step: number;
  /** Program and version. */
  readonly engine: string;
}

/** Puts together what a replay found: the course against outcomes and the record, with its alarms and scores. */
export function makeReplay(given: ReplayGiven): Replay {
  const { course, ablated, without, from, to, step, asOf, engine } = given;
  const { problem } = course;
  const judged = judgeCourse(course, given);
  const outcomes = chooseOutcomes(given.outcomes, course, { from, to });
  const ablation =
    ablated === undefined
      ? {}
      : {
          ablation: listSigns(problem).flatMap((sign) => {
            const other = ablated.get(sign.id);
            if (other === undefined) return [];
            return [
              measureAddition(sign, { course, judged }, { course: other, judged: judgeCourse(other, given) }),
            ];
          }),
        };
  return {
    kind: 'replay',
    problem: problem.id,
    problemVersion: problem.version,
    title: problem.title,
    question: problem.question,
    from,
    to,
    asOf,
    step,
    leading: course.moments[0]?.leading ?? problem.levels.horizon,
    without,
    steps: listSteps(course, judged, given.filed),
    warnings: course.warnings,
    outcomes,
    alarms: countAlarms(judged),
    scores: scoreCourse(course, judged),
    ...ablation,
    engine,
  };
}

function listSteps(course: Course, judged: Judgements, filed: readonly LedgerEntry[]): readonly ReplayStep[] {
  const record = new FiledRecord(filed);
  return course.moments.map((moment) => {
    const { asOf, level, confidence, observed, reports } = moment;
    const standing = record.at(moment, course.problem.version);
    const horizons = moment.horizons.map(({ days, probability, baseRate }, i) => ({
      days,
      probability,
      baseRate,
      outcome: findOutcome(judged, moment.entries[i]!.hash),
      ...(standing[i] === undefined ? {} : { filed: standing[i] }),
    }));
    return { asOf, level, confidence, horizons, observed, reports };
  });
}

/** Those that a forecast of the course might have been about. */
function chooseOutcomes(
  outcomes: readonly ReplayIncident[],
  { problem: { horizons } }: Course,
  { from, to }: { readonly from: string; readonly to: string },
): readonly ReplayIncident[] {
  const last = addDays(findDay(to), Math.max(0, ...horizons));
  return outcomes
    .filter(({ day }) => day >= findDay(from) && day <= last)
    .map(({ incident, day, knownSince, claims }) => ({ incident, day, knownSince, claims }));
}
