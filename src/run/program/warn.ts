import type { Command } from 'commander';
import type { RunCommand } from '../program.ts';
import { collect, examples, type Flags, formatOption, withAsOf, withData } from './options.ts';

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

export function addPack(program: Command, run: RunCommand): void {
  withAsOf(withData(program.command('pack').summary('pack an alert or a brief with all its evidence')))
    .description(
      'Writes one archive (zip) with a signed alert or brief, the claims it stands on with the words around them, the ledger entries that it tells of, the chain of public keys, and a signed list of all this: tocsin verify checks it on another machine, without this one.',
    )
    .option('--alert <id>', 'the alert, as it was signed')
    .option('--problem <id>', 'a brief on this warning problem, signed now')
    .option('-o, --out <file>', 'new file to write to')
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples(
        'tocsin pack --alert alert-1f6b2c -o alert.zip',
        'tocsin pack --problem us-sites-iraq --as-of 2020-12-11 -o brief.zip',
      ),
    )
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/pack.ts')).runPack(flags, session)),
    );
}

export function addVerify(program: Command, run: RunCommand): void {
  withData(program.command('verify <file>').summary('check the signature of an alert, brief or export'))
    .description(
      'Checks a signed file (JSON), a file with its signature beside it (FILE.sig), an evidence pack (zip), an address, or - (standard input). It passes where the signature fits and its key is trusted: the desk’s own, or those given with --key. Of a key whose chain is known it says whether another took its place or it was revoked since; what was signed after that does not pass. Ends with 1 where it does not.',
    )
    .option(
      '--key <key>',
      'public key that is trusted, a file with one, or a chain of keys; repeatable (the desk’s own)',
      collect,
    )
    .option('--allow-private', 'fetch addresses of this machine and its network too')
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples(
        'tocsin verify alert.json',
        'tocsin verify alert.cap.xml',
        'tocsin verify alert.json --key 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
        'tocsin verify https://example.org/alert.json --key desk-keys.json',
      ),
    )
    .action((file: string, flags: Flags) =>
      run(flags, async (session) => (await import('../commands/verify.ts')).runVerify(file, flags, session)),
    );
}

export function addKey(program: Command, run: RunCommand): void {
  const key = withData(
    program.command('key').summary('the key that alerts are signed with, and those before it'),
  )
    .helpCommand(false)
    .description(
      'Prints the desk’s public key alone, for those who are to check its alerts. Makes the key where there is none yet. Its parts change the key, and say what became of those before.',
    )
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin key', 'tocsin key show --out desk-keys.json', 'tocsin key rotate'))
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/key.ts')).runKey(flags, session)),
    );
  addKeyShow(key, run);
  addKeyChanges(key, run);
}

/** The parts of `key` take its options too, and commander gives those to `key`: so they are asked for with those above them. */
function addKeyShow(key: Command, run: RunCommand): void {
  withData(key.command('show').summary('all keys that the desk has had'))
    .description(
      'Prints the public keys with their fingerprints, how long each was in use, and whether it is to be trusted. With --out it writes them as a chain, each signed by the one before, that others check signatures with.',
    )
    .option('--out <file>', 'write the chain of public keys to this new file')
    .option(
      '--page <file>',
      'write a page that checks signatures in a browser, with the chain in it, to this new file',
    )
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin key show', 'tocsin key show --out desk-keys.json'))
    .action((_: Flags, part: Command) =>
      run(part.optsWithGlobals(), async (session) =>
        (await import('../commands/key.ts')).runKeyShow(part.optsWithGlobals(), session),
      ),
    );
}

function addKeyChanges(key: Command, run: RunCommand): void {
  withData(key.command('new').summary('make the first key'))
    .description(
      'Makes the desk’s first key and begins its chain; refused where a key is in use. After the last key of a chain was revoked it begins a new chain, which others must come to trust.',
    )
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin key new'))
    .action((_: Flags, part: Command) =>
      run(part.optsWithGlobals(), async (session) =>
        (await import('../commands/key.ts')).runKeyNew(part.optsWithGlobals(), session),
      ),
    );
  withData(key.command('rotate').summary('put another key in its place'))
    .description(
      'Makes another key, in a statement signed by the one before and by itself. What the one before has signed stays valid. Its private key is not kept.',
    )
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin key rotate'))
    .action((_: Flags, part: Command) =>
      run(part.optsWithGlobals(), async (session) =>
        (await import('../commands/key.ts')).runKeyRotate(part.optsWithGlobals(), session),
      ),
    );
  withData(key.command('revoke <key>').summary('declare a key not to be trusted'))
    .description(
      'Declares a key (or its fingerprint, 8 digits at least) not to be trusted from an instant on, signed by the key in use. Of a key that somebody may have: rotate first, then revoke the one before. Revoking the key in use ends the chain.',
    )
    .option('--reason <text>', 'why; all who check signatures read it')
    .option('--since <date>', 'from this instant, or the beginning of this day, on (now)')
    .addOption(formatOption('text'))
    .addHelpText(
      'after',
      examples('tocsin key revoke 21fe31df --since 2026-03-01 --reason "a laptop was stolen"'),
    )
    .action((name: string, _: Flags, part: Command) =>
      run(part.optsWithGlobals(), async (session) =>
        (await import('../commands/key.ts')).runKeyRevoke(name, part.optsWithGlobals(), session),
      ),
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
