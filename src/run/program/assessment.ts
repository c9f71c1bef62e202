import type { Command } from 'commander';
import type { RunCommand } from '../program.ts';
import { examples, type Flags, formatOption, withAsOf, withData } from './options.ts';

const FORMAT = 'json in a pipe, text on a terminal';

export function addMatrix(program: Command, run: RunCommand): void {
  withAsOf(
    withData(
      program.command('matrix <problem>').summary('show the evidence against the hypotheses of a problem'),
    ),
  )
    .description(
      'Shows the hypotheses of a warning problem with what each was given before and is given now, each row of evidence with its likelihood ratio for each of them and who is first-hand, and what it would tell most to look for next.\nThe hypotheses that answer yes add up to the probability of the problem.',
    )
    .addOption(formatOption(FORMAT))
    .addHelpText(
      'after',
      examples('tocsin matrix us-sites-iraq', 'tocsin matrix us-sites-iraq --as-of 2020-12-11'),
    )
    .action((problem: string, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/assessment.ts')).runMatrix(problem, flags, session),
      ),
    );
}

export function addLadder(program: Command, run: RunCommand): void {
  withAsOf(
    withData(
      program.command('ladder <problem>').summary('show what the two sides of a problem did to each other'),
    ),
  )
    .description(
      'Shows the incidents of the two sides of a warning problem as steps: on which rung, which earlier step of the other side each answers, after how many days, and the reply that is due and has not come.\nEnds with an error where the problem names no sides.',
    )
    .addOption(formatOption(FORMAT))
    .addHelpText(
      'after',
      examples('tocsin ladder us-sites-iraq', 'tocsin ladder us-sites-iraq --as-of 2020-12-11'),
    )
    .action((problem: string, flags: Flags) =>
      run(flags, async (session) =>
        (await import('../commands/assessment.ts')).runLadder(problem, flags, session),
      ),
    );
}
