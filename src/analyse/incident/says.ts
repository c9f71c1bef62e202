import type { Report, Statement } from '../../model/report.ts';
import { traceReport } from '../origin/access.ts';
import { getOutletName } from '../origin/traced.ts';

/**
 * Who says so, as it is shown beside a figure: the innermost speaker, with the outlet in brackets through which it was heard or,
 * where no one is named, to which it was said.
 *
 * @example
 * nameSpeaker(report, statement); // 'Iraqi military (Reuters)'
 */
export function nameSpeaker(report: Report, statement: Statement): string {
  const known = names.get(statement);
  if (known !== undefined) return known;
  const name = findName(report, statement);
  names.set(statement, name);
  return name;
}

/** Names by statement: each is asked for many times, and found by tracing all of its report. */
const names = new WeakMap<Statement, string>();

function findName(report: Report, statement: Statement): string {
  const outlet = getOutletName(report, statement);
  const traced = traceReport(report).find((one) => one.statement.claim === statement.claim);
  if (traced === undefined) return outlet;
  const { access, credits } = traced;
  const last = credits.at(-1);
  const through = last?.name;
  if (access.kind === 'own') return outlet;
  if (access.kind === 'outlet') return last?.isBehind === true ? outlet : (through ?? outlet);
  if (access.kind === 'named') return through === undefined ? access.name : `${access.name} (${through})`;
  return `${access.name} (${through ?? outlet})`;
}
