import type { Corrected, Removal, SetAside, TakenOut } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Report } from '../../model/report.ts';
import type { StoryChange } from '../../model/story.ts';
import { findReplaced, planNotes } from './given-up.ts';
import { type KnownVersions, planRejections } from './judged.ts';
import { Plan } from './plan.ts';
import type { IncidentMove } from './regroup-incidents.ts';
import { findRemovals } from './removals.ts';
import { planRepeats } from './repeats.ts';

/** What stands of all that is known, and what was set aside. */
export interface Standing {
  /** Of each page the version that stands, without what is set aside. */
  readonly reports: readonly Report[];
  readonly setAside: readonly SetAside[];
  /** What pages no longer say, without having taken it back. */
  readonly removed: readonly Removal[];
  /** Documents that a person took out of the story that they were in. */
  readonly takenOut: readonly TakenOut[];
  /** Fields that a person put right. */
  readonly corrected: readonly Corrected[];
  /** Incidents that people put together or apart. */
  readonly incidentMoves: readonly IncidentMove[];
  /** What became of earlier stories. */
  readonly regrouped: readonly StoryChange[];
}

/**
 * Takes out of the reports what nothing may rest on: what the desk rejected, what publishers took back, and what only repeats
 * that. Nothing is lost: all of it is listed with its cause.
 *
 * @param known In the stories in which they stand (`takeOut`).
 * @param judgements Those that hold (`chooseStanding`).
 */
export function setAside(
  known: KnownVersions,
  judgements: readonly Judgement[],
): Omit<Standing, 'takenOut' | 'corrected' | 'incidentMoves' | 'regrouped'> {
  const plan = new Plan();
  planRejections(plan, judgements, known);
  const givenUp = [...planNotes(plan, known), ...findReplaced(known)];
  planRepeats(plan, known.newest, { givenUp, judgements });
  return {
    reports: plan.apply(known.newest),
    setAside: plan.list(known.newest),
    removed: findRemovals(known),
  };
}
