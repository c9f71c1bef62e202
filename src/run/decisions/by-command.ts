import { DESK_NAME } from '../../model/audit.ts';
import type { Decision } from '../../model/decision.ts';
import type { Desk } from '../../model/desk.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Store } from '../../store/store.ts';

/** What a command has at hand when it decides. */
export interface CommandDesk {
  readonly desk: Pick<Desk, 'decide'>;
  readonly store: Pick<Store, 'appendAudit'>;
  readonly now: () => string;
}

/**
 * Puts a decision of a command on record and into the audit log, as one of the workbench is. Who decided stands in the
 * judgement, by the name given; in the log stands whoever sits at the machine.
 *
 * @param operation The command: `tocsin correct`.
 */
export async function decideByCommand(
  operation: string,
  decision: Decision,
  { desk, store, now }: CommandDesk,
): Promise<Judgement> {
  const judgement = await desk.decide(decision);
  const on = `${judgement.id}: ${judgement.verdict} ${judgement.of.type}`;
  await noteCommand({ operation, on }, { store, now });
  return judgement;
}

/** Writes into the audit log what a command has done. */
export async function noteCommand(
  { operation, on }: { readonly operation: string; readonly on: string },
  { store, now }: Pick<CommandDesk, 'store' | 'now'>,
): Promise<void> {
  await store.appendAudit({ at: now(), by: DESK_NAME, role: 'admin', operation, on, outcome: 'done' });
}
