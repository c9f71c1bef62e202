import { checkProblemFiles } from '../../direct/problems/check-files.ts';
import type { Definition, DefinitionRequest, ProblemVersionRow } from '../../model/definition.ts';
import { parseAsOf } from '../as-of.ts';
import { chooseFormat, type Format } from '../context.ts';
import { ProblemDefinitions } from '../definitions.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatFailures, formatProblemList, formatProblemVersions } from '../print/problems.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { nameFile, ProblemFiles } from '../problems.ts';
import type { Session } from '../program.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface ProblemsOptions {
  readonly asOf?: string;
  readonly version?: string;
  readonly format?: Format;
}

/** `tocsin problems list`: what is watched, and what is wrong with the files that cannot be used. */
export async function runProblemsList(
  { format }: ProblemsOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  const files = new ProblemFiles(config);
  const { problems, failures } = await files.read();
  const rows = problems.map((problem) => ({
    kind: 'problem' as const,
    id: problem.id,
    title: problem.title,
    question: problem.question,
    horizons: problem.horizons,
    hypotheses: problem.hypotheses.length,
    indicators: problem.indicators.length,
    windows: problem.windows.length,
    tell: problem.tell,
    file: nameFile(problem),
    isOwn: files.isOwn(problem.file),
    version: problem.version,
  }));
  const isJson = chooseFormat(format, context) === 'json';
  await context.out.write(
    isJson
      ? [...rows, ...failures.map((failure) => ({ kind: 'failure', failure }))].map(formatJsonLine).join('')
      : formatProblemList(rows, context.out) + formatFailures(failures, context.out),
  );
  return failures.length > 0 ? EXIT.someFailed : EXIT.ok;
}

/** `tocsin problems show`: the text of a definition, the one in use or an earlier one. */
export async function runProblemsShow(
  id: string,
  { asOf, version, format }: ProblemsOptions,
  session: Session,
): Promise<ExitCode> {
  const { context } = session;
  const request = {
    ...(version === undefined ? {} : { version: await completeVersion(id, version, session) }),
    ...(asOf === undefined ? {} : { asOf: parseAsOf(asOf) }),
  };
  const definition = await getDefinition(id, request, session);
  if (definition === undefined) throw unknown(id, 'problem or version');
  await context.out.write(format === 'json' ? formatJsonLine(definition) : definition.text);
  return EXIT.ok;
}

/** `tocsin problems versions`: the versions that came into use, newest first. */
export async function runProblemsVersions(
  id: string,
  { asOf, format }: ProblemsOptions,
  session: Session,
): Promise<ExitCode> {
  const { context } = session;
  const rows = await listVersions(id, asOf === undefined ? undefined : parseAsOf(asOf), session);
  if (rows.length === 0) {
    const { problems } = await new ProblemFiles(session.config).read();
    if (!problems.some((problem) => problem.id === id)) throw unknown(id, 'problem');
  }
  await context.out.write(
    chooseFormat(format, context) === 'json'
      ? rows.map(formatJsonLine).join('')
      : formatProblemVersions(rows, context.out),
  );
  return EXIT.ok;
}

/** `tocsin problems check`: everything that is wrong with some files, or with those in use. */
export async function runProblemsCheck(
  files: readonly string[],
  { format }: ProblemsOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  const inUse = await new ProblemFiles(config).read();
  const { problems, failures } = files.length === 0 ? inUse : await checkProblemFiles(files, inUse.problems);
  const good = problems.map(({ file, id }) => ({ kind: 'usable' as const, file, problem: id }));
  await context.out.write(
    format === 'json'
      ? [...good, ...failures.map((failure) => ({ kind: 'failure', failure }))].map(formatJsonLine).join('')
      : good.map(({ file }) => `${clean(file)}: can be used\n`).join('') +
          formatFailures(failures, context.out),
  );
  return failures.length > 0 ? EXIT.someFailed : EXIT.ok;
}

async function getDefinition(
  id: string,
  request: DefinitionRequest,
  { config, context }: Session,
): Promise<Definition | undefined> {
  const problems = new ProblemFiles(config);
  return withStore(config, context, {
    readOnly: true,
    run: (store) => new ProblemDefinitions({ store, problems, now: context.now }).getDefinition(id, request),
  });
}

async function listVersions(
  problem: string,
  asOf: string | undefined,
  { config, context }: Session,
): Promise<readonly ProblemVersionRow[]> {
  const rows = await withStore(config, context, {
    readOnly: true,
    run: (store) => store.listProblemVersions({ problem, ...(asOf === undefined ? {} : { asOf }) }),
  });
  return rows.toReversed();
}

/** The whole version that some first digits mean. */
async function completeVersion(id: string, given: string, session: Session): Promise<string> {
  const digits = given.replace(/^sha256:/, '');
  const { problems } = await new ProblemFiles(session.config).read();
  const kept = await listVersions(id, undefined, session);
  const all = new Set([
    ...problems.filter((problem) => problem.id === id).map(({ version }) => version),
    ...kept.map(({ version }) => version as string),
  ]);
  const fitting = /^[0-9a-f]{4,64}$/.test(digits)
    ? [...all].filter((version) => version.startsWith(`sha256:${digits}`))
    : [];
  if (fitting.length === 1) return fitting[0]!;
  throw new UsageError(
    `${clean(given).slice(0, 80)} means ${fitting.length === 0 ? 'no version' : 'several versions'} of ${clean(id).slice(0, 80)}`,
    'Give four digits or more of one that `tocsin problems versions` lists.',
  );
}

function unknown(id: string, what: string): UsageError {
  return new UsageError(
    `there is no such ${what} (then): ${clean(id).slice(0, 80)}`,
    'List those that are watched with `tocsin problems list`.',
  );
}
