import type { Forecast, LedgerEntry, ScoreRow, Settlement } from '../../model/forecast.ts';
import type { Hash } from '../../model/page.ts';
import { binForecasts, scoreBrier, scoreCalibration, scoreSkill } from '../../stats/scores.ts';
import { findDay } from './days.ts';

/** One forecast of the grid, with how it came out. */
interface Row {
  readonly forecast: Forecast;
  readonly settlement: Settlement | undefined;
}

/**
 * Scores of each problem and horizon. The last forecast filed on each UTC day counts, once, so that a restless day weighs no
 * more than a quiet one. A forecast that was void or is still open is counted apart.
 *
 * Forecasts of neighbouring days look at nearly the same days and come out alike: the number of forecasts is not the number of
 * independent trials. `outcomes` says behind how many incidents all the yeses stand.
 *
 * @param entries In order of filing; of one problem or of all.
 */
export function scoreLedger(entries: readonly LedgerEntry[]): readonly ScoreRow[] {
  const settlements = new Map<Hash, Settlement>();
  const grid = new Map<string, { readonly hash: Hash; readonly forecast: Forecast }>();
  for (const { content, hash } of entries) {
    if (content.kind === 'settlement') settlements.set(content.forecast, content);
    else
      grid.set(JSON.stringify([content.problem, content.horizon, findDay(content.asOf)]), {
        hash,
        forecast: content,
      });
  }
  const groups = new Map<string, Row[]>();
  for (const { hash, forecast } of grid.values()) {
    const name = JSON.stringify([forecast.problem, forecast.horizon]);
    const group = groups.get(name) ?? [];
    group.push({ forecast, settlement: settlements.get(hash) });
    groups.set(name, group);
  }
  return [...groups.values()]
    .map(scoreGroup)
    .sort((a, b) => (a.problem < b.problem ? -1 : a.problem > b.problem ? 1 : a.horizon - b.horizon));
}

function scoreGroup(rows: readonly Row[]): ScoreRow {
  const { problem, horizon } = rows[0]!.forecast;
  const counted = rows.filter(
    ({ settlement }) => settlement?.outcome === 'yes' || settlement?.outcome === 'no',
  );
  const yes = counted.filter(({ settlement }) => settlement?.outcome === 'yes');
  const scores = scoreCounted(counted);
  return {
    problem,
    horizon,
    settled: counted.length,
    yes: yes.length,
    outcomes: new Set(yes.map(({ settlement }) => settlement?.incident ?? settlement?.day)).size,
    open: rows.filter(({ settlement }) => settlement === undefined).length,
    void: rows.filter(({ settlement }) => settlement?.outcome === 'void').length,
    ...scores,
    replayed: counted.filter(({ forecast }) => forecast.replayed === true).length,
  };
}

function scoreCounted(
  counted: readonly Row[],
): Pick<ScoreRow, 'brier' | 'baseRateBrier' | 'skill' | 'calibrationError' | 'bins'> {
  const judge = (choose: (forecast: Forecast) => number) =>
    counted.map(({ forecast, settlement }) => ({
      p: choose(forecast),
      isYes: settlement?.outcome === 'yes',
    }));
  const judged = judge(({ probability }) => probability.p);
  const brier = scoreBrier(judged);
  const baseRateBrier = scoreBrier(judge(({ baseRate }) => baseRate.p));
  const skill = scoreSkill(brier, baseRateBrier);
  const bins = binForecasts(judged);
  const calibrationError = scoreCalibration(bins);
  return {
    ...(brier === undefined ? {} : { brier }),
    ...(baseRateBrier === undefined ? {} : { baseRateBrier }),
    ...(skill === undefined ? {} : { skill }),
    ...(calibrationError === undefined ? {} : { calibrationError }),
    bins,
  };
}
