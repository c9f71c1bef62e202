import { Argument, type Command, Option } from 'commander';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, formatOption, withAsOf, withData } from './options.ts';

function withList(command: Command): Command {
  return command
    .option('--country <code>', 'in this country: IQ')
    .option('--limit <number>', 'at most so many, 1 to 500', '20');
}

const FORMAT = 'json in a pipe, text on a terminal';

export function addBoard(program: Command, run: RunCommand): void {
  withAsOf(withData(program.command('board').summary('show the warning problems at a glance')))
    .description(
      'Shows every warning problem: its probability with word, base rate and change, its level, and what speaks for and against.\nEnds with 1 where a problem file cannot be used.',
    )
    .addOption(formatOption(FORMAT))
    .addHelpText('after', examples('tocsin board', 'tocsin board --as-of 2020-12-11'))
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/board.ts')).runBoard(flags, session)),
    );
}

export function addBrief(program: Command, run: RunCommand): void {
  withAsOf(withData(program.command('brief <problem>').summary('write the brief on a warning problem')))
    .description(
      'Writes the assessment of a warning problem in sentences, each with the claims it stands on; one that cannot be traced to them is left out.\nA file in which nothing else is said gets the form of its ending: .md, .html, .json, .txt.',
    )
    .addOption(
      new Option(
        '--format <form>',
        'how to write; unless given, markdown in a pipe, text on a terminal',
      ).choices(['text', 'md', 'markdown', 'html', 'json']),
    )
    .option('--since <date>', 'say what has changed since then (a day before)')
    .option('--out <file>', 'write to this file')
    .addHelpText(
      'after',
      examples(
        'tocsin brief us-sites-iraq',
        'tocsin brief us-sites-iraq --as-of 2020-12-11 --out brief.html',
      ),
    )
    .action((problem: string, flags: Flags) =>
      run(flags, async (session) => (await import('../commands/brief.ts')).runBrief(problem, flags, session)),
    );
}

export function addStories(program: Command, run: RunCommand): void {
  withList(
    withAsOf(withData(program.command('stories [id]').summary('list stories, or show one with its tree'))),
  )
    .description(
      'Lists what the documents are about, the story with the latest report first. With an id, shows who is first-hand in that story and who only repeats whom.',
    )
    .addOption(formatOption(FORMAT))
    .addHelpText(
      'after',
      examples('tocsin stories', 'tocsin stories --country IQ --as-of 2020-12-11', 'tocsin stories s4be1c2'),
    )
    .action((id: string | undefined, flags: Flags) =>
      run(flags, async (session) => (await import('../commands/stories.ts')).runStories(id, flags, session)),
    );
}

export function addIncidents(program: Command, run: RunCommand): void {
  withList(
    withAsOf(
      withData(program.command('incidents [id]').summary('list incidents, or show one with its figures')),
    ),
  )
    .description(
      'Lists what is said to have happened or to be coming, the one with the latest mention first. With an id, shows who is first-hand on it and the figures that differ.',
    )
    .addOption(formatOption(FORMAT))
    .addHelpText(
      'after',
      examples('tocsin incidents --limit 50', 'tocsin incidents i3c9e20 --as-of 2020-12-23'),
    )
    .action((id: string | undefined, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/stories.ts')).runIncidents(id, flags, session),
      ),
    );
}

export function addActors(program: Command, run: RunCommand): void {
  withList(
    withAsOf(
      withData(program.command('actors [id]').summary('list actors, or show one under all its spellings')),
    ),
  )
    .description(
      'Lists the public actors that documents name, each once under all its spellings, those in most documents first. With an id, shows where each spelling stands. Of persons only those of the register and holders of a public office.',
    )
    .option('--name <words>', 'with a name that holds these words')
    .option('--type <type>', 'of this type: person, organization, group, state, facility')
    .addOption(formatOption(FORMAT))
    .addHelpText(
      'after',
      examples(
        'tocsin actors --name soleimani',
        'tocsin actors --type group --country IQ --as-of 2020-12-11',
        'tocsin actors register:qassem-soleimani',
      ),
    )
    .action((id: string | undefined, flags: Flags) =>
      run(flags, async (session) => (await import('../commands/actors.ts')).runActors(id, flags, session)),
    );
}

export function addImport(program: Command, run: RunCommand): void {
  withData(program.command('import').summary('import past events for base rates'))
    .addArgument(new Argument('<kind>', 'kind of file').choices(['csv']))
    .argument('<file...>')
    .description(
      'Imports past events out of CSV files with the columns date, actor, recipient, cameo, place and country. A header names them, in any order; only the date is needed.\nA row that is there already is not added again. Ends with 1 where a row cannot be used.',
    )
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin import csv attacks-2019.csv attacks-2020.csv'))
    .action((_kind: string, files: string[], flags: Flags) =>
      run(flags, async (session) => (await import('../commands/import.ts')).runImport(files, flags, session)),
    );
}
