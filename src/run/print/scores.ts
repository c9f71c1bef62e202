import {
  ENOUGH,
  type LevelScore,
  type OverallScore,
  type ScoreBin,
  type ScoreFigures,
  type ScoreReport,
  type WarningScore,
} from '../../model/score.ts';
import type { Style } from './terminal.ts';
import { clean, pad, wrap, wrapFacts } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
  readonly problem?: string;
}

/** Scores of all problems and of each, with the table that a reliability curve is drawn from, and what warnings were worth. */
export function formatScores(
  { overall, rows, warnings, last }: ScoreReport,
  { width, style, problem }: Form,
): string {
  if (rows.length === 0)
    return problem === undefined
      ? 'No forecast has been filed.\n'
      : `No forecast of ${clean(problem)} has been filed.\n`;
  const form = { width, style };
  const isOne = new Set(rows.map((row) => row.problem)).size === 1;
  const blocks = [
    ...(isOne ? [] : overall.map((row) => formatFigures(describeOverall(row), row, form))),
    ...rows.map((row) => formatFigures(clean(row.problem), row, form)),
    ...warnings.map((each) => formatWarnings(each, form)),
  ];
  const end = last === undefined ? [] : [`Last entry scored: ${last.number}, ${last.hash}`];
  const notes = [...(rows.some(({ settled }) => settled > 0) ? [NOTE] : []), ...end].flatMap((note) =>
    wrap(note, width),
  );
  return `${blocks.join('\n')}\n${notes.map((line) => `${style.dim(line)}\n`).join('')}`;
}

const NOTE =
  'Forecasts of neighbouring days look at nearly the same days: so many forecasts are not so many independent trials. Intervals (95%) are made from stretches of time as long as the horizon.';

function describeOverall({ problems }: OverallScore): string {
  return `All ${problems} problems`;
}

function formatFigures(name: string, row: ScoreFigures, { width, style }: Form): string {
  const counts = [
    `${row.settled} settled`,
    `${row.yes} yes${row.outcomes === undefined ? '' : ` (${row.outcomes} ${row.outcomes === 1 ? 'incident' : 'incidents'})`}`,
    `${row.open} open`,
    `${row.void} void`,
    ...(row.late > 0 ? [`${row.late} late`] : []),
    ...(row.corrected > 0 ? [`${row.corrected} corrected`] : []),
  ];
  const head = `${name}, ${row.horizon} ${row.horizon === 1 ? 'day' : 'days'}${row.isReplay ? ', made in a replay' : ''}`;
  const lines = [counts, listScores(row)].flatMap((facts) => wrapFacts(facts, width - 2));
  const verdict = row.settled === 0 ? [] : wrap(describeSkill(row), width - 2);
  return `${[style.bold(head), ...[...lines, ...verdict].map((line) => `  ${line}`), ...formatBins(row.bins)].join('\n')}\n`;
}

function listScores(row: ScoreFigures): readonly string[] {
  return [
    ['Brier score', row.brier],
    ['base rate’s', row.baseRateBrier],
    ['log score', row.logScore],
    ['base rate’s', row.baseRateLogScore],
    ['calibration error', row.calibrationError],
  ].flatMap(([name, value]) => (typeof value === 'number' ? [`${name} ${value.toFixed(3)}`] : []));
}

function describeSkill({
  skill,
  skillInterval,
  isEnough,
  outcomes = 0,
  quiet,
  horizon,
}: ScoreFigures): string {
  const interval =
    skillInterval === undefined
      ? ''
      : ` (${skillInterval.low.toFixed(2)} to ${skillInterval.high.toFixed(2)})`;
  const value = skill === undefined ? 'none' : `${skill.toFixed(3)}${interval}`;
  if (isEnough) return `Skill over the base rate ${value}`;
  const days = Math.max(7, horizon);
  return `Too few to say: ${outcomes} ${outcomes === 1 ? 'incident' : 'incidents'} (${ENOUGH.outcomes} needed) and ${quiet} stretches of ${days} days without one (${ENOUGH.quiet} needed). Skill over the base rate so far: ${value}`;
}

const BAR = 20;

/** How often it came out (#) of what was said to be so likely (|). */
function formatBins(bins: readonly ScoreBin[]): readonly string[] {
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  return bins.map(({ from, to, count, mean, frequency, low, high }) => {
    const name = pad(`${Math.round(from * 100)}–${percent(to)}`, 8);
    const what = pad(count === 1 ? 'forecast,' : 'forecasts,', 10);
    return `    ${name} ${String(count).padStart(5)} ${what} mean ${percent(mean)}, came out ${percent(frequency)} (${Math.round(low * 100)}–${percent(high)})  ${drawBar(mean, frequency)}`;
  });
}

function drawBar(mean: number, frequency: number): string {
  const said = Math.min(BAR - 1, Math.floor(mean * BAR));
  const came = Math.round(frequency * BAR);
  return Array.from({ length: BAR }, (_, at) => (at === said ? '|' : at < came ? '#' : '·')).join('');
}

function formatWarnings(warnings: WarningScore, { width, style }: Form): string {
  const { problem, isReplay, outcomes, isEnough, levels } = warnings;
  const head = `${clean(problem)}, warnings${isReplay ? ', made in a replay' : ''}`;
  const few = isEnough ? '' : ': too few to say more than what happened';
  const sum = `${outcomes} ${outcomes === 1 ? 'outcome' : 'outcomes'} after the first forecast${few}`;
  const lines = [
    ...wrap(sum, width - 2),
    ...levels.flatMap((level) => wrapFacts(describeLevel(level), width - 2)),
  ];
  return `${[style.bold(head), ...lines.map((line) => `  ${line}`)].join('\n')}\n`;
}

function describeLevel({
  level,
  hits,
  misses,
  falseAlarms,
  falseAlarmsPerMonth,
  lead,
  isStanding,
  share,
}: LevelScore): readonly string[] {
  return [
    `${level} or above: ${hits.length} ${hits.length === 1 ? 'hit' : 'hits'}`,
    `${misses.length} missed`,
    ...(lead === undefined ? [] : [`lead ${lead} ${lead === 1 ? 'day' : 'days'} (median)`]),
    `${falseAlarms.length} false${falseAlarmsPerMonth === undefined ? '' : `, ${falseAlarmsPerMonth.toFixed(2)} a month`}`,
    `stood ${Math.round(share * 100)}% of the time${isStanding ? ', and does now' : ''}`,
  ];
}
