import type { Command } from 'commander';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, formatOption, withData } from './options.ts';

const FORMAT = 'json in a pipe, text on a terminal';
const AS_OF = 'as it was known then: a date (its end) or an instant; nothing later is used';
const WHAT = 'a source by its name, an incident by its id, or a claim by its document and id';

/** `tocsin grade` with what can be done with it. */
export function addGrade(program: Command, run: RunCommand): void {
  const grade = program
    .command('grade')
    .helpCommand(false)
    .summary('show or set Admiralty grades: of sources A to F, of information 1 to 6')
    .description(
      'Two marks that say different things and are never added up. A source’s letter is from its own record here: what it reported first or on its own, and what became of that. The digit of an incident or a claim is from who is behind it and who is against it, and never from the letter. A person can set either, with a note; what was worked out stays beside it.',
    )
    .addHelpText(
      'after',
      examples(
        'tocsin grade list',
        'tocsin grade show "Harbour Wire"',
        'tocsin grade set C "Harbour Wire" --note "its reporters were there"',
      ),
    );
  addList(grade, run);
  addShow(grade, run);
  addSet(grade, run);
  addWithdraw(grade, run);
}

function addList(grade: Command, run: RunCommand): void {
  withData(grade.command('list').summary('list sources with their records, or who changed what'))
    .description(
      'Lists the sources, the one with most settled claims first, each with its letter and its record.',
    )
    .option('--log', 'list who changed which grade instead, oldest first')
    .option('--as-of <date>', AS_OF)
    .option('--limit <number>', 'at most so many, 1 to 500', '50')
    .addOption(formatOption(FORMAT))
    .addHelpText('after', examples('tocsin grade list --as-of 2020-12-23', 'tocsin grade list --log'))
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/grade.ts')).runGradeList(flags, session)),
    );
}

function addShow(grade: Command, run: RunCommand): void {
  withData(grade.command('show <what> [claim]').summary('show a grade with everything that it rests on'))
    .description(`Shows the grade of ${WHAT}, why, and who has changed it.`)
    .option('--as-of <date>', AS_OF)
    .addOption(formatOption(FORMAT))
    .addHelpText(
      'after',
      examples(
        'tocsin grade show "Harbour Wire"',
        'tocsin grade show i3c9e20a71b44',
        'tocsin grade show 4be1c2 c3',
      ),
    )
    .action((what: string, claim: string | undefined, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/grade.ts')).runGradeShow({ what, claim }, flags, session),
      ),
    );
}

function addSet(grade: Command, run: RunCommand): void {
  withData(grade.command('set <grade> <what> [claim]').summary('set a grade, whatever was worked out'))
    .description(
      `Sets the grade of ${WHAT}: A to F of a source, 1 to 6 of the others. The last one set holds.`,
    )
    .option('--note <why>', 'why; needed')
    .option('--by <name>', 'who decides; your account unless given')
    .addOption(formatOption(FORMAT))
    .addHelpText(
      'after',
      examples(
        'tocsin grade set C "Harbour Wire" --note "its reporters were there"',
        'tocsin grade set 4 i3c9e20a71b44 --note "the photograph is of another year"',
      ),
    )
    .action((value: string, what: string, claim: string | undefined, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/grade.ts')).runGradeSet({ value, what, claim }, flags, session),
      ),
    );
}

function addWithdraw(grade: Command, run: RunCommand): void {
  withData(grade.command('withdraw <judgement>').summary('take back a grade that was set'))
    .description(
      'Takes back a grade that was set: what was set before it holds again, or what was worked out.',
    )
    .option('--note <why>', 'why; needed')
    .option('--by <name>', 'who decides; your account unless given')
    .addOption(formatOption(FORMAT))
    .addHelpText('after', examples('tocsin grade withdraw j3 --note "we had taken it for another outlet"'))
    .action((judgement: string, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/grade.ts')).runGradeWithdraw(judgement, flags, session),
      ),
    );
}
