import { toLogOdds } from '../../stats/log-odds.ts';
import {
  type ClassSeries,
  type EventClass,
  NO_SERIES,
  namePair,
  type Pair,
  type PairHistory,
} from './pair-history.ts';
import { compareSeason } from './season.ts';
import { remember, rememberStretches, rememberTime, type Series } from './series.ts';

/** Incidents a day that a pair is taken to have before anything is known of it; it weighs as much as some days of looking. */
const PRIOR_RATE = 0.02;
const PRIOR_DAYS = 5;
/** Stretches that it weighs as much as, where stretches are counted. */
const PRIOR_STRETCHES = 2;

/** Half-lives, in days, at which the stretches of the pair, and of the way back, are looked at. */
const STRETCHES = [30, 120, 500] as const;
const STRETCHES_BACK = 60;
/** … the days with an incident, and the incidents. */
const OWN_DAYS = [5, 15, 50, 150, 500] as const;
const OWN_COUNTS = [15, 150] as const;
const BACK = [10, 60, 300] as const;
/** … and all that lies around: the last weeks, and the season. */
const AROUND = [15, 100] as const;
/** How many times as strongly as others the weight of the season is drawn to none: in few years much looks like a season. */
const SEASON_STIFFNESS = 33;

/** What is known of a pair on a day, as a row of values. */
export interface Description {
  /** Values of a row; the first is 1. */
  readonly width: number;
  /** Weights that stand where nothing was learned, and to which others are drawn. */
  readonly plain: Float64Array;
  /** How many times as strongly as usual each weight is drawn there; 1 for all unless given. */
  readonly stiffness?: Float64Array;
  /**
   * Rows for days in ascending order, one after another. Nothing of such a day or later goes into its row.
   */
  readonly describe: (
    history: PairHistory,
    pair: Pair,
    when: { readonly asked: readonly number[]; readonly horizon: number },
  ) => Float64Array;
}

const WIDTH =
  1 + STRETCHES.length + 1 + OWN_DAYS.length + OWN_COUNTS.length + BACK.length + AROUND.length * 10 + 1 + 1;

/** Place of the season among the values of a row: the last. */
export const SEASON = WIDTH - 1;

/**
 * A pair's own incidents and the way back, as log-odds of at least one in the horizon if they went on as they do, all that lies
 * around it, as logarithms of rates, and what the season was like in earlier years. Plain weights give the mean of the pair's own base rates at three half-lives.
 */
export const FULL: Description = {
  width: WIDTH,
  plain: Float64Array.from({ length: WIDTH }, (_, j) =>
    j >= 1 && j <= STRETCHES.length ? 1 / STRETCHES.length : 0,
  ),
  stiffness: Float64Array.from({ length: WIDTH }, (_, j) => (j === SEASON ? SEASON_STIFFNESS : 1)),
  describe: (history, pair, when) =>
    layOut([
      ...describeOwn(history, pair, when),
      ...describeAround(history, pair, when.asked),
      compareSeason(findSeries(history, pair).asked, { first: history.first, ...when }),
    ]),
};

/** Rows from columns, with a 1 before each. */
export function layOut(columns: readonly Float64Array[]): Float64Array {
  const count = columns[0]?.length ?? 0;
  const width = columns.length + 1;
  const rows = new Float64Array(count * width);
  for (let i = 0; i < count; i++) {
    rows[i * width] = 1;
    for (const [j, column] of columns.entries()) rows[i * width + 1 + j] = column[i]!;
  }
  return rows;
}

/** The pair's own incidents, and those of the way back; of what happens within a country there is no way back. */
function describeOwn(
  history: PairHistory,
  pair: Pair,
  { asked, horizon }: { readonly asked: readonly number[]; readonly horizon: number },
): readonly Float64Array[] {
  const { first } = history;
  const own = findSeries(history, pair).asked;
  const back = findSeries(history, turn(pair)).asked;
  const stretches = (series: Series, halfLives: readonly number[]) =>
    rememberStretches(series, { asked, first, horizon, halfLives }).map(({ hits, all }) =>
      hits.map((hit, i) => {
        const weight = PRIOR_STRETCHES * horizon;
        const assumed = weight * -Math.expm1(-PRIOR_RATE * horizon);
        return toLogOdds((hit + assumed) / (all[i]! + weight));
      }),
    );
  const rates = (series: Series, halfLives: readonly number[], isDaily: boolean) =>
    halfLives.map((halfLife) => {
      const time = rememberTime(asked, first, halfLife);
      return remember(series, { asked, halfLife, isDaily }).map((sum, i) =>
        toLogOdds(-Math.expm1(-horizon * smooth(sum, time[i]!))),
      );
    });
  const nothing = new Float64Array(asked.length);
  const isWithin = pair.source === pair.target;
  return [
    ...stretches(own, STRETCHES),
    ...(isWithin ? [nothing] : stretches(back, [STRETCHES_BACK])),
    ...rates(own, OWN_DAYS, true),
    ...rates(own, OWN_COUNTS, false),
    ...(isWithin ? BACK.map(() => nothing) : rates(back, BACK, true)),
  ];
}

/** What else passes between the two, what the source does to others and the target gets from others, and how it is within both. */
function describeAround(history: PairHistory, pair: Pair, asked: readonly number[]): readonly Float64Array[] {
  const { source, target } = pair;
  const isWithin = source === target;
  const own = findSeries(history, pair);
  const back = isWithin ? undefined : findSeries(history, turn(pair));
  const within = (actor: string) =>
    isWithin ? undefined : findSeries(history, { source: actor, target: actor });
  const looked: readonly (readonly [ClassSeries | undefined, EventClass])[] = [
    [history.from.get(source) ?? NO_SERIES, 'asked'],
    [history.to.get(target) ?? NO_SERIES, 'asked'],
    [within(source), 'asked'],
    [within(target), 'asked'],
    [own, 'conflict'],
    [own, 'words'],
    [own, 'cooperation'],
    [own, 'any'],
    [back, 'words'],
    [back, 'conflict'],
  ];
  const times = AROUND.map((halfLife) => rememberTime(asked, history.first, halfLife));
  const columns = looked.flatMap(([series, each]) =>
    AROUND.map((halfLife, k) =>
      series === undefined
        ? new Float64Array(asked.length)
        : remember(series[each], { asked, halfLife }).map((sum, i) => Math.log(smooth(sum, times[k]![i]!))),
    ),
  );
  return [...columns, new Float64Array(asked.length).fill(isWithin ? 1 : 0)];
}

function findSeries({ pairs }: PairHistory, pair: Pair): ClassSeries {
  return pairs.get(namePair(pair))?.series ?? NO_SERIES;
}

function turn({ source, target }: Pair): Pair {
  return { source: target, target: source };
}

function smooth(sum: number, time: number): number {
  return (sum + PRIOR_DAYS * PRIOR_RATE) / (time + PRIOR_DAYS);
}
