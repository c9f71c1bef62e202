import { verifyLedger } from '../analyse/ledger/verify/verify.ts';
import type { Store } from '../store/store.ts';

/**
 * What is to be said of a ledger that is not as it was filed; undefined where it is. Whoever reads or goes on with one shall know it,
 * and no more: what was filed stays what it is.
 */
export async function describeDamage(store: Pick<Store, 'exportLedger'>): Promise<string | undefined> {
  const { ok, failed } = await verifyLedger(store.exportLedger());
  if (ok) return undefined;
  const count = failed === 1 ? 'one thing is' : `${failed} things are`;
  return `The ledger is not as it was filed: ${count} wrong. tocsin ledger verify says what; restore the last backup.`;
}

/** Tells of a ledger that is not as it was filed, unless asked to stop before all of it was looked at. */
export async function warnOfDamage(
  store: Pick<Store, 'exportLedger'>,
  { signal, log }: { readonly signal: AbortSignal; readonly log: (line: string) => void },
): Promise<void> {
  async function* exportLedger(): AsyncGenerator<string> {
    for await (const line of store.exportLedger()) {
      if (signal.aborted) return;
      yield line;
    }
  }
  try {
    const damage = await describeDamage({ exportLedger });
    if (damage !== undefined && !signal.aborted) log(damage);
  } catch (error) {
    // What cannot even be looked at is told, and the rest goes on.
    log(`The ledger could not be looked at: ${error instanceof Error ? error.message : String(error)}`);
  }
}
