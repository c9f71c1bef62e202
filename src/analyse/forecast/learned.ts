import type { Forecast, LedgerEntry, Settlement, WeightSource } from '../../model/forecast.ts';
import type { Problem } from '../../model/problem.ts';
import { toLogOdds } from '../../stats/log-odds.ts';
import { findDeviations, fitLogistic } from '../../stats/regression.ts';
import { toDayNumber } from './instants.ts';
import { type Ratio, type Ratios, stateRatios } from './ratios.ts';

/** Outcomes from which on weights are learned, and how many of them must have been yes, and no. */
const NEEDED = 30;
const NEEDED_EACH = 5;
/** Outcomes before which a sign was seen, from which on its own weight is learned. */
const NEEDED_SEEN = 5;
/** How far the base rate may be off throughout, as a standard deviation in log-odds: what it misses is no merit of the signs. */
const BASE_SIGMA = 1;

/** The weights of a problem's signs as of an instant, and where they come from. */
export interface Learned {
  readonly ratios: Ratios;
  readonly source: WeightSource;
}

/** A settled forecast: what was seen, and how it came out. */
interface Case {
  readonly forecast: Forecast;
  readonly day: number;
  readonly isYes: boolean;
  /** What it counts for beside those whose days overlap with its own. */
  readonly counts: number;
}

/**
 * Likelihood ratios by the analyst's words, and, once enough forecasts have been settled, drawn from them towards what the outcomes say:
 * logistic regression of the outcome on how much each sign counted, over the base rate that was filed, with a normal prior around the logarithm
 * of the word's ratio (see `stateRatio` for its width). The weights are those of highest posterior probability.
 *
 * Used are the last forecast of each UTC day for the horizon that sets the level, filed while the news came in (not in a replay, for whose signs
 * may have been chosen by somebody who knew the outcome), and settled by the instant asked about. Forecasts whose days overlap share
 * their outcomes and count together for one.
 *
 * @param record The problem's ledger, in order of filing.
 * @param now In milliseconds.
 */
export function learnRatios(problem: Problem, record: readonly LedgerEntry[], now: number): Learned {
  const last = record.findLast(
    ({ content, filed }) => content.kind === 'settlement' && Date.parse(filed) <= now,
  );
  const before = kept.get(problem);
  if (before !== undefined && before.hash === last?.hash) return before.learned;
  const cases = last === undefined ? [] : listCases(problem, record, now);
  // From nothing the same is learned each time.
  const learned = cases.length === 0 ? getUnlearned(problem) : learn(problem, cases);
  kept.set(problem, { hash: last?.hash, learned });
  return learned;
}

/** What was learned last, by the last settlement: mostly none has come since. */
const kept = new WeakMap<Problem, { readonly hash: string | undefined; readonly learned: Learned }>();

/** The words of a problem alone. */
const unlearned = new WeakMap<Problem, Learned>();

function getUnlearned(problem: Problem): Learned {
  const made = unlearned.get(problem) ?? learn(problem, []);
  unlearned.set(problem, made);
  return made;
}

function learn(problem: Problem, cases: readonly Case[]): Learned {
  const stated = stateRatios(problem);
  const outcomes = sumCounts(cases);
  const yes = sumCounts(cases.filter(({ isYes }) => isYes));
  const source = { learned: 0, outcomes, yes, needed: NEEDED };
  const isEnough = outcomes >= NEEDED && yes >= NEEDED_EACH && outcomes - yes >= NEEDED_EACH;
  const signs = isEnough ? listSigns(problem, cases) : [];
  if (signs.length === 0) return { ratios: stated, source };
  const ratios = new Map(stated);
  for (const [id, ratio] of estimate(signs, cases, stated)) ratios.set(id, ratio);
  return { ratios, source: { ...source, learned: signs.length } };
}

function sumCounts(cases: readonly Case[]): number {
  return cases.reduce((sum, { counts }) => sum + counts, 0);
}

/** One sign whose weight is learned. */
interface Sign {
  readonly id: string;
  readonly direction: 1 | -1;
  readonly outcomes: number;
}

function listSigns({ indicators, windows }: Problem, cases: readonly Case[]): readonly Sign[] {
  const seen = new Map<string, number>();
  for (const { forecast, counts } of cases) {
    for (const { id, weight = 0 } of forecast.reasons) {
      if (weight > 0) seen.set(id, (seen.get(id) ?? 0) + counts);
    }
  }
  const all = [
    ...indicators.map(({ id, direction }) => ({
      id,
      direction: direction === 'for' ? (1 as const) : (-1 as const),
    })),
    ...windows.map(({ id }) => ({ id, direction: 1 as const })),
  ];
  return all.flatMap((sign) => {
    const outcomes = seen.get(sign.id) ?? 0;
    return outcomes < NEEDED_SEEN ? [] : [{ ...sign, outcomes }];
  });
}

