#!/usr/bin/env node
import { type Command, CommanderError } from 'commander';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { makeTerminal } from './print/terminal.ts';
import { makeProgram, type RunCommand } from './program.ts';
import { describeError } from './report.ts';

/** Runs the command line of this process and gives the code to end with. */
async function main(args: readonly string[]): Promise<ExitCode> {
  const color = args.includes('--no-color') ? false : undefined;
  const context: Context = {
    out: makeTerminal(process.stdout, { env: process.env, color }),
    err: makeTerminal(process.stderr, { env: process.env, color }),
    stdin: process.stdin,
    errStream: process.stderr,
    now: () => new Date().toISOString(),
  };
  let code: ExitCode = EXIT.ok;
  const run: RunCommand = async (flags, command) => {
    const { readProcessConfig } = await import('./config.ts');
    code = await command({ config: readProcessConfig(flags), context });
  };
  const program = makeProgram(run);
  for (const each of listCommands(program)) each.exitOverride();
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
      isDebug: (process.env['TOCSIN_DEBUG'] ?? '') !== '',
    });
    await context.err.write(text);
    return failed;
  }
}

/** A command with those within it. */
function listCommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(listCommands)];
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

// Whoever reads our output may stop at any time (`| head`): that is no error, and there is nobody left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (isBrokenPipe(error)) process.exit(EXIT.ok);
    throw error;
  });
}

// Until the command has ended, an empty event loop means that something was never answered; Node would end with 13 and no word.
process.exitCode = EXIT.unexpected;
const onExit = (ended: number): void => {
  if (ended === EXIT.unexpected)
    process.stderr.write('tocsin: this should not have happened: the command ended without a result\n');
};
process.on('exit', onExit);
const code = await main(process.argv.slice(2));
process.off('exit', onExit);
process.exitCode = code;
