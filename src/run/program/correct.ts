import { type Command, Option } from 'commander';
import { CLAIM_FIELDS, EVENT_FIELDS } from '../../model/field-correction.ts';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, formatOption, withData } from './options.ts';

const FORMAT = 'json in a pipe, text on a terminal';

/** `tocsin correct` and what shows what it did. */
export function addCorrect(program: Command, run: RunCommand): void {
  withData(
    program
      .command('correct [document] [claim]')
      .summary('reject what is not so, put right what was misread, or list what was decided'),
  )
    .description(
      'Rejects a claim, one event of it, a whole document, an incident or a source: nothing rests on it any more, and it stays to be seen with who rejected it and why. Of a story its grouping is rejected: the document that is given leaves it; without one, each of its pages is a story of its own. With --field and --to one field that was misread is put right, and what rests on it worked out anew: places and people by their ids in the reading (`tocsin show`), a chain by the positions of its links from 0 and ids, with commas between. Shows what that changes. Forecasts on record are not touched.',
    )
    .option('--reject', 'reject it')
    .option('--event <id>', 'only this event of the claim')
    .addOption(
      new Option('--field <name>', 'correct this field of the claim, or of an event of it').choices([
        ...CLAIM_FIELDS,
        ...EVENT_FIELDS,
      ]),
    )
    .option('--to <value>', 'what the field should read: a word of it, a day, ids of the reading, none')
    .option('--instead <id>', 'the correction of that field that this one takes the place of: j3')
    .option('--incident <id>', 'reject every mention of this incident')
    .option('--story <id>', 'reject how this story is grouped, or that the document belongs to it')
    .option(
      '--source <name>',
      'reject all that this outlet publishes, or all that rests on the word of this speaker alone',
    )
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
        'tocsin correct 4be1c2 --reject --story s1f2e3d4c5b6a --note "another port"',
        'tocsin correct --reject --source "Harbour Wire" --note "made up its sources"',
        'tocsin correct 4be1c2 c3 --event v2 --field realis --to possible --note "it says may"',
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
