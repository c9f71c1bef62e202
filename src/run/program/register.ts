import type { Command } from 'commander';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, formatOption, withData } from './options.ts';

const FORMAT = 'json in a pipe, text on a terminal';

/** `tocsin register` with what can be done with it. */
export function addRegister(program: Command, run: RunCommand): void {
  const register = program
    .command('register')
    .helpCommand(false)
    .summary('list, add to or check the register of actors')
    .description(
      "Who is known under which names. The program brings a register; the desk's own part is register.tsv in the data folder, and what is said of a name there goes before what the program says.",
    )
    .addHelpText(
      'after',
      examples(
        'tocsin register list --own',
        'tocsin register add "Example Front" --type group --country IQ --alias "Al-Mithal Front"',
        'tocsin register alias register:example-front "Front of Example" --note "the same spokesman"',
      ),
    );
  addList(register, run);
  addAdd(register, run);
  addCheck(register, run);
  addDecisions(register, run);
}

function addList(register: Command, run: RunCommand): void {
  withData(register.command('list [words]').summary('list the actors of the register'))
    .description('Lists the actors of the register that have a name that holds the words, or all of them.')
    .option('--own', "the desk's part only")
    .option('--limit <number>', 'at most so many, 1 to 20000', '50')
    .addOption(formatOption(FORMAT))
    .addHelpText('after', examples('tocsin register list hizballah', 'tocsin register list --own'))
    .action((words: string | undefined, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/register.ts')).runRegisterList(words, flags, session),
      ),
    );
}

function addAdd(register: Command, run: RunCommand): void {
  withData(register.command('add <name>').summary('add an actor, or names of one'))
    .description(
      "Adds an actor to the desk's part of the register. Under a name that the program's register knows, it adds to that actor.",
    )
    .requiredOption('--type <type>', 'person, organization, group or facility')
    .option('--country <code>', 'country code, ISO 3166-1: IQ')
    .option('--sector <sector>', 'PLOVER sector: GOV, MIL, REB …')
    .option('--wikidata <id>', 'id of Wikidata: Q796')
    .option('--alias <name...>', 'another name; repeatable')
    .option('--role <words>', 'public office or role; needed for a person')
    .option('--by <name>', 'who adds it; your account unless given')
    .addOption(formatOption(FORMAT))
    .addHelpText(
      'after',
      examples(
        'tocsin register add "Example Front" --type group --country IQ --sector REB --alias "Al-Mithal Front"',
      ),
    )
    .action((name: string, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/register.ts')).runRegisterAdd(name, flags, session),
      ),
    );
}

function addCheck(register: Command, run: RunCommand): void {
  withData(register.command('check [file]').summary('check a register'))
    .description(
      "Checks the desk's part of the register, or another file, and tells everything that is wrong with its line. Tells too which names the program's register has for somebody else.",
    )
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin register check', 'tocsin register check new-register.tsv'))
    .action((file: string | undefined, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/register.ts')).runRegisterCheck(file, flags, session),
      ),
    );
}

/** Whether two names are of one actor: kept in the store with who decided and why. */
function addDecisions(register: Command, run: RunCommand): void {
  const decisions = [
    ['alias', 'decide that a name, or another actor, is this actor', 'the same spokesman'],
    ['distinct', 'decide that a name is not of this actor', 'another man of that name'],
  ] as const;
  for (const [verdict, summary, why] of decisions) {
    withData(register.command(`${verdict} <actor> <name>`).summary(summary))
      .description(
        `Keeps the decision with who made it and why; tocsin correct --list lists it, tocsin correct --withdraw takes it back.\nThe actor is given by its id (tocsin actors lists them), the other by its name${verdict === 'alias' ? ' or id' : ''}.`,
      )
      .requiredOption('--note <why>', 'why')
      .option('--by <name>', 'who decides; your account unless given')
      .addOption(formatOption(FORMAT))
      .addHelpText(
        'after',
        examples(`tocsin register ${verdict} register:example-front "Front of Example" --note "${why}"`),
      )
      .action((actor: string, name: string, flags: Flags) =>
        run(flags, async (session) =>
          (await import('../commands/names.ts')).runNameDecision({ verdict, actor, name }, flags, session),
        ),
      );
  }
}
