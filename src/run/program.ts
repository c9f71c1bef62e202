import { Command } from 'commander';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { EXIT_MEANINGS, type ExitCode } from './exit.ts';
import { addAccount, addAudit } from './program/account.ts';
import { addLadder, addMatrix } from './program/assessment.ts';
import { addCollect } from './program/collect.ts';
import { addChanges, addCorrect } from './program/correct.ts';
import { addEvents } from './program/events.ts';
import { addExport } from './program/exports.ts';
import { addGrade } from './program/grade.ts';
import { addActors, addBoard, addBrief, addImport, addIncidents, addStories } from './program/look.ts';
import { addAdd, addRead, addSearch, addShow } from './program/pages.ts';
import { addProblems } from './program/problems.ts';
import { addRegister } from './program/register.ts';
import { addReplay } from './program/replay.ts';
import { addServe } from './program/serve.ts';
import { addBackup, addDoctor, addRestore, addStatus } from './program/store.ts';
import { addAlerts, addKey, addLedger, addPack, addScore, addVerify } from './program/warn.ts';
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
    .description(
      'Indications and warning over public news: who says what, on whose word, and how likely it makes what you watch for.',
    )
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .option('--no-color', 'no colour (so does the environment variable NO_COLOR)')
    .showHelpAfterError('(add --help for examples)')
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'tocsin: ')) })
    .addHelpText(
      'after',
      `\nExamples:\n  tocsin read report.html\n  tocsin add news/ && tocsin search embassy\n  tocsin serve --example\n  tocsin board --as-of 2020-12-11\n\n${EXIT_HELP}\n`,
    );
  addRead(program, run);
  addAdd(program, run);
  addSearch(program, run);
  addShow(program, run);
  addCollect(program, run);
  addStatus(program, run);
  addBoard(program, run);
  addBrief(program, run);
  addExport(program, run);
  addMatrix(program, run);
  addLadder(program, run);
  addProblems(program, run);
  addIncidents(program, run);
  addStories(program, run);
  addActors(program, run);
  addChanges(program, run);
  addCorrect(program, run);
  addRegister(program, run);
  addGrade(program, run);
  addImport(program, run);
  addEvents(program, run);
  addServe(program, run);
  addAccount(program, run);
  addAudit(program, run);
  addLedger(program, run);
  addScore(program, run);
  addReplay(program, run);
  addAlerts(program, run);
  addPack(program, run);
  addVerify(program, run);
  addKey(program, run);
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
