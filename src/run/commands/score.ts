import { makeScoreReport } from '../../analyse/ledger/score/report.ts';
import type { ScoreReport } from '../../model/score.ts';
import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat } from '../context.ts';
import type { ExitCode } from '../exit.ts';
import { formatScores } from '../print/scores.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { type LedgerOptions, readLedger, tellDamage } from './ledger.ts';

/** `tocsin score`: how the forecasts on record came out. */
export async function runScore(
  options: LedgerOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const { entries, damage } = await readLedger(options, { config, context });
  const asOf = options.asOf === undefined ? context.now() : parseAsOf(options.asOf);
  const report = makeScoreReport(entries, asOf);
  const isJson = chooseFormat(options.format, context) === 'json';
  await context.out.write(
    isJson
      ? listLines(report)
          .map((line) => formatJsonLine(line))
          .join('')
      : formatScores(report, { ...context.out, ...options }),
  );
  return tellDamage(damage, context);
}

/** One line for each row. */
function listLines({ overall, rows, warnings }: ScoreReport): readonly object[] {
  return [
    ...rows.map((row) => ({ kind: 'score', ...row })),
    ...overall.map((row) => ({ kind: 'overall score', ...row })),
    ...warnings.map((row) => ({ kind: 'warning score', ...row })),
  ];
}
