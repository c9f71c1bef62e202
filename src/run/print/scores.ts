import type { ScoreRow } from '../../model/forecast.ts';
import type { Style } from './terminal.ts';
import { clean, pad, wrap, wrapFacts } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
  readonly problem?: string;
}

/** Scores of each problem and horizon, with the table that a reliability curve is drawn from. */
export function formatScores(rows: readonly ScoreRow[], { width, style, problem }: Form): string {
  if (rows.length === 0)
    return problem === undefined
      ? 'No forecast has been filed.\n'
      : `No forecast of ${clean(problem)} has been filed.\n`;
  const blocks = rows.map((row) => formatRow(row, { width, style }));
  const note = rows.some(({ settled }) => settled > 0)
    ? `\n${wrap(
        'Forecasts of neighbouring days look at nearly the same days: so many forecasts are not so many independent trials.',
        width,
      )
        .map((line) => style.dim(line))
        .join('\n')}\n`
    : '';
  return `${blocks.join('\n')}${note}`;
}

function formatRow(row: ScoreRow, { width, style }: Form): string {
  const counts = [
    `${row.settled} settled`,
    `${row.yes} yes${row.outcomes === undefined ? '' : ` (${row.outcomes} ${row.outcomes === 1 ? 'incident' : 'incidents'})`}`,
    `${row.open} open`,
    `${row.void} void`,
    ...(row.replayed > 0 ? [`${row.replayed} made in a replay`] : []),
  ];
  const scores = [
    ['Brier score', row.brier],
    ['base rate’s', row.baseRateBrier],
    ['skill', row.skill],
    ['calibration error', row.calibrationError],
  ].flatMap(([name, value]) => (typeof value === 'number' ? [`${name} ${value.toFixed(3)}`] : []));
  const head = `${clean(row.problem)}, ${row.horizon} ${row.horizon === 1 ? 'day' : 'days'}`;
  const facts = [...wrapFacts(counts, width - 2), ...wrapFacts(scores, width - 2)];
  return `${[style.bold(head), ...facts.map((line) => `  ${line}`), ...formatBins(row)].join('\n')}\n`;
}

function formatBins({ bins }: ScoreRow): readonly string[] {
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  return bins.map(
    ({ from, to, count, mean, frequency }) =>
      `    ${pad(`${Math.round(from * 100)}–${percent(to)}`, 8)} ${String(count).padStart(5)} ${pad(count === 1 ? 'forecast,' : 'forecasts,', 10)} mean ${percent(mean)}, came out ${percent(frequency)}`,
  );
}
