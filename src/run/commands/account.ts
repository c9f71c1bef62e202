import type { Account, Role } from '../../model/account.ts';
import type { Store } from '../../store/store.ts';
import { makeAccounts } from '../accounts/accounts.ts';
import { askPassword } from '../accounts/ask-password.ts';
import { chooseFormat, type Format } from '../context.ts';
import { noteCommand } from '../decisions/by-command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatJsonLine, type Terminal } from '../print/terminal.ts';
import type { Session } from '../program.ts';
import { withStore } from '../store.ts';

interface AccountOptions {
  readonly role?: Role;
  readonly displayName?: string;
  readonly undo?: boolean;
  readonly format?: Format;
}

/** `tocsin account add`: somebody new who may log in. */
export async function runAccountAdd(
  name: string,
  { role, displayName, format }: AccountOptions & { readonly role: Role },
  session: Session,
): Promise<ExitCode> {
  const password = await askPassword(session.config, session.context);
  return change(session, {
    format,
    operation: 'tocsin account add',
    on: `${name}: role ${role}`,
    run: (store) =>
      makeAccounts({ store, now: session.context.now }).add({
        ...{ name, role, password },
        ...(displayName === undefined ? {} : { displayName }),
      }),
  });
}

/** `tocsin account role`: what an account may do from now on. */
export function runAccountRole(
  { name, role }: { readonly name: string; readonly role: Role },
  { format }: AccountOptions,
  session: Session,
): Promise<ExitCode> {
  return change(session, {
    format,
    operation: 'tocsin account role',
    on: `${name}: role ${role}`,
    run: (store) => makeAccounts({ store, now: session.context.now }).change(name, { role }),
  });
}

/** `tocsin account disable`: it may no longer log in, or with `--undo` again. */
export function runAccountDisable(
  name: string,
  { undo = false, format }: AccountOptions,
  session: Session,
): Promise<ExitCode> {
  return change(session, {
    format,
    operation: 'tocsin account disable',
    on: `${name}: ${undo ? 'enabled' : 'disabled'}`,
    run: (store) => makeAccounts({ store, now: session.context.now }).change(name, { disabled: !undo }),
  });
}

/** `tocsin account password`: another password; whoever is in by the old one is out. */
export async function runAccountPassword(
  name: string,
  { format }: AccountOptions,
  session: Session,
): Promise<ExitCode> {
  const password = await askPassword(session.config, session.context);
  return change(session, {
    format,
    operation: 'tocsin account password',
    on: `${name}: new password`,
    run: (store) => makeAccounts({ store, now: session.context.now }).change(name, { password }),
  });
}

/** Does it, writes it into the audit log and prints the account. */
async function change(
  { config, context }: Session,
  {
    operation,
    on,
    run,
    format,
  }: {
    readonly operation: string;
    readonly on: string;
    readonly run: (store: Store) => Promise<Account>;
    readonly format: Format | undefined;
  },
): Promise<ExitCode> {
  const account = await withStore(config, context, {
    readOnly: false,
    run: async (store) => {
      const changed = await run(store);
      await noteCommand({ operation, on }, { store, now: context.now });
      return changed;
    },
  });
  await context.out.write(format === 'json' ? formatJsonLine(account) : formatAccount(account, context.out));
  return EXIT.ok;
}

/** `tocsin account list`. */
export async function runAccountList(
  { format }: AccountOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  const accounts = await withStore(config, context, {
    readOnly: true,
    run: (store) => makeAccounts({ store, now: context.now }).list(),
  });
  const isJson = chooseFormat(format, context) === 'json';
  if (accounts.length === 0 && !isJson)
    await context.out.write('No accounts. tocsin account add NAME --role admin makes the first.\n');
  await context.out.write(
    accounts.map((each) => (isJson ? formatJsonLine(each) : formatAccount(each, context.out))).join(''),
  );
  return EXIT.ok;
}

function formatAccount({ name, displayName, role, created, disabled }: Account, { style }: Terminal): string {
  const since =
    disabled === undefined ? `since ${created.slice(0, 10)}` : `disabled ${disabled.slice(0, 10)}`;
  const shown = displayName === name ? '' : `  ${displayName}`;
  return `${style.bold(name.padEnd(16))} ${role.padEnd(8)} ${style.dim(since)}${shown}\n`;
}
