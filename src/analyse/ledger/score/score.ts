import type { LedgerEntry } from '../../../model/forecast.ts';
import {
  ENOUGH,
  type OverallScore,
  type ScoreBin,
  type ScoreFigures,
  type ScoreRow,
} from '../../../model/score.ts';
import { bootstrapRatio } from '../../../stats/bootstrap.ts';
import { findWilsonInterval } from '../../../stats/interval.ts';
import {
  binForecasts,
  findBin,
  scoreBrier,
  scoreCalibration,
  scoreLog,
  scoreSkill,
} from '../../../stats/scores.ts';
import { chooseGrid, type Filed, findOutcomeKey, groupBy, listFiled } from './record.ts';

const DAY = 86_400_000;
/** Days of the shortest stretch: news has the rhythm of the week. */
const SHORTEST = 7;
/** Entries named for one bin; the record has them all. */
const MAX_ENTRIES = 50;

/** A settled forecast that counts. */
interface Judged {
  readonly number: number;
  readonly p: number;
  readonly base: number;
  readonly isYes: boolean;
  /** Of stretches as long as the horizon, counted from 1970: the one in which it was made. */
  readonly stretch: number;
}

/**
 * Scores of each problem and horizon. The last forecast filed on each UTC day counts, once. A forecast that was void or is still
 * open is counted apart, and those of a replay are never put together with those that were made at the time.
 *
 * Forecasts of neighbouring days look at nearly the same days and come out alike: the number of forecasts is not the number of
 * independent trials. Intervals are therefore made from stretches of time as long as the horizon, and `isEnough` says whether there are
 * outcomes and quiet stretches enough to say more than chance.
 *
 * @param entries In order of filing; of one problem or of all.
 */
export function scoreLedger(entries: readonly LedgerEntry[]): readonly ScoreRow[] {
  return scoreFiled(chooseGrid(listFiled(entries)));
}

/** The same for forecasts that were chosen. */
export function scoreFiled(grid: readonly Filed[]): readonly ScoreRow[] {
  return groupBy(grid, ({ forecast }) =>
    JSON.stringify([forecast.problem, forecast.horizon, forecast.replayed === true]),
  )
    .map((group) => ({ problem: group[0]!.forecast.problem, ...scoreGroup(group) }))
    .sort((a, b) => compare(a.problem, b.problem) || compareRows(a, b));
}

/** Scores of all problems together, for each horizon. What happened in one stretch of time stays together whatever the problem. */
export function scoreOverall(grid: readonly Filed[]): readonly OverallScore[] {
  return groupBy(grid, ({ forecast }) => JSON.stringify([forecast.horizon, forecast.replayed === true]))
    .map((group) => ({
      problems: new Set(group.map(({ forecast }) => forecast.problem)).size,
      ...scoreGroup(group),
    }))
    .sort(compareRows);
}

function compareRows(a: ScoreFigures, b: ScoreFigures): number {
  return Number(a.isReplay) - Number(b.isReplay) || a.horizon - b.horizon;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function scoreGroup(rows: readonly Filed[]): ScoreFigures {
  const { horizon, replayed } = rows[0]!.forecast;
  const counted = rows.filter(
    ({ settlement }) => settlement?.outcome === 'yes' || settlement?.outcome === 'no',
  );
  const yes = counted.filter(({ settlement }) => settlement?.outcome === 'yes');
  const outcomes = new Set(yes.map(({ settlement }) => findOutcomeKey(settlement!))).size;
  const judged = counted.map((each) => judge(each, horizon));
  const inTime = judged.toSorted((a, b) => a.stretch - b.stretch);
  const stretches = groupBy(inTime, ({ stretch }) => String(stretch));
  const quiet = stretches.filter((each) => each.every(({ isYes }) => !isYes)).length;
  return {
    horizon,
    isReplay: replayed === true,
    settled: counted.length,
    yes: yes.length,
    outcomes,
    open: rows.filter(({ settlement }) => settlement === undefined).length,
    void: rows.filter(({ settlement }) => settlement?.outcome === 'void').length,
    late: counted.filter(({ settlement }) => settlement?.late === true).length,
    corrected: counted.filter(({ settlements }) => settlements > 1).length,
    stretches: stretches.length,
    quiet,
    isEnough: outcomes >= ENOUGH.outcomes && quiet >= ENOUGH.quiet,
    ...scoreJudged(judged, stretches),
    replayed: replayed === true ? counted.length : 0,
  };
}

function judge({ number, forecast, settlement }: Filed, horizon: number): Judged {
  return {
    number,
    p: forecast.probability.p,
    base: forecast.baseRate.p,
    isYes: settlement?.outcome === 'yes',
    stretch: Math.floor(Date.parse(forecast.asOf) / (Math.max(SHORTEST, horizon) * DAY)),
  };
}

function scoreJudged(
  judged: readonly Judged[],
  stretches: readonly (readonly Judged[])[],
): Pick<
  ScoreFigures,
  | 'brier'
  | 'baseRateBrier'
  | 'logScore'
  | 'baseRateLogScore'
  | 'skill'
  | 'skillInterval'
  | 'calibrationError'
  | 'bins'
> {
  const ofBase = judged.map(({ base, isYes }) => ({ p: base, isYes }));
  const brier = scoreBrier(judged);
  const baseRateBrier = scoreBrier(ofBase);
  const bins = binForecasts(judged);
  return {
    ...keep({
      brier,
      baseRateBrier,
      logScore: scoreLog(judged),
      baseRateLogScore: scoreLog(ofBase),
      skill: scoreSkill(brier, baseRateBrier),
      skillInterval: findSkillInterval(stretches),
      calibrationError: scoreCalibration(bins),
    }),
    bins: bins.map((bin) => describeBin(bin, judged)),
  };
}

/** Skill is 1 − ΣB / ΣB_ref: a ratio of sums over stretches. */
function findSkillInterval(stretches: readonly (readonly Judged[])[]): ScoreFigures['skillInterval'] {
  const sums = stretches.map((each) => ({
    top: each.reduce((sum, { p, isYes }) => sum + (p - Number(isYes)) ** 2, 0),
    bottom: each.reduce((sum, { base, isYes }) => sum + (base - Number(isYes)) ** 2, 0),
  }));
  const ratio = bootstrapRatio(sums);
  return ratio === undefined ? undefined : { low: 1 - ratio.high, high: 1 - ratio.low };
}

function describeBin(bin: ReturnType<typeof binForecasts>[number], judged: readonly Judged[]): ScoreBin {
  const held = judged.filter(({ p }) => findBin(p) === findBin((bin.from + bin.to) / 2));
  const stretches = new Set(held.map(({ stretch }) => stretch)).size;
  return {
    ...bin,
    ...findWilsonInterval(bin.frequency, stretches),
    stretches,
    entries: held.slice(-MAX_ENTRIES).map(({ number }) => number),
  };
}

function keep<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };
}
