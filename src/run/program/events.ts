import { Argument, type Command, Option } from 'commander';
import { EVENT_FORMATS } from '../../model/event-count.ts';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, withData } from './options.ts';

/** `tocsin events`. */
export function addEvents(program: Command, run: RunCommand): void {
  withData(program.command('events').summary('import coded events for base rates, or list what was imported'))
    .addArgument(new Argument('<what>', 'what to do').choices(['import', 'list']))
    .argument('[file...]')
    .description(
      'Imports files of coded events (GDELT 2.0, ACLED, ICEWS, POLECAT, or CSV with the columns date, source, target and cameo; packed with gzip or not) as daily counts of who did what to whom. Base rates of problems that name a pair of actors are made from them.\nA file of any length is read as a stream. One that is there already is not added again, and an import that was cut off goes on where it was. Ends with 1 where a record cannot be used: these are counted by reason, with their lines.',
    )
    .addOption(
      new Option('--format <format>', 'format of the files; found out unless given').choices([
        ...EVENT_FORMATS,
      ]),
    )
    .option('--as-of <date>', 'list files as they were known then')
    .option('--json', 'print one JSON value a line')
    .addHelpText(
      'after',
      examples(
        'tocsin events import 20201203.export.CSV',
        'tocsin events import --format icews events.2014.tab.gz',
        'tocsin events list',
      ),
    )
    .action((what: string, files: string[], flags: Flags) =>
      run(flags, async (session) => {
        const { runEventsImport, runEventsList } = await import('../commands/events.ts');
        return what === 'list' ? runEventsList(flags, session) : runEventsImport(files, flags, session);
      }),
    );
}
