import type { Replay } from '../../model/replay.ts';
import { clean } from './width.ts';

const COLUMNS = [
  'asOf',
  'horizon',
  'p',
  'low',
  'high',
  'word',
  'baseRate',
  'level',
  'confidence',
  'reports',
  'outcome',
  'filedNumber',
  'filedP',
  'filedLevel',
  'likeness',
  'observed',
] as const;

/** One line for each moment and horizon (RFC 4180, line ends of Unix). What is not known is empty. */
export function formatReplayCsv({ steps }: Replay): string {
  const rows = steps.flatMap(({ asOf, level, confidence, reports, horizons, observed }) =>
    horizons.map(({ days, probability, baseRate, outcome, filed }) => [
      asOf,
      days,
      probability.p,
      probability.low,
      probability.high,
      probability.word,
      baseRate.p,
      level,
      confidence,
      reports,
      outcome,
      filed?.number,
      filed?.p,
      filed?.level,
      filed?.likeness,
      observed.map(({ id, logOdds }) => `${id} ${logOdds.toFixed(3)}`).join('; '),
    ]),
  );
  return [COLUMNS, ...rows].map((row) => `${row.map(writeField).join(',')}\n`).join('');
}

function writeField(value: string | number | undefined): string {
  const text = value === undefined ? '' : clean(String(value));
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
