import type { Command } from 'commander';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, formatOption, withData, withSources } from './options.ts';

export function addBackup(program: Command, run: RunCommand): void {
  withData(program.command('backup <file>').summary('copy everything into one new file'))
    .description('Writes everything that is kept into one new file. The store may stay in use.')
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin backup monday.tar'))
    .action((file: string, flags: Flags) =>
      run(flags, async (session) => (await import('../commands/backup.ts')).runBackup(file, flags, session)),
    );
}

export function addRestore(program: Command, run: RunCommand): void {
  withData(program.command('restore <file>').summary('make the data folder out of a backup'))
    .description(
      'Makes the data folder out of a backup. Everything is checked before anything takes its place.',
    )
    .option('--force', 'even where the folder holds a store, which is moved aside')
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin restore monday.tar --data /srv/tocsin'))
    .action((file: string, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/restore.ts')).runRestore(file, flags, session),
      ),
    );
}

export function addDoctor(program: Command, run: RunCommand): void {
  withData(program.command('doctor').summary('look whether everything is well'))
    .description(
      'Looks at the program, its models and the store, and says what to do. Ends with 1 where something failed.',
    )
    .option('--all', 'unpack and check every page, not a sample')
    .addOption(formatOption('text'))
    .addHelpText('after', examples('tocsin doctor', 'tocsin doctor --all --format json'))
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/doctor.ts')).runDoctor(flags, session)),
    );
}

export function addStatus(program: Command, run: RunCommand): void {
  withSources(withData(program.command('status').summary('show how collecting and telling are doing')))
    .description(
      'Shows what is kept, how the sources answer, how long news took in the last day from its publication to the store and from there to the alert, and alerts that did not arrive.\nEnds with 1 where a source fails or an alert did not arrive.',
    )
    .addOption(formatOption('json in a pipe, text on a terminal'))
    .addHelpText('after', examples('tocsin status', 'watch -n 10 tocsin status --format text'))
    .action((flags: Flags) =>
      run(flags, async (session) => (await import('../commands/status.ts')).runStatus(flags, session)),
    );
}
