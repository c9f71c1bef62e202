import { type Accounts, ROLES, type Role } from '../../src/model/account.ts';
import { makeAccounts } from '../../src/run/accounts/accounts.ts';
import type { Store } from '../../src/store/store.ts';

/** The password of every account here. */
export const PASSWORD = 'a lighthouse in fog';

/** One account of each role, named after it. */
export async function openTestAccounts(store: Store, now: () => string): Promise<Accounts> {
  const accounts = makeAccounts({ store, now });
  for (const role of ROLES)
    await accounts.add({ name: nameOf(role), displayName: `The ${role}`, role, password: PASSWORD });
  return accounts;
}

export function nameOf(role: Role): string {
  return `the.${role}`;
}
