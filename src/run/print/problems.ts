import type { ProblemVersionRow } from '../../model/definition.ts';
import type { Problem } from '../../model/problem.ts';
import { formatDate } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, wrap, wrapFacts } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** What is told of one problem file. */
export interface ProblemListRow extends Pick<Problem, 'id' | 'title' | 'question' | 'tell' | 'version'> {
  readonly hypotheses: number;
  readonly indicators: number;
  readonly windows: number;
  readonly file: string;
  readonly isOwn: boolean;
}

/** What is watched, each with its question and who is told. */
export function formatProblemList(rows: readonly ProblemListRow[], form: Form): string {
  if (rows.length === 0) return 'Nothing is watched.\n';
  return `${rows.map((row) => formatRow(row, form).join('\n')).join('\n\n')}\n`;
}

function formatRow(row: ProblemListRow, { width, style }: Form): readonly string[] {
  const facts = [
    clean(row.id),
    `${row.indicators} indicators`,
    `${row.windows} windows`,
    `${row.hypotheses} hypotheses`,
    `${clean(row.file)} (${row.isOwn ? 'your own' : 'comes with the program'})`,
    `version ${shortVersion(row.version)}`,
  ];
  const told = row.tell.map(({ at, who }) => `from ${at} on: ${clean(who)}`);
  return [
    style.bold(clean(row.title)),
    ...wrap(clean(row.question), width),
    ...wrapFacts(facts, width).map((line) => style.dim(line)),
    ...(told.length === 0 ? [] : wrap(`Told ${told.join('; ')}`, width).map((line) => style.dim(line))),
  ];
}

/** Faults of files, each with its line. */
export function formatFailures(failures: readonly string[], { style }: Form): string {
  return failures.map((failure) => `${style.bad('cannot be used')} ${clean(failure)}\n`).join('');
}

/** Versions that came into use. */
export function formatProblemVersions(rows: readonly ProblemVersionRow[], { style }: Form): string {
  if (rows.length === 0) return 'No version was used yet: nothing has been filed with it.\n';
  return rows
    .map(
      ({ version, since, file }) =>
        `${style.bold(shortVersion(version))}  since ${formatDate(since)}  ${style.dim(clean(file))}\n`,
    )
    .join('');
}

const DIGITS = 12;

/** The first digits of a version, enough to name it by. */
function shortVersion(version: string): string {
  return version.replace(/^sha256:/, '').slice(0, DIGITS);
}
