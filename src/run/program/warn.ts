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
  addLedgerExport(ledger, run);
  addLedgerList(ledger, run);
}

function addLedgerVerify(ledger: Command, run: RunCommand): void {
  withData(ledger.command('verify [file]').summary('check that nothing in it was changed'))
    .description(
      'Checks the ledger of the data folder, an exported file, or - (standard input): every line for its own hash, its form, and the hash of the line before. Ends with 1 where a line fails.',
    )
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin ledger verify', 'tocsin ledger verify forecasts.ndjson'))
    .action((file: string | undefined, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/ledger.ts')).runLedgerVerify(file, flags, session),
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
  withData(program.command('verify <file>').summary('check the signature of an alert or brief'))
    .description(
      'Checks a signed file (JSON) or - (standard input). It passes where the signature fits and its key is trusted: the desk’s own, or those given with --key. Ends with 1 where it does not.',
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
