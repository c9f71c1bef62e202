#!/usr/bin/env node
import { isBrokenPipe, runCommandLine } from './command-line.ts';
import { EXIT } from './exit.ts';

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
const code = await runCommandLine(process.argv.slice(2), process);
process.off('exit', onExit);
process.exitCode = code;
