import { DESK_NAME } from '../../model/audit.ts';
import type { Person } from '../../model/together.ts';
import type { Store } from '../../store/store.ts';

/** What stands after `@` for whoever sits at the machine. */
const DESK_HANDLE = 'desk';

const DESK: Person = { name: DESK_NAME, displayName: 'The desk', handle: DESK_HANDLE };

/** Whoever can be called and given something to do: accounts that may log in; where there is none, the desk. */
export async function listPeople(store: Pick<Store, 'listAccounts'>): Promise<readonly Person[]> {
  const accounts = await store.listAccounts();
  const people = accounts
    .filter(({ disabled }) => disabled === undefined)
    .map(({ name, displayName, role }): Person => ({ name, displayName, handle: name, role }));
  return people.length === 0 ? [DESK] : people;
}
