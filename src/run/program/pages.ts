import type { Command } from 'commander';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, formatOption, withData, withGiven, withPages } from './options.ts';

export function addRead(program: Command, run: RunCommand): void {
  withGiven(
    withPages(
      program.command('read [input...]').summary('read pages and print what was found, keeping nothing'),
    ),
  )
    .description(
      'Reads HTML, plain text or saved pages from files, folders, archives (zip, tar, gz), addresses or - (standard input).\nPrints one JSON reading a line in a pipe, a readable form on a terminal.',
    )
    .option(
      '--second [documents]',
      'ask a language model too: about all documents (unless given) or those its rule has picked; off, picked or all',
    )
    .option(
      '--data <folder>',
      'data folder, where answers and what was spent are kept (environment variable TOCSIN_DATA)',
    )
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText(
      'after',
      examples(
        'tocsin read report.html',
        'tocsin read https://news.example/report',
        'curl -s https://news.example/report | tocsin read - --url https://news.example/report',
        'tocsin read week.zip --format json | head -1',
        'tocsin read report.html --second',
      ),
    )
    .action((inputs: string[], flags: Flags) =>
      run(flags, async (session) => (await import('../commands/read.ts')).runRead(inputs, flags, session)),
    );
}

export function addAdd(program: Command, run: RunCommand): void {
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
      run(flags, async (session) => (await import('../commands/add.ts')).runAdd(inputs, flags, session)),
    );
}

export function addSearch(program: Command, run: RunCommand): void {
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
      run(flags, async (session) => (await import('../commands/search.ts')).runSearch(words, flags, session)),
    );
}

export function addShow(program: Command, run: RunCommand): void {
  withData(program.command('show <id>').summary('show a kept document'))
    .description('Shows a document with what was read from it. The first digits of its id are enough.')
    .option('--versions', 'its versions instead')
    .option('--source', 'its page instead, byte for byte')
    .option('--as-of <date>', 'as it was known then')
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText('after', examples('tocsin show 4be1c2', 'tocsin show 4be1c2 --source > page.html'))
    .action((id: string, flags: Flags) =>
      run(flags, async (session) => (await import('../commands/show.ts')).runShow(id, flags, session)),
    );
}
