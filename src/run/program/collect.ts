import type { Command } from 'commander';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, formatOption, withData, withPages, withSources } from './options.ts';

/** `tocsin collect`, `tocsin watch` and `tocsin sources` with what is under it. */
export function addCollect(program: Command, run: RunCommand): void {
  withPages(withSources(withData(program.command('collect').summary('collect pages from feeds'))))
    .description(
      'Asks the feeds of a list of sources (RSS, Atom, RDF, JSON Feed) for what is new, fetches the pages, reads and keeps them.\nKeeps to robots.txt and asks one host at most once a second. Goes on until Ctrl-C; with --once, looks at each source once.',
    )
    .option('--once', 'look at each source once, now, and end')
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples(
        'tocsin collect --once --sources examples/sources.yaml',
        'tocsin collect --data /srv/tocsin',
        'tocsin collect --once --format json',
      ),
    )
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/collect.ts')).runCollect(flags, session)),
    );
  withPages(withData(program.command('watch <folder...>').summary('keep what is put into folders')))
    .description(
      'Reads and keeps the pages of every file that is put into the folders or changes in them: news pages, archives, articles as JSON. What lies there already is taken too.\nA file is opened when it has kept still for two seconds. Goes on until Ctrl-C.',
    )
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples('tocsin watch inbox/', 'tocsin watch inbox/ /srv/exports --format json --data /srv/tocsin'),
    )
    .action((folders: string[], flags: Flags) =>
      run(flags, async (session) => (await import('../commands/watch.ts')).runWatch(folders, flags, session)),
    );
  const sources = withSources(
    withData(program.command('sources').summary('list the sources and how they are')),
  )
    .description('Lists each source with when it last answered, what came of it, and what is wrong with it.')
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText(
      'after',
      examples('tocsin sources', 'tocsin sources --sources my-sources.yaml --format json'),
    )
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/collect.ts')).runSources(flags, session)),
    );
  addImport(sources, run);
}

function addImport(sources: Command, run: RunCommand): void {
  withSources(withData(sources.command('import [file]').summary('add feeds to the list of sources')))
    .description(
      'Adds the feeds of an OPML file, or of a file in the form of sources.yaml, to the list of sources: those that are not in it yet and have no fault, all at once. Comments of the list stay. Tells which are new, which are there already, and what is wrong with the rest. Nothing is fetched.\nWith --starter, takes the list that comes with the program (data/sources).',
    )
    .option('--starter', 'the list of feeds that comes with the program')
    .option('--dry-run', 'only show what would be added; nothing is written')
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText(
      'after',
      examples(
        'tocsin sources import feeds.opml --dry-run',
        'tocsin sources import --starter',
        'tocsin sources import team.yaml --data /srv/tocsin --format json',
      ),
    )
    .action((file: string | undefined, _: Flags, command: Command) => {
      // Of options that both commands have, the one above takes what was given.
      const flags: Flags = command.optsWithGlobals();
      return run(flags, async (session) =>
        (await import('../commands/sources-import.ts')).runSourcesImport(file, flags, session),
      );
    });
}
