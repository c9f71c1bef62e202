import { type Command, InvalidArgumentError, Option } from 'commander';

/** Options as they were given, by their names. */
export type Flags = Record<string, unknown>;

export function withData(command: Command): Command {
  return command.option('--data <folder>', 'data folder (environment variable TOCSIN_DATA)');
}

export function withAsOf(command: Command): Command {
  return command.option(
    '--as-of <date>',
    'as it was known then: a date (its end) or an instant; nothing later is used',
  );
}

export function withSources(command: Command): Command {
  return command.option('--sources <file>', 'file that lists the sources (sources.yaml in the data folder)');
}

export function withPages(command: Command): Command {
  return command
    .option('--max-page <mb>', 'largest page that is read, after unpacking (20)')
    .option('--allow-private', 'fetch addresses of this machine and its network too');
}

export function withGiven(command: Command): Command {
  return command
    .option('--published <date>', 'day of publication, where you know it')
    .option('--url <url>', 'address that the page is from')
    .option('--outlet <name>', 'publisher of the page');
}

export function formatOption(fallback: string): Option {
  return new Option('--format <form>', `how to print; unless given, ${fallback}`).choices(['text', 'json']);
}

export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.');
  return [...(before ?? []), value];
}

export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}
