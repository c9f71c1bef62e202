import { formatPercent } from '../../../model/probability.ts';
import { ENOUGH, type LevelScore, type ScoreFigures } from '../../../model/score.ts';
import { count } from './vocabulary.ts';

/** A score with three digits; a dash where there is none. */
export function formatScore(score: number | undefined): string {
  return score === undefined ? '–' : score.toFixed(3);
}

function formatSigned(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

/** `+0.21 (+0.04 to +0.35)`. */
export function formatSkill({ skill, skillInterval }: Pick<ScoreFigures, 'skill' | 'skillInterval'>): string {
  if (skill === undefined) return '–';
  const interval =
    skillInterval === undefined
      ? ''
      : ` (${formatSigned(skillInterval.low)} to ${formatSigned(skillInterval.high)})`;
  return `${formatSigned(skill)}${interval}`;
}

/** Why nothing is to be read into a score yet. */
export function describeFewness({
  outcomes = 0,
  quiet,
  horizon,
}: Pick<ScoreFigures, 'outcomes' | 'quiet' | 'horizon'>): string {
  const days = Math.max(7, horizon);
  return `Too few to say: ${count(outcomes, 'incident')} (${ENOUGH.outcomes} needed) and ${quiet} quiet stretches of ${days} days (${ENOUGH.quiet} needed) are on record.`;
}

/** `120 settled, of these 14 yes (3 incidents); 30 open, 2 void`. */
export function describeSettled(row: ScoreFigures): string {
  const incidents = row.outcomes === undefined ? '' : ` (${count(row.outcomes, 'incident')})`;
  const rest = [
    `${row.open} open`,
    ...(row.void > 0 ? [`${row.void} void`] : []),
    ...(row.late > 0 ? [`${row.late} settled late`] : []),
    ...(row.corrected > 0 ? [`${row.corrected} corrected`] : []),
  ];
  return `${row.settled}, of these ${row.yes} yes${incidents}; ${rest.join(', ')}`;
}

/** `2 hits, 1 missed`. */
export function describeHits({
  hits,
  misses,
}: {
  readonly hits: readonly unknown[];
  readonly misses: readonly unknown[];
}): string {
  return `${count(hits.length, 'hit')}, ${misses.length} missed`;
}

/** `4.5 days`; a dash without a hit. */
export function describeLead(lead: number | undefined): string {
  return lead === undefined ? '–' : `${lead} ${lead === 1 ? 'day' : 'days'}`;
}

/** `3 (0.4 a month)`. */
export function describeFalseAlarms({
  falseAlarms,
  falseAlarmsPerMonth,
}: Pick<LevelScore, 'falseAlarmsPerMonth'> & { readonly falseAlarms: readonly unknown[] }): string {
  const rate = falseAlarmsPerMonth === undefined ? '' : ` (${falseAlarmsPerMonth.toFixed(1)} a month)`;
  return `${falseAlarms.length}${rate}`;
}

/** `of about 35%: 2 of 6 came true`. */
export function describeBin({
  mean,
  frequency,
  low,
  high,
}: Pick<ScoreFigures['bins'][number], 'mean' | 'frequency' | 'low' | 'high'>): string {
  return `of about ${formatPercent(mean)}: ${formatPercent(frequency)} came true (${formatPercent(low)} to ${formatPercent(high)})`;
}
