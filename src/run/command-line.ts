import { homedir } from 'node:os';
import { type Command, CommanderError } from 'commander';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { makeTerminal } from './print/terminal.ts';
import { makeProgram, type RunCommand } from './program.ts';
import { describeError } from './report.ts';

/** What a command line is run in: the process, or what a test puts in its place. */
export interface Surroundings {
  readonly stdin: Context['stdin'];
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a command line and gives the code to end with.
 *
 * @example
 * await runCommandLine(['read', 'report.html'], process); // 0
 */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { stdin, stdout, stderr, env } = surroundings;
  const color = args.includes('--no-color') ? false : undefined;
  const context: Context = {
    out: makeTerminal(stdout, { env, color }),
    err: makeTerminal(stderr, { env, color }),
    stdin,
    errStream: stderr,
    now: () => new Date().toISOString(),
  };
  let code: ExitCode = EXIT.ok;
  const run: RunCommand = async (flags, command) => {
    const { readConfig } = await import('./config.ts');
    const config = readConfig({ flags, env, platform: process.platform, home: homedir() });
    code = await command({ config, context });
  };
  const program = makeProgram(run);
  for (const each of listCommands(program)) {
    each.exitOverride().configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
    });
  }
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said what is wrong; help and version come this way too, with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (isBrokenPipe(error)) return EXIT.ok;
    const { text, code: failed } = describeError(error, {
      style: context.err.style,
      isDebug: (env['TOCSIN_DEBUG'] ?? '') !== '',
    });
    await context.err.write(text);
    return failed;
  }
}

/** A command with those within it. */
function listCommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(listCommands)];
}

/** Whether a reader of our output has gone. */
export function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
