import { Command, InvalidArgumentError, Option } from 'commander';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { EXIT_MEANINGS, type ExitCode } from './exit.ts';
import { readVersion } from './version.ts';

/** What a command is run with. */
export interface Session {
  readonly config: Config;
  readonly context: Context;
}

/** Hands a command its settings and surroundings, and takes the code that it ends with. */
export type RunCommand = (
  flags: Readonly<Record<string, unknown>>,
  run: (session: Session) => Promise<ExitCode>,
) => Promise<void>;

const EXIT_HELP = `Exit codes:\n${EXIT_MEANINGS.map(([code, meaning]) => `  ${String(code).padEnd(4)} ${meaning}`).join('\n')}`;

/**
 * The command line: its commands, options and help texts. Modules that do the work are loaded when a command runs, so that
 * help and version come at once.
 *
 * @param run Called when a command was given; not for help and version.
 */
export function makeProgram(run: RunCommand): Command {
  const program = new Command('tocsin')
    .description('Reads public news into claims and events, each traced to the words it stands on.')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .option('--no-color', 'no colour (so does the environment variable NO_COLOR)')
    .showHelpAfterError('(add --help for examples)')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'tocsin: ')) })
    .addHelpText(
      'after',
      `\nExamples:\n  tocsin read report.html\n  tocsin add news/ && tocsin search embassy\n  tocsin serve --example\n\n${EXIT_HELP}\n`,
    );
  addRead(program, run);
  addAdd(program, run);
  addSearch(program, run);
  addShow(program, run);
  addServe(program, run);
  addBackup(program, run);
  addRestore(program, run);
  addDoctor(program, run);
  addHelp(program);
  return program;
}

/** Commander's own takes an unknown command for none and ends as if it had failed. */
function addHelp(program: Command): void {
  program
    .command('help [command]')
    .summary('print help for a command')
    .description('Prints help for a command, or for all of them.')
    .action(async (name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((each) => each.name() === name);
      if (command !== undefined) command.outputHelp();
      // Given to the program as it is, an unknown name gets its usual answer, with what may have been meant.
      else await program.parseAsync([name!], { from: 'user' });
    });
}

type Flags = Record<string, unknown>;

function addRead(program: Command, run: RunCommand): void {
  withGiven(
    withPages(
      program.command('read [input...]').summary('read pages and print what was found, keeping nothing'),
    ),
  )
    .description(
      'Reads HTML, plain text or saved pages from files, folders, archives (zip, tar, gz), addresses or - (standard input).\nPrints one JSON reading a line in a pipe, a readable form on a terminal.',
    )
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText(
      'after',
      examples(
        'tocsin read report.html',
        'tocsin read https://news.example/report',
        'curl -s https://news.example/report | tocsin read - --url https://news.example/report',
        'tocsin read week.zip --format json | head -1',
      ),
    )
    .action((inputs: string[], flags: Flags) =>
      run(flags, async (session) => (await import('./commands/read.ts')).runRead(inputs, flags, session)),
    );
}

function addAdd(program: Command, run: RunCommand): void {
  withGiven(withPages(withData(program.command('add [input...]').summary('read pages and keep them'))))
    .description(
      'Reads pages like read and keeps them with what was found. A page seen before is not kept twice; a changed page becomes a new version.\nCtrl-C stops after the page at hand; what is counted is kept.',
    )
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples(
        'tocsin add news/',
        'tocsin add week.zip https://news.example/report',
        'tocsin add report.txt --published 2020-12-11 --outlet "Harbour Wire"',
      ),
    )
    .action((inputs: string[], flags: Flags) =>
      run(flags, async (session) => (await import('./commands/add.ts')).runAdd(inputs, flags, session)),
    );
}

