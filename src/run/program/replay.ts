import { type Command, Option } from 'commander';
import type { ReplayFlags } from '../commands/replay.ts';
import type { RunCommand } from '../program.ts';
import { collect, examples, type Flags, withData } from './options.ts';

/** `tocsin replay`. */
export function addReplay(program: Command, run: RunCommand): void {
  withData(
    program.command('replay <problem>').summary('show what would have been warned when, against what came'),
  )
    .description(
      'Goes through a time again: at each moment the whole of the analysis is done over what had been published and collected by then, and put beside what came and beside the record. The level begins with the one that stood on record.\nOn a terminal the moments are shown at which something changed; --all shows each. Nothing is filed and nobody is told.',
    )
    .requiredOption('--from <date>', 'first day, or first instant')
    .requiredOption('--to <date>', 'last day, or last instant; at most the present')
    .option('--step <time>', 'from one moment to the next: 15m, 1h, 1d, 1w', '1d')
    .option('--problem-file <file>', 'with the problem as this file defines it, in place of the one watched')
    .option('--without <id>', 'without this indicator or window; may be given several times', collect)
    .option('--ablate', 'also what each indicator and window adds')
    .option('--horizon <days>', 'horizon that is shown; the one that sets the level unless given')
    .option('--as-of <date>', 'with outcomes and record as they were known then; now unless given')
    .option('--all', 'show every moment')
    .addOption(
      new Option('--format <form>', 'how to print; unless given, json in a pipe, text on a terminal').choices(
        ['text', 'json', 'csv'],
      ),
    )
    .addHelpText(
      'after',
      examples(
        'tocsin replay us-sites-iraq --from 2020-11-01 --to 2021-02-28',
        'tocsin replay us-sites-iraq --from 2020-11-01 --to 2021-02-28 --without preparation --ablate',
        'tocsin replay us-sites-iraq --from 2020-12-01 --to 2020-12-20 --step 1h --problem-file draft.yaml',
      ),
    )
    .action((problem: string, flags: Flags & ReplayFlags) =>
      run(flags, async (session) =>
        (await import('../commands/replay.ts')).runReplay(problem, flags, session),
      ),
    );
}
