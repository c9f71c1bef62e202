import type { LadderPlan } from '../../model/problem.ts';
import type { IncidentTelling } from '../forecast/incidents.ts';
import { findMistaken, isProperName } from '../incident/doers.ts';
import { isParty } from '../indicator/match.ts';
import { foldName } from '../origin/names.ts';

/** Nobody of the two sides is named (or another by more documents), or as many documents name the one side as the other. */
export type NoDoer = 'no side' | 'both sides';

/** Whose step it is. */
export interface Doer {
  readonly side: string;
  readonly assumed?: true;
}

/**
 * The side that most documents name as the doer, unless more of them name somebody of neither. Who is only blamed is not named: that one
 * side accuses the other is a step of its own. Where nobody is named, an outcome is taken for the deed of the side that the plan says; "gunmen" and
 * "an outlaw group" name nobody.
 *
 * @param told What is told of an incident, denials left out.
 */
export function findDoer(
  { sides, outcome }: LadderPlan,
  told: readonly IncidentTelling[],
  isOutcome: boolean,
): Doer | NoDoer {
  const isMistaken = findMistaken(told);
  const bySide = new Map<string, Set<string>>(sides.map(({ id }) => [id, new Set()]));
  const others = new Map<string, Set<string>>();
  for (const { report, statement, mention } of told) {
    if (statement.stance === 'blames') continue;
    for (const actor of mention.actors) {
      const own = sides.filter(({ is, also = [] }) => [is, ...also].some((each) => isParty(each, actor)));
      for (const { id } of own) bySide.get(id)!.add(report.document);
      if (own.length > 0 || !isProperName(actor) || isMistaken(actor)) continue;
      const name = foldName(actor.name);
      others.set(name, (others.get(name) ?? new Set()).add(report.document));
    }
  }
  const [first, second] = [...bySide].sort(([, a], [, b]) => b.size - a.size);
  const most = first?.[1].size ?? 0;
  const foreign = Math.max(0, ...[...others.values()].map(({ size }) => size));
  if (first === undefined || most < foreign) return 'no side';
  if (most > 0) return most === second?.[1].size ? 'both sides' : { side: first[0] };
  return isOutcome && outcome !== undefined ? { side: outcome, assumed: true } : 'no side';
}