function addSearch(program: Command, run: RunCommand): void {
  withData(program.command('search [words...]').summary('find kept documents'))
    .description(
      'Finds documents by words in title and text: words, "a phrase", -without, prefix*. Without words, lists the newest.',
    )
    .option('--outlet <name>', 'of this publisher')
    .option('--language <code>', 'in this language: en')
    .option('--from <date>', 'published on or after: 2020-12-11, 2020-12, 2020')
    .option('--to <date>', 'published before or on')
    .option('--type <type>', 'with an event of this PLOVER type: ASSAULT')
    .option('--realis <value>', 'with an event that is so: threatened')
    .option('--stance <value>', 'with a claim that is so: denies')
    .option('--country <code>', 'with a place in this country: IQ')
    .option('--as-of <date>', 'as it was known then')
    .option('--limit <number>', 'at most so many, 1 to 500', '20')
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText(
      'after',
      examples(
        'tocsin search embassy rockets',
        'tocsin search \'"green zone"\' -- -airport',
        'tocsin search --type ASSAULT --country IQ --from 2020-12',
      ),
    )
    .action((words: string[], flags: Flags) =>
      run(flags, async (session) => (await import('./commands/search.ts')).runSearch(words, flags, session)),
    );
}

function addShow(program: Command, run: RunCommand): void {
  withData(program.command('show <id>').summary('show a kept document'))
    .description('Shows a document with what was read from it. The first digits of its id are enough.')
    .option('--versions', 'its versions instead')
    .option('--source', 'its page instead, byte for byte')
    .option('--as-of <date>', 'as it was known then')
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText('after', examples('tocsin show 4be1c2', 'tocsin show 4be1c2 --source > page.html'))
    .action((id: string, flags: Flags) =>
      run(flags, async (session) => (await import('./commands/show.ts')).runShow(id, flags, session)),
    );
}

function addServe(program: Command, run: RunCommand): void {
  withData(program.command('serve').summary('open the workbench and the API in the browser'))
    .description('Serves the workbench and the API on this machine until Ctrl-C.')
    .option('--port <number>', 'port; 0 takes any free one (7077)')
    .option('--host <address>', 'address to listen on (127.0.0.1)')
    .option('--allow-host <name>', 'answer under this host name too; repeatable', collect)
    .option('--example', 'load the example case on the first run')
    .option('--open', 'open the browser')
    .option('--max-page <mb>', 'largest page that is read, after unpacking (20)')
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples('tocsin serve --example --open', 'tocsin serve --port 8080 --data /srv/tocsin'),
    )
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('./commands/serve.ts')).runServe(flags, session)),
    );
}

function addBackup(program: Command, run: RunCommand): void {
  withData(program.command('backup <file>').summary('copy everything into one new file'))
    .description('Writes everything that is kept into one new file. The store may stay in use.')
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin backup monday.tar'))
    .action((file: string, flags: Flags) =>
      run(flags, async (session) => (await import('./commands/backup.ts')).runBackup(file, flags, session)),
    );
}

function addRestore(program: Command, run: RunCommand): void {
  withData(program.command('restore <file>').summary('make the data folder out of a backup'))
    .description(
      'Makes the data folder out of a backup. Everything is checked before anything takes its place.',
    )
    .option('--force', 'even where the folder holds a store, which is moved aside')
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin restore monday.tar --data /srv/tocsin'))
    .action((file: string, flags: Flags) =>
      run(flags, async (session) => (await import('./commands/restore.ts')).runRestore(file, flags, session)),
    );
}

function addDoctor(program: Command, run: RunCommand): void {
  withData(program.command('doctor').summary('look whether everything is well'))
    .description(
      'Looks at the program, its models and the store, and says what to do. Ends with 1 where something failed.',
    )
    .option('--all', 'unpack and check every page, not a sample')
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin doctor', 'tocsin doctor --all --format json'))
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('./commands/doctor.ts')).runDoctor(flags, session)),
    );
}

function withData(command: Command): Command {
  return command.option('--data <folder>', 'data folder (environment variable TOCSIN_DATA)');
}

function withPages(command: Command): Command {
  return command
    .option('--max-page <mb>', 'largest page that is read, after unpacking (20)')
    .option('--allow-private', 'fetch addresses of this machine and its network too');
}

function withGiven(command: Command): Command {
  return command
    .option('--published <date>', 'day of publication, where you know it')
    .option('--url <url>', 'address that the page is from')
    .option('--outlet <name>', 'publisher of the page');
}

function formatOption(fallback: string): Option {
  return new Option('--format <form>', `how to print; unless given, ${fallback}`).choices(['text', 'json']);
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.');
  return [...(before ?? []), value];
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}
