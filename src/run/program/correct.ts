import type { Command } from 'commander';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, formatOption, withData } from './options.ts';

const FORMAT = 'json in a pipe, text on a terminal';

/** `tocsin correct` and what shows what it did. */
export function addCorrect(program: Command, run: RunCommand): void {
  withData(
    program
      .command('correct [document] [claim]')
      .summary('reject what is not so or was misread, or list what was rejected'),
  )
    .description(
      'Rejects a claim, one event of it, a whole document or an incident: nothing rests on it any more, and it stays to be seen with who rejected it and why. Shows what that changes. Forecasts on record are not touched.',
    )
    .option('--reject', 'reject it')
    .option('--event <id>', 'only this event of the claim')
    .option('--incident <id>', 'reject every mention of this incident')
    .option('--withdraw <id>', 'take back a judgement: j3')
    .option('--list', 'list what was decided')
    .option('--note <why>', 'why; needed to decide anything')
    .option('--by <name>', 'who decides; your account unless given')
    .option('--as-of <date>', 'list it as it was known then')
    .addOption(formatOption(FORMAT))
    .addHelpText(
      'after',
      examples(
        'tocsin correct 4be1c2 c3 --reject --note "the count is of the week"',
        'tocsin correct --withdraw j1 --note "it was right after all"',
        'tocsin correct --list',
      ),
    )
    .action((document: string | undefined, claim: string | undefined, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/correct.ts')).runCorrect({ document, claim }, flags, session),
      ),
    );
}

export function addChanges(program: Command, run: RunCommand): void {
  withData(program.command('changes').summary('list what changed between two instants, and why'))
    .description(
      'Lists what was corrected, rejected or taken back between two instants, which pages changed, and which incidents, stories and warning problems are not as they were, each with its cause.',
    )
    .option('--since <date>', 'compared with this date (its end) or instant; a day before unless given')
    .option('--as-of <date>', 'as it was known then: a date (its end) or an instant; nothing later is used')
    .option('--limit <number>', 'at most so many incidents and stories, 1 to 500', '20')
    .addOption(formatOption(FORMAT))
    .addHelpText('after', examples('tocsin changes', 'tocsin changes --since 2020-12-02 --as-of 2020-12-11'))
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/changes.ts')).runChanges(flags, session)),
    );
}
