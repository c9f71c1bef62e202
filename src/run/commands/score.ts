import { scoreLedger } from '../../analyse/ledger/score.ts';
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
  const rows = scoreLedger(entries);
  const isJson = chooseFormat(options.format, context) === 'json';
  await context.out.write(
    isJson
      ? rows.map((row) => formatJsonLine({ kind: 'score', ...row })).join('')
      : formatScores(rows, { ...context.out, ...options }),
  );
  return tellDamage(damage, context);
}
