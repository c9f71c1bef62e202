import type { LedgerEntry } from '../../../model/forecast.ts';
import type { ScoreReport } from '../../../model/score.ts';
import { chooseGrid, listFiled } from './record.ts';
import { scoreFiled, scoreOverall } from './score.ts';
import { scoreWarnings } from './warnings.ts';

/**
 * The record in figures: all problems together, each problem and horizon, and what warnings were worth.
 *
 * @param entries In order of filing; of one problem or of all.
 * @param asOf ISO 8601 instant by which they were filed.
 */
export function makeScoreReport(entries: readonly LedgerEntry[], asOf: string): ScoreReport {
  const filed = listFiled(entries);
  const grid = chooseGrid(filed);
  const last = entries.at(-1);
  return {
    kind: 'score report',
    asOf,
    ...(last === undefined ? {} : { last: { number: last.number, hash: last.hash } }),
    overall: scoreOverall(grid),
    rows: scoreFiled(grid),
    warnings: scoreWarnings(filed),
  };
}
