import { userInfo } from 'node:os';
import { UsageError } from './usage.ts';

/** Who decides: the name that is given, else the account. */
export function findDecider(given: string | undefined): string {
  const name = given?.trim() ?? '';
  if (name !== '') return name;
  try {
    return userInfo().username;
  } catch {
    // An account without a name (in a container, say).
    throw new UsageError('your account has no name', 'Say who decides with --by NAME.');
  }
}

/** Why; nothing is decided without a reason. */
export function requireNote(given: string | undefined): string {
  const note = given?.trim() ?? '';
  if (note === '') throw new UsageError('there is no reason', 'Say why with --note "…".');
  return note;
}
