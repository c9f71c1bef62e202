import type { Command } from 'commander';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, formatOption, withData } from './options.ts';

const AS_OF = 'as it was known then: a date (its end) or an instant; nothing later is used';

/** `tocsin problems` with what can be done with it. */
export function addProblems(program: Command, run: RunCommand): void {
  const problems = program
    .command('problems')
    .helpCommand(false)
    .summary('list, show or check the warning problems')
    .description(
      'What is watched, each in a file of its own. A library comes with the program; files in problems/ in the data folder are used in its place.',
    )
    .addHelpText(
      'after',
      examples(
        'tocsin problems list',
        'tocsin problems check port-raid.yaml',
        'tocsin problems versions coup-sahel',
      ),
    );
  withData(problems.command('list').summary('list what is watched'))
    .description(
      'Lists the warning problems with their questions, and what is wrong with files that cannot be used.\nEnds with 1 where there are such.',
    )
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText('after', examples('tocsin problems list', 'tocsin problems list --format json'))
    .action((flags: Flags) => run(flags, async (session) => (await load()).runProblemsList(flags, session)));
  withData(problems.command('show <id> [version]').summary('write the text of a definition'))
    .description(
      'Writes the file of a warning problem as it is in use, or as it was: a version, by four or more of its digits, or the one in use at an instant. Versions are kept from when a forecast was filed with them or the workbench wrote them.',
    )
    .option('--as-of <date>', AS_OF)
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples('tocsin problems show coup-sahel', 'tocsin problems show coup-sahel 4be1c2a9'),
    )
    .action((id: string, version: string | undefined, flags: Flags) =>
      run(flags, async (session) =>
        (await load()).runProblemsShow(
          id,
          { ...flags, ...(version === undefined ? {} : { version }) },
          session,
        ),
      ),
    );
  withData(problems.command('check [files...]').summary('check problem files'))
    .description(
      'Tells everything that is wrong with the files, each with its line: by themselves, beside each other and beside those in use. Without a file, those in use.\nEnds with 1 where one cannot be used.',
    )
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin problems check', 'tocsin problems check port-raid.yaml'))
    .action((files: readonly string[], flags: Flags) =>
      run(flags, async (session) => (await load()).runProblemsCheck(files, flags, session)),
    );
  withData(problems.command('versions <id>').summary('list the versions that came into use'))
    .description(
      'Lists the versions of a definition that forecasts were filed with or the workbench wrote, newest first, with since when.',
    )
    .option('--as-of <date>', AS_OF)
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText('after', examples('tocsin problems versions us-sites-iraq'))
    .action((id: string, flags: Flags) =>
      run(flags, async (session) => (await load()).runProblemsVersions(id, flags, session)),
    );
}

const load = () => import('../commands/problems.ts');
