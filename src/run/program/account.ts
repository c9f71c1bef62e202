import { Argument, type Command, Option } from 'commander';
import { ROLES, type Role } from '../../model/account.ts';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, formatOption, withData } from './options.ts';

const load = () => import('../commands/account.ts');

/** `tocsin account` with what can be done with it. */
export function addAccount(program: Command, run: RunCommand): void {
  const account = program
    .command('account')
    .helpCommand(false)
    .summary('say who may log in, and what they may do')
    .description(
      'Accounts of people who use the workbench and the API from other machines. A viewer reads; an analyst also decides, corrects and grades; an editor also writes problems and the register; an admin also sees to accounts and the audit log. Passwords are typed without being shown, or come from standard input or TOCSIN_PASSWORD.',
    )
    .addHelpText(
      'after',
      examples('tocsin account add ann --role admin', 'tocsin account list', 'tocsin account role bo editor'),
    );
  addAdd(account, run);
  addList(account, run);
  addRole(account, run);
  addDisable(account, run);
  addPassword(account, run);
}

function addAdd(account: Command, run: RunCommand): void {
  withData(account.command('add <name>').summary('add an account'))
    .description('Adds an account. Its name, in small letters, is given once and never again.')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
    .option('--display-name <name>', 'as people call them (the name)')
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples(
        'tocsin account add ann --role admin',
        'tocsin account add bo --role analyst --display-name "Bo Example" < password.txt',
      ),
    )
    .action((name: string, flags: Flags) =>
      run(flags, async (session) =>
        (await load()).runAccountAdd(name, { ...flags, role: flags['role'] as Role }, session),
      ),
    );
}

function addList(account: Command, run: RunCommand): void {
  withData(account.command('list').summary('list who may log in'))
    .description('Lists the accounts by name, those too that are disabled.')
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText('after', examples('tocsin account list', 'tocsin account list --format json'))
    .action((flags: Flags) => run(flags, async (session) => (await load()).runAccountList(flags, session)));
}

function addRole(account: Command, run: RunCommand): void {
  withData(account.command('role <name>').summary('give an account another role'))
    .addArgument(new Argument('<role>', 'what it may do').choices(ROLES))
    .description('Gives an account another role. It counts at once, for whoever is logged in too.')
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin account role bo editor'))
    .action((name: string, role: Role, flags: Flags) =>
      run(flags, async (session) => (await load()).runAccountRole({ name, role }, flags, session)),
    );
}

function addDisable(account: Command, run: RunCommand): void {
  withData(account.command('disable <name>').summary('keep an account from logging in'))
    .description('The account may no longer log in, and is out at once. What it decided stays.')
    .option('--undo', 'let it log in again')
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin account disable bo', 'tocsin account disable bo --undo'))
    .action((name: string, flags: Flags) =>
      run(flags, async (session) => (await load()).runAccountDisable(name, flags, session)),
    );
}

function addPassword(account: Command, run: RunCommand): void {
  withData(account.command('password <name>').summary('give an account a new password'))
    .description('Gives an account a new password. Whoever is logged in by the old one is out at once.')
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples(
        'tocsin account password bo',
        'openssl rand -base64 18 | tee new.txt | tocsin account password bo',
      ),
    )
    .action((name: string, flags: Flags) =>
      run(flags, async (session) => (await load()).runAccountPassword(name, flags, session)),
    );
}

/** `tocsin audit` with what can be done with it. */
export function addAudit(program: Command, run: RunCommand): void {
  const audit = program
    .command('audit')
    .helpCommand(false)
    .summary('see and check who did what')
    .description(
      'The audit log: whatever was written over the API, by whom, when and how it ended, refused attempts among them; and changes of accounts on the command line. It holds no passwords and nothing of what was written.',
    )
    .addHelpText('after', examples('tocsin audit list --by ann', 'tocsin audit verify'));
  withData(audit.command('list').summary('list who did what, newest first'))
    .description('Lists entries of the audit log, newest first.')
    .option('--by <name>', 'of this account, or of "the desk" (whoever sits at the machine)')
    .option('--operation <name>', 'of this operation, such as "POST /session"')
    .option('--limit <number>', 'at most so many, 1 to 500', '50')
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText('after', examples('tocsin audit list', 'tocsin audit list --operation "POST /session"'))
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/audit.ts')).runAuditList(flags, session)),
    );
  withData(audit.command('verify').summary('check that nothing in it was changed'))
    .description(
      'Checks every entry for its own hash and the hash of the entry before. Ends with 1 where anything was changed, taken out or put in.',
    )
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin audit verify'))
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/audit.ts')).runAuditVerify(flags, session)),
    );
}
