import type { Assessment, Contribution, Matrix } from '../../model/forecast.ts';
import { formatRatio } from '../../model/likelihood-ratio.ts';
import { formatInterval, formatPercent } from '../../model/probability.ts';
import { formatDate } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { countTree, ORIGIN_SIGNS } from './tree.ts';
import { clean, measure, pad, shorten, wrap, wrapFacts } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** Origins that are shown of each row. */
const MOST_ORIGINS = 3;
/** What to look for that is shown. */
const MOST_NEXT = 8;
const INDENT = '   ';

/** Evidence against hypotheses: what each is given, what is seen, and what to look for next. */
export function formatMatrix(assessment: Assessment, matrix: Matrix, form: Form): string {
  const { style, width } = form;
  const rows = matrix.rows.toSorted((a, b) => b.diagnosticity - a.diagnosticity);
  const seen = rows.filter(({ state }) => state === 'observed');
  const unseen = rows.filter(({ state }) => state !== 'observed');
  const contributions = new Map(assessment.contributions.map((each) => [each.id, each]));
  const blocks: readonly (readonly string[])[] = [
    formatHead(assessment, form),
    formatHypotheses(matrix, form),
    [
      style.bold('Evidence, what tells most first'),
      ...(seen.length === 0
        ? ['Nothing is observed: the hypotheses stand as before.']
        : wrap(
            'How many times as likely as where the answer is no, given the rows that count more.',
            width,
          ).map(style.dim)),
      ...seen.flatMap((row) => formatRow(row, { contribution: contributions.get(row.id), form })),
    ],
    unseen.length === 0
      ? []
      : [
          style.bold('Not seen'),
          ...unseen.flatMap(({ title, state }) => hang('- ', `${clean(title)} (${state})`, width)),
        ],
    formatNext(matrix, form),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function formatHead({ title, problem, question, asOf, horizons, leading }: Assessment, form: Form) {
  const { width, style } = form;
  const shown = horizons.find(({ days }) => days === leading);
  const facts = [
    `as of ${formatDate(asOf)}`,
    `${leading} days`,
    ...(shown === undefined
      ? []
      : [
          `${formatPercent(shown.probability.p)} ${shown.probability.word}`,
          formatInterval(shown.probability),
          `base rate ${formatPercent(shown.baseRate.p)}`,
        ]),
  ];
  return [
    `${style.bold(shorten(clean(title), width))}  ${style.dim(clean(problem))}`,
    ...wrap(clean(question), width),
    ...wrapFacts(facts, width).map(style.dim),
  ];
}

/** A, B, C… */
const nameColumn = (at: number): string => String.fromCharCode(65 + at);

function formatHypotheses({ hypotheses }: Matrix, { width, style }: Form): readonly string[] {
  const numbers = (prior: string, posterior: string) => `${prior.padStart(7)} ${posterior.padStart(7)}`;
  const room = width - 7 - 16;
  const line = (mark: string, words: string, ends: string) =>
    `${pad(mark, 7)}${pad(shorten(words, room), room)} ${ends}`;
  const sum = (of: 'prior' | 'posterior') =>
    formatPercent(hypotheses.reduce((all, each) => all + (each.answer === 'yes' ? each[of] : 0), 0));
  return [
    style.bold(line('', 'Hypotheses', numbers('before', 'now'))),
    ...hypotheses.map(({ title, answer, prior, posterior }, at) =>
      line(
        `${nameColumn(at)}  ${answer}`,
        clean(title),
        numbers(formatPercent(prior), formatPercent(posterior)),
      ),
    ),
    style.dim(line('', 'Yes in all', numbers(sum('prior'), sum('posterior')))),
  ];
}

function formatRow(
  row: Matrix['rows'][number],
  { contribution, form }: { readonly contribution: Contribution | undefined; readonly form: Form },
): readonly string[] {
  const { width, style } = form;
  const room = width - INDENT.length;
  const cells = row.cells.map((cell, at) => {
    const { sign, factor } = formatRatio(cell);
    return `${nameColumn(at)} ${sign} ${factor}`;
  });
  const across = Math.max(1, Math.floor(room / (Math.max(...cells.map(measure)) + 3)));
  const widest = Math.max(...cells.map(measure)) + 3;
  const lines = Array.from({ length: Math.ceil(cells.length / across) }, (_, i) =>
    cells
      .slice(i * across, (i + 1) * across)
      .map((cell) => pad(cell, widest))
      .join('')
      .trimEnd(),
  );
  return [
    shorten(clean(row.title), width),
    ...lines.map((each) => INDENT + each),
    ...(contribution === undefined ? [] : formatOrigins(contribution, { width: room, style })).map(
      (each) => INDENT + each,
    ),
  ];
}

/** Who is first-hand, each with the words of the first claim and where they stand. */
function formatOrigins({ tree, logOdds }: Contribution, { width, style }: Form): readonly string[] {
  const shown = tree.origins.slice(0, MOST_ORIGINS);
  const left = tree.origins.length - shown.length;
  const counted = logOdds === 0 ? 'counted with another sign · ' : '';
  return [
    style.dim(`${counted}${countTree(tree)}`),
    ...shown.map(({ status, name, claims: [claim] }) => {
      const id =
        claim === undefined ? '' : ` ${claim.document.slice('sha256:'.length, 'sha256:'.length + 12)}`;
      const words = claim === undefined ? '' : `: “${clean(claim.words)}”`;
      return `${shorten(`${ORIGIN_SIGNS[status]} ${clean(name)}${words}`, width - measure(id))}${style.dim(id)}`;
    }),
    ...(left === 0 ? [] : [style.dim(`and ${left} more`)]),
  ];
}

function formatNext({ next }: Matrix, { width, style }: Form): readonly string[] {
  if (next.length === 0) return [];
  return [
    style.bold('Look for next'),
    ...wrap('Expected gain in bits, if a sign is as likely as not where it is likeliest.', width).map(
      style.dim,
    ),
    ...next
      .slice(0, MOST_NEXT)
      .flatMap(({ title, gain }) => hang(`${gain.toFixed(3)}  `, clean(title), width)),
  ];
}

/** Text behind a mark, its further lines set in as far. */
function hang(mark: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat(measure(mark));
  return wrap(text, width - measure(mark)).map((line, index) => `${index === 0 ? mark : indent}${line}`);
}
