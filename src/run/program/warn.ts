import type { Command } from 'commander';
import type { RunCommand } from '../program.ts';
import { collect, examples, type Flags, formatOption, withData } from './options.ts';

/** `tocsin ledger` with what can be done with it. */
export function addLedger(program: Command, run: RunCommand): void {
  const ledger = program
    .command('ledger')
    .helpCommand(false)
    .summary('list, check or export the forecasts on record')
    .description(
      'The record of every forecast that was filed and how it came out. Nothing in it can be changed without its showing.',
    )
    .addHelpText(
      'after',
      examples('tocsin ledger list', 'tocsin ledger verify', 'tocsin ledger export forecasts.ndjson'),
    );
  addLedgerVerify(ledger, run);
  addLedgerCheckpoint(ledger, run);
  addLedgerExport(ledger, run);
  addLedgerList(ledger, run);
}

function addLedgerVerify(ledger: Command, run: RunCommand): void {
  withData(ledger.command('verify [file]').summary('check that nothing in it was changed'))
    .description(
      'Checks the ledger of the data folder, an exported file, or - (standard input): every line for its own hash, its form, and the hash of the line before; and whether the entries are there that checkpoints, and the signed alerts of the data folder, tell of. Ends with 1 where anything fails.',
    )
    .option('--checkpoint <file>', 'signed checkpoint that it has to fit; repeatable', collect)
    .option(
      '--key <key>',
      'public key whose checkpoints are trusted, or a file with one; repeatable (the desk’s own)',
      collect,
    )
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples('tocsin ledger verify', 'tocsin ledger verify forecasts.ndjson --checkpoint march.json'),
    )
    .action((file: string | undefined, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/ledger-verify.ts')).runLedgerVerify(file, flags, session),
      ),
    );
}

function addLedgerCheckpoint(ledger: Command, run: RunCommand): void {
  withData(ledger.command('checkpoint [file]').summary('sign how far it has come, to be kept elsewhere'))
    .description(
      'Checks the ledger and writes the number and hash of its last entry, signed with the desk’s key, to a new file or to standard output. Kept where nobody can change it, it shows later whether entries were cut off or all of them written anew.',
    )
    .addHelpText('after', examples('tocsin ledger checkpoint march.json', 'tocsin ledger checkpoint'))
    .action((file: string | undefined, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/ledger-verify.ts')).runLedgerCheckpoint(file, session),
      ),
    );
}

function addLedgerExport(ledger: Command, run: RunCommand): void {
  withData(ledger.command('export [file]').summary('write it out, one entry a line'))
    .description(
      'Writes the ledger as it is kept, one JSON entry a line, to a new file or to standard output. Whoever keeps the last hash that it prints can tell later whether anything was changed or cut off.',
    )
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples('tocsin ledger export forecasts.ndjson', 'tocsin ledger export | gzip > l.gz'),
    )
    .action((file: string | undefined, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/ledger.ts')).runLedgerExport(file, flags, session),
      ),
    );
}

function addLedgerList(ledger: Command, run: RunCommand): void {
  withData(ledger.command('list').summary('list what was filed, newest first'))
    .description('Lists forecasts and how they came out, newest first.')
    .option('--problem <id>', 'of this warning problem')
    .option('--as-of <date>', 'as it stood then')
    .option('--limit <number>', 'at most so many, 1 to 10000', '50')
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText(
      'after',
      examples('tocsin ledger list --problem us-sites-iraq', 'tocsin ledger list --as-of 2020-12-11'),
    )
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/ledger.ts')).runLedgerList(flags, session)),
    );
}

export function addScore(program: Command, run: RunCommand): void {
  withData(program.command('score').summary('score the forecasts that have come out'))
    .description(
      'Scores the settled forecasts of each warning problem and horizon: Brier score, that of the base rate, skill, and calibration. The last forecast of each day counts once.',
    )
    .option('--problem <id>', 'of this warning problem')
    .option('--as-of <date>', 'as it stood then')
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText('after', examples('tocsin score', 'tocsin score --problem us-sites-iraq --format json'))
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/score.ts')).runScore(flags, session)),
    );
}

export function addVerify(program: Command, run: RunCommand): void {
  withData(program.command('verify <file>').summary('check the signature of an alert, brief or export'))
    .description(
      'Checks a signed file (JSON), a file with its signature beside it (FILE.sig), or - (standard input). It passes where the signature fits and its key is trusted: the desk’s own, or those given with --key. Ends with 1 where it does not.',
    )
    .option(
      '--key <key>',
      'public key that is trusted, or a file with one; repeatable (the desk’s own)',
      collect,
    )
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples(
        'tocsin verify alert.json',
        'tocsin verify alert.cap.xml',
        'tocsin verify alert.json --key 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      ),
    )
    .action((file: string, flags: Flags) =>
      run(flags, async (session) => (await import('../commands/verify.ts')).runVerify(file, flags, session)),
    );
}

export function addKey(program: Command, run: RunCommand): void {
  withData(program.command('key').summary('print the public key that alerts are signed with'))
    .description(
      'Prints the desk’s public key, for those who are to check its alerts. Makes the key where there is none yet.',
    )
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin key', 'tocsin key --format json'))
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/key.ts')).runKey(flags, session)),
    );
}

export function addAlerts(program: Command, run: RunCommand): void {
  withData(program.command('alerts').summary('list alerts and whether they arrived'))
    .description(
      'Lists alerts, the newest first, with what became of each in the channels that are set. --send tries again what did not arrive of the last day.\nEnds with 1 where one did not arrive.',
    )
    .option('--problem <id>', 'of this warning problem, or search:ID of a saved search')
    .option('--limit <number>', 'at most so many, 1 to 500', '50')
    .option('--unsent', 'only those that did not arrive')
    .option('--send', 'try again what did not arrive, first')
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText('after', examples('tocsin alerts', 'tocsin alerts --unsent', 'tocsin alerts --send'))
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/alerts.ts')).runAlerts(flags, session)),
    );
}
