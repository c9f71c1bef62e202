import { PageError } from '../../model/errors.ts';
import type { Assessment } from '../../model/forecast.ts';
import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatLadder } from '../print/ladder.ts';
import { formatMatrix } from '../print/matrix.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { withStore } from '../store.ts';

export interface AssessmentOptions {
  readonly asOf?: string;
  readonly format?: Format;
}

interface Session {
  readonly config: Config;
  readonly context: Context;
}

/** `tocsin matrix`: the evidence on a warning problem against its hypotheses. */
export async function runMatrix(
  problem: string,
  options: AssessmentOptions,
  session: Session,
): Promise<ExitCode> {
  const assessment = await findAssessment(problem, options, session);
  const { matrix } = assessment;
  if (matrix === undefined)
    throw makeMissing(problem, 'it has no hypotheses', 'Ask again with this version.');
  const { context } = session;
  if (chooseFormat(options.format, context) === 'json') {
    const { title, question, asOf, leading, horizons, contributions } = assessment;
    const shown = horizons.find(({ days }) => days === leading);
    await context.out.write(
      formatJsonLine({
        kind: 'matrix',
        problem: assessment.problem,
        title,
        question,
        asOf,
        horizon: shown,
        ...matrix,
        contributions,
      }),
    );
  } else await context.out.write(formatMatrix(assessment, matrix, context.out));
  return EXIT.ok;
}

/** `tocsin ladder`: what the two sides of a warning problem did in answer to what. */
export async function runLadder(
  problem: string,
  options: AssessmentOptions,
  session: Session,
): Promise<ExitCode> {
  const assessment = await findAssessment(problem, options, session);
  const { ladder } = assessment;
  if (ladder === undefined)
    throw makeMissing(
      problem,
      'the problem names no two sides',
      'Add "ladder" to its file: its sides, its rungs, and the days of a reply.',
    );
  const { context } = session;
  if (chooseFormat(options.format, context) === 'json') {
    const { title, question, asOf } = assessment;
    await context.out.write(
      formatJsonLine({ kind: 'ladder', problem: assessment.problem, title, question, asOf, ...ladder }),
    );
  } else await context.out.write(formatLadder(assessment, ladder, context.out));
  return EXIT.ok;
}

async function findAssessment(
  problem: string,
  options: AssessmentOptions,
  { config, context }: Session,
): Promise<Assessment> {
  const asOf = options.asOf === undefined ? undefined : parseAsOf(options.asOf);
  const assessment = await withStore(config, context, {
    readOnly: true,
    run: async (store) => (await makeDesk({ store, config, now: context.now })).getAssessment(problem, asOf),
  });
  if (assessment === undefined)
    throw makeMissing(
      problem,
      'no warning problem of that id is watched',
      'tocsin board lists those that are.',
    );
  return assessment;
}

function makeMissing(problem: string, what: string, remedy: string): PageError {
  return new PageError(clean(problem).slice(0, 80), what, remedy);
}