function estimate(
  signs: readonly Sign[],
  cases: readonly Case[],
  stated: Ratios,
): readonly (readonly [string, Ratio])[] {
  const width = signs.length + 1;
  const columns = new Map(signs.map(({ id }, i) => [id, i + 1]));
  const rows = new Float64Array(cases.length * width);
  const offsets = new Float64Array(cases.length);
  for (const [n, { forecast }] of cases.entries()) {
    rows[n * width] = 1;
    offsets[n] = toLogOdds(forecast.baseRate.p);
    for (const { id, weight = 0, logOdds } of forecast.reasons) {
      const column = columns.get(id);
      // What is not learned counts as it was filed.
      if (column === undefined) offsets[n]! += logOdds;
      else rows[n * width + column] = weight * signs[column - 1]!.direction;
    }
  }
  const all = {
    rows,
    width,
    offsets,
    outcomes: Uint8Array.from(cases, ({ isYes }) => (isYes ? 1 : 0)),
    weight: Float64Array.from(cases, ({ counts }) => counts),
  };
  const priors = signs.map(({ id }) => stated.get(id)!);
  const ridge = [BASE_SIGMA ** -2, ...priors.map(({ sigma }) => sigma ** -2)];
  const center = [0, ...priors.map(({ value }) => value)];
  const weights = fitLogistic(all, { ridge, center, start: center });
  const deviations = findDeviations(all, weights, { ridge });
  return signs.map(({ id, outcomes }, i) => {
    // A sign that has misled so far speaks for nothing: that it speaks for the opposite is for the analyst to say.
    const value = Math.max(0, weights[i + 1]!);
    return [id, { value, sigma: deviations[i + 1]!, learned: { stated: priors[i]!.value, value, outcomes } }];
  });
}

/** Settled forecasts of the leading horizon, of each day the last one that came out: which they are is told by the settlements alone. */
function listCases(problem: Problem, record: readonly LedgerEntry[], now: number): readonly Case[] {
  const { forecasts, settlements } = readTeaching(problem, record);
  const usable = forecasts.filter(({ filed }) => Date.parse(filed) <= now);
  if (usable.length === 0) return [];
  const outcomes = new Map<string, Settlement['outcome']>();
  for (const { content, filed } of settlements)
    if (Date.parse(filed) <= now) outcomes.set(content.forecast, content.outcome);
  const grid = new Map<number, Omit<Case, 'counts'>>();
  for (const { content, hash } of usable) {
    const outcome = outcomes.get(hash);
    if (outcome === undefined || outcome === 'void') continue;
    const day = toDayNumber(content.asOf);
    grid.set(day, { forecast: content, day, isYes: outcome === 'yes' });
  }
  return countOverlaps(
    [...grid.values()].sort((a, b) => a.day - b.day),
    problem.levels.horizon,
  );
}

/** What of a record may teach: forecasts that can be used, and all settlements, in order of filing. */
interface Teaching {
  readonly forecasts: FiledForecast[];
  readonly settlements: FiledSettlement[];
  /** The last entry that was gone through. */
  readonly at: number;
  readonly hash: string | undefined;
}

type FiledForecast = LedgerEntry & { readonly content: Forecast };
type FiledSettlement = LedgerEntry & { readonly content: Settlement };

const isForecast = (entry: LedgerEntry): entry is FiledForecast => entry.content.kind === 'forecast';
const isSettlement = (entry: LedgerEntry): entry is FiledSettlement => entry.content.kind === 'settlement';

const taught = new WeakMap<Problem, Teaching>();

/** An entry's hash stands for all before it: a record with the same one where the last reading ended is gone on with from there. */
function readTeaching(problem: Problem, record: readonly LedgerEntry[]): Teaching {
  const before = taught.get(problem);
  const isSame = before !== undefined && record[before.at]?.hash === before.hash;
  const { forecasts, settlements, at }: Omit<Teaching, 'hash'> = isSame
    ? before
    : { forecasts: [], settlements: [], at: -1 };
  for (let i = at + 1; i < record.length; i += 1) {
    const entry = record[i]!;
    if (entry.content.problem !== problem.id) continue;
    if (isSettlement(entry)) settlements.push(entry);
    else if (isForecast(entry) && isUsable(entry.content, problem)) forecasts.push(entry);
  }
  const teaching = { forecasts, settlements, at: record.length - 1, hash: record.at(-1)?.hash };
  taught.set(problem, teaching);
  return teaching;
}

function isUsable({ horizon, replayed, reasons }: Forecast, { levels }: Pick<Problem, 'levels'>): boolean {
  return (
    replayed !== true && horizon === levels.horizon && reasons.every(({ weight }) => weight !== undefined)
  );
}

/**
 * What each counts for: one of so many daily forecasts as the horizon has days. With n forecasts less than a horizon away on either side,
 * itself included, these cover about (n + 1) / 2 starts of one horizon.
 */
function countOverlaps(settled: readonly Omit<Case, 'counts'>[], horizon: number): readonly Case[] {
  let from = 0;
  let to = 0;
  return settled.map((each) => {
    while (settled[from]!.day <= each.day - horizon) from += 1;
    while (to < settled.length && settled[to]!.day < each.day + horizon) to += 1;
    return { ...each, counts: 2 / (to - from + 1) };
  });
}
