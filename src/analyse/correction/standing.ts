import type { Judgement } from '../../model/judgement.ts';
import { findReach } from '../../text/instants.ts';

/**
 * The judgements that hold as of an instant: those made by then, without those that a later one has withdrawn. In the order in
 * which they were made; withdrawals themselves are left out. Withdrawing a withdrawal makes the first one hold again.
 *
 * @example
 * chooseStanding(await store.listJudgements(), '2020-12-11T23:59:59.999Z').filter(({ verdict }) => verdict === 'reject');
 */
export function chooseStanding(judgements: readonly Judgement[], asOf: string): readonly Judgement[] {
  const made = chooseMade(judgements, asOf);
  const withdrawn = new Set<string>();
  const after = new Set<string>();
  // From the last one on: whether a withdrawal holds is known once all after it are. It takes back earlier ones only.
  for (const { id, verdict, value } of made.toReversed()) {
    const isWithdrawal = verdict === 'withdraw' && !withdrawn.has(id);
    after.add(id);
    if (isWithdrawal && value !== undefined && !after.has(value)) withdrawn.add(value);
  }
  return made.filter(({ id, verdict }) => verdict !== 'withdraw' && !withdrawn.has(id));
}

/** Those made by an instant, be they withdrawn or not. */
export function chooseMade(judgements: readonly Judgement[], asOf: string): readonly Judgement[] {
  const until = findReach(asOf)?.last ?? Number.NEGATIVE_INFINITY;
  return judgements.filter((judgement) => isMadeBy(judgement, until));
}

function isMadeBy({ made }: Judgement, until: number): boolean {
  const instant = findReach(made)?.first;
  return instant !== undefined && instant <= until;
}
