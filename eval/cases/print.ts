import type { Replay, ReplayMean, ReplayStep } from '../../src/model/replay.ts';
import type { CaseRun } from './run.ts';

/** The figures of one case, in lines of which those of the form "CASE name number" are kept as floors. */
export function formatRun({ name, title, replay, found }: CaseRun): string {
  const { steps, outcomes, leading, scores, alarms, ablation = [] } = replay;
  const lines = [`== ${name}: ${title}`];
  lines.push(
    `${replay.problem}, ${steps.length} days with reports from ${replay.from.slice(0, 10)} to ${replay.to.slice(0, 10)}`,
  );
  lines.push(`true outcomes: ${list(outcomes.map(({ day }) => day))}; found by the engine: ${list(found)}`);
  for (const { days } of steps[0]?.horizons ?? []) lines.push(describeHeight(replay, days));
  for (const { level, hits, misses, falseAlarms, share, isStanding } of alarms) {
    const leads = [
      ...hits.map(({ day, lead }) => `${day} ${lead} days before`),
      ...misses.map(({ day }) => `${day} missed`),
    ];
    const told = falseAlarms.map((each) => `${each.from.slice(0, 10)} to ${each.to.slice(0, 10)}`);
    lines.push(
      `${level} or above: ${hits.length} hits, ${misses.length} missed, ${falseAlarms.length} false${told.length === 0 ? '' : ` (${told.join(', ')})`}, standing ${percent(share)} of the time${isStanding ? ', and at the end' : ''}${leads.length === 0 ? '' : `; ${leads.join(', ')}`}`,
    );
  }
  for (const score of scores) {
    lines.push(
      `${score.horizon} days: ${score.settled} settled, ${score.yes} yes; Brier ${mean(score.brier)}, base rate ${mean(score.baseRateBrier)}, gain ${mean(score.gain)}${score.isEnough ? '' : ` (too few to say: ${score.outcomes ?? 0} incidents, ${score.quiet} quiet stretches)`}`,
    );
    if (score.skill !== undefined)
      lines.push(`${name} skill ${score.horizon} days ${score.skill.toFixed(4)}`);
  }
  const elevated = alarms.find(({ level }) => level === 'elevated');
  if (elevated !== undefined)
    lines.push(`${name} no false alarm ${elevated.falseAlarms.length === 0 && !elevated.isStanding ? 1 : 0}`);
  lines.push(
    `what each sign adds (${leading} days: Brier without it less with it; share of days; mean log-odds then)`,
  );
  for (const { id, observed, logOdds, horizons } of ablation)
    lines.push(
      `  ${id.padEnd(26)} ${mean(horizons.find(({ days }) => days === leading)?.added)}  ${percent(observed)}  ${logOdds === undefined ? '–' : logOdds.toFixed(2)}`,
    );
  return `${lines.join('\n')}\n`;
}

/** How high the probability rose, and against the base rate of the same day. */
function describeHeight({ steps }: Replay, horizon: number): string {
  const find = (step: ReplayStep) => step.horizons.find(({ days }) => days === horizon)!;
  const highest = steps.reduce((top, step) =>
    find(step).probability.p > find(top).probability.p ? step : top,
  );
  const { probability, baseRate } = find(highest);
  const odds = probability.p / (1 - probability.p) / (baseRate.p / (1 - baseRate.p));
  const average = (of: (step: ReplayStep) => number) =>
    steps.reduce((sum, step) => sum + of(step), 0) / steps.length;
  return `${horizon} days: highest ${percent(probability.p)} on ${highest.asOf.slice(0, 10)} (base rate ${percent(baseRate.p)}, odds × ${odds.toFixed(2)}; ${highest.observed.map(({ id }) => id).join(', ')}); mean ${percent(average((step) => find(step).probability.p))}, base rate ${percent(average((step) => find(step).baseRate.p))}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

function mean(value: ReplayMean | undefined): string {
  return value === undefined
    ? '–'
    : `${value.mean.toFixed(4)}${value.low === undefined ? '' : ` (${value.low.toFixed(4)} to ${value.high!.toFixed(4)})`}`;
}

function list(days: readonly string[]): string {
  return days.length === 0 ? 'none' : days.join(', ');
}
